"""All rules a routine must keep, in one place: the same for ours, imported and composed ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from desktop.domain import body_rules, ordering, place_rules, step_rules
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine, Step
from desktop.domain.rules import Fault, Rule


def check(routine: Routine, guide: Guide, atlas: Atlas) -> list[Fault]:
    """All faults of a routine, none for a good one."""
    faults = [fault for rule in _ROUTINE_RULES for fault in rule(routine)]
    if unknown := list(_unknown_names(routine, guide)):
        return unknown + faults
    for index, step in enumerate(routine.steps):
        faults += [Fault(f"$.steps[{index}].{field}", reason, rule) for rule, field, reason in _of(step, guide, atlas)]
    return faults + [Fault(_place(index), reason, rule) for rule, index, reason in ordering.broken(routine, guide)]


def _of(step: Step, guide: Guide, atlas: Atlas) -> list[tuple[Rule, str, str]]:
    """What is wrong with a step; only a step that is right otherwise is laid on the body."""
    wrong = [*step_rules.broken(step), *place_rules.broken(step, guide)]
    return wrong or list(body_rules.broken(step, guide, atlas))


def _place(index: int) -> str:
    return f"$.steps[{index}]" if index >= 0 else "$"


def _unknown_names(routine: Routine, guide: Guide) -> Iterator[Fault]:
    for index, step in enumerate(routine.steps):
        for rule, field, reason in step_rules.unknown_names(step, guide):
            yield Fault(f"$.steps[{index}].{field}", reason, rule)


def _numbers(routine: Routine) -> Iterator[Fault]:
    known = {step.number for step in routine.steps}
    for field in ("core", "optional"):
        for number in sorted(getattr(routine, field)):
            if number not in known:
                yield Fault(f"$.{field}", f"there is no step {number}", Rule.COUNT)


def _routine_words(routine: Routine) -> Iterator[Fault]:
    for field in ("title", "purpose", "caution", "position", "kit"):
        if found := step_rules.BANNED.search(getattr(routine, field)):
            yield Fault(f"$.{field}", f"“{found.group()}” promises more than a massage can", Rule.WORDS)


_ROUTINE_RULES: tuple[Callable[[Routine], Iterator[Fault]], ...] = (_numbers, _routine_words)
