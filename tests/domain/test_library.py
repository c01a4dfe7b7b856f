"""The library: what is found, and routines in a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.library import Area, Company, Wanted, chained, found, main_places, shelf
from desktop.domain.routine import Mood

GUIDE = load_guide()
SHELF = shelf(GUIDE)

wishes = st.builds(
    Wanted,
    text=st.sampled_from(["", "neck", "stone", "clench", "nape scalp", "no such word"]),
    area=st.sampled_from([None, *Area]),
    company=st.sampled_from([None, *Company]),
    minutes=st.sampled_from([None, 6, 10]),
    with_tools=st.sampled_from([None, False, True]),
    firmest=st.sampled_from([None, 3, 5]),
    mood=st.sampled_from([None, *Mood]),
)


def ids(wanted: Wanted) -> set[str]:
    return {entry.routine.id for entry in found(SHELF, wanted)}


def test_every_routine_stands_on_the_shelf_in_an_area() -> None:
    assert [entry.routine.id for entry in SHELF] == list(GUIDE.routines)
    assert all(entry.areas for entry in SHELF)


@pytest.mark.parametrize(
    ("wanted", "some", "none"),
    [
        (Wanted("clenching"), {"RT05"}, {"RT17"}),
        (Wanted("occipital"), {"RT01"}, {"RT16"}),
        (Wanted(area=Area.BACK), {"RT09", "RT17"}, {"RT03", "RT05"}),
        (Wanted(company=Company.ALONE), {"RT01", "RT04"}, {"RT09"}),
        (Wanted(company=Company.PARTNER), {"RT04", "RT09"}, {"RT01"}),
        (Wanted(minutes=6), {"RT03", "RT04"}, {"RT01", "RT09"}),
        (Wanted(with_tools=True), {"RT07", "RT14", "RT16", "RT17"}, {"RT01"}),
        (Wanted(firmest=3), {"RT03", "RT15"}, {"RT11"}),
        (Wanted(mood=Mood.SLEEP), {"RT19"}, {"RT18"}),
    ],
)
def test_what_is_wanted_is_found(wanted: Wanted, some: set[str], none: set[str]) -> None:
    assert some <= ids(wanted)
    assert not none & ids(wanted)


@given(wishes)
def test_wanting_more_never_finds_more(wanted: Wanted) -> None:
    assert ids(wanted) <= ids(Wanted(text=wanted.text)) & ids(Wanted(area=wanted.area)) & ids(Wanted(mood=wanted.mood))


@pytest.mark.parametrize("routine", list(GUIDE.routines))
def test_what_is_rated_are_places_the_routine_works_on(routine: str) -> None:
    worked = {part for slug in GUIDE.routines[routine].regions for part in (slug, *GUIDE.regions[slug].members)}
    places = main_places(GUIDE, GUIDE.routines[routine])
    assert places
    assert {place.region for place in places} <= worked
    assert all({Side.LEFT, Side.RIGHT} == {p.side for p in places if p.region == place.region} for place in places)
    assert not any(GUIDE.regions[place.region].no_press for place in places)


def test_head_then_neck_then_back_is_one_routine() -> None:
    parts = [GUIDE.routines[name] for name in ("RT04", "RT06", "RT10")]
    row = chained(parts)
    assert row.total_seconds == sum(part.total_seconds for part in parts)
    assert [step.number for step in row.steps] == list(range(1, len(row.steps) + 1))
    assert [step.name for step in row.steps] == [step.name for part in parts for step in part.steps]
    assert len(row.core) == sum(len(part.core) for part in parts)
    for number in row.core | row.optional:
        step = row.steps[number - 1]
        assert any(step.name == part.steps[n - 1].name for part in parts for n in part.core | part.optional)
    assert row.mode == "partner"


def test_one_routine_in_a_row_is_itself_and_none_is_an_error() -> None:
    routine = GUIDE.routines["RT01"]
    assert chained([routine]) is routine
    with pytest.raises(ValueError, match="nothing"):
        chained([])
