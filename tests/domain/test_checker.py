"""Each rule broken once: one clear fault at the right place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.checker import check
from desktop.domain.guide import Guide
from desktop.domain.notation import stroke, waypoint
from desktop.domain.routine import (
    Breathing,
    BreathPattern,
    Giver,
    Hands,
    Hold,
    Mood,
    OtherHand,
    Routine,
    StepSide,
)
from desktop.domain.rules import Fault, Rule
from tests.domain.plain_atlas import PlainAtlas


def found_in(guide: Guide, routine: Routine) -> list[Fault]:
    return check(routine, guide, PlainAtlas())


def faults(guide: Guide, routine: Routine) -> list[str]:
    """Places and reasons."""
    return [f"{fault.place}: {fault.reason}" for fault in found_in(guide, routine)]


def changed(routine: Routine, step: int, **changes: Any) -> Routine:
    steps = list(routine.steps)
    steps[step] = replace(steps[step], **changes)
    return replace(routine, steps=tuple(steps))


def test_rt01_keeps_every_rule(guide: Guide, rt01: Routine) -> None:
    assert faults(guide, rt01) == []


@pytest.mark.parametrize(
    ("step", "changes", "place", "reason"),
    [
        (1, {"regions": ("crown", "elbow")}, "$.steps[1].regions", "unknown region “elbow”"),
        (1, {"technique": "magic"}, "$.steps[1].technique", "unknown technique “magic”"),
        (0, {"at": waypoint("knee")}, "$.steps[0].at", "unknown landmark “knee”"),
        (2, {"pressure": 6}, "$.steps[2].pressure", "6 is above 5, the ceiling of Back of the head"),
        (4, {"pressure": 1}, "$.steps[4].pressure", "1 is outside 2 to 5, the range of Circular rubbing"),
        (2, {"regions": ("occiput", "nape")}, "$.steps[2].technique", "Scalp circles / hair tug is not allowed on"),
        (1, {"rate": 20.0, "reps": 20}, "$.steps[1].rate", "20 is outside 5 to 16, the range of Stroking"),
        (1, {"rate": 8.5}, "$.steps[1].seconds", "are 8.5 cycles, not a whole number"),
        (1, {"reps": 7}, "$.steps[1].reps", "are 8 cycles, not 7"),
        (5, {"hold": Hold(2, 20, 5)}, "$.steps[5].seconds", "the holds take 50 s of 75 s a side"),
        (5, {"rate": 8.0}, "$.steps[5].rate", "either a rate or a hold"),
        (0, {"at": None}, "$.steps[0].at", "where the hands lie"),
        (6, {"move": ""}, "$.steps[6].move", "names its move"),
        (6, {"move": "somersault"}, "$.steps[6].move", "the move “somersault” cannot be shown"),
        (1, {"cue": " ".join(["slow"] * 21)}, "$.steps[1].cue", "21 words are more than 20"),
        (1, {"cue": "This heals your neck."}, "$.steps[1].cue", "“heals” promises"),
        (1, {"breath": "Hold your breath now"}, "$.steps[1].breath", "nobody is asked to hold the breath"),
        (4, {"breathing": Breathing(BreathPattern.IN_OUT_EACH_CYCLE)}, "$.steps[4].breathing", "2.0 s is too quick"),
        (2, {"technique": "vibration"}, "$.steps[2]", "outside"),
        (2, {"hand": "spoon"}, "$.steps[2].hand", "cannot be shown yet"),
        (2, {"view": "pose"}, "$.steps[2].move", "the figure “” cannot be shown yet"),
        (2, {"view": "elbow"}, "$.steps[2].view", "cannot be shown yet"),
        (2, {"side": StepSide.ALTERNATING, "rate": 36.0, "reps": 27}, "$.steps[2].side", "27 turns cannot be shared"),
        (5, {"pressure": 7}, "$.steps[5].pressure", "7 is more than is ever planned"),
        (5, {"hold": Hold(1, 91, 0), "seconds": 91}, "$.steps[5].hold", "more than the 90 s of Press and hold"),
        (5, {"tags": frozenset({"firm"})}, "$.steps[5].tags", "“neck_press” is missing"),
        (5, {"tags": frozenset({"neck_press"})}, "$.steps[5].tags", "“firm” is missing"),
        (6, {"tags": frozenset()}, "$.steps[6].tags", "“neck_movement” is missing"),
        (2, {"giver": Giver.HIP}, "$.steps[2].tags", "“face_down” is missing"),
        (1, {"breath": " "}, "$.steps[1].breath", "says how to breathe"),
        (7, {"other_hand": OtherHand.RESTS}, "$.steps[7].other_at", "says where"),
        (2, {"technique": "hacking", "regions": ("long_back",)}, "$.steps[2].tags", "“percussion_trunk” is missing"),
    ],
)  # fmt: skip
def test_a_broken_step_is_named(
    guide: Guide, rt01: Routine, step: int, changes: dict[str, Any], place: str, reason: str
) -> None:
    found = faults(guide, changed(rt01, step, **changes))
    assert any(line.startswith(place) and reason in line for line in found), found
    assert all("\n" not in line for line in found)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("crown > larynx", "“larynx” is a no-go mark"),
        ("crown > blade_mid", "“blade_mid” does not lie on"),
        ("crown > nowhere", "unknown landmark “nowhere”"),
    ],
)
def test_a_path_through_a_wrong_place_is_named(guide: Guide, rt01: Routine, words: str, reason: str) -> None:
    path = rt01.steps[1].path
    assert path is not None
    found = faults(guide, changed(rt01, 1, path=replace(path, passes=(stroke(words),))))
    assert len(found) == 1
    assert found[0].startswith("$.steps[1].path.passes[0]: ")
    assert reason in found[0]


def test_one_hand_works_on_one_side(guide: Guide, rt01: Routine) -> None:
    path = rt01.steps[1].path
    assert path is not None
    found = faults(guide, changed(rt01, 1, path=replace(path, hands=Hands.SINGLE)))
    assert "$.steps[1].side: one hand cannot work on both sides at once" in found


def test_weight_runs_up_the_back(guide: Guide) -> None:
    back = guide.routines["RT11"]
    path = back.steps[1].path
    assert path is not None
    down = changed(back, 1, path=replace(path, passes=(path.passes[0][::-1],)))
    assert "$.steps[1].path.passes[0]: a stroke with weight runs up the back" in faults(guide, down)
    assert not any("runs up the back" in line for line in faults(guide, changed(down, 1, pressure=2)))


def test_a_path_that_does_not_add_up_is_named(guide: Guide, rt01: Routine) -> None:
    path = rt01.steps[2].path
    assert path is not None
    found = faults(guide, changed(rt01, 2, path=replace(path, spots=4)))
    assert found == ["$.steps[2].path: 4 spots of 2 are not 10 cycles a pass"]
    found = faults(guide, changed(rt01, 2, path=replace(path, passes=path.passes[:2])))
    assert found == ["$.steps[2].path: the passes take 20 cycles, the step has 30"]


def test_nothing_is_pressed_where_nothing_may_be(guide: Guide, rt01: Routine) -> None:
    assert "$.steps[0].regions: Throat is never touched" in faults(guide, changed(rt01, 0, regions=("throat",)))
    assert any("spine line" in line for line in faults(guide, changed(rt01, 1, regions=("spine_line",))))


@pytest.mark.parametrize(
    ("order", "rule", "place"),
    [
        ((4, 1, 2, 3, 9), Rule.SOFT_BEGINNING, "$.steps[0]"),
        ((0, 2, 1, 9), Rule.WARM_FIRST, "$.steps[1]"),
        ((0, 0, 2, 9), Rule.GRADUAL, "$.steps[2]"),
        ((0, 0, 5, 9), Rule.GENERAL_SPECIFIC_GENERAL, "$.steps[2]"),
        ((0, 1, 4, 5, 0), Rule.GENERAL_SPECIFIC_GENERAL, "$.steps[3]"),
        ((0, 1, 2, 3, 4, 5, 5, 9), Rule.LIGHTER_BETWEEN, "$.steps[6]"),
        ((0, 1, 2), Rule.SOFT_END, "$.steps[2]"),
        ((9, 9, 1), Rule.SOFT_END, "$.steps[2]"),
        ((9, 9, 1, 0), Rule.SOFT_END, "$.steps[2]"),
        ((1, 5, 9), Rule.FIRM_TIME, "$"),
    ],
)
def test_ordering_rules(guide: Guide, rt01: Routine, order: tuple[int, ...], rule: Rule, place: str) -> None:
    shuffled = replace(rt01, core=frozenset(), optional=frozenset(), steps=tuple(rt01.steps[i] for i in order))
    assert (rule, place) in [(fault.rule, fault.place) for fault in found_in(guide, shuffled)]


TAPPING: dict[str, Any] = {"technique": "fingertip_tapping", "rate": 240.0, "pressure": 3, "hold": None}


def test_tapping_comes_late(guide: Guide, rt01: Routine) -> None:
    tapped = changed(rt01, 2, **TAPPING, reps=180, path=None)
    assert Rule.TAPPING_LATE in {fault.rule for fault in found_in(guide, tapped)}


def test_nothing_taps_at_bedtime(guide: Guide, rt01: Routine) -> None:
    tapped = changed(rt01, 8, **TAPPING, reps=200, move="", regions=("nape",))
    places = {mood: [f.place for f in found_in(guide, replace(tapped, mood=mood)) if f.rule is Rule.TAPPING_LATE]
              for mood in Mood}  # fmt: skip
    assert places == {Mood.CALM: [], Mood.WAKING: [], Mood.SLEEP: ["$.steps[8]"]}


def test_slow_stripping_needs_three_minutes_of_warm_up(guide: Guide) -> None:
    firm = guide.routines["RT11"]
    assert Rule.WARM_FIRST not in {fault.rule for fault in found_in(guide, firm)}
    hurried = replace(firm, steps=tuple(step for step in firm.steps if step.number not in (3, 4)))
    assert "slow stripping needs 180 s of warm-up" in " ".join(faults(guide, hurried))


def test_what_is_firm_every_second_day_says_so(guide: Guide) -> None:
    firm = guide.routines["RT12"]
    assert Rule.SECOND_DAY in {fault.rule for fault in found_in(guide, replace(firm, every_second_day=False))}
    assert {r.id for r in guide.routines.values() if r.every_second_day} == {"RT11", "RT12", "RT16"}


def test_skin_stretches_begin_and_end_at_the_collarbone(guide: Guide) -> None:
    lymph = guide.routines["RT15"]
    without = replace(lymph, steps=tuple(step for step in lymph.steps if step.number not in (2, 11)))
    assert [f.place for f in found_in(guide, without) if f.rule is Rule.DIRECTION] == ["$.steps[7]"]


def test_core_steps_exist(guide: Guide, rt01: Routine) -> None:
    assert faults(guide, replace(rt01, core=frozenset({11}))) == ["$.core: there is no step 11"]


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule is not Rule.READABLE])
def test_every_rule_says_how_to_mend_it(rule: Rule) -> None:
    line = str(Fault("$.steps[3].pressure", "6 is too much", rule))
    assert line.startswith(f"$.steps[3].pressure: 6 is too much ({rule}). ")
    assert line.endswith(".")
