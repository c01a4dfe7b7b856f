"""Places where a hand would look wrong if its arm came from elsewhere, looked at on the rendered body."""

from __future__ import annotations

import pytest

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.chart import ViewChart
from desktop.domain.frame import Frame, HandPose
from desktop.domain.hand_parts import part
from desktop.domain.routine import Step
from desktop.domain.timeline import Timeline

GUIDE, ATLAS = load_guide(), load_atlas()
TILTS = [("RT12", 7), ("RT18", 10), ("RT20", 5), ("RT20", 6)]
OUT_OF_SIGHT_CM = 9.0
"""The hand of a thumb lies this far beside its contact."""


def step(routine: str, number: int) -> Step:
    return GUIDE.routines[routine].steps[number - 1]


def seen(found: Step, share: float) -> Frame:
    return Timeline((found,), GUIDE, ATLAS).frame_at(share * found.seconds)


def hand(found: Step, share: float) -> HandPose:
    return seen(found, share).hands[0]


def middle(chart: ViewChart, landmark: str) -> float:
    left, right = chart.landmark(landmark, Side.LEFT), chart.landmark(landmark, Side.RIGHT)
    assert left is not None
    assert right is not None
    return (left.x + right.x) / 2


@pytest.mark.parametrize(("routine", "number"), TILTS)
def test_the_hand_of_the_low_side_comes_over_the_tilted_head(routine: str, number: int) -> None:
    left, right = (hand(step(routine, number), share) for share in (0.3, 0.8))
    assert (left.side, right.side) == (Side.LEFT, Side.RIGHT)
    assert 60 < left.turn < 120
    assert -120 < right.turn < -60


@pytest.mark.parametrize(("routine", "number"), [("RT13", 5), ("RT13", 8)])
def test_a_grip_closes_while_it_holds_and_opens_again(routine: str, number: int) -> None:
    found = step(routine, number)
    assert found.hold is not None
    period = found.hold.hold + found.hold.release
    held, let_go = (hand(found, seconds / found.seconds) for seconds in (found.hold.hold * 0.6, period - 0.1))
    assert held.grip > 0.6
    assert let_go.grip < 0.1


def test_a_neck_is_grasped_from_behind_with_thumb_and_fingers_to_its_two_sides() -> None:
    grasping = hand(step("RT13", 5), 0.3)
    assert grasping.side is Side.LEFT
    assert -70 < grasping.turn < -35


@pytest.mark.parametrize("number", [3, 5])
def test_stones_keep_off_the_spine(number: int) -> None:
    found = step("RT14", number)
    chart = ATLAS.chart(found.view)
    half = 5.5 * chart.px_per_cm
    for moment in range(1, 20):
        for placed in seen(found, moment / 20).hands:
            assert abs(placed.at.x - middle(chart, "paraspinal_t5")) > half


def test_a_finger_on_the_brow_lies_along_it_and_not_over_the_eye() -> None:
    for placed in seen(step("RT19", 3), 0.02).hands:
        assert 85 < abs(placed.turn) < 110


def test_the_whole_hand_of_a_thumb_is_looked_at() -> None:
    now = seen(step("RT11", 9), 0.25)
    px = ATLAS.chart(now.view).px_per_cm
    assert now.hands[0].at.x - now.focus.x > OUT_OF_SIGHT_CM * px


def test_a_way_begins_at_its_first_waypoint_and_not_at_the_landmark_it_is_counted_from() -> None:
    now = seen(step("RT15b", 3), 0.1)
    assert len(now.traces) == 2
    for trace in now.traces:
        ys = [point.y for point in trace.points]
        assert max(ys) - min(ys) < ATLAS.chart(now.view).px_per_cm


def test_a_flat_hand_alone_lies_on_the_narrow_nape() -> None:
    assert part("palm").beside_spine("nape") < part("palm").beside_spine("long_back")


def test_the_nape_is_stroked_with_a_small_stone() -> None:
    assert hand(step("RT14", 7), 0.2).pose == "small_stone"
    assert hand(step("RT14", 4), 0.2).pose == "stone"
