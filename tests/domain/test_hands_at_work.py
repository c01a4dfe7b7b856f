"""Every step of every routine on the rendered body: hands work as real hands could (content sheet 2.0, 2.6)."""

from __future__ import annotations

import math
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.frame import Frame, HandPose
from desktop.domain.motions.table import motion_of
from desktop.domain.paths import outward
from desktop.domain.routine import Giver, OneHand, OtherHand, Step, StepSide
from desktop.domain.technique import Motion
from desktop.domain.timeline import Timeline

GUIDE, ATLAS = load_guide(), load_atlas()
STEPS = [step for routine in GUIDE.routines.values() for step in routine.steps if step.hand != "none"]
ON_BODY = [step for step in STEPS if step.view in ATLAS.views]
TWO_HANDED = [step for step in ON_BODY if step.side is StepSide.BOTH]

FARTHEST_CM = 4.5
"""No gesture takes a hand further from its way than this, but for a palm's round on the back."""
FOREARM_CM = 12.0
CROSSING = {Motion.SAW, Motion.WRING}
BACK = ("head_back", "neck_shoulders", "whole_back")

a_step = st.sampled_from(ON_BODY)
a_share = st.floats(0.02, 0.98)


def motion(step: Step) -> Motion:
    return motion_of(GUIDE.techniques[step.technique], step)


@cache
def timeline(step: Step) -> Timeline:
    return Timeline((step,), GUIDE, ATLAS)


def frame(step: Step, share: float) -> Frame:
    return timeline(step).frame_at(share * step.seconds)


def touching(now: Frame) -> list[HandPose]:
    return [hand for hand in now.hands if hand.lift == 0]


def forearm(hand: HandPose, px: float) -> tuple[tuple[float, float], tuple[float, float]]:
    angle = math.radians(hand.turn)
    return hand.at, (hand.at.x - math.sin(angle) * FOREARM_CM * px, hand.at.y + math.cos(angle) * FOREARM_CM * px)


