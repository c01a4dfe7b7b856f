"""The further builds are as whole as the neutral one: the same views and places, and every routine goes on them."""

from __future__ import annotations

import json
import math

import pytest

from desktop.assets import BUILDS, NEUTRAL, body_folder
from desktop.assets.atlas import BodyAtlas, load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.frame import Phase
from desktop.domain.timeline import Timeline

FURTHER = [build for build in BUILDS if build != NEUTRAL]
VIEWS = load_atlas().views
MOST_BYTES = 1_800_000
MOST_CM = 6.0
"""No landmark lies further from where the neutral body has it."""
AT_THE_RIM = {
    "head_back": {"sternomastoid"},
    "head_top": {"occiput"},
    "neck_shoulders": {"mid_back"},
    "throat_chest": {"ear_mastoid", "armpit"},
    "whole_back": {"neck_side"},
}
"""Places of which a view shows so narrow a strip that it depends on the build; other views show them well."""


def places(atlas: BodyAtlas, view: str) -> set[tuple[str, Side]]:
    return {(outline.place.region, outline.place.side) for outline in atlas.chart(view).outlines}


@pytest.mark.parametrize("build", FURTHER)
def test_a_build_has_all_its_pictures_and_is_not_heavy(build: str) -> None:
    atlas = load_atlas(build)
    assert atlas.views == VIEWS
    for view in VIEWS:
        pictures = [atlas.picture("skin", view, 1), atlas.picture("skin", view, 2), atlas.picture("muscle", view, 1)]
        assert all(picture and body_folder(build) in picture.parents for picture in pictures), view
        assert atlas.picture("muscle", view, 2) is None
        assert atlas.thumb(view).exists()
    assert sum(file.stat().st_size for file in body_folder(build).rglob("*.*")) <= MOST_BYTES


@pytest.mark.parametrize("build", FURTHER)
def test_every_place_is_seen_in_some_view(build: str) -> None:
    atlas, neutral = load_atlas(build), load_atlas()
    shown, wanted = ({place for view in VIEWS for place in places(a, view)} for a in (atlas, neutral))
    assert shown == wanted


@pytest.mark.parametrize("build", FURTHER)
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_shows_the_same_places_at_the_same_scale(build: str, view: str) -> None:
    atlas, neutral = load_atlas(build), load_atlas()
    chart, wanted = atlas.chart(view), neutral.chart(view)
    assert (chart.size, chart.px_per_cm) == (wanted.size, wanted.px_per_cm)
    differing = {region for region, _ in places(atlas, view) ^ places(neutral, view)}
    assert differing <= AT_THE_RIM.get(view, set())
    assert set(chart.labels) == set(wanted.labels)


@pytest.mark.parametrize("build", FURTHER)
@pytest.mark.parametrize("view", VIEWS)
def test_landmarks_lie_on_the_skin_near_where_the_neutral_body_has_them(build: str, view: str) -> None:
    chart, neutral = load_atlas(build).chart(view), load_atlas().chart(view)
    names = json.loads((body_folder(build) / "views" / f"{view}.json").read_text())["landmarks"]
    moved = 0
    for name in names:
        for side in (Side.LEFT, Side.RIGHT):
            mark, before = chart.landmark(name, side), neutral.landmark(name, side) if neutral.shows(name) else None
            if mark is None or before is None:
                continue
            far = math.dist(mark[:2], before[:2])
            assert far <= MOST_CM * chart.px_per_cm, (name, side)
            moved += far > 1
            if mark.seen:
                assert chart.surface(mark.x, mark.y) is not None, (name, side)
    assert moved > len(names) / 2, "this is the neutral body's chart"


@pytest.mark.parametrize("build", FURTHER)
def test_what_is_drawn_once_comes_from_the_neutral_build(build: str) -> None:
    atlas, neutral = load_atlas(build), load_atlas()
    assert atlas.hands() is neutral.hands()
    assert atlas.moving is neutral
    assert neutral.moving is neutral


@pytest.mark.parametrize("build", FURTHER)
@pytest.mark.parametrize("routine", ["RT01", "RT05", "RT12"])
def test_routines_go_on_every_build(build: str, routine: str) -> None:
    guide, atlas = load_guide(), load_atlas(build)
    timeline = Timeline(guide.routines[routine].steps, guide, atlas)
    for index in range(len(timeline.steps)):
        frame = timeline.frame_at(timeline.start_of(index) + 5.0)
        assert frame.phase is Phase.STEP
        for hand in frame.hands:
            assert math.isfinite(hand.at.x)
            assert math.isfinite(hand.at.y)
