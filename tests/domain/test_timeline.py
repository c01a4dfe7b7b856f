"""RT01 on a plain body: every frame is a function of its time, and the hands do what the words say."""

from __future__ import annotations

import math
import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.body import Side
from desktop.domain.frame import Frame, HandPose, Phase
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine
from desktop.domain.timeline import LEAD_IN, Timeline
from tests.domain.plain_atlas import MIDDLE, PX, PlainAtlas, PlainChart

any_moment = st.floats(-6, 490, allow_nan=False)
FRAME_SECONDS = 1 / 60
FARTHEST_CM = 0.5
"""A hand on the skin goes no further between two frames: 30 cm/s is quicker than any stroke."""


def hand(frame: Frame, side: Side = Side.LEFT) -> HandPose:
    return next(hand for hand in frame.hands if hand.side is side)


def times(timeline: Timeline, step: int, count: int) -> list[float]:
    start, seconds = timeline.start_of(step), timeline.steps[step].seconds
    return [start + seconds * (i + 0.5) / count for i in range(count)]


@given(st.lists(any_moment, min_size=1, max_size=20), st.randoms(use_true_random=False))
@settings(deadline=None, max_examples=40)
def test_a_frame_depends_on_nothing_but_its_time(
    guide: Guide, rt01: Routine, timeline: Timeline, moments: list[float], rng: random.Random
) -> None:
    fresh = Timeline(rt01.steps, guide, PlainAtlas())
    expected = {t: timeline.frame_at(t) for t in moments}
    rng.shuffle(moments)
    assert all(fresh.frame_at(t) == expected[t] for t in moments)


@given(any_moment)
@settings(deadline=None)
def test_hands_touch_the_body_within_the_planned_pressure(timeline: Timeline, t: float) -> None:
    frame = timeline.frame_at(t)
    step = timeline.steps[frame.step]
    for pose in frame.hands:
        assert 0 <= pose.pressure <= step.pressure
        assert 0 <= pose.lift <= 1
        assert 0 <= pose.grip <= 1
        if pose.lift == 1:
            assert pose.pressure == 0
        if pose.lift == 0 and frame.move is None:
            assert PlainChart("head_back").surface(*pose.at) is not None


@given(any_moment)
@settings(deadline=None)
def test_both_hands_mirror_each_other(timeline: Timeline, t: float) -> None:
    frame = timeline.frame_at(t)
    if len(frame.hands) < 2:
        return
    left, right = hand(frame, Side.LEFT), hand(frame, Side.RIGHT)
    assert left.at.x - MIDDLE == pytest.approx(MIDDLE - right.at.x, abs=0.5)
    assert left.at.y == pytest.approx(right.at.y, abs=0.5)
    assert left.turn == pytest.approx(-right.turn)
    assert left.at.x < MIDDLE < right.at.x


@given(st.floats(0, 479.9))
@settings(deadline=None, max_examples=300)
def test_a_hand_on_the_skin_never_jumps(timeline: Timeline, t: float) -> None:
    before, after = timeline.frame_at(t), timeline.frame_at(t + FRAME_SECONDS)
    if before.step != after.step or before.side is not after.side:
        assert all(pose.lift > 0.9 for frame in (before, after) for pose in frame.hands)
        return
    for pose, next_pose in zip(before.hands, after.hands, strict=True):
        farthest = FARTHEST_CM if min(pose.lift, next_pose.lift) < 0.5 else 2.0
        assert math.dist(pose.at, next_pose.at) < farthest * PX
        assert abs(pose.turn - next_pose.turn) < 4
        assert abs(pose.lift - next_pose.lift) < 0.25


@given(any_moment)
@settings(deadline=None)
def test_the_clock_of_a_frame_adds_up(timeline: Timeline, t: float) -> None:
    frame = timeline.frame_at(t)
    step = timeline.steps[frame.step]
    assert 1 <= frame.cycle <= frame.cycles
    assert 0 <= frame.breath.fill <= 1
    if frame.phase is Phase.STEP:
        assert frame.elapsed + frame.remaining == pytest.approx(step.seconds)
        assert timeline.start_of(frame.step) + frame.elapsed == pytest.approx(t)
        assert timeline.step_at(t) == frame.step


def test_before_and_after(timeline: Timeline) -> None:
    assert timeline.duration == 480
    ready = timeline.frame_at(-2)
    assert (ready.phase, ready.step, ready.remaining) == (Phase.GET_READY, 0, 2)
    assert ready.pressure == pytest.approx(0.5)
    assert timeline.frame_at(-100) == timeline.frame_at(-LEAD_IN)
    done = timeline.frame_at(1000)
    assert (done.phase, done.hands, done.progress) == (Phase.DONE, (), 1)


def test_a_timeline_needs_a_step(guide: Guide) -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Timeline([], guide, PlainAtlas())


