"""A session's frames where less motion is wished: still positions that change, instead of hands that move."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.frame import Frame
from desktop.domain.still import Still, still_frame, stills_at
from desktop.domain.timeline import Timeline


class SteppedFrames:
    """The positions of a timeline; `frame_at` tells what would be seen at a guide second."""

    def __init__(self, timeline: Timeline, frame_at: Callable[[float], Frame]) -> None:
        self._timeline, self._frame_at = timeline, frame_at
        self._shown: Still | None = None

    @property
    def words(self) -> str:
        """Which position is shown; empty where there is only one."""
        shown = self._shown
        return f"Position {shown.number} of {shown.of}" if shown and shown.of > 1 else ""

    def frame_at(self, t: float) -> Frame:
        """What is seen at guide second `t`."""
        return still_frame(*stills_at(self._timeline, t), self._frame_at)

    def go_to(self, t: float) -> Frame | None:
        """The picture of guide second `t` where it is another one than before."""
        still, _ = stills_at(self._timeline, t)
        if still == self._shown:
            return None
        self._shown = still
        return self.frame_at(t)

    def forget(self) -> None:
        """The picture shown has become an old one."""
        self._shown = None
