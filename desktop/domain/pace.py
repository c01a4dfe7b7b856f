"""The pace of a session: the same steps and seconds, slower and softer or more brisk (content sheet 2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from desktop.domain.breath import SHORTEST, shortest_breath
from desktop.domain.guide import Guide
from desktop.domain.ordering import SHAKING
from desktop.domain.routine import Breathing, BreathPattern, Step, StepSide
from desktop.domain.screening import Plan
from desktop.domain.stroking import as_stroking
from desktop.domain.technique import Motion, Technique
from desktop.domain.tempo import Tempo


class Pace(StrEnum):
    """NEUTRAL is the routine as it is written."""

    CALM = "calm"
    NEUTRAL = "neutral"
    ENERGISE = "energise"


@dataclass(frozen=True, slots=True)
class Band:
    """Cycles a minute that a pace asks for, both ends included."""

    low: float
    high: float

    def distance(self, rate: float) -> float:
        return max(self.low - rate, rate - self.high, 0.0)


_STROKES: Final = {
    Pace.CALM: frozenset({"effleurage", "deep_effleurage", "feather_stroking"}),
    Pace.ENERGISE: frozenset({"effleurage", "deep_effleurage"}),
}
"""Feather strokes are there to calm: nobody hurries them."""
_KNEADING: Final = frozenset({Motion.SQUEEZE, Motion.PICK_UP})
_BANDS: Final = {
    Pace.CALM: (Band(5, 7), Band(12, 18)),
    Pace.ENERGISE: (Band(12, 12), Band(24, 30)),
}
"""Of strokes and of kneading. Brisk strokes stay at 12: more is for ways under 15 cm (content sheet 2.1, T01)."""
_CALM_BREATH, _NATURAL_BREATH = "In for four, out for six", "Even, as it comes"
_SHAKING_TAGS: Final = frozenset({"percussion", "percussion_trunk", "vibration"})
_INSTEAD = "Slow strokes"
_INSTEAD_CUE = "Stroke the same place slowly, with a soft hand."
_STROKING = ("effleurage", "feather_stroking")


def paced(plan: Plan, pace: Pace, guide: Guide) -> Plan:
    """The plan at a pace: every step as long as before, within its technique's ranges and below its ceiling."""
    if pace is Pace.NEUTRAL:
        return plan
    steps = tuple(_paced(step, pace, guide) for step in plan.routine.steps)
    ceilings = {step.number: _ceiling(plan, step, guide) for step in steps}
    return replace(plan, routine=replace(plan.routine, steps=steps), ceilings=ceilings)


def _ceiling(plan: Plan, step: Step, guide: Guide) -> int:
    return min(plan.ceilings.get(step.number, step.pressure), guide.techniques[step.technique].pressure[1])


def _paced(step: Step, pace: Pace, guide: Guide) -> Step:
    technique = guide.techniques[step.technique]
    if pace is Pace.CALM and technique.motion in SHAKING:
        return _still(step, guide)
    if pace is Pace.CALM:
        step = _softer(step, technique)
    band = _band(technique, pace)
    return _breathable(_at(step, band, pace, technique)) if band else step


def _band(technique: Technique, pace: Pace) -> Band | None:
    strokes, kneading = _BANDS[pace]
    if technique.slug in _STROKES[pace]:
        return strokes
    return kneading if technique.motion in _KNEADING else None


def _softer(step: Step, technique: Technique) -> Step:
    """A level lighter, and an even breath as one with a longer way out."""
    lighter = replace(step, pressure=max(step.pressure - 1, min(technique.pressure[0], step.pressure)))
    if step.breathing.pattern is not BreathPattern.EVEN:
        return lighter
    return replace(lighter, breathing=Breathing(BreathPattern.LONGER_OUT), breath=_CALM_BREATH)


def _breathable(step: Step) -> Step:
    """A breath that went with the hands goes by itself where they have become too quick for it."""
    if shortest_breath(step, Tempo(step).period) >= SHORTEST:
        return step
    return replace(step, breathing=Breathing(BreathPattern.EVEN), breath=_NATURAL_BREATH)


def _still(step: Step, guide: Guide) -> Step:
    """Strokes over the same place where something would tap or tremble."""
    pressure = max(step.pressure - 1, 1)
    gentler = next(
        technique
        for technique in map(guide.techniques.__getitem__, _STROKING)
        if technique.pressure[0] <= pressure and set(step.regions) <= technique.allowed_regions
    )
    stroking = as_stroking(guide.safety, step, gentler, pressure)
    slow = _at(stroking, _BANDS[Pace.CALM][0], Pace.CALM, gentler)
    return replace(slow, name=_INSTEAD, cue=_INSTEAD_CUE, tags=step.tags - _SHAKING_TAGS)


def _at(step: Step, band: Band, pace: Pace, technique: Technique) -> Step:
    """The step at the rate nearest to the band that its seconds, sides and stops allow: slower only where it is to be
    calm, quicker only where it is to be brisk, and then no quicker than the band."""
    if step.rate is None or technique.rate is None:
        return step
    low, high = technique.rate
    if pace is Pace.CALM:
        high = step.rate
    else:
        low, high = step.rate, min(high, max(band.high, step.rate))
    counts = [count for count in _Count.possible(step) if low <= count.rate <= high]
    best = min((_Count.of(step), *counts), key=lambda count: (band.distance(count.rate), count.change))
    return best.applied(step)


@dataclass(frozen=True, slots=True)
class _Count:
    """A way to count a step: cycles a pass, and stops where it has any. `change` is how far it is from the step's."""

    rate: float
    per_pass: int
    spots: int | None
    change: tuple[int, int]

    @classmethod
    def of(cls, step: Step) -> _Count:
        path = step.path
        return cls(step.rate or 0.0, path.cycles_per_pass if path else 0, path.spots if path else None, (0, 0))

    @classmethod
    def possible(cls, step: Step) -> Iterator[_Count]:
        """Every other count of whole cycles, up to three times as many, at no more stops than before."""
        path = step.path
        if path is None:
            return
        stops = range(1, path.spots + 1) if path.spots else (None,)
        for spots in stops:
            for times in range(1, 3 * path.cycles_per_pass // (spots or 1) + 1):
                per_pass = times * (spots or 1)
                cycles = per_pass * path.rounds
                if step.side is StepSide.ALTERNATING and cycles % 2:
                    continue
                rate = cycles * 60 / Tempo(step).side_seconds
                change = ((path.spots or 0) - (spots or 0), abs(per_pass - path.cycles_per_pass))
                yield cls(rate, per_pass, spots, change)

    def applied(self, step: Step) -> Step:
        if self.change == (0, 0) or step.path is None:
            return step
        per_spot = self.per_pass // self.spots if self.spots else None
        path = replace(step.path, cycles_per_pass=self.per_pass, spots=self.spots, cycles_per_spot=per_spot)
        reps = self.per_pass * path.rounds if step.reps is not None else None
        return replace(step, path=path, rate=self.rate, reps=reps)
