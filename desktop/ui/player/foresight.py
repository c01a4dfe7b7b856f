"""What will be seen until the step is over, so that its pictures can be made before they are needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from desktop.domain.frame import Frame

SECONDS: Final = 120.0
"""How far ahead is looked: longer than any step."""
NEAR_SECONDS, STEP, FAR_STEP = 12.0, 0.0291, 0.171
"""Between two moments, the near ones and those after; no even part of a second, or a quick beat would always be met in
the same places."""


class Foresight:
    """Goes through the coming moments, each once. It sees no further than the part of the body shown now: for
    another one pictures of another size are needed."""

    def __init__(self, frame_at: Callable[[float], Frame]) -> None:
        """`frame_at` says what is seen at a guide second."""
        self._frame_at = frame_at
        self._from = self._until = 0.0

    def reset(self) -> None:
        """Looks at every moment again: the pictures made have become useless."""
        self._until = self._from

    def next(self, now: Frame) -> Frame | None:
        """The next moment not yet looked at; None where all have been that can be."""
        if not self._from <= now.t <= self._until:
            self._until = now.t
        self._from = now.t
        if self._until > now.t + SECONDS:
            return None
        coming = self._frame_at(self._until)
        return coming if (coming.view, coming.focus) == (now.view, now.focus) else None

    def go_on(self) -> None:
        """The moment given last is done with."""
        self._until += STEP if self._until < self._from + NEAR_SECONDS else FAR_STEP
