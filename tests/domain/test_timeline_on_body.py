"""RT01 on the rendered body: hands stay where the step says, as firm as the place under them allows."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.frame import Frame
from desktop.domain.outlines import RegionMap
from desktop.domain.screen import screen
from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline

GUIDE, ATLAS = load_guide(), load_atlas()
RT01 = GUIDE.routines["RT01"]
MAPS = {view: RegionMap(ATLAS.chart(view)) for view in ("head_back", "neck_shoulders")}
MARGIN_CM = 2.0
FARTHEST_CM = 0.5


def gentle() -> Plan:
    plan = screen(GUIDE, RT01, {"Q4": ["neck_artery"]}, 0)
    assert isinstance(plan, Plan)
    return plan


PLANS = {"whole": RT01, "gentle": gentle().routine}
TIMELINES = {name: Timeline(routine.steps, GUIDE, ATLAS) for name, routine in PLANS.items()}

any_timeline = st.sampled_from(sorted(TIMELINES))
any_share = st.floats(0, 0.9999)


def frame(name: str, share: float) -> Frame:
    return TIMELINES[name].frame_at(share * TIMELINES[name].duration)


@given(any_timeline, any_share)
@settings(deadline=None, max_examples=200)
def test_contact_lies_on_the_body_and_in_the_regions_of_the_step(name: str, share: float) -> None:
    now = frame(name, share)
    step, chart = PLANS[name].steps[now.step], ATLAS.chart(now.view)
    if now.move is not None:
        return  # the body itself has moved away from the chart
    for pose in (pose for pose in now.hands if pose.lift == 0):
        assert chart.surface(*pose.at) is not None
        away = MAPS[now.view].distance(pose.at, frozenset(step.regions))
        assert away <= MARGIN_CM * chart.px_per_cm
        assert not MAPS[now.view].in_zone(pose.at)


@given(any_timeline, any_share)
@settings(deadline=None, max_examples=200)
def test_local_pressure_stays_within_the_local_ceiling(name: str, share: float) -> None:
    now = frame(name, share)
    if now.move is not None:
        return
    for pose in now.hands:
        region = MAPS[now.view].region_at(pose.at)
        if region is not None:
            assert pose.pressure <= GUIDE.regions[region].ceiling + 1e-9, region


@given(any_timeline, any_share)
@settings(deadline=None, max_examples=200)
def test_hands_on_the_skin_never_jump_and_mirror_each_other(name: str, share: float) -> None:
    now = frame(name, share)
    soon = TIMELINES[name].frame_at(now.t + 1 / 60)
    px = ATLAS.chart(now.view).px_per_cm
    if now.step == soon.step and now.side is soon.side:
        for pose, next_pose in zip(now.hands, soon.hands, strict=True):
            on_skin = min(pose.lift, next_pose.lift) < 0.5
            assert math.dist(pose.at, next_pose.at) < (FARTHEST_CM if on_skin else 2) * px
    if len(now.hands) == 2:
        left, right = sorted(now.hands, key=lambda pose: pose.side is Side.RIGHT)
        middle = ATLAS.chart(now.view).size[0] / 2
        assert abs((left.at.x + right.at.x) / 2 - middle) < 0.4 * px
        assert abs(left.at.y - right.at.y) < 0.4 * px


@pytest.mark.parametrize("name", sorted(TIMELINES))
def test_every_step_can_be_shown(name: str) -> None:
    for index in range(len(PLANS[name].steps)):
        TIMELINES[name].prepare(index)


def test_spots_stand_apart() -> None:
    """Five spots of the skull base lie about a finger-width from each other."""
    timeline = TIMELINES["whole"]
    spots = timeline.frame_at(timeline.start_of(4) + 1).traces[0].spots
    px = ATLAS.chart("head_back").px_per_cm
    gaps = [math.dist(a, b) / px for a, b in pairwise(spots)]
    assert min(gaps) > 0.5
    assert max(gaps) < 2
