"""A step laid out in a view: the ways of its hands over the skin and what carries them there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.domain.body import Side
from desktop.domain.body_move import BodyMove
from desktop.domain.carriers import PALM_CM, Carrier, Resting, Shuttle, Stops, Stroke, Travel, Wringing
from desktop.domain.cast import Role
from desktop.domain.chart import ViewChart
from desktop.domain.guide import Guide
from desktop.domain.hand_parts import RESTING, HandPart, part
from desktop.domain.motions.gesture import Action
from desktop.domain.paths import PathError, Surveyor, outward
from desktop.domain.reach import OVER_THE_HEAD, Arm, arm, reaches_over, stands_at
from desktop.domain.routine import Giver, Hands, OtherHand, StepSide, StrokePath, Waypoint
from desktop.domain.score import Score
from desktop.domain.technique import Motion
from desktop.domain.ways import Spot, Way, mean, midway

_ACROSS = {Motion.WRING: "palm", Motion.SPREAD: "forearm", Motion.SQUEEZE: "kneading"}
"""Motions and pictures with which hands lie across the body when the giver stands at the hip."""
_STROKED = (Motion.GLIDE, Motion.STRIP, Motion.SPREAD, Motion.ROLL)
_MOST_APART = 0.85
"""Two hands on one way share it so that each still has a piece to itself."""


class Layout:
    """Lays the ways of a step's hands in one view. Its methods raise PathError where a way cannot be drawn there."""

    def __init__(
        self, score: Score, guide: Guide, chart: ViewChart, picture: str, action: Action, move: BodyMove | None
    ) -> None:
        self._score, self._step, self._marks = score, score.step, guide.landmarks
        self._chart, self._picture, self._action, self._move = chart, picture, action, move

    def carrier(self, role: Role) -> Carrier:
        """What carries a hand that works."""
        path, move = self._step.path, self._move
        if path is None:
            return self.resting(role, self._step.at)
        if self._score.motion is Motion.ROCK and move is not None and move.sheet is not None:
            return self.resting(role, self._passes(path, role.body)[0][0])
        return self._on_path(role, path)

    def _on_path(self, role: Role, path: StrokePath) -> Carrier:
        motion, ways = self._score.motion, self._ways(path, role)
        if motion is Motion.WRING:
            return self._wringing(path, role, ways)
        if motion is Motion.SAW:
            return Shuttle(role.body, ways, path)
        if motion in _STROKED and path.spots is None:
            return Stroke(role.body, outward(self._chart, role.body), ways, path, self._score.work)
        if path.spots is None and self._step.hold is None:
            return Travel(role.body, ways, path)
        return Stops(role.body, ways, path, self._score.tempo.period)

    def resting(self, role: Role, at: Waypoint | None) -> Resting:
        """What keeps a hand in one place. Raises PathError where the step names none."""
        if at is None:
            raise PathError(f"step {self._step.number} has neither a path nor a place to rest")
        move = self._move
        goes_with = (move.sheet, move.amount) if move is not None and move.sheet is not None else None
        return Resting(role.body, self._spot(at, role), at.landmark, goes_with)

    def sign(self, body: Side) -> int:
        """Which way a hand on a side turns towards the midline: 1 clockwise, -1 the other way."""
        if body is Side.MIDDLE:
            return 1
        return -(outward(self._chart, body) or (-1 if body is Side.LEFT else 1))

    def _wringing(self, path: StrokePath, role: Role, ways: Sequence[Way]) -> Wringing:
        period = self._score.tempo.period
        own = Stops(role.body, ways, path, period)
        other = Role(role.body.other, role.hand.other, role.when, not role.second)
        return Wringing(own, Stops(other.body, self._ways(path, other), path, period), PALM_CM * role.second)

    def _ways(self, path: StrokePath, role: Role) -> list[Way]:
        """The ways of a hand, one for each of its passes. One that is drawn in another view is never seen in this one:
        the one before stands for it, so that the count goes on."""
        backwards = path.hands is Hands.OPPOSED and role.body is Side.RIGHT and self._score.motion is not Motion.WRING
        ways: list[Way | None] = []
        for turn, passing in enumerate(self._passes(path, role.body)):
            if path.view_of(turn, self._step.view) == self._chart.view:
                ways.append(self._way(passing[::-1] if backwards else passing, role))
            else:
                ways.append(ways[-1] if ways else None)
        first = next(way for way in ways if way is not None)
        return [way or first for way in ways]

    def _spot(self, at: Waypoint, role: Role) -> Spot:
        if role.body is Side.MIDDLE:
            return mean(*(self._surveyor(side, role).spot(at) for side in (Side.LEFT, Side.RIGHT)))
        return self._surveyor(role.body, role).spot(at)

    def _way(self, passing: Sequence[Waypoint], role: Role) -> Way:
        if role.body is Side.MIDDLE:
            return midway(*(self._surveyor(side, role).way(passing) for side in (Side.LEFT, Side.RIGHT)))
        way = self._surveyor(role.body, role).way(passing)
        if self._score.motion is Motion.SPREAD:
            return way.part(min(part(self._picture).width / 2 / (way.length or 1), 0.5), 1.0)
        if self._step.other_hand is not OtherHand.ALTERNATES or not way.length:
            return way
        apart = min(part(self._picture).width / way.length, _MOST_APART)
        downwards = way.spots[-1].y > way.spots[0].y
        further = role.second != (downwards and self._across())
        return way.part(apart, 1.0) if further else way.part(0.0, 1 - apart)

    def _passes(self, path: StrokePath, body: Side) -> Sequence[tuple[Waypoint, ...]]:
        """All passes; a hand's own half of them where they run together."""
        if path.hands is not Hands.TOGETHER:
            return path.passes
        return path.passes[0 if body is Side.LEFT else 1 :: 2] or path.passes

    def _surveyor(self, body: Side, role: Role) -> Surveyor:
        hand = part(RESTING if role.rests else self._picture)
        return Surveyor(self._chart, self._marks, hand, self._arm(body, role), body, self._clearance(hand, role))

    def _clearance(self, hand: HandPart, role: Role) -> Callable[[str, float], float]:
        """What a hand keeps from the midline, by region and turn: clear of the other hand, or only beside the spine
        where it works alone. One picture for both hands, hands written for two places, and a single hand that goes
        with the body lie where the step says."""
        path = self._step.path
        alone_in_place = path is None and role.when is not None
        if role.body is Side.MIDDLE or alone_in_place or (path is not None and path.hands is Hands.TOGETHER):
            return lambda _region, _turn: 0.0
        if path is not None and path.hands is Hands.SINGLE and self._step.side is not StepSide.ALTERNATING:
            return lambda region, _turn: hand.beside_spine(region)
        room = self._action.room
        return lambda region, turn: hand.clear_of_midline(region, turn) + room

    def _arm(self, body: Side, role: Role) -> Arm:
        """Where the arm of a hand comes from."""
        if (
            self._step.giver is Giver.SELF
            and self._step.path is None
            and self._move is not None
            and role.when is not None
        ):
            return OVER_THE_HEAD
        near = body is stands_at(role.when, self._across())
        opposite = role.hand is role.body.other
        return arm(self._step.giver, self._chart.view, self._picture, opposite, near, self._across())

    def from_front(self, role: Role) -> bool:
        """Whether a hand reaches over one's own shoulder from the front and is seen from behind."""
        opposite = role.hand is role.body.other
        return opposite and reaches_over(self._step.giver, self._chart.view)

    def _across(self) -> bool:
        """Whether the hands lie across the body, away from a giver at the hip. Then the second is the upper one."""
        step, motion = self._step, self._score.motion
        if step.giver is not Giver.HIP or self._chart.view != "whole_back" or _ACROSS.get(motion) != self._picture:
            return False
        return motion is not Motion.SQUEEZE or step.other_hand is OtherHand.ALTERNATES
