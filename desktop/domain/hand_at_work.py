"""One hand in a step: its picture, what carries it, what it does there, and what the skin does with it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

from desktop.domain.body import Side
from desktop.domain.carriers import Carrier, Place
from desktop.domain.chart import Point
from desktop.domain.frame import Fold, HandPose, Ripple, SkinPull, SpotWay, Trace
from desktop.domain.lightening import Lightening
from desktop.domain.motions.gesture import Action, Axes, Gesture
from desktop.domain.motions.percussion import RIPPLE_SECONDS
from desktop.domain.tempo import Beat
from desktop.domain.ways import Spot

_LEAST_PULL_CM = 0.02
_LEAST_FOLD = 0.04
_TURNING_FRAMES = 8
_HAND_GOES = 0.35
"""Of a turn of the body the hand goes with; the rest the wrist gives way to."""
_ELBOW_OUT = 8.0
"""The elbow does not come further in than this (degrees inwards) because the body turns."""
_THUMB_DEGREES = 50.0
"""From where the fingers point to where thumb and index part."""


class Touch(NamedTuple):
    """A hand at one moment, and the skin it pulls and folds."""

    hand: HandPose
    pull: SkinPull | None
    fold: Fold | None


@dataclass(frozen=True, slots=True)
class HandAtWork:
    """`side` is whose hand it is, `sign` which way it turns (1 clockwise), `outward` the way from the midline in the
    picture, `when` the side of the step it takes part in (None: both). `lag` is how many counts it comes after the
    other hand, `counts` how many of the step's its own cycle takes; one that works only `in_turn` waits meanwhile."""

    side: Side
    when: Side | None
    picture: str
    carrier: Carrier
    action: Action
    pressure: float
    px_per_cm: float
    sign: int
    outward: int
    lag: float = 0.0
    counts: int = 1
    in_turn: Side | None = None
    lightening: Lightening | None = None
    from_front: bool = False

    def takes_part(self, beat: Beat) -> bool:
        return self.when is None or beat.side in (None, self.when)

    def touch(self, beat: Beat, fill: float, away: float) -> Touch:
        """The hand at a beat. `fill` is how full the breath is, `away` how far the hand is kept off the skin."""
        own = later(beat, self.lag)
        place, done = self.carrier.place(own), self._done(own)
        x, y = self._at(place, done, fill)
        turn = self._turn(place)
        lift = max(place.lift, done.lift, away)
        most = self.lightening.most(Point(x, y)) if self.lightening else self.pressure
        pressure = min(self.pressure * place.press * done.press, most) * (1 - lift)
        swing = done.swing * (1 - away)
        hand = HandPose(
            self.side,
            self.picture,
            Point(x, y),
            turn,
            self._grip(done, x, y, turn),
            lift,
            pressure,
            self._vector(place, swing, 0.0) if swing else (0.0, 0.0),
            away,
            self.from_front,
        )
        on_skin = 1 - max(place.lift, away)
        return Touch(hand, self._pull(place, done, on_skin), self._fold(place, done, x, y, on_skin))

    def trace(self, beat: Beat) -> Trace | None:
        return self.carrier.trace(later(beat, self.lag))

    def spot_way(self, beat: Beat) -> SpotWay | None:
        """What it does on the spot, while it stays there."""
        own = later(beat, self.lag)
        place = self.carrier.place(own)
        if not self.action.shown_way or place.calm < 1 or place.lift > 0 or self.in_turn not in (None, own.side):
            return None
        way = tuple(self._vector(place, beside, ahead) for beside, ahead in self.action.shown_way)
        phase = (own.cycle + own.phase) / self.counts % 1
        return SpotWay(Point(place.spot.x, place.spot.y), way, phase, self.action.to_and_fro)

    def ripples(self, beat: Beat, period: float) -> list[Ripple]:
        """The marks of the last blows, the newest first."""
        if self.action.lands is None or not self.takes_part(beat):
            return []
        own, marks = (beat.cycle + beat.phase - self.lag) / self.counts, []
        landed = math.floor(own - self.action.lands) + self.action.lands
        while landed > 0 and (age := (own - landed) * self.counts * period / RIPPLE_SECONDS) < 1:
            marks.append(self._mark(beat, landed, age))
            landed -= 1
        return marks

    def _mark(self, beat: Beat, landed: float, age: float) -> Ripple:
        count = landed * self.counts
        place, done = self.carrier.place(beat._replace(cycle=int(count), phase=count % 1)), self.action.gesture(landed)
        x, y = self._at(place, done, 0.0)
        if self.action.fingertip is not None:
            right, ahead = self.action.fingertip(landed)
            dx, dy = self._in_hand(place.spot, right if self.side is Side.RIGHT else -right, ahead)
            x, y = x + dx, y + dy
        return Ripple(Point(x, y), age, self.pressure * (1 - place.lift))

    def _done(self, own: Beat) -> Gesture:
        if self.in_turn is not None and own.side is not self.in_turn:
            return self.action.gesture(0.0)._replace(press=0.1, pull=(0.0, 0.0), fold=0.0)
        return self.action.gesture((own.cycle + own.phase) / self.counts)

    def _at(self, place: Place, done: Gesture, fill: float) -> tuple[float, float]:
        dx, dy = self._vector(place, done.beside * place.calm, done.ahead * place.calm)
        rise = self.action.breathes * fill * self.px_per_cm
        return place.spot.x + dx, place.spot.y + dy - rise

    def _turn(self, place: Place) -> float:
        """The hand goes with a turn of the body as far as its wrist and elbow allow."""
        own = place.spot.turn
        return self.sign * max(own + self.sign * _HAND_GOES * place.tilt, min(own, _ELBOW_OUT))

    def _grip(self, done: Gesture, x: float, y: float, turn: float) -> float:
        """What rolls has turned as far as it lies along its own heading: on the way back it rolls backwards."""
        if not self.action.turning:
            return done.grip
        heading = math.radians(turn)
        along = (x * math.sin(heading) - y * math.cos(heading)) / self.px_per_cm
        return math.floor(along / self.action.turning * _TURNING_FRAMES) % _TURNING_FRAMES / (_TURNING_FRAMES - 1)

    def _vector(self, place: Place, beside: float, ahead: float) -> tuple[float, float]:
        """Centimetres on the action's axes as picture pixels."""
        spot = place.spot
        if self.action.axes is Axes.WAY:
            return (
                ahead * spot.ahead_x - beside * spot.ahead_y,
                ahead * spot.ahead_y + beside * spot.ahead_x,
            )
        if self.action.axes is Axes.PICTURE:
            return beside * self.px_per_cm, -ahead * self.px_per_cm
        if self.action.axes is Axes.HAND:
            return self._in_hand(spot, beside, ahead)
        outward = self.outward or -self.sign  # seen from the side a round goes up and back, not to and fro
        return outward * spot.across * beside, -spot.along * ahead

    def _in_hand(self, spot: Spot, beside: float, ahead: float) -> tuple[float, float]:
        """Centimetres square to the fingers and where they point, as picture pixels."""
        angle, px = math.radians(spot.turn * self.sign), self.px_per_cm
        across, along = (math.cos(angle), math.sin(angle)), (math.sin(angle), -math.cos(angle))
        return (beside * across[0] + ahead * along[0]) * px, (beside * across[1] + ahead * along[1]) * px

    def _pull(self, place: Place, done: Gesture, on_skin: float) -> SkinPull | None:
        """The skin that goes along lies at the middle of the gesture, so that it is the same all the while."""
        share = place.calm * place.drive * on_skin * (1 - done.lift)
        by = self._vector(place, done.pull[0] * share, done.pull[1] * share)
        if not self.action.reach or math.hypot(*by) < _LEAST_PULL_CM * self.px_per_cm:
            return None
        middle = place.middle.x if place.middle else place.spot.x
        return SkinPull(Point(middle, place.spot.y), by, self.action.reach * self.px_per_cm)

    def _fold(self, place: Place, done: Gesture, x: float, y: float, on_skin: float) -> Fold | None:
        shape, height = self.action.fold, done.fold * place.calm * on_skin
        if shape is None or height < _LEAST_FOLD:
            return None
        spot, px = place.spot, self.px_per_cm
        middle = place.middle or Point(x + shape.ahead * spot.ahead_x, y + shape.ahead * spot.ahead_y)
        return Fold(middle, self._ridge(place), shape.length * px, shape.width * px, height)

    def _ridge(self, place: Place) -> float:
        """The direction of a fold: across the body between two hands, across the way before a hand that rolls it; in a
        hand it comes out between thumb and fingers."""
        if place.middle is not None:
            return 90.0
        if self.action.fold and self.action.fold.across_way:
            return math.degrees(math.atan2(place.spot.ahead_y, place.spot.ahead_x)) % 180
        thumb = -_THUMB_DEGREES if self.side is Side.RIGHT else _THUMB_DEGREES
        return (place.spot.turn * self.sign + thumb) % 180


def later(beat: Beat, lag: float) -> Beat:
    """The beat of a hand that comes `lag` counts after the other."""
    if not lag:
        return beat
    count = max(beat.cycle + beat.phase - lag, 0.0)
    return beat._replace(cycle=int(count), phase=count % 1)
