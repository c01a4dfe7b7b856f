"""The neck movement check without a device: six movements, three easy tries each (content sheet 6.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from statistics import median

from desktop.domain.body import Side

TRIES = 3
DEGREES_AN_HOUR = 30.0
TURN_BAND = 14.0
"""Degrees by which turning differs from one day to the next in healthy people (P39b). Turning only."""


class NeckMove(StrEnum):
    """The movements. Left and right are the person's own."""

    TURN_LEFT = "turn_left"
    TURN_RIGHT = "turn_right"
    BEND_LEFT = "bend_left"
    BEND_RIGHT = "bend_right"
    CHIN = "chin"
    UP = "up"

    @property
    def side(self) -> Side:
        return {
            NeckMove.TURN_LEFT: Side.LEFT,
            NeckMove.BEND_LEFT: Side.LEFT,
            NeckMove.TURN_RIGHT: Side.RIGHT,
            NeckMove.BEND_RIGHT: Side.RIGHT,
        }.get(self, Side.MIDDLE)

    @property
    def turns(self) -> bool:
        return self in (NeckMove.TURN_LEFT, NeckMove.TURN_RIGHT)

    @property
    def most(self) -> float:
        """The greatest value that can be entered, in the move's unit (see NeckCheck)."""
        return _MOST.get(self, 12.0)


_MOST = {NeckMove.TURN_LEFT: 4.0, NeckMove.TURN_RIGHT: 4.0, NeckMove.UP: 4.0}


@dataclass(frozen=True, slots=True)
class NeckCheck:
    """`tries` has three values for each movement that was done; a movement left out is not there.

    Units: turning in clock marks from straight ahead (one hour is 30 degrees); side-bend in finger-widths between ear
    and shoulder; chin in finger-widths between chin and chest; up as where the nose points: 0 straight ahead, 1 half
    way up the wall, 2 the edge of the ceiling, 3 the ceiling in front, 4 straight overhead."""

    id: str
    at: datetime
    tries: Mapping[NeckMove, tuple[float, ...]] = field(default_factory=dict)
    note: str = ""

    def __post_init__(self) -> None:
        for move, values in self.tries.items():
            if len(values) != TRIES:
                raise ValueError(f"{move} needs {TRIES} tries, not {len(values)}")
            if not all(0 <= value <= move.most for value in values):
                raise ValueError(f"{move} is 0 to {move.most:g}, not {values}")

    @property
    def day(self) -> date:
        return self.at.date()

    def middle(self, move: NeckMove) -> float | None:
        """The middle one of the tries, in the move's unit; None where it was left out."""
        return median(self.tries[move]) if move in self.tries else None


def degrees(clock_marks: float) -> float:
    return clock_marks * DEGREES_AN_HOUR
