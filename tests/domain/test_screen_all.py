"""The safety check over the whole guide: whatever is answered, what is left of any routine keeps every limit."""

from __future__ import annotations

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.answers import LOCKED, NOT_SURE, Answers, Limits, asks_for_places, limits
from desktop.domain.routine import Routine, Step
from desktop.domain.screen import BREATHING, instead, screen
from desktop.domain.screening import Plan, Refusal

GUIDE = load_guide()
OPTIONS = [(question.id, option.id) for question in GUIDE.safety.questions for option in question.options[1:]]
OPTIONS += [(question.id, NOT_SURE) for question in GUIDE.safety.questions]
MANY_SESSIONS = 20


def answers(*chosen: tuple[str, str]) -> dict[str, set[str]]:
    given: dict[str, set[str]] = {question.id: {"no"} for question in GUIDE.safety.questions}
    for question, option in chosen:
        given[question] = (given[question] - {"no"}) | {option}
    return given


def parts(step: Step) -> set[str]:
    """Every region the step works on or comes over."""
    return {part for region in (*step.regions, *step.crosses) for part in (region, *GUIDE.regions[region].members)}


def assert_legal(plan: Plan, routine: Routine, found: Limits) -> None:
    lost = sum(drop.step.seconds for drop in plan.dropped)
    assert lost <= GUIDE.safety.replace_over * routine.total_seconds
    assert not {drop.step.number for drop in plan.dropped} & routine.core
    assert routine.id not in found.block_routines
    assert found.max_minutes is None or plan.routine.total_seconds <= 60 * found.max_minutes
    for step in plan.routine.steps:
        technique = GUIDE.techniques[step.technique]
        assert not parts(step) & found.block_regions
        assert step.technique not in found.remove_techniques
        assert not step.tags & found.remove_tags
        caps = [found.cap, *(found.cap_regions.get(region) for region in step.regions)]
        assert all(cap is None or step.pressure <= cap for cap in caps)
        assert technique.pressure[0] <= step.pressure <= technique.pressure[1]
        assert step.rate is None or technique.rate is None or technique.rate[0] <= step.rate <= technique.rate[1]
        assert step.pressure <= plan.ceilings[step.number]


def assert_answered(given: Answers) -> None:
    found = limits(GUIDE.safety, given)
    for routine in GUIDE.routines.values():
        outcome = screen(GUIDE, routine, given, MANY_SESSIONS)
        if isinstance(outcome, Plan):
            assert not found.block_all
            assert_legal(outcome, routine, found)
            continue
        offered = instead(GUIDE, outcome, given, MANY_SESSIONS)
        assert offered is None or not found.block_all
        if offered is not None:
            assert_legal(offered, GUIDE.routines[offered.routine.id], found)


@pytest.mark.parametrize("option", OPTIONS, ids="-".join)
def test_every_option_alone_leaves_legal_plans(option: tuple[str, str]) -> None:
    assert_answered(answers(option))


@pytest.mark.parametrize("first", OPTIONS, ids="-".join)
def test_every_pair_leaves_legal_plans(first: tuple[str, str]) -> None:
    for second in OPTIONS[OPTIONS.index(first) + 1 :]:
        assert_answered(answers(first, second))


@pytest.mark.parametrize("first", OPTIONS, ids="-".join)
def test_another_answer_never_allows_more(first: tuple[str, str]) -> None:
    """Lowest cap wins, locks and removals add up."""
    alone = limits(GUIDE.safety, answers(first))
    for second in OPTIONS:
        both = limits(GUIDE.safety, answers(first, second))
        assert both.block_all >= alone.block_all
        assert both.block_regions >= alone.block_regions
        assert both.remove_techniques >= alone.remove_techniques
        assert both.remove_tags >= alone.remove_tags
        assert alone.cap is None or (both.cap is not None and both.cap <= alone.cap)


def test_with_every_answer_no_every_routine_is_whole() -> None:
    for routine in GUIDE.routines.values():
        outcome = screen(GUIDE, routine, answers(), MANY_SESSIONS)
        assert isinstance(outcome, Plan)
        assert outcome.routine.steps == routine.steps


@pytest.mark.parametrize("routine", list(GUIDE.routines))
def test_the_first_three_sessions_stay_at_five(routine: str) -> None:
    outcome = screen(GUIDE, GUIDE.routines[routine], answers(), 2)
    if isinstance(outcome, Plan):
        assert max(step.pressure for step in outcome.routine.steps) <= 5


def test_every_replacement_leads_somewhere() -> None:
    assert {routine.replacement for routine in GUIDE.routines.values()} <= {BREATHING, *GUIDE.routines}


def test_a_refused_routine_offers_one_that_fits() -> None:
    given = answers(("Q5", "osteoporosis"))
    refusal = screen(GUIDE, GUIDE.routines["RT17"], given, MANY_SESSIONS)
    assert isinstance(refusal, Refusal)
    offered = instead(GUIDE, refusal, given, MANY_SESSIONS)
    assert offered is not None
    assert offered.routine.id == "RT18"


def test_a_marked_place_is_touched_by_no_step() -> None:
    for region in ("nape", "crown", "long_back"):
        given = {**answers(("Q7", "skin")), LOCKED: {region}}
        assert asks_for_places(GUIDE.safety, given)
        for routine in GUIDE.routines.values():
            outcome = screen(GUIDE, routine, given, MANY_SESSIONS)
            if isinstance(outcome, Plan):
                assert all(region not in parts(step) for step in outcome.routine.steps)
