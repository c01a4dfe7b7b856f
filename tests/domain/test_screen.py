"""The safety check applied to RT01 (content sheet 5.4)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.answers import LOCKED, NOT_SURE, due_questions, limits
from desktop.domain.checker import check
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine
from desktop.domain.screen import screen
from desktop.domain.screening import Plan, Refusal
from tests.domain.plain_atlas import PlainAtlas

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
NECK_ANSWERS = [("Q2", "head_neck_cleared"), ("Q4", "neck_artery"), ("Q5", "instability"), ("Q5", "disc")]


def plan(guide: Guide, routine: Routine, answers: dict[str, list[str]], done: int = 10) -> Plan:
    found = screen(guide, routine, answers, done)
    assert isinstance(found, Plan)
    return found


def refusal(guide: Guide, routine: Routine, answers: dict[str, list[str]]) -> Refusal:
    found = screen(guide, routine, answers, 10)
    assert isinstance(found, Refusal)
    return found


def test_plain_no_leaves_the_routine_as_it_is(guide: Guide, rt01: Routine) -> None:
    found = plan(guide, rt01, {question.id: ["no"] for question in guide.safety.questions})
    assert found.routine == rt01
    assert not found.gentle
    assert found.ceiling is None


@pytest.mark.parametrize(("question", "option"), NECK_ANSWERS)
def test_a_neck_answer_leaves_the_gentle_version(guide: Guide, rt01: Routine, question: str, option: str) -> None:
    found = plan(guide, rt01, {question: [option]})
    assert [drop.step.number for drop in found.dropped] == [6, 7, 9]
    assert sum(drop.step.seconds for drop in found.dropped) == 165
    assert found.routine.total_seconds == 480 - 165
    assert found.gentle


@pytest.mark.parametrize(
    ("answers", "card"),
    [
        ({"Q1": ["yes"]}, "emergency"),
        ({"Q1": [NOT_SURE]}, "emergency"),
        ({"Q4": ["clot"]}, "same_day"),
        ({"Q4": ["neck_artery_open"]}, "appointment"),
        ({"Q4": [NOT_SURE]}, "same_day"),
        ({"Q8": ["under18"]}, ""),
        ({"Q8": ["alcohol"]}, ""),
        ({"Q8": [NOT_SURE]}, ""),
    ],
)
def test_what_blocks_everything_leaves_only_breathing(
    guide: Guide, rt01: Routine, answers: dict[str, list[str]], card: str
) -> None:
    found = refusal(guide, rt01, answers)
    assert (found.card, found.replacement) == (card, "breathing")


@pytest.mark.parametrize(
    ("question", "option"), [("Q2", "neck_not_cleared"), ("Q2", "back_not_cleared"), ("Q8", "dizzy")]
)
def test_a_lost_core_step_or_too_much_lost_time_refuses_the_routine(
    guide: Guide, rt01: Routine, question: str, option: str
) -> None:
    assert refusal(guide, rt01, {question: [option]}).replacement == rt01.replacement


def test_forty_percent_may_fall_away_but_no_more(guide: Guide, rt01: Routine) -> None:
    spared = {step.number: step for step in rt01.steps}
    assert sum(spared[n].seconds for n in (6, 7, 9)) / rt01.total_seconds == pytest.approx(0.34375)
    assert isinstance(screen(guide, rt01, {LOCKED: ["skull_base"]}, 10), Refusal)


def test_a_cap_lowers_pressure_and_makes_firm_techniques_strokes(guide: Guide, rt01: Routine) -> None:
    found = plan(guide, rt01, {"Q8": ["pain8"]})
    assert found.card == "appointment"
    assert found.ceiling == 3
    assert all(step.pressure <= 3 for step in found.routine.steps)
    pressed = next(step for step in found.routine.steps if step.number == 6)
    assert pressed.technique == "effleurage"
    assert pressed.hold is None
    assert pressed.hand == "finger_pads"
    assert pressed.cue == guide.safety.light_cue


def test_a_squeeze_under_a_cap_of_two_becomes_a_stroke(guide: Guide, rt01: Routine) -> None:
    effects = {"Q4": ["neck_artery"]}
    squeeze = next(step for step in plan(guide, rt01, effects).routine.steps if step.number == 8)
    assert (squeeze.technique, squeeze.pressure) == ("effleurage", 2)
    assert squeeze.path is not None
    assert squeeze.path.spots is None


def test_the_first_three_sessions_stay_at_five(guide: Guide, rt01: Routine) -> None:
    assert [plan(guide, rt01, {}, done).ceiling for done in (0, 2, 3)] == [5, 5, None]


def test_how_firm_a_step_may_become(guide: Guide, rt01: Routine) -> None:
    free, capped = plan(guide, rt01, {}), plan(guide, rt01, {"Q5": ["instability"]})
    assert free.ceilings[8] == 5
    assert capped.ceilings[8] == 3
    assert set(capped.ceilings) == {step.number for step in capped.routine.steps}


every_answer = st.fixed_dictionaries(
    {
        "Q2": st.sets(st.sampled_from(["no", "head_neck_cleared", "back_cleared", NOT_SURE])),
        "Q4": st.sets(st.sampled_from(["blood_thinner", "neck_artery", "heart_failure", "pacemaker"])),
        "Q5": st.sets(st.sampled_from(["osteoporosis", "instability", "disc", NOT_SURE])),
        "Q8": st.sets(st.sampled_from(["over65", "meal", "dizzy", "pain8"])),
    }
)


@given(every_answer)
@settings(deadline=None, max_examples=50)
def test_whatever_is_left_keeps_every_rule_and_cap(guide: Guide, rt01: Routine, answers: dict[str, set[str]]) -> None:
    found = screen(guide, rt01, answers, 0)
    if isinstance(found, Refusal):
        return
    added = limits(guide.safety, answers)
    assert check(found.routine, guide, PlainAtlas()) == []
    for step in found.routine.steps:
        assert not set(step.regions) & added.block_regions
        assert not step.tags & added.remove_tags
        assert step.technique not in added.remove_techniques
        assert step.pressure <= found.ceilings[step.number]
        assert all(step.pressure <= added.cap_regions.get(region, 10) for region in step.regions)


def test_more_answers_never_allow_more(guide: Guide) -> None:
    one = limits(guide.safety, {"Q5": ["disc"]})
    two = limits(guide.safety, {"Q5": ["disc", "instability"], "Q8": ["over65"]})
    assert one.remove_tags <= two.remove_tags
    assert two.cap == 4


def test_an_unknown_answer_is_never_passed_over(guide: Guide) -> None:
    with pytest.raises(KeyError):
        limits(guide.safety, {"Q1": ["maybe"]})


def test_two_questions_every_session_the_others_after_thirty_days(guide: Guide) -> None:
    def due(days: float) -> list[str]:
        last = dict.fromkeys((question.id for question in guide.safety.questions), NOW - timedelta(days=days))
        return [question.id for question in due_questions(guide.safety, last, NOW)]

    assert due(1) == due(29.9) == ["Q1", "Q8"]
    everything = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8"]
    assert due(30) == everything
    assert [q.id for q in due_questions(guide.safety, {}, NOW)] == everything
