"""What a hand does within one cycle, apart from travelling: small pure functions of phase (content sheet 2.0)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from desktop.domain.easing import smooth
from desktop.domain.routine import Return, Step
from desktop.domain.technique import Motion

CIRCLE_CM = 1.1
"""Radius of a small circle: two to three centimetres across, as the sheet has it."""

_RESTING_TOUCH = 0.2
_EASE_SECONDS = 2.5


class Gesture(NamedTuple):
    """Offsets in cm from the place being worked (`out` away from the midline, `up` upwards), `grip` 0 open to 1 closed,
    `press` the share of the planned pressure, `lift` 0 on the skin to 1 away."""

    out: float = 0.0
    up: float = 0.0
    grip: float = 0.0
    press: float = 1.0
    lift: float = 0.0


def circle(phase: float) -> Gesture:
    """One round, outwards over the top; the skin moves with the finger."""
    angle = 2 * math.pi * phase
    return Gesture(CIRCLE_CM * math.sin(angle), CIRCLE_CM * math.cos(angle), press=0.9 + 0.1 * math.cos(angle))


def squeeze(phase: float) -> Gesture:
    """Gather, squeeze, lift a little, release."""
    grip = smooth((phase - 0.12) / 0.33) - smooth((phase - 0.62) / 0.28)
    raised = smooth((phase - 0.35) / 0.2) - smooth((phase - 0.62) / 0.28)
    return Gesture(up=0.35 * raised, grip=grip, press=_RESTING_TOUCH + (1 - _RESTING_TOUCH) * grip)


def rub(phase: float) -> Gesture:
    """Back and forth across the band, with the skin."""
    return Gesture(out=0.75 * math.sin(2 * math.pi * phase))


def tap(phase: float) -> Gesture:
    """Touch and rebound."""
    lift = math.sin(math.pi * phase)
    return Gesture(press=1 - lift, lift=0.5 * lift)


def tremble(phase: float) -> Gesture:
    """A fine trembling; the contact stays."""
    return Gesture(out=0.12 * math.sin(2 * math.pi * phase))


def still(_phase: float) -> Gesture:
    return Gesture()


def hold(held_share: float, period: float) -> Callable[[float], Gesture]:
    """Slowly in, wait, slowly out; in the pause the hands stay on the skin without weight."""
    ease = min(_EASE_SECONDS / period, held_share / 3)
    out = max(min(_EASE_SECONDS / period, 1 - held_share), 1e-6)

    def held(phase: float) -> Gesture:
        weight = smooth(phase / ease) - smooth((phase - held_share) / out)
        return Gesture(up=0.3 * weight, press=_RESTING_TOUCH + (1 - _RESTING_TOUCH) * weight)

    return held


_GESTURES: dict[Motion, Callable[[float], Gesture]] = {
    Motion.GLIDE: still,
    Motion.CIRCLE: circle,
    Motion.SQUEEZE: squeeze,
    Motion.RUB: rub,
    Motion.TAP: tap,
    Motion.TREMBLE: tremble,
    Motion.MOVE: still,
    Motion.REST: still,
}

DRAWN = frozenset(_GESTURES) | {Motion.HOLD}
"""The motions the player can show."""

_WORK = {Motion.SQUEEZE: 0.62, Motion.MOVE: 0.5, Motion.GLIDE: 1.0}
_WORK_OF_STROKE = {Return.LIFTED: 0.64, Return.LIGHT: 0.5, Return.NONE: 1.0}


def gesture(motion: Motion, held_share: float | None, period: float) -> Callable[[float], Gesture]:
    """The gesture of a motion as a function of phase. Raises KeyError for a motion that is not drawn."""
    if motion is Motion.HOLD:
        return hold(1.0 if held_share is None else held_share, period)
    return _GESTURES[motion]


def work_share(step: Step, motion: Motion, held_share: float | None) -> float:
    """The share of a cycle in which the hands work; in the rest of it they let go or come back."""
    if held_share is not None:
        return held_share
    if motion is Motion.GLIDE and step.path:
        return _WORK_OF_STROKE[step.path.return_]
    return _WORK.get(motion, 1.0)


def move_amount(phase: float, held_share: float | None, period: float) -> float:
    """How far the body's own movement has gone: there and back evenly, or there, held, and back."""
    if held_share is None:
        return 0.5 - 0.5 * math.cos(2 * math.pi * phase)
    there = min(4 / period, held_share / 2)
    return smooth(phase / there) - smooth((phase - held_share) / max(1 - held_share, 1e-6))