@pytest.mark.parametrize(("step", "stops", "circles"), [(2, 15, 2), (4, 5, 5)])
def test_circles_go_round_each_spot_as_often_as_the_words_say(
    timeline: Timeline, step: int, stops: int, circles: int
) -> None:
    turned = dict.fromkeys(range(stops), 0.0)
    last: tuple[int, float] | None = None
    for t in times(timeline, step, 6000):
        frame = timeline.frame_at(t)
        trace, pose = frame.traces[0], hand(frame)
        stop = (frame.cycle - 1) // circles
        centre = trace.spots[trace.spot]
        angle = math.atan2(pose.at.y - centre.y, pose.at.x - centre.x)
        if last and last[0] == stop:
            turned[stop] += (angle - last[1] + math.pi) % (2 * math.pi) - math.pi
        last = (stop, angle)
    for around in turned.values():
        assert abs(around) / (2 * math.pi) == pytest.approx(circles, abs=0.35)


def test_rows_go_from_the_ear_to_the_midline_and_upwards(timeline: Timeline) -> None:
    rows = list(dict.fromkeys(timeline.frame_at(t).traces[0].spots for t in times(timeline, 2, 300)))
    assert len(rows) == 3
    for row in rows:
        assert len(row) == 5
        assert [spot.x for spot in row] == sorted(spot.x for spot in row)
    assert rows[0][0].y > rows[1][0].y > rows[2][0].y


def test_spots_are_evenly_spaced(timeline: Timeline) -> None:
    spots = timeline.frame_at(timeline.start_of(4)).traces[0].spots
    gaps = [math.dist(a, b) for a, b in pairwise(spots)]
    assert max(gaps) < 1.4 * min(gaps)  # even on the skin; the picture foreshortens


def test_the_nape_is_squeezed_twice_on_four_stations_with_each_hand(timeline: Timeline) -> None:
    peaks: list[tuple[Side | None, int]] = []
    grips = [(f, hand(f, f.side or Side.LEFT).grip) for f in map(timeline.frame_at, times(timeline, 7, 3000))]
    for (_, before), (frame, now), (_, after) in zip(grips, grips[1:], grips[2:], strict=False):
        if before < now >= after and now > 0.99:
            peaks.append((frame.side, frame.traces[0].spot))
    once_a_station = [(side, spot) for side in (Side.LEFT, Side.RIGHT) for spot in range(4) for _ in range(2)]
    assert list(dict.fromkeys(peaks)) == list(dict.fromkeys(once_a_station))
    assert all(len(frame.hands) == 1 and frame.hands[0].side is frame.side for frame, _ in grips)


def test_three_holds_of_twenty_seconds_press_five_and_let_go_between(timeline: Timeline) -> None:
    start = timeline.start_of(5)
    for hold in range(3):
        pressed = timeline.frame_at(start + 25 * hold + 10)
        released = timeline.frame_at(start + 25 * hold + 24 - 0.3 * (hold == 2))
        assert (pressed.cycle, pressed.cycles, pressed.holding) == (hold + 1, 3, True)
        assert pressed.pressure == pytest.approx(5)
        assert not released.holding
        assert released.pressure < 1.5


def test_strokes_run_from_the_crown_to_the_shoulder_and_come_back_lifted(timeline: Timeline) -> None:
    start, period = timeline.start_of(1), 7.5
    for stroke in range(1, 8):
        begun = timeline.frame_at(start + period * stroke)
        arrived = timeline.frame_at(start + period * (stroke + 0.639))
        away = timeline.frame_at(start + period * (stroke + 0.82))
        assert hand(begun).at.y < 260
        assert hand(arrived).at.y > 700
        assert hand(away).lift == 1
        assert away.pressure == 0
        assert begun.cycle == stroke + 1


def test_fingers_point_in_at_the_skull_and_down_at_the_shoulder(timeline: Timeline) -> None:
    start = timeline.start_of(1)
    turns = [hand(timeline.frame_at(start + 7.5 + u)).turn for u in (0, 1.2, 2.4, 3.6, 4.79)]
    assert turns == sorted(turns)
    assert turns[0] < 60
    assert turns[-1] > 120


def test_the_head_nods_ten_times_and_the_thumbs_follow(timeline: Timeline) -> None:
    start = timeline.start_of(6)
    for nod in range(10):
        level, down = timeline.frame_at(start + 4 * nod), timeline.frame_at(start + 4 * nod + 2)
        assert level.move is not None
        assert down.move is not None
        assert level.move.name == "nod"
        assert level.move.amount == pytest.approx(0, abs=1e-6)
        assert down.move.amount == pytest.approx(1)
        assert hand(down).at.y - hand(level).at.y == pytest.approx(5 * PX)


def test_the_chin_sinks_twice_for_twenty_seconds(timeline: Timeline) -> None:
    start = timeline.start_of(8)
    for time in (0, 25):
        frames = [timeline.frame_at(start + time + s) for s in (0, 5, 19.9, 24.99)]
        amounts = [frame.move.amount for frame in frames if frame.move]
        assert amounts == [pytest.approx(0), pytest.approx(1), pytest.approx(1), pytest.approx(0, abs=1e-3)]


def test_the_view_does_not_jump_within_a_step(timeline: Timeline) -> None:
    for step in range(len(timeline.steps)):
        frames = [timeline.frame_at(t) for t in times(timeline, step, 20)]
        assert len({frame.focus for frame in frames}) == 1
        assert len({frame.view for frame in frames}) == 1
        focus = frames[0].focus
        for pose in (pose for frame in frames for pose in frame.hands if pose.lift < 0.1 and frame.move is None):
            assert focus.x <= pose.at.x <= focus.x + focus.width
            assert focus.y <= pose.at.y <= focus.y + focus.height
