"""What a hand does while it travels: strip slowly, roll a tool, walk with two fingers."""

from __future__ import annotations

import math

from desktop.domain.easing import smooth
from desktop.domain.motions.gesture import Action, Axes, Gesture, still

_PUSHED_CM = 0.5
_STEP_CM = 0.7
_LANDS = 0.45
_MIDDLE_CM, _INDEX_CM = (1.5, 1.6), (-1.4, 2.0)
"""Where the finger that steps ahead comes down in a right hand: to the right of the contact, and ahead."""
_ROUND_CM = {"ball": 10.5, "roller": 2.04}
"""Half-way round a tennis ball, one rib of a foam roller: then they look as before."""
_ON_SPOT_CM = 1.6


def strip() -> Action:
    """So slow and firm that the skin is pushed ahead of the hand."""
    return Action(_pushing, axes=Axes.WAY, reach=4.0)


def roll(tool: str, *, on_spot: bool) -> Action:
    """A ball or a roller turns as it goes; on a spot it goes to and fro."""
    return Action(_to_and_fro if on_spot else still, axes=Axes.WAY, turning=_ROUND_CM[tool])


def _pushing(_count: float) -> Gesture:
    return Gesture(pull=(0.0, _PUSHED_CM))


def _to_and_fro(count: float) -> Gesture:
    by = math.sin(2 * math.pi * count)
    return Gesture(0.0, _ON_SPOT_CM * by, pull=(0.0, 0.4 * by))


def walk() -> Action:
    """Index and middle finger step by step; the hand goes ahead with each."""
    return Action(_walking, axes=Axes.WAY, reach=1.6, lands=_LANDS, fingertip=_fingertip)


def _walking(count: float) -> Gesture:
    phase, other = count % 1, int(count) % 2
    stepped = smooth(phase / _LANDS)
    return Gesture(
        0.0, _STEP_CM * (stepped - phase), grip=abs(other - stepped), press=0.4 + 0.6 * smooth((phase - 0.3) / 0.15)
    )


def _fingertip(count: float) -> tuple[float, float]:
    return _INDEX_CM if int(count) % 2 else _MIDDLE_CM
