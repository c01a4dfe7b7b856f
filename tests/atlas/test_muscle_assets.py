"""The muscle maps that are shipped: small, mirrored, alike from every view, with every muscle that a region names."""

from __future__ import annotations

import re
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image, ImageDraw

from desktop.assets import BODY
from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from tools.atlas.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from desktop.domain.chart import MuscleMap

ATLAS, GUIDE = load_atlas(), load_guide()
SYMMETRIC = [view for view in VIEWS if view not in ("head_left", "head_right")]
MOST_BYTES = 200 * 1024
EVERY = 22  # picture pixels between the points compared
NEAR_CM = 0.15  # two views show the same skin if its depth agrees this well
SQUARE_ON = 0.35  # and it is not turned away further than this
LEAST_COMPARED = 25
LEAST_SHARE = 0.01  # of a region that a muscle it names must take up in some view


@cache
def muscle_map(view: str) -> MuscleMap:
    found = ATLAS.muscles(view)
    assert found is not None
    return found


@cache
def numbers(view: str) -> NDArray[np.uint8]:
    """(rows, columns) muscle numbers; 0 is bare skin."""
    with Image.open(muscle_map(view).file) as picture:
        assert picture.mode == "P"
        return np.asarray(picture)


def test_the_maps_of_all_views_are_small() -> None:
    assert sum(path.stat().st_size for path in (BODY / "muscle").iterdir() if path.suffix != ".webp") < MOST_BYTES


@pytest.mark.parametrize("view", VIEWS)
def test_a_map_covers_its_picture_and_names_each_number(view: str) -> None:
    width, height = VIEWS[view].size
    step = muscle_map(view).step
    assert numbers(view).shape == (height // step, width // step)
    assert {0, *muscle_map(view).numbers.values()} == set(np.unique(numbers(view)).tolist())
    assert all(ATLAS.picture("muscle", view, scale) for scale in (1, 2))


@pytest.mark.parametrize("view", SYMMETRIC)
def test_left_and_right_mirror_each_other(view: str) -> None:
    named = muscle_map(view).numbers
    other = np.zeros(256, int)
    for (muscle, side), number in named.items():
        other[number] = named.get((muscle, side.other), 0)
    assert (other[numbers(view)] != numbers(view)[:, ::-1]).mean() < 0.01


def same_skin(one: str, other: str) -> Iterator[tuple[int, int]]:
    """Numbers of the muscle at points of the skin that two views show."""
    here, there = VIEWS[one], VIEWS[other]
    chart, surface = ATLAS.chart(one), ATLAS.chart(other)
    width, height = here.size
    for x in range(0, width, EVERY):
        for y in range(0, height, EVERY):
            skin = chart.surface(x, y)
            if skin is None or skin.nz < SQUARE_ON:
                continue
            seen = np.array([x - width / 2, height / 2 - y, skin.z * here.px_per_cm]) / here.px_per_cm
            point = seen @ here.axes + np.array(here.centre_cm)
            u, v = there.project(point[None])[0]
            match = surface.surface(u, v)
            if match is None or match.nz < SQUARE_ON or abs(match.z - there.depth(point[None])[0]) > NEAR_CM:
                continue
            yield _number(one, x, y), _number(other, u, v)


def _number(view: str, x: float, y: float) -> int:
    step = muscle_map(view).step
    rows, columns = numbers(view).shape
    return int(numbers(view)[min(int(y / step), rows - 1), min(int(x / step), columns - 1)])


def test_every_view_shows_the_same_muscle_at_the_same_skin() -> None:
    """But for the borders, where a sample of one view lies beside that of the other."""
    compared = different = 0
    for one, other in combinations(VIEWS, 2):
        pairs = list(same_skin(one, other))
        if len(pairs) < LEAST_COMPARED:
            continue
        names = [{n: key for key, n in muscle_map(view).numbers.items()} for view in (one, other)]
        shown = [(names[0].get(a), names[1].get(b)) for a, b in pairs if a and b]
        compared += len(shown)
        different += sum(a != b for a, b in shown)
    assert compared > 1000
    assert different / compared < 0.06


def test_a_region_shows_the_muscles_it_names() -> None:
    for slug, region in GUIDE.regions.items():
        if not region.members:
            missing = {muscle for muscle in region.muscles if _share(slug, muscle) < LEAST_SHARE}
            assert not missing, f"{slug}: {missing}"


def test_a_muscle_beneath_has_an_outline_in_some_view() -> None:
    drawn = {deep.muscle for view in VIEWS for deep in muscle_map(view).beneath}
    assert {muscle for region in GUIDE.regions.values() for muscle in region.deep_muscles} <= drawn


def _share(region: str, muscle: str) -> float:
    """The largest share of a region that a muscle takes up in any view."""
    shares = [0.0]
    for view in VIEWS:
        wanted = {n for (name, _), n in muscle_map(view).numbers.items() if name == muscle}
        for outline in ATLAS.chart(view).outlines:
            if outline.place.region == region and wanted:
                inside = numbers(view)[_filled(outline.path, view)]
                shares.append(float(np.isin(inside, list(wanted)).mean()) if len(inside) else 0.0)
    return max(shares)


def _filled(path: str, view: str) -> NDArray[np.bool_]:
    """Samples inside an outline, whose curves are taken as straight between their control points."""
    step = muscle_map(view).step
    rows, columns = numbers(view).shape
    mask = Image.new("1", (columns, rows))
    for piece in path.split("M")[1:]:
        values = [float(number) / step for number in re.findall(r"-?\d+\.?\d*", piece)]
        ImageDraw.Draw(mask).polygon(list(zip(values[::2], values[1::2], strict=True)), fill=1)
    return np.asarray(mask)


def test_sides_are_the_persons_own() -> None:
    """Seen from behind the person's left is at the left of the picture."""
    columns = np.nonzero(numbers("whole_back") == muscle_map("whole_back").numbers["deltoid", Side.LEFT])[1]
    assert columns.max() < numbers("whole_back").shape[1] / 2
