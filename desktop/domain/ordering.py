"""The ordering rules of a routine (content sheet 2.4), each a small function: the step it breaks at, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from desktop.domain.guide import Guide
from desktop.domain.routine import Routine, Step
from desktop.domain.technique import Motion

FIRM = 5
_LONG_HOLD_SECONDS = 30.0
_WARM_UP_SECONDS = 60.0
_WARMING_PRESSURE = 3
_LATE_SHARE = 0.6

Broken = Iterator[tuple[int, str]]
"""Index of the step (-1: the whole routine) and the reason."""


_Steps = Sequence[tuple[Step, Motion]]
_SOFT = (Motion.GLIDE, Motion.REST)


def broken(routine: Routine, guide: Guide) -> list[tuple[int, str]]:
    """Every ordering rule the routine breaks. All names in it must be known."""
    steps = [(step, guide.techniques[step.technique].motion) for step in routine.steps]
    return [found for rule in _RULES for found in rule(steps)]


def _begins_softly(steps: _Steps) -> Broken:
    """O1: begin with stroking or resting hands."""
    if steps[0][1] not in _SOFT:
        yield 0, "a routine begins with stroking or resting hands (O1)"


def _warms_first(steps: _Steps) -> Broken:
    """O2: circles and firmer work only after a minute of stroking, resting or soft work on the spot. That a brush, a
    ball or a roller begins with a soft set follows from it."""
    warm = 0.0
    for index, (step, motion) in enumerate(steps):
        if motion in _SOFT or (step.pressure <= _WARMING_PRESSURE and motion is not Motion.CIRCLE):
            warm += step.seconds
        elif warm < _WARM_UP_SECONDS:
            yield index, f"only {warm:g} s of soft work come before it, {_WARM_UP_SECONDS:g} s warm the skin (O2)"
            return


def _rises_gradually(steps: _Steps) -> Broken:
    """O3: never more than two levels above the highest reached so far."""
    highest = steps[0][0].pressure
    for index, (step, _) in enumerate(steps):
        if step.pressure > highest + 2:
            yield index, f"pressure jumps from {highest} to {step.pressure}; two levels at a time (O3)"
        highest = max(highest, step.pressure)


def _shakes_late(steps: _Steps) -> Broken:
    """O5: tapping and trembling only in the last 40 % of the time."""
    total, begun = sum(step.seconds for step, _ in steps), 0.0
    for index, (step, motion) in enumerate(steps):
        if motion in (Motion.TAP, Motion.TREMBLE) and begun < _LATE_SHARE * total:
            yield index, "tapping and trembling come in the last 40 % (O5)"
        begun += step.seconds


def _rests_after_firm(steps: _Steps) -> Broken:
    """O6: after a firm step or a long hold, a lighter one before the next firm one on the same place."""
    for index, ((step, _), (after, _)) in enumerate(pairwise(steps), start=1):
        long_hold = step.hold is not None and step.hold.hold >= _LONG_HOLD_SECONDS
        if (step.pressure >= FIRM or long_hold) and after.pressure >= FIRM and set(step.regions) & set(after.regions):
            yield index, "a lighter step belongs between two firm ones on the same place (O6)"


def _spares_places(steps: _Steps) -> Broken:
    """O7: no tapping or pressing on the kidney zone."""
    for index, (step, motion) in enumerate(steps):
        if "kidney_zone" in step.regions and motion in (Motion.TAP, Motion.HOLD, Motion.TREMBLE):
            yield index, "the kidney zone is only stroked (O7)"


def _ends_softly(steps: _Steps) -> Broken:
    """O8: end with stroking or rest, no faster and no firmer than the opening strokes."""
    last, last_motion = steps[-1]
    if last_motion not in _SOFT:
        yield len(steps) - 1, "a routine ends with stroking or resting hands (O8)"
        return
    opening = next((step for step, motion in steps if step.rate and motion is Motion.GLIDE), None)
    if opening and last.rate and opening.rate and (last.rate > opening.rate or last.pressure > opening.pressure):
        yield len(steps) - 1, "the closing strokes are faster or firmer than the opening ones (O8)"


_RULES: tuple[Callable[[_Steps], Broken], ...] = (
    _begins_softly, _warms_first, _rises_gradually, _shakes_late, _rests_after_firm, _spares_places, _ends_softly,
)  # fmt: skip
