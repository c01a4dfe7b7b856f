"""To and fro: rubbing across the fibres, trembling, shaking, rocking the whole body."""

from __future__ import annotations

import math

from desktop.domain.motions.gesture import Action, Axes, Gesture

ROCKING_REACH_CM = 45.0
_SHOWN_CM = 1.5
"""Half of the line that tells that it is rubbed: the fingers hide a shorter one."""
_RUBBED_CM, _TREMBLED_CM, _SHAKEN_CM, _ROCKED_CM = 0.9, 0.3, 0.7, 1.0


def rub(along_body: bool) -> Action:
    """Back and forth across the band with the skin; `along_body` where its fibres run outwards."""

    def rubbed(count: float) -> Gesture:
        by = math.sin(2 * math.pi * count)
        cm, skin = _RUBBED_CM * by, 0.6 * by
        return Gesture(0.0, cm, pull=(0.0, skin)) if along_body else Gesture(cm, 0.0, pull=(skin, 0.0))

    ends = (0.0, _SHOWN_CM) if along_body else (_SHOWN_CM, 0.0)
    return Action(rubbed, reach=2.6, shown_way=((-ends[0], -ends[1]), ends), to_and_fro=True)


def tremble() -> Action:
    """So fast and small that it is seen as a blur; the contact stays."""

    def trembled(count: float) -> Gesture:
        by = _TREMBLED_CM * math.sin(2 * math.pi * count)
        return Gesture(by, 0.0, pull=(by, 0.0), swing=1.6 * _TREMBLED_CM)

    return Action(trembled, axes=Axes.HAND, reach=3.0)


def shake() -> Action:
    """Coarse: two or three times a second, and the tissue sways along."""

    def shaken(count: float) -> Gesture:
        by = _SHAKEN_CM * math.sin(2 * math.pi * count)
        return Gesture(by, 0.0, pull=(0.8 * by, 0.0), swing=0.4 * _SHAKEN_CM)

    return Action(shaken, axes=Axes.HAND, reach=7.0)


def rock() -> Action:
    """The whole body sways sideways, and the hands with it."""

    def rocked(count: float) -> Gesture:
        by = _ROCKED_CM * math.sin(2 * math.pi * count)
        return Gesture(by, 0.0, press=0.7 + 0.3 * abs(math.cos(2 * math.pi * count)), pull=(by, 0.0))

    return Action(rocked, axes=Axes.PICTURE, reach=ROCKING_REACH_CM)