def cross(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]) -> bool:
    def left_of(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> bool:
        return (q[0] - p[0]) * (r[1] - p[1]) > (q[1] - p[1]) * (r[0] - p[0])

    return left_of(a, b, c) != left_of(a, b, d) and left_of(c, d, a) != left_of(c, d, b)


@given(a_step, a_share)
@settings(deadline=None, max_examples=400)
def test_a_hand_keeps_to_its_way(step: Step, share: float) -> None:
    now = frame(step, share)
    px = ATLAS.chart(now.view).px_per_cm
    if motion(step) is Motion.WRING or (motion(step) is Motion.CIRCLE and step.hand == "palm"):
        return  # from side to side; ten to twenty centimetres across
    ways = [trace.points for trace in now.traces]
    for hand in touching(now) if ways and now.move is None else ():
        if step.other_hand is not OtherHand.RESTS or hand.pressure > 0:
            away = min(math.dist(hand.at, point) for points in ways for point in points)
            assert away <= FARTHEST_CM * px, (step.name, away / px)


@given(a_step, a_share)
@settings(deadline=None, max_examples=60)
def test_a_frame_depends_on_nothing_but_its_time(step: Step, share: float) -> None:
    assert Timeline((step,), GUIDE, ATLAS).frame_at(share * step.seconds) == frame(step, share)


@given(a_step, a_share)
@settings(deadline=None, max_examples=400)
def test_the_pressure_is_never_above_what_is_planned(step: Step, share: float) -> None:
    for hand in frame(step, share).hands:
        assert 0 <= hand.pressure <= step.pressure


@given(a_step, a_share)
@settings(deadline=None, max_examples=400)
def test_the_skin_is_never_pulled_far(step: Step, share: float) -> None:
    now = frame(step, share)
    px = ATLAS.chart(now.view).px_per_cm
    most = 1.0 if motion(step) is Motion.ROCK else 0.8
    for pull in now.skin:
        assert math.hypot(*pull.by) <= (most + 0.01) * px
        assert pull.reach > math.hypot(*pull.by)
    for fold in now.folds:
        assert 0 < fold.height <= 1
    for ripple in now.ripples:
        assert 0 <= ripple.age < 1
        assert 0 <= ripple.pressure <= step.pressure


@given(a_step, a_share)
@settings(deadline=None, max_examples=400)
def test_arms_only_cross_where_the_technique_crosses_them(step: Step, share: float) -> None:
    now = frame(step, share)
    if motion(step) in CROSSING or (step.one_hand is OneHand.OPPOSITE and step.giver is Giver.SELF):
        return
    px = ATLAS.chart(now.view).px_per_cm
    for one, other in pairwise(touching(now)):
        assert not cross(*forearm(one, px), *forearm(other, px)), step.name


@given(a_step, a_share)
@settings(deadline=None, max_examples=400)
def test_an_arm_comes_from_where_its_owner_is(step: Step, share: float) -> None:
    now = frame(step, share)
    for hand in touching(now):
        if hand.pose in ("ball", "roller"):
            continue
        angle = math.radians(hand.turn)
        right, down = -math.sin(angle), math.cos(angle)  # the way from the hand to the elbow
        if step.giver is Giver.HEAD_END and now.view != "head_top":
            assert down < -0.7, "from the head end"
        elif step.giver in (Giver.HIP, Giver.BEHIND) and now.view in BACK:
            assert down > -0.2, "from behind or beside"
        elif now.view == "face" and step.giver is Giver.SELF:
            assert down > -0.4, "one's own elbows hang or are held out"
        elif now.view in BACK and step.one_hand is OneHand.SAME and step.other_hand is OtherHand.AWAY:
            assert right * outward(ATLAS.chart(now.view), hand.side) > -0.1, "elbows out to the sides"


@given(a_step, a_share)
@settings(deadline=None, max_examples=400)
def test_a_wrist_turns_softly(step: Step, share: float) -> None:
    now = frame(step, share)
    soon = timeline(step).frame_at(now.t + 1 / 60)
    if now.view != soon.view or now.side is not soon.side:
        return
    for hand, later in zip(now.hands, soon.hands, strict=True):
        if hand.pose not in ("ball", "roller"):
            assert abs((later.turn - hand.turn + 180) % 360 - 180) < 5


PERCUSSION = [s for s in TWO_HANDED if motion(s) in (Motion.HACK, Motion.CUP, Motion.POUND, Motion.TAP)]


@pytest.mark.parametrize("step", PERCUSSION, ids=lambda step: step.name)
def test_blows_fall_turn_by_turn(step: Step) -> None:
    """Each hand strikes every second count, half-way between two blows of the other."""
    period = 60 / (step.rate or 1)
    landed: dict[Side, list[float]] = {Side.LEFT: [], Side.RIGHT: []}
    times = [2 + i * period / 40 for i in range(40 * 8)]
    frames = [(t, {hand.side: hand.lift for hand in timeline(step).frame_at(t).hands}) for t in times]
    for (_, before), (t, now) in pairwise(frames):
        for side, blows in landed.items():
            if before[side] > 0.01 >= now[side]:
                blows.append(t)
    marks = sorted((t, side) for side, blows in landed.items() for t in blows)
    assert len(marks) == 8
    assert all(one[1] is not two[1] for one, two in pairwise(marks))
    assert all(two[0] - one[0] == pytest.approx(period, abs=period / 10) for one, two in pairwise(marks))


KNEADING = [s for s in ON_BODY if motion(s) is Motion.SQUEEZE and s.other_hand is OtherHand.ALTERNATES]


@pytest.mark.parametrize("step", KNEADING, ids=lambda step: step.name)
def test_kneading_hands_close_in_turn_on_the_same_side(step: Step) -> None:
    period = 60 / (step.rate or 1)
    frames = [timeline(step).frame_at(2 * period + i * period / 20) for i in range(20)]
    grips = [{hand.side: hand.grip for hand in now.hands} for now in frames]
    assert all(len(grip) == 2 for grip in grips)
    closed = {side: [grip[side] for grip in grips].index(max(grip[side] for grip in grips)) for side in grips[0]}
    apart = closed[Side.LEFT] - closed[Side.RIGHT]
    assert min(apart % 20, -apart % 20) >= 7
    for now in frames:
        assert {trace.side for trace in now.traces} == {now.side}


SAWING = [s for s in ON_BODY if motion(s) is Motion.SAW]


@pytest.mark.parametrize("step", SAWING, ids=lambda step: step.name)
def test_sawing_palms_go_against_each_other(step: Step) -> None:
    period = 60 / (step.rate or 1)
    for i in range(20):
        here, soon = (timeline(step).frame_at(2 * period + i * period / 20 + u) for u in (0.0, 0.02))
        left, right = (b.at.y - a.at.y for a, b in zip(here.hands, soon.hands, strict=True))
        assert left * right <= 0


@pytest.mark.parametrize("step", [s for s in ON_BODY if s.one_hand is OneHand.OPPOSITE][:6], ids=lambda s: s.name)
def test_the_opposite_hand_reaches_over(step: Step) -> None:
    now = frame(step, 0.2)
    chart = ATLAS.chart(now.view)
    for hand in now.hands:
        side = outward(chart, hand.side)
        assert (hand.at.x - chart.size[0] / 2) * side < 0


def test_only_over_ones_own_shoulder_a_hand_comes_from_the_front() -> None:
    for step in ON_BODY:
        over = step.giver is Giver.SELF and step.one_hand is OneHand.OPPOSITE
        for now in (frame(step, 0.2), frame(step, 0.4)):
            assert all(hand.from_front == (over and now.view in BACK) for hand in now.hands), step.name


@pytest.mark.parametrize(
    "step", [s for s in ON_BODY if s.view == "head_left" and motion(s) is Motion.CIRCLE], ids=lambda s: s.name
)
def test_a_round_is_round_from_the_side_too(step: Step) -> None:
    (way, *_) = frame(step, 0.02).spot_ways
    width, height = (max(axis) - min(axis) for axis in zip(*way.way, strict=True))
    assert 0.4 * height < width < 2.5 * height


@given(st.sampled_from([s for s in ON_BODY if s.technique == "pick_up_squeeze" and "brow_rim" in s.regions]), a_share)
def test_two_fingers_on_the_brow_never_open_as_far_as_the_eye(step: Step, share: float) -> None:
    assert all(hand.grip > 0.4 for hand in frame(step, share).hands)


@pytest.mark.parametrize("step", [s for s in ON_BODY if s.path and s.path.views], ids=lambda step: step.name)
def test_a_pass_in_another_view_begins_and_ends_with_the_hands_lifted(step: Step) -> None:
    frames = [frame(step, i / 2000) for i in range(2000)]
    changes = [(a, b) for a, b in pairwise(frames) if a.view != b.view]
    assert changes
    assert {now.view for now in frames} == set(step.path.views if step.path else ())
    for before, after in changes:
        assert before.focus != after.focus
        assert all(hand.lift > 0.9 for now in (before, after) for hand in now.hands)
