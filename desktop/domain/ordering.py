"""The ordering rules of a routine (content sheet 2.4), each a small function: rule, the step it breaks at, and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from desktop.domain.guide import Guide
from desktop.domain.places import trunk
from desktop.domain.routine import Mood, Routine, Step
from desktop.domain.rules import FIRM, Rule
from desktop.domain.technique import Motion

_FIRMEST = 6
_LONG_HOLD_SECONDS = 30.0
_WARM_UP_SECONDS, _WARMING_PRESSURE = 60.0, 3
_STRIP_WARM_UP_SECONDS = 180.0
_LATE_SHARE = 0.6
_FIRM_SHARE = 1 / 3

Broken = Iterator[tuple[Rule, int, str]]
"""Rule, index of the step (-1: the whole routine) and the reason."""

_Steps = Sequence[tuple[Step, Motion]]
_SOFT = frozenset({Motion.GLIDE, Motion.REST, Motion.STRETCH_SKIN})
_HANDS_OFF = frozenset({Motion.REST, Motion.MOVE})
_SPECIFIC = frozenset({Motion.HOLD, Motion.POINT, Motion.RUB, Motion.STRIP})
SHAKING = frozenset({Motion.TAP, Motion.HACK, Motion.CUP, Motion.POUND, Motion.PLUCK, Motion.TREMBLE, Motion.SHAKE})
"""Tapping of all kinds, trembling and shaking."""


def broken(routine: Routine, guide: Guide) -> list[tuple[Rule, int, str]]:
    """Every ordering rule the routine breaks. All names in it must be known."""
    steps = [(step, guide.techniques[step.technique].motion) for step in routine.steps]
    return [found for rule in _RULES for found in rule(steps)] + list(_of_routine(routine, steps))


def _of_routine(routine: Routine, steps: _Steps) -> Broken:
    if routine.mood is Mood.SLEEP:
        for index, (_, motion) in enumerate(steps):
            if motion in SHAKING:
                yield Rule.TAPPING_LATE, index, "nothing taps or trembles at bedtime"
    if not routine.every_second_day and max(step.pressure for step in routine.steps) >= _FIRMEST:
        yield Rule.SECOND_DAY, -1, f"work at level {_FIRMEST} needs a day of rest"


def _begins_softly(steps: _Steps) -> Broken:
    if steps[0][1] not in _SOFT:
        yield Rule.SOFT_BEGINNING, 0, "a routine begins with stroking or resting hands"


def _warms_first(steps: _Steps) -> Broken:
    """Circles and firmer work only after a minute of stroking, resting or soft work on the spot; slow stripping after
    three minutes of anything. That a brush, a ball or a roller begins with a soft set follows from it."""
    warm = begun = 0.0
    for index, (step, motion) in enumerate(steps):
        if motion is Motion.STRIP and begun < _STRIP_WARM_UP_SECONDS:
            yield Rule.WARM_FIRST, index, f"slow stripping needs {_STRIP_WARM_UP_SECONDS:g} s of warm-up"
        begun += step.seconds
        if motion in _SOFT or (step.pressure <= _WARMING_PRESSURE and motion is not Motion.CIRCLE):
            warm += step.seconds
        elif warm < _WARM_UP_SECONDS:
            reason = f"only {warm:g} s of soft work come before it, {_WARM_UP_SECONDS:g} s warm the skin"
            yield Rule.WARM_FIRST, index, reason
            return


def _rises_gradually(steps: _Steps) -> Broken:
    highest = steps[0][0].pressure
    for index, (step, _) in enumerate(steps):
        if step.pressure > highest + 2:
            reason = f"pressure jumps from {highest} to {step.pressure}; two levels at a time"
            yield Rule.GRADUAL, index, reason
        highest = max(highest, step.pressure)


def _frames_small_spots(steps: _Steps) -> Broken:
    specific = [index for index, (_, motion) in enumerate(steps) if motion in _SPECIFIC]
    general = [i for i, (_, motion) in enumerate(steps) if motion not in _SPECIFIC | _HANDS_OFF]
    if specific and not (general and general[0] < specific[0]):
        yield Rule.GENERAL_SPECIFIC_GENERAL, specific[0], "a small spot is worked before anything wider"
    if specific and not (general and general[-1] > specific[-1]):
        yield Rule.GENERAL_SPECIFIC_GENERAL, specific[-1], "nothing wider follows the last small spot"


def _shakes_late(steps: _Steps) -> Broken:
    total, begun = sum(step.seconds for step, _ in steps), 0.0
    for index, (step, motion) in enumerate(steps):
        if motion in SHAKING and begun < _LATE_SHARE * total:
            yield Rule.TAPPING_LATE, index, "tapping and trembling come in the last 40 %"
        begun += step.seconds


def _rests_after_firm(steps: _Steps) -> Broken:
    """After a firm step or a long hold, a lighter one before the next firm one on the same place."""
    pending: dict[str, int] = {}
    for index, (step, motion) in enumerate(steps):
        if step.pressure < FIRM:
            pending.clear()
        elif again := sorted(pending.keys() & set(step.regions)):
            reason = f"step {pending[again[0]]} was firm on the same place, and nothing lighter lies in between"
            yield Rule.LIGHTER_BETWEEN, index, reason
        long = step.hold is not None and step.hold.hold >= _LONG_HOLD_SECONDS and motion not in _HANDS_OFF
        if step.pressure >= FIRM or long:
            pending |= dict.fromkeys(step.regions, step.number)


def _ends_softly(steps: _Steps) -> Broken:
    """The last thing the hands do is stroking, no faster and no firmer than the opening strokes; then rest."""
    working = [index for index, (_, motion) in enumerate(steps) if motion not in _HANDS_OFF]
    if working and steps[working[-1]][1] not in _SOFT:
        yield Rule.SOFT_END, working[-1], "a routine ends with stroking, and rest if wanted"
        return
    if steps[-1][1] not in _SOFT:
        yield Rule.SOFT_END, len(steps) - 1, "a routine ends with stroking or resting hands"
        return
    strokes = [(index, step) for index, (step, motion) in enumerate(steps) if step.rate and motion is Motion.GLIDE]
    if len(strokes) > 1:
        (_, first), (index, last) = strokes[0], strokes[-1]
        if (last.rate or 0) > (first.rate or 0) or last.pressure > first.pressure:
            yield Rule.SOFT_END, index, "the closing strokes are faster or firmer than the opening ones"


def _drains_in_order(steps: _Steps) -> Broken:
    """Skin stretches on head and neck begin and end at the collarbone, where everything drains."""
    stretches = [i for i, (step, motion) in enumerate(steps) if motion is Motion.STRETCH_SKIN and not trunk(step)]
    for index in {stretches[0], stretches[-1]} if stretches else ():
        if "collarbone_hollow" not in steps[index][0].regions:
            yield Rule.DIRECTION, index, "skin stretches on head and neck begin and end at the collarbone"


def _spares_firmness(steps: _Steps) -> Broken:
    firm = sum(step.seconds for step, _ in steps if step.pressure >= FIRM)
    total = sum(step.seconds for step, _ in steps)
    if firm > _FIRM_SHARE * total + 0.01:
        yield Rule.FIRM_TIME, -1, f"{firm:g} of {total:g} s are firm, a third at most"


_RULES: tuple[Callable[[_Steps], Broken], ...] = (
    _begins_softly, _warms_first, _rises_gradually, _frames_small_spots, _shakes_late, _rests_after_firm,
    _ends_softly, _drains_in_order, _spares_firmness,
)  # fmt: skip
