"""The rules a routine must keep: the same for ours, imported and composed ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from desktop.domain import ordering, step_rules
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.hand_parts import RESTING, drawn, picture_of
from desktop.domain.paths import PathError
from desktop.domain.routine import OtherHand, Routine, Step
from desktop.domain.score import Score
from desktop.domain.staging import Staging


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
    if missing := {drawn(name, atlas.hands()) for name in _pictures(step)} - {name for name, _ in atlas.hands().sprites}:
        yield "hand", f"the hand part “{step.hand}” cannot be shown yet: {', '.join(sorted(missing))}"
    elif step.view not in atlas.views and not step.move:
        yield "view", f"the view “{step.view}” cannot be shown yet"
    elif step.move and atlas.move(step.move, step.view) is None:
        yield "move", f"the move “{step.move}” cannot be shown in the view “{step.view}” yet"
    else:
        try:
            Staging(Score(step, guide.techniques[step.technique]), guide, atlas)
        except PathError as error:
            yield "path" if step.path else "at", str(error)


def _pictures(step: Step) -> set[str]:
    """The hand pictures a step needs."""
    if step.hand == "none":
        return set()
    return {picture_of(step), *((RESTING,) if step.other_hand is OtherHand.RESTS else ())}


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
