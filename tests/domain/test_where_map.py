"""The body map's numbers: both sides, wholes and their parts, scales, and what is said of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.domain.progress import Period, Unit
from desktop.domain.tally import Tally
from desktop.domain.where import BodySlice, PlaceFelt, Where
from desktop.domain.where_map import TENSION_SCALE, both_sides, laid_out, minutes_scale, most_minutes
from desktop.domain.where_words import body_caption, felt_words, short_minutes, side_words, sides_caption, slice_words

GUIDE, ATLAS = load_guide(), load_atlas()
OUTLINED = frozenset(outline.place for view in ATLAS.views for outline in ATLAS.chart(view).outlines)
LEFT, RIGHT, BOTH = (Place("nape", side) for side in (Side.LEFT, Side.RIGHT, Side.MIDDLE))
NAMES = {slug: region.name for slug, region in GUIDE.regions.items()}


def laid(places: dict[Place, PlaceFelt]) -> dict[Place, PlaceFelt]:
    return laid_out(places, OUTLINED, GUIDE)


def test_work_on_both_sides_counts_for_either_and_one_side_stays_its_own() -> None:
    found = laid({LEFT: PlaceFelt(60.0, Tally.of([7])), BOTH: PlaceFelt(30.0)})
    assert {place: felt.seconds for place, felt in found.items()} == {LEFT: 90.0, RIGHT: 30.0}
    assert found[LEFT].tension == Tally.of([7])
    assert not found[RIGHT].tension.counts


def test_a_whole_counts_for_each_of_its_parts() -> None:
    found = laid({Place("whole_scalp", Side.LEFT): PlaceFelt(40.0), Place("crown", Side.LEFT): PlaceFelt(5.0)})
    assert {place.region for place in found} == {"crown", "side_scalp", "occiput"}
    assert found[Place("crown", Side.LEFT)].seconds == 45.0
    assert {place.side for place in found} == {Side.LEFT}


def test_what_has_no_sides_gets_the_work_of_either() -> None:
    spine = Place("spine_line", Side.MIDDLE)
    assert spine in OUTLINED
    assert laid({Place("spine_line", Side.LEFT): PlaceFelt(10.0), spine: PlaceFelt(5.0)}) == {spine: PlaceFelt(15.0)}


@given(st.floats(0.0, 20_000.0))
def test_the_scale_holds_the_most_and_is_not_far_too_wide(most: float) -> None:
    scale = minutes_scale(most)
    assert scale.ends[-1] >= most
    assert len(scale.ends) == 5
    assert most <= 5 or scale.ends[-1] <= most * 2.5


@pytest.mark.parametrize(("tension", "step"), [(0, 0), (2, 0), (2.5, 1), (6, 2), (8.5, 4), (10, 4), (11, 4)])
def test_steps_of_tension(tension: float, step: int) -> None:
    assert TENSION_SCALE.step(tension) == step


def test_the_most_of_several_times_sums_both_sides() -> None:
    times = [{LEFT: PlaceFelt(60.0), BOTH: PlaceFelt(120.0)}, {RIGHT: PlaceFelt(60.0)}, {}]
    assert most_minutes(times, OUTLINED, GUIDE) == 3.0
    assert most_minutes([], OUTLINED, GUIDE) == 0.0


def test_left_and_right_in_words() -> None:
    (row,) = both_sides(laid({LEFT: PlaceFelt(480.0, Tally.of([6, 8])), RIGHT: PlaceFelt(240.0, Tally.of([3]))}))
    assert (row.left.seconds, row.right.seconds) == (480.0, 240.0)
    assert side_words(row) == "left 4 min more; left 4 points tenser"
    (row,) = both_sides(laid({LEFT: PlaceFelt(600.0, Tally.of([3])), RIGHT: PlaceFelt(610.0, Tally.of([4]))}))
    assert side_words(row) == "worked on alike; right 1 point tenser"
    (row,) = both_sides(laid({BOTH: PlaceFelt(60.0)}))
    assert side_words(row) == "worked on alike"


def test_the_most_worked_region_comes_first() -> None:
    rows = both_sides(laid({LEFT: PlaceFelt(5.0), Place("temple", Side.RIGHT): PlaceFelt(50.0)}))
    assert [row.region for row in rows] == ["temple", "nape"]


def test_captions_say_n_period_and_what_is_missing() -> None:
    places = {LEFT: PlaceFelt(480.0, Tally.of([6, 8])), BOTH: PlaceFelt(60.0), Place("jaw", Side.LEFT): PlaceFelt(9.0)}
    slices = (BodySlice(date(2026, 11, 9)), BodySlice(date(2026, 11, 16), places))
    where = Where(Period(date(2026, 11, 9), date(2026, 11, 20)), date(2026, 11, 10), Unit.WEEK, slices, ())
    assert body_caption(where, laid(places), None) == (
        "10 Nov to 20 Nov 2026: Work on 2 places, 2 ratings before sessions; 1 place worked on and never rated. "
        "Nothing in 1 of 2 weeks."
    )
    assert body_caption(where, {}, 0) == "Week of 9 Nov 2026: Work on 0 places, 0 ratings before sessions."
    rows = both_sides(laid(places))
    assert sides_caption(where, rows, NAMES, 1) == (
        "Week of 16 Nov 2026: 2 places with two sides, 2 ratings. Most unequal: Back of the neck, left 8 min more."
    )


def test_small_words() -> None:
    assert [short_minutes(seconds) for seconds in (0, 1, 90, 600, 6_000_000)] == ["0", "0.1", "1.5", "10", "100,000"]
    assert felt_words(None) == ("No work and no rating", "")
    assert felt_words(PlaceFelt(0.0, Tally.of([4, 5]))) == ("No work", "Median tension 4.5 (2 ratings)")
    assert slice_words(Unit.MONTH, date(2026, 3, 1)) == "Mar 2026"
