"""The rules a routine must keep: the same for ours, imported and composed ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.domain import hand_parts, motion, ordering, step_rules
from desktop.domain.chart import Atlas
from desktop.domain.choreography import Choreography
from desktop.domain.guide import Guide
from desktop.domain.paths import PathError
from desktop.domain.routine import Routine, Step
from desktop.domain.score import Score


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong and where: a place such as `$.steps[0].pressure` and one plain line."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}" if self.place else self.reason


def check(routine: Routine, guide: Guide, atlas: Atlas) -> list[Fault]:
    """All faults of a routine, none for a good one."""
    unknown = list(_unknown_names(routine, guide))
    faults = [fault for rule in _ROUTINE_RULES for fault in rule(routine)]
    if unknown:
        return unknown + faults
    for index, step in enumerate(routine.steps):
        broken = list(step_rules.broken(step, guide)) or list(_not_drawn(step, guide, atlas))
        faults += [Fault(f"$.steps[{index}].{field}", reason) for field, reason in broken]
    return faults + [Fault(f"$.steps[{index}]", reason) for index, reason in ordering.broken(routine, guide)]


def _unknown_names(routine: Routine, guide: Guide) -> Iterator[Fault]:
    for index, step in enumerate(routine.steps):
        for field, reason in step_rules.unknown_names(step, guide):
            yield Fault(f"$.steps[{index}].{field}", reason)


def _not_drawn(step: Step, guide: Guide, atlas: Atlas) -> step_rules.Found:
    """What the player could not show."""
    technique = guide.techniques[step.technique]
    if technique.motion not in motion.DRAWN:
        yield "technique", f"{technique.name} cannot be shown yet"
    elif step.hand not in hand_parts.DRAWN and step.hand != "none":
        yield "hand", f"the hand part “{step.hand}” cannot be shown yet"
    elif step.view not in atlas.views:
        yield "view", f"the view “{step.view}” cannot be shown yet"
    elif step.move and atlas.move(step.move, step.view) is None:
        yield "move", f"the move “{step.move}” cannot be shown in the view “{step.view}” yet"
    elif step.path is not None or step.at is not None:
        try:
            Choreography(Score(step, technique), guide, atlas)
        except PathError as error:
            yield "path" if step.path else "at", str(error)


def _numbers(routine: Routine) -> Iterator[Fault]:
    known = {step.number for step in routine.steps}
    for field in ("core", "optional"):
        for number in sorted(getattr(routine, field)):
            if number not in known:
                yield Fault(f"$.{field}", f"there is no step {number}")


def _routine_words(routine: Routine) -> Iterator[Fault]:
    for field in ("title", "purpose", "caution", "position", "kit"):
        if found := step_rules.BANNED.search(getattr(routine, field)):
            yield Fault(f"$.{field}", f"“{found.group()}” promises more than a massage can")


_ROUTINE_RULES: tuple[Callable[[Routine], Iterator[Fault]], ...] = (_numbers, _routine_words)
