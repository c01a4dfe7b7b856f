"""All routines at every pace: the same seconds, within every range and rule (content sheet 2.2)."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain import place_rules, step_rules
from desktop.domain.checker import check
from desktop.domain.ordering import SHAKING
from desktop.domain.pace import Pace, paced
from desktop.domain.routine import BreathPattern, Routine, Step
from desktop.domain.screen import screen
from desktop.domain.screening import Plan

GUIDE = load_guide()
PRACTISED = 10
CHANGING = (Pace.CALM, Pace.ENERGISE)

each_routine = pytest.mark.parametrize("routine", GUIDE.routines.values(), ids=lambda routine: routine.id)
each_pace = pytest.mark.parametrize("pace", CHANGING)


@cache
def plan_of(routine: str) -> Plan:
    plan = screen(GUIDE, GUIDE.routines[routine], {}, PRACTISED)
    assert isinstance(plan, Plan)
    return plan


def pairs(plan: Plan, pace: Pace) -> list[tuple[Step, Step]]:
    return list(zip(plan.routine.steps, paced(plan, pace, GUIDE).routine.steps, strict=True))


def step_at(routine: str, number: int, pace: Pace) -> Step:
    return next(step for step in paced(plan_of(routine), pace, GUIDE).routine.steps if step.number == number)


@each_routine
@each_pace
def test_a_routine_has_no_fault_at_any_pace(routine: Routine, pace: Pace) -> None:
    found = check(paced(plan_of(routine.id), pace, GUIDE).routine, GUIDE, load_atlas())
    assert [str(fault) for fault in found] == []


@each_routine
def test_neutral_is_as_written(routine: Routine) -> None:
    plan = plan_of(routine.id)
    assert paced(plan, Pace.NEUTRAL, GUIDE) is plan


@each_routine
@each_pace
def test_steps_and_seconds_stay(routine: Routine, pace: Pace) -> None:
    for step, other in pairs(plan_of(routine.id), pace):
        assert (step.number, step.seconds, step.side, step.regions) == (
            other.number, other.seconds, other.side, other.regions,
        )  # fmt: skip


@each_routine
def test_calm_is_slower_and_softer_and_nothing_taps_or_trembles(routine: Routine) -> None:
    for step, other in pairs(plan_of(routine.id), Pace.CALM):
        technique = GUIDE.techniques[other.technique]
        assert technique.motion not in SHAKING
        assert other.pressure <= step.pressure
        assert other.pressure in (step.pressure - 1, technique.pressure[0])
        assert (other.rate or 0.0) <= (step.rate or 0.0)
        assert other.breathing.pattern is not BreathPattern.EVEN


@each_routine
def test_energise_is_as_firm_never_slower_and_brings_no_technique(routine: Routine) -> None:
    for step, other in pairs(plan_of(routine.id), Pace.ENERGISE):
        assert (other.technique, other.pressure, other.hold) == (step.technique, step.pressure, step.hold)
        assert (other.rate or 0.0) >= (step.rate or 0.0)


@pytest.mark.parametrize(
    ("routine", "number", "rate"),
    [("RT02", 2, 6.0), ("RT02", 5, 6.0), ("RT08", 2, 7.0), ("RT08", 3, 18.0), ("RT08", 5, 16.0), ("RT10", 4, 16.0)],
)
def test_calm_strokes_and_kneading_as_the_sheet_says(routine: str, number: int, rate: float) -> None:
    assert step_at(routine, number, Pace.CALM).rate == pytest.approx(rate)


@pytest.mark.parametrize(
    ("routine", "number", "rate"),
    [("RT01", 2, 12.0), ("RT01", 8, 24.0), ("RT10", 2, 12.0), ("RT10", 4, 30.0), ("RT18", 4, 24.0)],
)
def test_brisk_strokes_and_kneading_as_the_sheet_says(routine: str, number: int, rate: float) -> None:
    assert step_at(routine, number, Pace.ENERGISE).rate == pytest.approx(rate)


def test_a_breath_does_not_follow_hands_that_have_become_too_quick() -> None:
    assert step_at("RT01", 8, Pace.ENERGISE).breathing.pattern is BreathPattern.EVEN


def test_where_something_tapped_it_is_stroked_in_calm_and_says_so() -> None:
    step = step_at("RT06", 10, Pace.CALM)
    assert (step.technique, step.name) == ("effleurage", "Slow strokes")
    assert step.hold is None
    assert not step.tags & {"percussion", "percussion_trunk", "vibration"}


@given(
    st.sampled_from(sorted(GUIDE.routines)),
    st.sampled_from(CHANGING),
    st.integers(0, 5),
    st.dictionaries(st.integers(0, len(GUIDE.safety.questions) - 1), st.integers(0, 5), max_size=3),
)
@settings(deadline=None, max_examples=150)
def test_whatever_was_answered_no_pace_passes_a_ceiling_or_leaves_a_range(
    routine: str, pace: Pace, done: int, chosen: dict[int, int]
) -> None:
    asked = [(GUIDE.safety.questions[place], option) for place, option in chosen.items()]
    answers = {question.id: [question.options[option % len(question.options)].id] for question, option in asked}
    plan = screen(GUIDE, GUIDE.routines[routine], answers, done)
    if not isinstance(plan, Plan):
        return
    at_pace = paced(plan, pace, GUIDE)
    assert at_pace.routine.total_seconds == plan.routine.total_seconds
    for step, other in pairs(plan, pace):
        assert other.pressure <= at_pace.ceilings[other.number] <= plan.ceilings[step.number]
        broken = [*step_rules.broken(other), *place_rules.broken(other, GUIDE)]
        before = [*step_rules.broken(step), *place_rules.broken(step, GUIDE)]
        assert len(broken) <= len(before), broken
