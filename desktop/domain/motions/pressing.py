"""Straight in, wait, slowly out: holds, leans with the body's weight, points, the tug at the hair, stretched skin."""

from __future__ import annotations

import math
from collections.abc import Callable

from desktop.domain.easing import smooth
from desktop.domain.motions.gesture import Action, Axes, Gesture

STRETCH_SHARE = 1 / 3
"""Of a lymph cycle: a third to stretch the skin, the rest for it to come back by itself."""
LEAN_SHARE = 0.62
_TOUCH = 0.2
_EASE_SECONDS = 2.5
_STRETCH_CM = 0.8
_SHOWN_CM = 2.4
"""The arrow towards the drain is longer than the stretch: the fingers hide that."""
_POINT_CM, _POINT_SECONDS = 0.25, 2.0


def hold(held_share: float, period: float, closing: float = 0.0) -> Action:
    """Slowly in, wait, slowly out; in the pause the hands stay on the skin without weight. A grip closes as far as
    `closing`, 0 to 1, while it holds; so it does in `point` and `lean`."""
    weight = _weight(held_share, period)

    def held(count: float) -> Gesture:
        pressed = weight(count % 1)
        return Gesture(grip=closing * pressed, press=_TOUCH + (1 - _TOUCH) * pressed)

    return Action(held)


def point(held_share: float, period: float, closing: float = 0.0) -> Action:
    """Held, with tiny circles that take the skin along."""
    weight = _weight(held_share, period)

    def circling(count: float) -> Gesture:
        pressed, angle = weight(count % 1), 2 * math.pi * count * period / _POINT_SECONDS
        out, up = _POINT_CM * pressed * math.sin(angle), _POINT_CM * pressed * math.cos(angle)
        return Gesture(out, up, closing * pressed, press=_TOUCH + (1 - _TOUCH) * pressed, pull=(out, up))

    return Action(circling, reach=1.8)


def lean(held_share: float | None, closing: float = 0.0) -> Action:
    """The weight comes with the out-breath, stays, and goes; between two leans the hand is free to move on."""
    out = LEAN_SHARE if held_share is None else held_share

    def leaning(count: float) -> Gesture:
        phase = count % 1
        weight = smooth(phase / (0.5 * out)) - smooth((phase - out) / (0.7 * (1 - out)))
        free = 0.25 * smooth((phase - 0.9) / 0.06) * smooth((1 - phase) / 0.04)
        return Gesture(grip=closing * weight, press=0.1 + 0.9 * weight, lift=free)

    return Action(leaning)


def tug(held_share: float, period: float) -> Action:
    """The fingers close at the roots, lift the scalp a little, and open."""
    weight = _weight(held_share, period)

    def tugged(count: float) -> Gesture:
        pulled = weight(count % 1)
        closed = smooth(3 * pulled)
        return Gesture(0.0, 0.5 * pulled, grip=closed, press=_TOUCH + (1 - _TOUCH) * pulled, pull=(0.0, 0.5 * pulled))

    return Action(tugged, reach=3.5)


def stretch_skin() -> Action:
    """The hand does not slide: the skin goes with it towards the drain and comes back without any weight."""
    return Action(_stretched, axes=Axes.WAY, reach=4.5, shown_way=((0.0, 0.0), (0.0, _SHOWN_CM)))


def _stretched(count: float) -> Gesture:
    phase = count % 1
    by = _STRETCH_CM * (smooth(phase / STRETCH_SHARE) - smooth((phase - STRETCH_SHARE) / 0.5))
    press = smooth(phase / 0.1) - smooth((phase - STRETCH_SHARE) / 0.1)
    return Gesture(0.0, by, press=0.1 + 0.9 * press, pull=(0.0, by))


def _weight(held_share: float, period: float) -> Callable[[float], float]:
    """The share of the weight at a phase."""
    ease = min(_EASE_SECONDS / period, held_share / 3)
    out = max(min(_EASE_SECONDS / period, 1 - held_share), 1e-6)
    return lambda phase: smooth(phase / ease) - smooth((phase - held_share) / out)
