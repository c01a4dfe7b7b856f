"""All routines of the guide: they keep every rule, and their numbers are the content sheet's."""

from __future__ import annotations

import pytest

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain import ordering, place_rules, step_rules
from desktop.domain.body import Reach
from desktop.domain.breath import SHORTEST, shortest_breath
from desktop.domain.checker import check
from desktop.domain.places import trunk
from desktop.domain.routine import Giver, Hands, Routine, Step, StepKind, StepSide
from desktop.domain.technique import Fit, Motion
from desktop.domain.tempo import Tempo

GUIDE = load_guide()
ROUTINES = list(GUIDE.routines.values())
STEPS = [(routine, step) for routine in ROUTINES for step in routine.steps]

each_routine = pytest.mark.parametrize("routine", ROUTINES, ids=lambda routine: routine.id)
each_step = pytest.mark.parametrize(("routine", "step"), STEPS, ids=[f"{r.id}.{s.number}" for r, s in STEPS])

MINUTES = {
    "RT01": 8, "RT02": 10, "RT03": 6, "RT04": 6, "RT05": 5, "RT06": 8, "RT07": 6, "RT08": 10, "RT09": 20, "RT10": 15,
    "RT11": 15, "RT12": 7, "RT13": 10, "RT14": 15, "RT15": 8, "RT15b": 4, "RT16": 8, "RT17": 6, "RT18": 10, "RT19": 10,
    "RT20": 5,
}  # fmt: skip
STEPS_OF = {
    "RT01": 10, "RT02": 11, "RT03": 10, "RT04": 9, "RT05": 8, "RT06": 12, "RT07": 7, "RT08": 10, "RT09": 15, "RT10": 12,
    "RT11": 13, "RT12": 9, "RT13": 13, "RT14": 11, "RT15": 12, "RT15b": 6, "RT16": 10, "RT17": 9, "RT18": 15,
    "RT19": 10, "RT20": 8,
}  # fmt: skip


def test_the_totals_are_the_sheets() -> None:
    assert {routine.id: routine.total_seconds / 60 for routine in ROUTINES} == MINUTES
    assert {routine.id: len(routine.steps) for routine in ROUTINES} == STEPS_OF
    assert sum(MINUTES.values()) == 192
    assert len(STEPS) == 220


@each_routine
def test_a_routine_has_no_fault(routine: Routine) -> None:
    """Every rule, on the real body."""
    assert [str(fault) for fault in check(routine, GUIDE, load_atlas())] == []


@each_routine
def test_a_routine_keeps_the_order_rules(routine: Routine) -> None:
    assert ordering.broken(routine, GUIDE) == []


@each_routine
def test_what_is_offered_instead_exists(routine: Routine) -> None:
    assert routine.replacement == "breathing" or routine.replacement in GUIDE.routines
    assert routine.replacement != routine.id
    assert routine.core
    assert not routine.core & routine.optional
    assert set(routine.sources) <= set(GUIDE.sources.references)


@each_routine
def test_hands_come_from_where_the_giver_is(routine: Routine) -> None:
    givers = {step.giver for step in routine.steps}
    assert (givers == {Giver.SELF}) == (routine.mode != "partner")


@each_routine
def test_one_can_reach_what_one_works_on_alone(routine: Routine) -> None:
    """By hand, or with a brush, a ball, a roller or a stretch; a palm's width beyond is told in words (RT07.5)."""
    for step in routine.steps:
        technique = GUIDE.techniques[step.technique]
        if step.giver is not Giver.SELF:
            assert technique.with_partner is not Fit.NO, step.name
            continue
        assert technique.alone is not Fit.NO, step.name
        tool = step.tags & {"tool"} or step.kind in (StepKind.MOVE, StepKind.REST)
        ways = {Reach.SELF, Reach.TOOL} if tool else {Reach.SELF}
        for region in step.regions:
            assert GUIDE.regions[region].reach & ways, (step.name, region)


@each_step
def test_a_step_keeps_its_rules(routine: Routine, step: Step) -> None:
    assert list(step_rules.broken(step)) == []
    assert list(place_rules.broken(step, GUIDE)) == []


@each_step
def test_a_step_is_as_firm_and_as_fast_as_it_may(routine: Routine, step: Step) -> None:
    technique = GUIDE.techniques[step.technique]
    assert technique.pressure[0] <= step.pressure <= technique.pressure[1]
    assert all(step.pressure <= GUIDE.regions[region].ceiling for region in step.regions)
    if step.rate is not None:
        assert technique.rate is not None
        assert technique.rate[0] <= step.rate <= technique.rate[1]
    assert set(step.regions) <= technique.allowed_regions
    assert not set(step.regions) & {"throat", "armpit", "spine_line", "sternomastoid"}


@each_step
def test_both_sides_get_the_same(routine: Routine, step: Step) -> None:
    tempo = Tempo(step)
    if step.side in (StepSide.LEFT_THEN_RIGHT, StepSide.RIGHT_THEN_LEFT):
        assert tempo.side_seconds * 2 == step.seconds
        assert tempo.cycles * tempo.period == pytest.approx(tempo.side_seconds)
    elif step.side is StepSide.ALTERNATING:
        assert tempo.cycles % 2 == 0
    else:
        assert step.path is None or step.path.hands is not Hands.SINGLE or step.side is StepSide.MIDLINE


@each_step
def test_nobody_taps_a_kidney_or_presses_it(routine: Routine, step: Step) -> None:
    motion = GUIDE.techniques[step.technique].motion
    if motion in ordering.SHAKING and trunk(step):
        marks = {point.landmark for _, point in step_rules.waypoints(step)}
        assert not {GUIDE.landmarks[name].region for name in marks} & {"lower_back", "kidney_zone", "sacrum"}
    if "kidney_zone" in step.regions:
        assert step.pressure <= 2
        assert motion in (Motion.GLIDE, Motion.STRETCH_SKIN, Motion.REST)


@each_step
def test_a_cue_is_short_and_a_breath_is_slow(routine: Routine, step: Step) -> None:
    assert 2 <= len(step.cue.split()) <= 20
    assert step.cue.endswith((".", "?"))
    assert step.breath
    assert step.caution
    assert shortest_breath(step, Tempo(step).period) >= SHORTEST
    assert Tempo(step).cycles * Tempo(step).period == pytest.approx(Tempo(step).side_seconds)


def test_partner_back_keeps_the_fourteen_steps_in_their_order() -> None:
    names = [step.name for step in GUIDE.routines["RT09"].steps]
    assert names == [
        "Contact and check-in", "Rocking", "Oil-spreading circles", "Wide rubbing circles", "Hand-over-hand glide",
        "Finger walking", "Side kneading", "Counter-sliding palms", "Shoulder-blade thumbs", "Forearm spread",
        "Wringing", "Shoulder-girdle thumbs", "Loose-fist tapping", "Hand-edge tapping", "Wave strokes",
    ]  # fmt: skip
