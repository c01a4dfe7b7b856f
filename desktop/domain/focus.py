"""The part of a view the player zooms onto."""

from __future__ import annotations

import math
from collections.abc import Sequence

from desktop.domain.chart import ViewChart
from desktop.domain.frame import Focus
from desktop.domain.hand_parts import HandPart
from desktop.domain.ways import Spot

_MARGIN_CM = 2.5


def whole(chart: ViewChart) -> Focus:
    return Focus(0, 0, *chart.size)


def around_hands(chart: ViewChart, placed: Sequence[tuple[HandPart, Spot, int]]) -> Focus:
    """The part that holds every place of a step and the hands on it, within the picture. Each spot comes with the hand
    part that touches there and the way it turns: 1 clockwise, -1 the other way."""
    px, (width, height) = chart.px_per_cm, chart.size
    ends = [
        _end(spot, sign, reach * px, side * max(hand.width / 2, hand.beside) * px)
        for hand, spot, sign in placed
        for reach in (hand.ahead, -hand.behind)
        for side in (1, -1)
    ]
    margin = _MARGIN_CM * px
    left, right = min(x for x, _ in ends) - margin, max(x for x, _ in ends) + margin
    top, bottom = min(y for _, y in ends) - margin, max(y for _, y in ends) + margin
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    return Focus(left, top, right - left, bottom - top)


def _end(spot: Spot, sign: int, reach: float, beside: float) -> tuple[float, float]:
    """A corner of a hand: `reach` pixels along its fingers, `beside` pixels to its side."""
    angle = math.radians(spot.turn * sign)
    ahead, aside = (math.sin(angle), -math.cos(angle)), (math.cos(angle), math.sin(angle))
    return spot.x + reach * ahead[0] + beside * aside[0], spot.y + reach * ahead[1] + beside * aside[1]


def also(focus: Focus, crop: tuple[int, int, int, int]) -> Focus:
    """The part that holds a rectangle (left, top, width, height) too."""
    left, top = min(focus.x, crop[0]), min(focus.y, crop[1])
    right, bottom = max(focus.x + focus.width, crop[0] + crop[2]), max(focus.y + focus.height, crop[1] + crop[3])
    return Focus(left, top, right - left, bottom - top)
