from __future__ import annotations

from desktop.domain.body import Side
from desktop.domain.chart import Point
from desktop.domain.frame import Breath, Focus, Fold, Frame, HandPose, Phase, Ripple, SkinPull, SpotWay, Trace
from desktop.domain.reflection import reflected

FRAME = Frame(
    t=3.0,
    phase=Phase.STEP,
    step=0,
    view="face",
    elapsed=3.0,
    remaining=7.0,
    progress=0.3,
    side=Side.LEFT,
    cycle=1,
    cycles=4,
    holding=False,
    hands=(HandPose(Side.LEFT, "palm", Point(700, 400), 30.0, 0.5, 0.0, 3.0, (6.0, 2.0)),),
    skin=(SkinPull(Point(690, 410), (5.0, -3.0), 40.0),),
    folds=(Fold(Point(680, 420), 30.0, 50.0, 20.0, 0.5),),
    ripples=(Ripple(Point(670, 430), 0.2, 3.0),),
    traces=(Trace(Side.LEFT, (Point(600, 300), Point(700, 500)), 0.5, (Point(650, 400),), 0),),
    spot_ways=(SpotWay(Point(700, 400), ((0.0, 0.0), (10.0, 5.0)), 0.25, False),),
    breath=Breath(True, 0.5),
    move=None,
    focus=Focus(500, 200, 300, 400),
    pressure=3.0,
)
WIDTH = 900


def test_everything_is_on_the_other_side_of_the_middle() -> None:
    seen = reflected(FRAME, WIDTH)
    assert seen.hands[0].at == (200, 400)
    assert seen.skin[0].at == (210, 410)
    assert seen.folds[0].at == (220, 420)
    assert seen.ripples[0].at == (230, 430)
    assert seen.traces[0].points == ((300, 300), (200, 500))
    assert seen.traces[0].spots == ((250, 400),)
    assert seen.spot_ways[0].at == (200, 400)
    assert seen.focus == Focus(100, 200, 300, 400)


def test_what_points_to_a_side_points_to_the_other() -> None:
    seen = reflected(FRAME, WIDTH)
    assert (seen.hands[0].turn, seen.hands[0].echo) == (-30.0, (-6.0, 2.0))
    assert seen.skin[0].by == (-5.0, -3.0)
    assert seen.folds[0].turn == 150.0
    assert seen.spot_ways[0].way == ((0.0, 0.0), (-10.0, 5.0))


def test_the_picture_of_a_left_hand_is_a_right_hands_and_the_side_worked_stays_the_persons() -> None:
    seen = reflected(FRAME, WIDTH)
    assert seen.hands[0].side is Side.RIGHT
    assert seen.side is Side.LEFT


def test_twice_in_the_mirror_is_as_it_was() -> None:
    assert reflected(reflected(FRAME, WIDTH), WIDTH) == FRAME
