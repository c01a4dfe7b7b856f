"""A step done as stroking: the same place and time, with a gentler technique."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial

from desktop.domain.routine import Breathing, BreathPattern, Return, Step, StrokePath, Waypoint
from desktop.domain.screening import Safety
from desktop.domain.technique import Technique
from desktop.domain.tempo import Tempo

_CALM_RATE = 8.0
"""Strokes a minute where another technique is done as stroking."""
_STROKING_HANDS = ("palm", "finger_pads", "finger_pad", "none")
_SHORT_STROKE_CM = 3.0
"""How far a stroke runs where a single spot was to be pressed."""


def as_stroking(safety: Safety, step: Step, gentler: Technique, pressure: int) -> Step:
    """The step with a gentler technique, as continuous strokes where it follows a path."""
    lighter = replace(
        step,
        technique=gentler.slug,
        pressure=pressure,
        hand=step.hand if step.hand in _STROKING_HANDS else "finger_pads",
        hand_note="",
        cue=safety.light_cue,
        breath=safety.light_breath,
    )
    if step.path is None or gentler.rate is None:
        return lighter
    seconds, passes = Tempo(step).side_seconds, len(step.path.passes)
    rounds = _whole_rounds(seconds, passes, gentler.rate)
    reps = rounds * passes
    return replace(
        lighter,
        path=_continuous(step.path, rounds),
        rate=reps * 60 / seconds,
        reps=reps,
        hold=None,
        breathing=Breathing(BreathPattern.OUT_ON_WORK),
    )


def _whole_rounds(seconds: float, passes: int, rate: tuple[float, float]) -> int:
    """How often all passes are stroked: whole rounds, at a rate in the range, as near to a calm one as they allow."""
    per_round = 60 * passes / seconds
    allowed = range(max(1, math.ceil(rate[0] / per_round)), max(1, math.floor(rate[1] / per_round)) + 1)
    return min(allowed or (1,), key=partial(_from_calm, per_round))


def _from_calm(per_round: float, rounds: int) -> float:
    return abs(rounds * per_round - _CALM_RATE)


def _continuous(path: StrokePath, rounds: int) -> StrokePath:
    """The same way without stops; a single spot becomes a short stroke outwards from it."""
    passes = tuple(passing if len(passing) > 1 else _short_stroke(passing[0]) for passing in path.passes)
    return replace(path, passes=passes, spots=None, cycles_per_spot=None, cycles_per_pass=rounds, return_=Return.LIFTED)


def _short_stroke(spot: Waypoint) -> tuple[Waypoint, Waypoint]:
    return spot, replace(spot, lateral=spot.lateral + _SHORT_STROKE_CM)
