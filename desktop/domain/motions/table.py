"""Which motion a step is done with, and that motion made ready for it."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.hand_parts import picture_of
from desktop.domain.motions import circles, kneading, percussion, pressing, shaking, strokes
from desktop.domain.motions.gesture import LYING, Action, still
from desktop.domain.routine import Return, Step
from desktop.domain.technique import Motion, Technique
from desktop.domain.tempo import Tempo

CIRCLES_FROM = 20
"""Cycles a minute: a brush or a stone strokes when slower and circles when faster (content sheet 2.7)."""
SHAKES_UP_TO = 180
"""Cycles a minute: vibration is a shaking up to here and a fine trembling above."""

_REST = Action(still, breathes=0.25)


def motion_of(technique: Technique, step: Step) -> Motion:
    """The technique's motion, or what it becomes in this step: by its rate, its hold or the part of the hand."""
    becomes = _BECOMES.get(technique.motion)
    return becomes(technique, step) if becomes else technique.motion


def action_of(motion: Motion, step: Step, tempo: Tempo) -> Action:
    """The motion with the measures this step gives it."""
    return _ACTIONS[motion](step, tempo)


def work_share(motion: Motion, step: Step, held_share: float | None) -> float:
    """The share of a cycle in which the hands work; in the rest of it they let go or come back."""
    if held_share is not None:
        return held_share
    if motion in (Motion.GLIDE, Motion.STRIP) and step.path:
        return _WORK_OF_STROKE[step.path.return_]
    return _WORK.get(motion, 1.0)


_WORK = {
    Motion.SQUEEZE: 0.62,
    Motion.PICK_UP: 0.66,
    Motion.SKIN_ROLL: 0.78,
    Motion.MOVE: 0.5,
    Motion.LEAN: pressing.LEAN_SHARE,
    Motion.STRETCH_SKIN: pressing.STRETCH_SHARE,
}
_CLOSED = 0.7
_WORK_OF_STROKE = {Return.LIFTED: 0.64, Return.LIGHT: 0.5, Return.NONE: 1.0}


def _gliding(technique: Technique, step: Step) -> Motion:
    if step.path is None:
        return Motion.REST
    tool = technique.slug in ("soft_brush", "warm_stone")
    return Motion.CIRCLE if tool and (step.rate or 0) >= CIRCLES_FROM else Motion.GLIDE


def _circling(_technique: Technique, step: Step) -> Motion:
    return Motion.TUG if step.hold else Motion.CIRCLE


def _squeezing(_technique: Technique, step: Step) -> Motion:
    return Motion.CIRCLE if step.hand == "knuckles" else Motion.SQUEEZE


def _trembling(_technique: Technique, step: Step) -> Motion:
    return Motion.SHAKE if (step.rate or 0) <= SHAKES_UP_TO else Motion.TREMBLE


def _rolling(_technique: Technique, step: Step) -> Motion:
    return Motion.HOLD if step.hold else Motion.ROLL


def _holding(technique: Technique, _step: Step) -> Motion:
    return Motion.POINT if technique.slug == "acupressure_hold" else Motion.HOLD


_BECOMES: dict[Motion, Callable[[Technique, Step], Motion]] = {
    Motion.GLIDE: _gliding,
    Motion.CIRCLE: _circling,
    Motion.SQUEEZE: _squeezing,
    Motion.TREMBLE: _trembling,
    Motion.ROLL: _rolling,
    Motion.HOLD: _holding,
}


def _circle(step: Step, _tempo: Tempo) -> Action:
    return circles.circle(picture_of(step), step.view)


def _held_share(tempo: Tempo) -> float:
    return 1.0 if tempo.held_share is None else tempo.held_share


def _small(step: Step) -> bool:
    return picture_of(step) == "pinch"


def _closing(step: Step) -> float:
    """How far a grip closes on what it holds."""
    return _CLOSED if picture_of(step) in ("pincer", "pinch") else 0.0


_ACTIONS: dict[Motion, Callable[[Step, Tempo], Action]] = {
    Motion.GLIDE: lambda _step, _tempo: LYING,
    Motion.SAW: lambda _step, _tempo: LYING,
    Motion.STRIP: lambda _step, _tempo: strokes.strip(),
    Motion.SPREAD: lambda _step, _tempo: strokes.strip(),
    Motion.CIRCLE: _circle,
    Motion.SQUEEZE: lambda step, _tempo: kneading.squeeze(_small(step)),
    Motion.PICK_UP: lambda step, _tempo: kneading.pick_up(_small(step)),
    Motion.WRING: lambda _step, _tempo: kneading.wring(),
    Motion.SKIN_ROLL: lambda _step, _tempo: kneading.skin_roll(),
    Motion.PLUCK: lambda _step, _tempo: kneading.pluck(),
    Motion.RUB: lambda step, _tempo: shaking.rub(along_body="shoulder_top" in step.regions),
    Motion.TREMBLE: lambda _step, _tempo: shaking.tremble(),
    Motion.SHAKE: lambda _step, _tempo: shaking.shake(),
    Motion.ROCK: lambda _step, _tempo: shaking.rock(),
    Motion.TAP: lambda _step, _tempo: percussion.rain(),
    Motion.HACK: lambda _step, _tempo: percussion.hack(),
    Motion.CUP: lambda _step, _tempo: percussion.cup(),
    Motion.POUND: lambda _step, _tempo: percussion.pound(),
    Motion.HOLD: lambda step, tempo: pressing.hold(_held_share(tempo), tempo.period, _closing(step)),
    Motion.POINT: lambda step, tempo: pressing.point(_held_share(tempo), tempo.period, _closing(step)),
    Motion.LEAN: lambda step, tempo: pressing.lean(tempo.held_share, _closing(step)),
    Motion.TUG: lambda _step, tempo: pressing.tug(_held_share(tempo), tempo.period),
    Motion.STRETCH_SKIN: lambda _step, _tempo: pressing.stretch_skin(),
    Motion.WALK: lambda _step, _tempo: strokes.walk(),
    Motion.ROLL: lambda step, _tempo: strokes.roll(step.hand, on_spot=step.path is not None and bool(step.path.spots)),
    Motion.MOVE: lambda _step, _tempo: LYING,
    Motion.REST: lambda _step, _tempo: _REST,
}
