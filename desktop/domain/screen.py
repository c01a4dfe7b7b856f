"""The safety check applied to a routine: what is left of it, or why there is nothing today (content sheet 5.4)."""

from __future__ import annotations

from dataclasses import replace

from desktop.domain.answers import Answers, Limits, limits
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine, Step
from desktop.domain.screening import Dropped, Plan, Refusal, Safety
from desktop.domain.stroking import as_stroking

BREATHING = "breathing"


def screen(guide: Guide, routine: Routine, answers: Answers, sessions_done: int) -> Plan | Refusal:
    """The plan for these answers, or a refusal. Raises KeyError for an option a question does not have."""
    found = limits(guide.safety, answers)
    if found.block_all:
        return Refusal(found.card, found.notes, BREATHING)
    steps, dropped, lightened = _adapted(guide, routine, found, sessions_done)
    numbers = {step.number for step in steps}
    plan = replace(routine, steps=tuple(steps), core=routine.core & numbers, optional=routine.optional & numbers)
    if _must_be_replaced(guide.safety, routine, plan, found, [drop.step for drop in dropped]):
        return Refusal(found.card, found.notes, routine.replacement)
    return Plan(
        routine=plan,
        dropped=tuple(dropped),
        ceiling=_whole_cap(guide.safety, found, sessions_done),
        notes=found.notes,
        card=found.card,
        lightened=tuple(lightened),
        ceilings={step.number: _ceiling(guide, step, found, sessions_done) for step in steps},
    )


def instead(guide: Guide, refusal: Refusal, answers: Answers, sessions_done: int) -> Plan | None:
    """What may be done in place of a refused routine: its replacement, or that one's; None where only breathing is."""
    name, tried = refusal.replacement, set[str]()
    while name != BREATHING and name not in tried:
        tried.add(name)
        found = screen(guide, guide.routines[name], answers, sessions_done)
        if isinstance(found, Plan):
            return found
        name = found.replacement
    return None


def _adapted(
    guide: Guide, routine: Routine, found: Limits, sessions_done: int
) -> tuple[list[Step], list[Dropped], list[int]]:
    """The steps that stay, those that fall away, and the numbers of those made lighter."""
    kept: list[Step] = []
    dropped: list[Dropped] = []
    lightened: list[int] = []
    for step in routine.steps:
        reason = _why_not(guide, step, found)
        lighter = None if reason else _under(guide, step, _cap(guide, step, found, sessions_done))
        if lighter is None:
            dropped.append(Dropped(step, reason or "It would be too firm today."))
            continue
        kept.append(lighter)
        if lighter != step:
            lightened.append(step.number)
    return kept, dropped, lightened


def _why_not(guide: Guide, step: Step, found: Limits) -> str:
    """Why a step is left out for these answers, in plain words; empty where it is not."""
    blocked = guide.parts_of((*step.regions, *step.crosses)) & guide.parts_of(found.block_regions)
    if blocked:
        return f"{guide.regions[min(blocked)].name} is left out today."
    if step.technique in found.remove_techniques:
        return f"{guide.techniques[step.technique].name} is left out today."
    if step.tags & found.remove_tags:
        return "This kind of step is left out for your answers."
    return ""


def _must_be_replaced(safety: Safety, routine: Routine, plan: Routine, found: Limits, dropped: list[Step]) -> bool:
    lost = sum(step.seconds for step in dropped)
    too_long = found.max_minutes is not None and plan.total_seconds > found.max_minutes * 60
    core_lost = any(step.number in routine.core for step in dropped)
    too_much_lost = lost > safety.replace_over * routine.total_seconds
    return routine.id in found.block_routines or too_long or core_lost or too_much_lost


def _whole_cap(safety: Safety, found: Limits, sessions_done: int) -> int | None:
    caps = [found.cap, safety.first_sessions_cap if sessions_done < safety.first_sessions else None]
    return min((cap for cap in caps if cap is not None), default=None)


def _cap(guide: Guide, step: Step, found: Limits, sessions_done: int) -> int:
    """The cap the answers put on a step; 10 where they put none. A place that is only crossed counts where it bears
    less than usual today: down to its own ceiling the hand lightens by itself."""
    whole = _whole_cap(guide.safety, found, sessions_done)
    caps = {slug: cap for slug, cap in found.cap_regions.items() if cap < guide.regions[slug].ceiling}
    own = (found.cap_regions.get(slug, 10) for slug in guide.parts_of(step.regions))
    return min([10 if whole is None else whole, *own, *(caps.get(slug, 10) for slug in step.crosses)])


def _ceiling(guide: Guide, step: Step, found: Limits, sessions_done: int) -> int:
    """The firmest a kept step may become: cap, regions and technique, whichever is lowest."""
    of_regions = min((guide.regions[region].ceiling for region in step.regions), default=10)
    most = guide.techniques[step.technique].pressure[1]
    return min(_cap(guide, step, found, sessions_done), of_regions, most)


def _under(guide: Guide, step: Step, cap: int) -> Step | None:
    """The step at no more than `cap`, as stroking where its technique cannot be so light; None where nothing can."""
    technique = guide.techniques[step.technique]
    if step.pressure <= cap:
        return step
    if technique.pressure[0] <= cap:
        return replace(step, pressure=cap)
    if not technique.fallback:
        return None
    gentler = guide.techniques[technique.fallback]
    if gentler.pressure[0] > cap:
        return _under(guide, replace(step, technique=gentler.slug), cap)
    return as_stroking(guide.safety, step, gentler, min(cap, gentler.pressure[1]))
