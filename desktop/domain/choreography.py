"""One step made ready to be shown: its count, its hands on their ways, its ring and the part of the view to look at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from desktop.domain import breath
from desktop.domain.body import Side
from desktop.domain.carriers import Carrier, Contact, Resting, Stops, Stroke, Travel
from desktop.domain.chart import Atlas, Point, ViewChart
from desktop.domain.easing import smooth
from desktop.domain.frame import Breath, Focus, HandPose, Move, Trace
from desktop.domain.guide import Guide
from desktop.domain.hand_parts import part
from desktop.domain.motion import Gesture, gesture, move_amount, still, work_share
from desktop.domain.paths import PathError, Surveyor, Way
from desktop.domain.routine import Hands, Step, StrokePath
from desktop.domain.technique import Motion
from desktop.domain.tempo import Beat, Tempo

_LANDING_SECONDS = 0.7
"""The hands come down at the start of a step and let go at its end."""

HOVER = 0.5
"""How far away the hands wait before the first step."""


class Choreography:
    """A step ready to be shown. Raises PathError where its path cannot be drawn in its view."""

    def __init__(self, step: Step, guide: Guide, atlas: Atlas) -> None:
        self.step = step
        self.tempo = Tempo(step)
        motion = guide.techniques[step.technique].motion
        self._work = work_share(step, motion, self.tempo.held_share)
        self._amount = partial(move_amount, held_share=self.tempo.held_share, period=self.tempo.period)
        self._chart = atlas.chart(step.view)
        self._carriers = self._cast(motion, guide, atlas)
        self.focus = _focus(self._chart, [p for c in self._carriers.values() for p in c.places], step.hand)

    def hands(self, beat: Beat, landing_from: float) -> tuple[HandPose, ...]:
        """The hands at a beat; `landing_from` is how far away they were before the step."""
        away = max(landing_from * (1 - smooth(beat.since / _LANDING_SECONDS)), 1 - smooth(beat.left / _LANDING_SECONDS))
        return tuple(self._pose(side, carrier.contact(beat), away) for side, carrier in self._at_work(beat))

    def traces(self, beat: Beat) -> tuple[Trace, ...]:
        return tuple(trace for _, carrier in self._at_work(beat) if (trace := carrier.trace(beat)) is not None)

    def ring(self, beat: Beat, elapsed: float) -> Breath:
        return breath.ring(self.step, beat, elapsed, self._work)

    def move(self, beat: Beat) -> Move | None:
        return Move(self.step.move, self._amount(beat.phase)) if self.step.move else None

    def holding(self, beat: Beat) -> bool:
        """Whether a hold is on, and not the release after it."""
        return self.tempo.held_share is not None and beat.phase < self.tempo.held_share

    def _at_work(self, beat: Beat) -> list[tuple[Side, Carrier]]:
        return [(side, c) for side, c in self._carriers.items() if beat.side in (None, side)]

    def _pose(self, side: Side, contact: Contact, away: float) -> HandPose:
        lift = max(contact.lift, away)
        turn = -contact.turn * self._outwards[side]
        pressure = self.step.pressure * contact.press * (1 - lift)
        return HandPose(side, self.step.hand, Point(contact.x, contact.y), turn, contact.grip, lift, pressure)

    def _cast(self, motion: Motion, guide: Guide, atlas: Atlas) -> Mapping[Side, Carrier]:
        """The carrier of each hand that takes part."""
        done = gesture(motion, self.tempo.held_share, self.tempo.period)
        if motion is Motion.MOVE or motion is Motion.REST:
            done = still
        self._outwards: dict[Side, int] = {}
        carriers: dict[Side, Carrier] = {}
        for side in _sides(self.step):
            surveyor = Surveyor(self._chart, guide.landmarks, self.step.hand, side)
            self._outwards[side] = surveyor.outward or (-1 if side is Side.LEFT else 1)
            carriers[side] = self._carrier(side, surveyor, motion, done, atlas)
        return carriers

    def _carrier(
        self, side: Side, surveyor: Surveyor, motion: Motion, done: Callable[[float], Gesture], atlas: Atlas
    ) -> Carrier:
        step, path, outward = self.step, self.step.path, surveyor.outward
        if path is None:
            return self._resting(side, surveyor, done, atlas)
        ways = _ways(path, side, surveyor)
        if motion is Motion.GLIDE:
            return Stroke(side, outward, ways, path, self._work)
        if path.spots is None and step.hold is None:
            return Travel(side, outward, ways, path, done)
        return Stops(side, outward, ways, path, done, self.tempo.period)

    def _resting(self, side: Side, surveyor: Surveyor, done: Callable[[float], Gesture], atlas: Atlas) -> Carrier:
        if self.step.at is None:
            raise PathError(f"step {self.step.number} has neither a path nor a place to rest")
        sheet = atlas.move(self.step.move) if self.step.move else None
        move = (sheet, self._amount) if sheet and sheet.view == self.step.view else None
        return Resting(side, surveyor.spot(self.step.at), done, self.step.at.landmark, move)


def _ways(path: StrokePath, side: Side, surveyor: Surveyor) -> list[Way]:
    """The ways of one hand: its own half of the passes where they run together, backwards where they are opposed."""
    passes = path.passes
    if path.hands is Hands.TOGETHER:
        passes = passes[0 if side is Side.LEFT else 1 :: 2] or passes
    backwards = path.hands is Hands.OPPOSED and side is Side.RIGHT
    return [surveyor.way(passing[::-1] if backwards else passing) for passing in passes]


def _sides(step: Step) -> tuple[Side, ...]:
    """The hands that take part in a step; a single hand on both sides or the midline is the right one."""
    if step.hand == "none":
        return ()
    if step.path and step.path.hands is Hands.SINGLE and Tempo(step).sides == (None,):
        return (Side.RIGHT,)
    return (Side.LEFT, Side.RIGHT)


def _focus(chart: ViewChart, places: list[Point], hand: str) -> Focus:
    """The part of the view that holds all the step's places and the hands on them, within the picture."""
    width, height = chart.size
    if not places:
        return Focus(0, 0, width, height)
    span = part(hand).span * chart.px_per_cm
    left, right = max(min(p.x for p in places) - span, 0), min(max(p.x for p in places) + span, width)
    top, bottom = max(min(p.y for p in places) - span, 0), min(max(p.y for p in places) + span, height)
    return Focus(left, top, right - left, bottom - top)
