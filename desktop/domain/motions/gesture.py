"""The words motions are written in: a gesture is one moment of a hand's cycle, an action the whole of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Axes(Enum):
    """What `beside` and `ahead` of a gesture mean."""

    BODY = "body"
    """Away from the midline, and upwards."""
    WAY = "way"
    """Along the way, and square to it."""
    HAND = "hand"
    """Square to the fingers, and where they point."""
    PICTURE = "picture"
    """To the right, and upwards: both hands alike."""


class Gesture(NamedTuple):
    """Offsets in cm from the place being worked. `grip` 0 open to 1 closed; `press` the share of the planned pressure;
    `lift` 0 on the skin to 1 away; `pull` how far the skin beneath is carried along, in cm on the same axes;
    `fold` how high a fold of skin stands, 0 to 1; `swing` how far a trembling hand goes to either side, cm."""

    beside: float = 0.0
    ahead: float = 0.0
    grip: float = 0.0
    press: float = 1.0
    lift: float = 0.0
    pull: tuple[float, float] = (0.0, 0.0)
    fold: float = 0.0
    swing: float = 0.0


class FoldShape(NamedTuple):
    """The ridge of a fold: `length` and `width` in cm, `ahead` how far before the contact it stands, and whether it
    runs across the way of the hand or between its thumb and fingers."""

    length: float
    width: float
    ahead: float = 0.0
    across_way: bool = False


@dataclass(frozen=True, slots=True)
class Action:
    """A motion made ready for a step. `gesture` is a function of the count of the hand's own cycles (2.25: a quarter
    into the third); a hand's own cycle takes `counts` of the step's where two hands take turns, and the second hand
    is `lag` counts behind the first. `reach` is how far around the contact the skin goes along, `room` how far the
    gesture takes the hand to either side (cm). `lands` is the phase of a blow, `fingertip` where in a right hand the
    finger is that lands in a cycle (cm to the right of the contact and ahead). `breathes` is how far the hand rises
    with the breath, `turning` the cm of way for one turn of a ball. `shown_way` are points (cm, as a gesture's) that
    tell what is done on the spot: a closed round, or a line that is gone along once or `to_and_fro`."""

    gesture: Callable[[float], Gesture]
    axes: Axes = Axes.BODY
    counts: int = 1
    lag: float = 0.0
    reach: float = 3.0
    room: float = 0.0
    fold: FoldShape | None = None
    lands: float | None = None
    fingertip: Callable[[float], tuple[float, float]] | None = None
    breathes: float = 0.0
    turning: float = 0.0
    shown_way: tuple[tuple[float, float], ...] = ()
    to_and_fro: bool = False


def still(_count: float) -> Gesture:
    """The hand only lies there, or travels."""
    return Gesture()


LYING = Action(still, reach=0.0)
"""A hand that does nothing of its own: it lies there, or goes where the body takes it."""
