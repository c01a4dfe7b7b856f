"""Which regions a step's hands come over besides its own, and what follows for the safety check."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import FOLDER, load_guide, read_routine
from desktop.domain.answers import LOCKED
from desktop.domain.checker import check
from desktop.domain.crossing import GRAZED_CM
from desktop.domain.rules import Rule
from desktop.domain.screen import screen
from desktop.domain.screening import Plan
from tools.crosses import deepest, write

GUIDE = load_guide()
HARDLY_GRAZED_CM = 0.2


def test_every_step_names_what_it_crosses_on_every_body_and_nothing_else() -> None:
    wrong = []
    for routine in GUIDE.routines.values():
        for step in routine.steps:
            found = deepest(step, GUIDE)
            missing = {slug for slug, deep in found.items() if deep > GRAZED_CM} - {*step.crosses}
            needless = {slug for slug in step.crosses if found.get(slug, 0.0) < HARDLY_GRAZED_CM}
            wrong += [(routine.id, step.number, missing, needless)] if missing or needless else []
    assert wrong == []


def test_the_checker_says_what_is_missing() -> None:
    routine = GUIDE.routines["RT01"]
    steps = (*routine.steps[:1], replace(routine.steps[1], crosses=()), *routine.steps[2:])
    faults = check(replace(routine, steps=steps), GUIDE, load_atlas())
    assert [(fault.place, fault.rule) for fault in faults] == [("$.steps[1].crosses", Rule.CROSSED)]
    assert "skull_base" in faults[0].reason


def test_a_stroke_over_a_locked_place_goes_and_one_at_its_edge_stays() -> None:
    """The finger pads of step 4 come over the bone behind the ear; the circles of step 5 stay below it."""
    plan = screen(GUIDE, GUIDE.routines["RT01"], {"Q7": ["skin"], LOCKED: ["ear_mastoid"]}, 10)
    assert isinstance(plan, Plan)
    assert {drop.step.number for drop in plan.dropped} == {3, 4}


def test_a_place_that_is_only_crossed_lowers_the_step_where_it_bears_less_today() -> None:
    """An unstable neck caps the skull base at 3; the circles above it would be done at 4."""
    routine = GUIDE.routines["RT01"]
    circles = replace(routine.steps[2], crosses=("skull_base",))
    plan = screen(GUIDE, replace(routine, steps=(circles,), core=frozenset()), {"Q5": ["instability"]}, 10)
    assert isinstance(plan, Plan)
    assert (circles.regions, circles.pressure, plan.routine.steps[0].pressure) == (("occiput",), 4, 3)


def test_where_a_place_never_bears_more_the_step_stays_as_it_is() -> None:
    """The kidney zone is capped at 2 after a cleared back; it never bears more, every hand lightens there by itself."""
    plan = screen(GUIDE, GUIDE.routines["RT10"], {"Q2": ["back_cleared"]}, 10)
    assert isinstance(plan, Plan)
    strokes = plan.routine.steps[1]
    assert ("kidney_zone" in strokes.crosses, strokes.pressure) == (True, 3)


def test_the_tool_changes_nothing_but_what_is_crossed(tmp_path: Path) -> None:
    path = tmp_path / "routine.toml"
    text = (FOLDER / "routines" / "occipital_ease.toml").read_text("utf-8")
    path.write_text(text, "utf-8")
    steps = GUIDE.routines["RT01"].steps
    assert not write(path, [list(step.crosses) for step in steps])
    assert write(path, [["jaw"], *([] for _ in steps[1:])])
    changed = read_routine(path)
    assert [step.crosses for step in changed.steps] == [("jaw",), *(() for _ in steps[1:])]
    assert write(path, [list(step.crosses) for step in steps])
    assert path.read_text("utf-8") == text
