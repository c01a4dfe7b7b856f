"""Every region of every view is hit where it is drawn."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.ui.map.hit_map import HitMap, Spot

VIEWS = tuple(load_atlas().views)
GUIDE = load_guide()
MAPS = {view: HitMap(load_atlas().chart(view), GUIDE) for view in VIEWS}
SPOTS = [(view, spot) for view in VIEWS for spot in MAPS[view].spots]


def named(entry: tuple[str, Spot]) -> str:
    return f"{entry[0]}-{entry[1].full_name}"


@pytest.mark.parametrize("entry", SPOTS, ids=named)
def test_the_anchor_of_a_spot_hits_the_spot(entry: tuple[str, Spot]) -> None:
    view, spot = entry
    assert MAPS[view].at(spot.anchor, gap=12) is spot


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SPOTS), st.floats(0, 1), st.floats(0, 1))
def test_a_point_inside_hits_the_first_spot_that_holds_it(entry: tuple[str, Spot], across: float, down: float) -> None:
    view, spot = entry
    box = spot.bounds
    point = QPointF(box.left() + across * box.width(), box.top() + down * box.height())
    hit = MAPS[view].at(point, gap=0)
    holding = [other for other in MAPS[view].spots if other.path.contains(point)]
    if holding:
        assert hit is holding[0]
    else:
        assert hit is None or hit.distance(point) == 0


@pytest.mark.parametrize("view", VIEWS)
def test_there_is_no_dead_gap_between_neighbours(view: str) -> None:
    """On the way from one anchor to the next nearest, a place that ends and one that begins close by leave no hole."""
    spots = MAPS[view].spots
    for spot in spots:
        nearest = min((other for other in spots if other is not spot), key=lambda other: far(spot.anchor, other.anchor))
        hits = [MAPS[view].at(point, gap=12) is not None for point in between(spot, nearest)]
        gaps = [not one and not two for one, two in pairwise(hits)]
        assert sum(gaps) <= len(gaps) / 2, f"{spot.full_name} to {nearest.full_name}"


def test_beside_a_no_press_zone_the_zone_wins() -> None:
    hit_map = MAPS["whole_back"]
    spine = next(spot for spot in hit_map.spots if spot.place == Place("spine_line", Side.MIDDLE))
    row = spine.anchor.y()
    edge = next(x for x in range(round(spine.anchor.x()), 1100) if not spine.holds(QPointF(x, row)))
    free = [QPointF(x, row) for x in range(edge, edge + 4)]
    open_ground = [p for p in free if not any(spot.holds(p) for spot in hit_map.spots)]
    assert all(hit_map.at(point, gap=12) is spine for point in open_ground)
    assert spine.no_press


def test_far_from_the_body_nothing_is_hit() -> None:
    assert all(MAPS[view].at(QPointF(2, 2), gap=12) is None for view in VIEWS)


def test_a_composite_is_the_union_of_its_members_on_both_sides() -> None:
    found = MAPS["head_back"].of((Place("whole_scalp", Side.MIDDLE),), GUIDE)
    assert {spot.place.region for spot in found if spot.place} <= set(GUIDE.regions["whole_scalp"].members)
    assert {"occiput", "crown"} <= {spot.place.region for spot in found if spot.place}


def far(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()


def between(one: Spot, other: Spot) -> list[QPointF]:
    return [one.anchor + (other.anchor - one.anchor) * (step / 60) for step in range(61)]
