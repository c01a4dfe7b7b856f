"""Which drawn frames an amount of movement lies between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


def frame_before(amounts: Sequence[float], amount: float) -> tuple[int, float]:
    """The frame before `amount` and how far on the way to the next one it is, 0 to 1; `amounts` rise, two at least."""
    before = min(max(bisect_right(amounts, amount) - 1, 0), len(amounts) - 2)
    share = (amount - amounts[before]) / (amounts[before + 1] - amounts[before])
    return before, min(max(share, 0.0), 1.0)
