"""Every step of every routine on the rendered body: hands touch what they may, as firmly as the place allows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.frame import HandPose
from desktop.domain.outlines import RegionMap
from desktop.domain.paths import PathError
from desktop.domain.place_rules import GENTLE
from desktop.domain.routine import Routine, Step, StepKind
from desktop.domain.score import Score
from desktop.domain.staging import Staging
from desktop.domain.step_rules import waypoints

GUIDE, ATLAS = load_guide(), load_atlas()
MOMENTS = 24
"""Looked at so often a pass, and never at the same phase twice."""
TOUCHING = 0.05
NEVER = frozenset({"throat", "armpit"})
REACH_CM = 4.0
"""So far beyond its places a hand may reach: the radius of a wide circle and half a hand."""

each_routine = pytest.mark.parametrize("routine", list(GUIDE.routines.values()), ids=lambda routine: routine.id)


class Seen(NamedTuple):
    """A working hand on the skin at a moment of a step."""

    step: Step
    view: str
    hand: HandPose


@cache
def places(view: str) -> RegionMap:
    return RegionMap(ATLAS.chart(view))


@cache
def seen(routine: str) -> tuple[Seen, ...]:
    return tuple(hand for step in GUIDE.routines[routine].steps for hand in _hands(step))


def _hands(step: Step) -> Iterator[Seen]:
    """The hands of a step that work on the skin of a still body, at moments all through it."""
    if step.move or step.kind is StepKind.POSE or step.view not in ATLAS.drawn:
        return
    score = Score(step, GUIDE.techniques[step.technique])
    try:
        staging = Staging(score, GUIDE, ATLAS)
    except PathError:
        return  # said elsewhere: tests/domain/test_all_routines.py
    passes = step.path.rounds if step.path else 1
    count = MOMENTS * passes * len(score.tempo.sides)
    for moment in range(count):
        beat = score.tempo.beat(step.seconds * (moment + moment % 7 / 7) / (count + 1))
        view, showing = staging.show(beat)
        for hand in showing.scene(beat, 0.5, staging.away(beat, 0.0)).hands:
            if hand.lift < TOUCHING and hand.pose != "resting":
                yield Seen(step, view, hand)


@each_routine
def test_every_routine_is_looked_at(routine: Routine) -> None:
    assert len(seen(routine.id)) > 50


@each_routine
def test_throat_armpit_and_eye_are_never_touched(routine: Routine) -> None:
    for step, view, hand in seen(routine.id):
        assert not places(view).in_zone(hand.at), (step.name, hand.at)
        assert places(view).region_at(hand.at) not in NEVER, (step.name, hand.at)


@each_routine
def test_nothing_is_pressed_harder_than_the_place_allows(routine: Routine) -> None:
    for step, view, hand in seen(routine.id):
        region = places(view).region_at(hand.at)
        if region is not None and region != "spine_line":
            assert hand.pressure <= GUIDE.regions[region].ceiling + 0.05, (step.name, region)


@each_routine
def test_where_nothing_may_be_pressed_nothing_is(routine: Routine) -> None:
    """The kidney zone, the spine line and the hollow above the collarbone are stroked at most."""
    for step, view, hand in seen(routine.id):
        region = places(view).region_at(hand.at)
        if region in {"kidney_zone", "collarbone_hollow"}:
            assert GUIDE.techniques[step.technique].motion in GENTLE, (step.name, region)
        if region == "spine_line":
            assert step.hand in {"roller", "forearm", "two_fingers"} or hand.pressure <= 1, step.name


@each_routine
def test_hands_work_where_the_step_says(routine: Routine) -> None:
    """On its regions, on those its landmarks border on, or next to them."""
    for step, view, hand in seen(routine.id):
        marks = [GUIDE.landmarks[point.landmark] for _, point in waypoints(step)]
        named = {part for slug in step.regions for part in (slug, *GUIDE.regions[slug].members)}
        meant = frozenset(named | {mark.region for mark in marks} | {slug for mark in marks for slug in mark.borders})
        away = places(view).distance(hand.at, meant) / ATLAS.chart(view).px_per_cm
        assert away <= REACH_CM, (step.name, view, round(away, 1))
