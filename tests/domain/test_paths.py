"""Words become ways over the skin."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from desktop.domain import reach
from desktop.domain.body import Side
from desktop.domain.chart import Point
from desktop.domain.guide import Guide
from desktop.domain.hand_parts import part
from desktop.domain.notation import stroke, waypoint
from desktop.domain.outlines import distance, inside, polygons
from desktop.domain.paths import PathError, Surveyor, outward
from desktop.domain.routine import Giver
from tests.domain.plain_atlas import MIDDLE, PX, PlainChart


def surveyor(guide: Guide, hand: str, side: Side = Side.LEFT) -> Surveyor:
    arm = reach.arm(Giver.SELF, "head_back", hand, opposite=False, near=True, across=False)
    return Surveyor(PlainChart("head_back"), guide.landmarks, part(hand), arm, side)


def test_offsets_are_centimetres_on_the_skin(guide: Guide) -> None:
    lay = surveyor(guide, "finger_pads")
    at = lay.spot(waypoint("paraspinal_c4"))
    out, up = lay.spot(waypoint("paraspinal_c4+2")), lay.spot(waypoint("paraspinal_c4^1.5"))
    assert at.x - out.x == pytest.approx(2 * PX)
    assert at.y - up.y == pytest.approx(1.5 * PX)


def test_foreshortened_skin_takes_fewer_pixels(guide: Guide) -> None:
    spot = surveyor(guide, "finger_pads").spot(waypoint("occiput_side"))
    assert spot.across < 0.8 * PX


def test_hands_keep_from_the_midline_by_their_size(guide: Guide) -> None:
    for hand in ("palm", "finger_pads", "finger_pad"):
        for side in (Side.LEFT, Side.RIGHT):
            lay = surveyor(guide, hand, side)
            away = (lay.spot(waypoint("occiput_bump")).x - MIDDLE) * lay.outward / PX
            assert away >= min(part(hand).gap, 4) - 0.2


def test_samples_are_evenly_spaced_and_on_the_body(guide: Guide) -> None:
    way = surveyor(guide, "finger_pads").way(stroke("crown > occiput_high > occiput_side"))
    chart = PlainChart("head_back")
    skins = [skin for spot in way.spots if (skin := chart.surface(spot.x, spot.y)) is not None]
    assert len(skins) == len(way.spots)
    gaps = [math.dist(a[:3], b[:3]) for a, b in pairwise(skins)]
    assert max(gaps) < 2 * sorted(gaps)[len(gaps) // 2]
    assert way.length == pytest.approx(sum(gaps), rel=0.05)


def test_a_way_from_end_to_end(guide: Guide) -> None:
    way = surveyor(guide, "finger_pads").way(stroke("paraspinal_c2 > paraspinal_c7"))
    assert (way.at(-1), way.at(0), way.at(1), way.at(2)) == (way.spots[0], way.spots[0], way.spots[-1], way.spots[-1])
    assert [stop.y for stop in way.stops(3)] == [way.at(0).y, way.at(0.5).y, way.at(1).y]


def test_palms_start_where_their_fingertips_reach_the_crown(guide: Guide) -> None:
    lay = surveyor(guide, "palm")
    way = lay.way(stroke("crown > occiput_bump > paraspinal_c7"))
    assert way.points[0].y < way.spots[0].y - 2 * PX
    assert 0 < way.drawn(0) < way.drawn(0.5) < way.drawn(1) == pytest.approx(1)


def test_a_landmark_the_view_does_not_show_is_named(guide: Guide) -> None:
    with pytest.raises(PathError, match="“chin” is on no picture"):
        surveyor(guide, "palm").spot(waypoint("chin"))
    with pytest.raises(PathError, match="unknown landmark “knee”"):
        surveyor(guide, "palm").spot(waypoint("knee"))


def test_which_way_is_out() -> None:
    chart = PlainChart("head_back")
    assert (outward(chart, Side.LEFT), outward(chart, Side.RIGHT), outward(chart, Side.MIDDLE)) == (-1, 1, 0)


def test_outlines_are_read_as_polygons() -> None:
    square, curve = polygons("M0 0L10 0L10 10L0 10ZM20 0C30 0 30 10 20 10Z")
    assert inside(Point(5, 5), square)
    assert not inside(Point(15, 5), square)
    assert inside(Point(25, 5), curve)
    assert distance(Point(13, 5), square) == pytest.approx(3)
