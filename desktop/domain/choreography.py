"""A step made ready to be shown in one view: its hands on their ways and the part of the view to look at."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from desktop.domain.body_move import body_move
from desktop.domain.cast import Role, cast
from desktop.domain.chart import Atlas, Point
from desktop.domain.focus import also, around_hands, whole
from desktop.domain.frame import Focus, Fold, HandPose, Move, Ripple, SkinPull, SpotWay, Trace
from desktop.domain.guide import Guide
from desktop.domain.hand_at_work import HandAtWork
from desktop.domain.hand_parts import RESTING, part, picture_of
from desktop.domain.layout import Layout
from desktop.domain.lightening import Lightening
from desktop.domain.motions.gesture import LYING, Action
from desktop.domain.motions.table import action_of
from desktop.domain.paths import outward
from desktop.domain.routine import StepSide
from desktop.domain.score import Score
from desktop.domain.technique import Motion
from desktop.domain.tempo import Beat


class Scene(NamedTuple):
    """What the hands and the skin do at one moment."""

    hands: tuple[HandPose, ...]
    skin: tuple[SkinPull, ...]
    folds: tuple[Fold, ...]
    ripples: tuple[Ripple, ...]
    traces: tuple[Trace, ...]
    spot_ways: tuple[SpotWay, ...]


class Choreography:
    """A step's hands on their ways in a view; passes drawn in another view are left out.

    Raises PathError where a way cannot be drawn in the view."""

    def __init__(self, score: Score, guide: Guide, atlas: Atlas, view: str) -> None:
        self._score, self._step, self._chart = score, score.step, atlas.chart(view)
        self._regions = guide.regions
        self._picture = picture_of(score.step)
        self._move = body_move(score, atlas, view)
        rocked = score.motion is Motion.ROCK and self._move is not None and self._move.sheet is not None
        self._action = LYING if rocked else action_of(score.motion, score.step, score.tempo)
        self._layout = Layout(score, guide, self._chart, self._picture, self._action, self._move)
        self._roles = [role for role in cast(score.step, self._picture, self._chart) if self._is_seen(role)]
        self._hands = [self._hand(role) for role in self._roles]
        self.focus = self._focus()
        self.contacts = [
            Point(spot.x, spot.y)
            for role, hand in zip(self._roles, self._hands, strict=True)
            for spot in hand.carrier.places
            if not role.rests
        ]

    def move(self, beat: Beat, _fill: float) -> Move | None:
        return self._move.at(beat) if self._move else None

    def scene(self, beat: Beat, fill: float, away: float) -> Scene:
        """The scene at a beat; `fill` is how full the breath is, `away` how far the hands are kept off the skin."""
        present = [hand for hand in self._hands if hand.takes_part(beat)]
        touches = [hand.touch(beat, fill, away) for hand in present]
        period = self._score.tempo.period
        traces = [hand.trace(beat) for hand in present]
        spot_ways = [hand.spot_way(beat) for hand in present]
        return Scene(
            tuple(touch.hand for touch in touches),
            tuple(touch.pull for touch in touches if touch.pull),
            tuple(touch.fold for touch in touches if touch.fold),
            tuple(ripple for hand in present for ripple in hand.ripples(beat, period)),
            tuple(trace for trace in traces if trace),
            tuple(way for way in spot_ways if way),
        )

    def _is_seen(self, role: Role) -> bool:
        """Not a hand that rests where this view does not look, such as the forehead from behind."""
        at = self._step.other_at
        mark = self._chart.landmark(at.landmark, role.body) if role.rests and at else None
        return not role.rests or (mark is not None and mark.seen)

    def _hand(self, role: Role) -> HandAtWork:
        return self._resting_hand(role) if role.rests else self._working_hand(role)

    def _working_hand(self, role: Role) -> HandAtWork:
        turns = self._step.side is StepSide.ALTERNATING
        two = not turns and any(other.second for other in self._roles)
        carrier = self._layout.carrier(role)
        places = [Point(spot.x, spot.y) for spot in carrier.places]
        return HandAtWork(
            side=role.hand,
            when=role.when,
            picture=self._picture,
            carrier=carrier,
            action=self._of_second() if role.second else self._action,
            pressure=self._step.pressure,
            px_per_cm=self._chart.px_per_cm,
            sign=self._layout.sign(role.body),
            outward=outward(self._chart, role.body),
            lag=self._action.lag if role.second and two else 0.0,
            counts=self._action.counts if two else 1,
            in_turn=role.body if turns else None,
            lightening=Lightening(self._chart, self._regions, self._step.pressure, places),
            from_front=self._layout.from_front(role),
        )

    def _resting_hand(self, role: Role) -> HandAtWork:
        """The hand that only lies there while the other one works."""
        return HandAtWork(
            side=role.hand,
            when=role.when,
            picture=RESTING,
            carrier=self._layout.resting(role, self._step.other_at),
            action=LYING,
            pressure=0.0,
            px_per_cm=self._chart.px_per_cm,
            sign=self._layout.sign(role.body),
            outward=outward(self._chart, role.body),
        )

    def _of_second(self) -> Action:
        """What both hands do to the skin together is the first one's to say."""
        if self._score.motion is Motion.WRING:
            return replace(self._action, fold=None)
        return replace(self._action, reach=0.0) if self._score.motion is Motion.ROCK else self._action

    def _focus(self) -> Focus:
        placed = [(part(hand.picture), spot, hand.sign) for hand in self._hands for spot in hand.carrier.places]
        if not placed:
            return whole(self._chart)
        focus = around_hands(self._chart, placed)
        return also(focus, self._move.sheet.crop) if self._move and self._move.sheet else focus
