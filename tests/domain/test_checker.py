"""Each rule broken once: one clear fault at the right place."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop.domain.checker import check
from desktop.domain.guide import Guide
from desktop.domain.notation import stroke, waypoint
from desktop.domain.routine import Breathing, BreathPattern, Hold, Routine
from tests.domain.plain_atlas import PlainAtlas


def faults(guide: Guide, routine: Routine) -> list[str]:
    return [str(fault) for fault in check(routine, guide, PlainAtlas())]


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
        (2, {"view": "pose"}, "$.steps[2].view", "cannot be shown yet"),
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
    ("order", "rule"),
    [
        ((4, 1, 2, 3, 9), "(O1)"),
        ((0, 2, 1, 9), "(O2)"),
        ((0, 0, 2, 9), "(O3)"),
        ((0, 1, 2, 3, 4, 5, 5, 9), "(O6)"),
        ((0, 1, 2), "(O8)"),
        ((9, 9, 1), "(O8)"),
    ],
)
def test_ordering_rules(guide: Guide, rt01: Routine, order: tuple[int, ...], rule: str) -> None:
    shuffled = replace(rt01, core=frozenset(), optional=frozenset(), steps=tuple(rt01.steps[i] for i in order))
    assert any(rule in line for line in faults(guide, shuffled))


def test_tapping_comes_late(guide: Guide, rt01: Routine) -> None:
    tapped = changed(rt01, 2, technique="fingertip_tapping", rate=240.0, reps=180, pressure=3, path=None)
    assert any("(O5)" in line for line in faults(guide, tapped))


def test_core_steps_exist(guide: Guide, rt01: Routine) -> None:
    assert faults(guide, replace(rt01, core=frozenset({11}))) == ["$.core: there is no step 11"]
