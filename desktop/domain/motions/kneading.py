"""What hands do with a handful of tissue: squeeze and release, pick up, pluck, roll a fold, wring."""

from __future__ import annotations

import math

from desktop.domain.easing import smooth
from desktop.domain.motions.gesture import Action, Axes, FoldShape, Gesture

_TOUCH = 0.2
_ROLLED_CM = 3.6
_NARROW = 0.45
"""How far two fingers that pinch are closed at least: opened wide, one of them would reach from the brow to the eye."""


def squeeze(small: bool) -> Action:
    """Gather, squeeze, lift a little, release; one hand after the other, but both at once where they only pinch."""
    return Action(_squeezing, lag=0.0 if small else 0.5, reach=4.0, fold=_ridge(small))


def pick_up(small: bool) -> Action:
    """Lift the muscle, squeeze it, let it slip out of the fingers."""
    return Action(_pinching if small else _picking, lag=0.0 if small else 0.5, reach=4.0, fold=_ridge(small))


def pluck() -> Action:
    """A quick small pinch, gone again at once; the hands take turns."""
    return Action(_plucking, counts=2, lag=1.0, reach=2.0, fold=FoldShape(2.2, 1.4), lands=0.4)


def skin_roll() -> Action:
    """A fold is raised and runs like a wave ahead of the thumbs."""
    return Action(_rolling, axes=Axes.WAY, reach=3.0, fold=FoldShape(6.0, 2.4, 1.2, across_way=True))


def wring() -> Action:
    """The folding is between the hands, so it is the carrier's; the skin goes with each hand."""
    return Action(_wringing, axes=Axes.PICTURE, reach=6.0, fold=FoldShape(15.0, 3.2))


def _ridge(small: bool) -> FoldShape:
    return FoldShape(2.4, 1.3) if small else FoldShape(7.0, 3.4)


def _squeezing(count: float) -> Gesture:
    phase = count % 1
    grip = smooth((phase - 0.08) / 0.34) - smooth((phase - 0.62) / 0.28)
    raised = smooth((phase - 0.3) / 0.22) - smooth((phase - 0.6) / 0.28)
    press = _TOUCH + (1 - _TOUCH) * grip
    return Gesture(0.0, 0.45 * raised, grip=grip, press=press, pull=(0.0, 0.45 * raised), fold=0.85 * grip)


def _picking(count: float) -> Gesture:
    phase = count % 1
    grip = smooth((phase - 0.05) / 0.27) - smooth((phase - 0.66) / 0.2)
    raised = smooth((phase - 0.3) / 0.22) - smooth((phase - 0.7) / 0.24)
    slipping = smooth((phase - 0.62) / 0.2)
    press = _TOUCH + (1 - _TOUCH) * grip
    held = raised * (1 - slipping)
    return Gesture(0.0, 0.9 * raised, grip=grip, press=press, pull=(0.0, 0.55 * held), fold=max(0.6 * grip, held))


def _pinching(count: float) -> Gesture:
    picked = _picking(count)
    return picked._replace(grip=_NARROW + (1 - _NARROW) * picked.grip)


def _plucking(count: float) -> Gesture:
    phase = count % 1
    grip = smooth((phase - 0.12) / 0.18) - smooth((phase - 0.42) / 0.12)
    away = smooth((phase - 0.4) / 0.16) - smooth((phase - 0.78) / 0.2)
    return Gesture(0.0, 0.6 * away, grip=grip, press=_TOUCH + (1 - _TOUCH) * grip, lift=0.55 * away, fold=grip)


def _rolling(count: float) -> Gesture:
    phase = count % 1
    on = smooth((phase - 0.16) / 0.6) - smooth((phase - 0.84) / 0.16)
    fold = smooth(phase / 0.16) - smooth((phase - 0.72) / 0.14)
    fingers = 0.72 + 0.28 * math.cos(8 * math.pi * phase)
    press = 0.15 + 0.85 * fold
    return Gesture(0.0, _ROLLED_CM * on, grip=fold * fingers, press=press, pull=(0.0, 0.4 * fold), fold=fold)


def _wringing(count: float) -> Gesture:
    passing = math.sin(2 * math.pi * count)
    return Gesture(pull=(0.6 * passing, 0.0), press=0.55 + 0.45 * abs(passing), fold=abs(passing))
