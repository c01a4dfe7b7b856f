"""The count of a step: which side, which cycle, and how far into it."""

from __future__ import annotations

from typing import NamedTuple

from desktop.domain.body import Side
from desktop.domain.easing import clamp
from desktop.domain.routine import Step, StepSide

_FIRST_SIDE = {StepSide.LEFT_THEN_RIGHT: Side.LEFT, StepSide.RIGHT_THEN_LEFT: Side.RIGHT}


class Beat(NamedTuple):
    """A moment in the count. `side` is None where both sides are worked at once; `cycle` counts from 0 on each side;
    `phase` is the share of the cycle done; `since` and `left` are seconds from the start and to the end of the side."""

    side: Side | None
    cycle: int
    phase: float
    since: float
    left: float


class Tempo:
    """A step's rate or holds as a count. `period` is the seconds of a cycle, `cycles` their number on a side."""

    def __init__(self, step: Step) -> None:
        self._first = _FIRST_SIDE.get(step.side)
        self._alternating = step.side is StepSide.ALTERNATING
        self.side_seconds = step.seconds / 2 if self._first else step.seconds
        self.period, self.cycles = _count(step, self.side_seconds)
        self.held_share = step.hold.hold / self.period if step.hold else None

    @property
    def sides(self) -> tuple[Side | None, ...]:
        """The sides in the order they are worked; one None where both are worked at once."""
        return (self._first, self._first.other) if self._first else (None,)

    @property
    def all_cycles(self) -> int:
        """The cycles of the whole step, on one side after the other where that is so."""
        return self.cycles * len(self.sides)

    def done(self, elapsed: float) -> int:
        """The cycles that are over `elapsed` seconds into the step."""
        turn, since = divmod(min(elapsed, self.side_seconds * len(self.sides)), self.side_seconds)
        return min(int(turn) * self.cycles + min(int(since / self.period + 1e-9), self.cycles), self.all_cycles)

    def beat(self, elapsed: float) -> Beat:
        """The count `elapsed` seconds into the step."""
        second = self._first is not None and elapsed >= self.side_seconds
        since = elapsed - self.side_seconds if second else elapsed
        cycle = min(max(int(since / self.period + 1e-9), 0), self.cycles - 1)
        phase = clamp(since / self.period - cycle)
        return Beat(self._side(cycle, second), cycle, phase, since, self.side_seconds - since)

    def _side(self, cycle: int, second: bool) -> Side | None:
        if self._alternating:
            return Side.LEFT if cycle % 2 == 0 else Side.RIGHT
        return self._first.other if self._first and second else self._first


def _count(step: Step, side_seconds: float) -> tuple[float, int]:
    if step.hold:
        return step.hold.hold + step.hold.release, step.hold.count
    if step.rate:
        return 60 / step.rate, step.reps or max(1, round(side_seconds * step.rate / 60))
    return side_seconds, 1
