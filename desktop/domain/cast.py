"""Which hands take part in a step, on which side of the body, and who waits for whom."""

from __future__ import annotations

from typing import NamedTuple

from desktop.domain.body import Side
from desktop.domain.chart import ViewChart
from desktop.domain.hand_parts import ONE_PICTURE
from desktop.domain.routine import Hands, OneHand, OtherHand, Step, StepSide

_ONE_PLACE = (StepSide.BOTH, StepSide.MIDLINE)


class Role(NamedTuple):
    """A hand: `body` is the side it works on (MIDDLE: both in one picture), `hand` whose hand it is, `when` the side of
    the step it belongs to (None: all of it). The `second` one follows the first; one that `rests` only lies there."""

    body: Side
    hand: Side
    when: Side | None
    second: bool = False
    rests: bool = False


def cast(step: Step, picture: str, chart: ViewChart) -> tuple[Role, ...]:
    """The hands of a step, the first one first. In a view from the side only the near hand is seen."""
    if step.hand == "none":
        return ()
    single = step.path is not None and step.path.hands is Hands.SINGLE
    seen = [side for side in (Side.LEFT, Side.RIGHT) if side in chart.labels]
    if not single and picture in ONE_PICTURE and step.side in _ONE_PLACE:
        return (Role(Side.MIDDLE, Side.RIGHT, None),)
    if not single:
        return tuple(_working(step, side, _when(step, side), second=place > 0) for place, side in enumerate(seen))
    if step.side in _ONE_PLACE:
        return (_working(step, seen[-1], None),)
    return tuple(role for side in seen for role in _of_side(step, side, _when(step, side)))


def _of_side(step: Step, side: Side, when: Side | None) -> list[Role]:
    """A single hand on a side and what the other one does meanwhile."""
    first = _working(step, side, when, second=when is None and side is Side.RIGHT)
    if step.other_hand is OtherHand.ALTERNATES:
        return [first, Role(side, first.hand.other, when, second=True)]
    if step.other_hand is OtherHand.RESTS:
        return [Role(first.hand.other, first.hand.other, when, rests=True), first]
    return [first]


def _working(step: Step, side: Side, when: Side | None, second: bool = False) -> Role:
    return Role(side, side.other if step.one_hand is OneHand.OPPOSITE else side, when, second)


def _when(step: Step, side: Side) -> Side | None:
    """Where one side follows the other a hand only comes for its own; in turns and together both stay."""
    return side if step.side in (StepSide.LEFT_THEN_RIGHT, StepSide.RIGHT_THEN_LEFT) else None
