"""One step made ready to be shown: its hands on their ways and the part of the view to look at."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.body import Side
from desktop.domain.carriers import Carrier, Contact, Resting, Stops, Stroke, Travel
from desktop.domain.chart import Atlas, Point
from desktop.domain.easing import smooth
from desktop.domain.focus import around_hands, whole
from desktop.domain.frame import Focus, HandPose, Trace
from desktop.domain.guide import Guide
from desktop.domain.hand_parts import part
from desktop.domain.motion import Gesture, gesture
from desktop.domain.paths import PathError, Surveyor
from desktop.domain.routine import Hands, Step, StepSide, StrokePath
from desktop.domain.score import Score
from desktop.domain.technique import Motion
from desktop.domain.tempo import Beat
from desktop.domain.ways import Way

_LANDING_SECONDS = 0.7
"""The hands come down at the start of a step and let go at its end."""

_ONE_PLACE = (StepSide.BOTH, StepSide.MIDLINE)

HOVER = 0.5
"""How far away the hands wait before the first step."""


class Choreography:
    """A step's hands on their ways. Raises PathError where its path cannot be drawn in its view."""

    def __init__(self, score: Score, guide: Guide, atlas: Atlas) -> None:
        self._score, self._step, self._atlas = score, score.step, atlas
        self._chart = atlas.chart(score.step.view)
        surveyors = {side: Surveyor(self._chart, guide.landmarks, score.step.hand, side) for side in _sides(score.step)}
        self._turned = {
            side: -(surveyor.outward or (-1 if side is Side.LEFT else 1)) for side, surveyor in surveyors.items()
        }
        self._carriers = {side: self._carrier(side, surveyor) for side, surveyor in surveyors.items()}
        self.focus = self._focus()

    def hands(self, beat: Beat, landing_from: float) -> tuple[HandPose, ...]:
        """The hands at a beat; `landing_from` is how far away they were before the step."""
        away = max(landing_from * (1 - smooth(beat.since / _LANDING_SECONDS)), 1 - smooth(beat.left / _LANDING_SECONDS))
        return tuple(self._pose(side, carrier.contact(beat), away) for side, carrier in self._at_work(beat))

    def traces(self, beat: Beat) -> tuple[Trace, ...]:
        return tuple(trace for _, carrier in self._at_work(beat) if (trace := carrier.trace(beat)) is not None)

    def _at_work(self, beat: Beat) -> list[tuple[Side, Carrier]]:
        return [(side, c) for side, c in self._carriers.items() if beat.side in (None, side)]

    def _pose(self, side: Side, contact: Contact, away: float) -> HandPose:
        lift = max(contact.lift, away)
        turn = contact.turn * self._turned[side]
        pressure = self._step.pressure * contact.press * (1 - lift)
        return HandPose(side, self._step.hand, Point(contact.x, contact.y), turn, contact.grip, lift, pressure)

    def _focus(self) -> Focus:
        placed = [(spot, self._turned[side]) for side, carrier in self._carriers.items() for spot in carrier.places]
        return around_hands(self._chart, part(self._step.hand), placed) if placed else whole(self._chart)

    def _carrier(self, side: Side, surveyor: Surveyor) -> Carrier:
        """What carries one hand."""
        path, motion, tempo = self._step.path, self._score.motion, self._score.tempo
        done = gesture(motion, tempo.held_share, tempo.period)
        if path is None:
            return self._resting(side, surveyor, done)
        ways = _ways(path, side, surveyor)
        if motion is Motion.GLIDE:
            return Stroke(side, surveyor.outward, ways, path, self._score.work)
        if path.spots is None and self._step.hold is None:
            return Travel(side, surveyor.outward, ways, path, done)
        return Stops(side, surveyor.outward, ways, path, done, tempo.period)

    def _resting(self, side: Side, surveyor: Surveyor, done: Callable[[float], Gesture]) -> Carrier:
        step = self._step
        if step.at is None:
            raise PathError(f"step {step.number} has neither a path nor a place to rest")
        sheet = self._atlas.move(step.move, step.view) if step.move else None
        move = (sheet, self._score.amount) if sheet else None
        return Resting(side, surveyor.spot(step.at), done, step.at.landmark, move)


def _ways(path: StrokePath, side: Side, surveyor: Surveyor) -> list[Way]:
    """The ways of one hand: its own half of the passes where they run together, backwards where they are opposed."""
    passes = path.passes
    if path.hands is Hands.TOGETHER:
        passes = passes[0 if side is Side.LEFT else 1 :: 2] or passes
    backwards = path.hands is Hands.OPPOSED and side is Side.RIGHT
    return [surveyor.way(passing[::-1] if backwards else passing) for passing in passes]


def _sides(step: Step) -> tuple[Side, ...]:
    """The hands that take part in a step; a single hand that keeps to no side is the right one."""
    if step.hand == "none":
        return ()
    single = step.path is not None and step.path.hands is Hands.SINGLE
    return (Side.RIGHT,) if single and step.side in _ONE_PLACE else (Side.LEFT, Side.RIGHT)
