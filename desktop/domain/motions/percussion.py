"""Blows: rain of fingertips, hand edges, cupped hands, loose fists. Two hands take turns, count by count."""

from __future__ import annotations

from collections.abc import Callable

from desktop.domain.easing import clamp
from desktop.domain.motions.gesture import Action, Gesture

RIPPLE_SECONDS = 0.7
"""How long the mark of a blow is seen: at four blows a second the last three."""

_LANDS, _LEAVES = 0.4, 0.52
_RISE_CM = 2.0
"""How far up the picture a hand goes that has sprung back: seen from above it would hardly be noticed."""
_FINGERS = (0, 2, 1, 3)
"""The order in which fingertips drop: neighbours never after each other."""
_FINGERTIPS_CM = ((-3.9, -0.4), (-1.1, 1.0), (1.4, 0.2), (3.5, -2.6))
"""Where they are in the picture of a right hand, the index first: to the right of the contact, and ahead."""


def rain() -> Action:
    """Fingers in turn, the hand hardly rises."""
    return Action(_raining, counts=2, lag=1.0, lands=_LANDS, fingertip=_fingertip)


def hack() -> Action:
    return _blows(0.55)


def cup() -> Action:
    return _blows(0.5)


def pound() -> Action:
    return _blows(0.5)


def _finger(count: float) -> int:
    """Which of the four fingers a tap is done with, 0 the index."""
    return _FINGERS[int(count) % len(_FINGERS)]


def _fingertip(count: float) -> tuple[float, float]:
    return _FINGERTIPS_CM[_finger(count)]


def _blows(height: float) -> Action:
    return Action(_blow(height), counts=2, lag=1.0, lands=_LANDS)


def _blow(height: float) -> Callable[[float], Gesture]:
    """It falls faster and faster, touches for a moment and springs back."""

    def struck(count: float) -> Gesture:
        away = _away(count % 1)
        return Gesture(0.0, _RISE_CM * away, press=clamp(1 - 1.6 * away), lift=height * away)

    return struck


def _raining(count: float) -> Gesture:
    away = _away(count % 1)
    finger = _finger(count) / (len(_FINGERS) - 1)
    return Gesture(0.0, 0.4 * away, grip=finger, press=clamp(1 - 1.5 * away), lift=0.3 * away)


def _away(phase: float) -> float:
    """How far a striking hand is from the skin, 0 to 1."""
    if phase < _LANDS:
        return 1 - (phase / _LANDS) ** 2
    if phase < _LEAVES:
        return 0.0
    return 1 - ((1 - phase) / (1 - _LEAVES)) ** 2
