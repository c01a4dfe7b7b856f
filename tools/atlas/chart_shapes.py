"""Regions as shapes on the skin in order of priority: an earlier one keeps its ground, so neighbours share a border."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
import numpy as np
from scipy.interpolate import CubicSpline
from scipy.spatial import cKDTree

from tools.atlas.chart_space import FAR_CM, Chart, Skin, rounded

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats, Ints

REGIONS = Path(__file__).parent / "data" / "chart_regions.toml"
ZONES = ("eyeball", "ear_lobe_hollow")
MIDDLE = ("spine_line", "throat")  # not cut into left and right
BAND_STEPS = 80


class Shape(msgspec.Struct, forbid_unknown_fields=True):
    """One outline on a chart, or a band along points of the skin, and what it does to the shapes before it."""

    op: Literal["add", "within", "without"] = "add"
    chart: Chart = "back"
    outline: list[tuple[float, float]] = []
    band: list[tuple[Chart, float, float, float]] = []  # chart, u, v, half width in cm

    def field(self, skin: Skin, whole: Skin) -> Floats:
        """(n,) cm inside the shape; `whole` is the skin its band is laid on."""
        if self.band:
            return self._band(skin, whole)
        return skin.inside(self.chart, rounded(np.array(self.outline)))

    def _band(self, skin: Skin, whole: Skin) -> Floats:
        stations = [(*whole.locate(chart, u, v), half) for chart, u, v, half in self.band]
        steps = np.linspace(0, len(stations) - 1, BAND_STEPS)
        course = CubicSpline(np.arange(len(stations)), np.array(stations))(steps)
        reach = course[:, 3].max() + FAR_CM
        low, high = course[:, :3].min(axis=0) - reach, course[:, :3].max(axis=0) + reach
        near = np.flatnonzero(((skin.mirrored > low) & (skin.mirrored < high)).all(axis=1))
        distance, nearest = cKDTree(course[:, :3]).query(skin.mirrored[near])
        result = np.full(len(skin.points), -FAR_CM)
        result[near] = np.maximum(course[nearest, 3] - distance, -FAR_CM)
        return result


class Region(msgspec.Struct, forbid_unknown_fields=True):
    """A region or zone: `slug` of the content sheet, its shapes, and how far it may grow over unclaimed skin."""

    slug: str
    shapes: list[Shape]
    grow_cm: float = 0.8

    def field(self, skin: Skin, whole: Skin) -> Floats:
        """(n,) cm inside the region as authored, before earlier regions take their part."""
        result = np.full(len(skin.points), -FAR_CM)
        for shape in self.shapes:
            inside = shape.field(skin, whole)
            match shape.op:
                case "add":
                    result = np.maximum(result, inside)
                case "within":
                    result = np.minimum(result, inside)
                case "without":
                    result = np.minimum(result, -inside)
        return result


class _Table(msgspec.Struct):
    region: list[Region]


@cache
def load_regions(path: Path = REGIONS) -> tuple[Region, ...]:
    """All regions and zones in order of priority. Raises msgspec.ValidationError for a malformed table."""
    return tuple(msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Table).region)


def labels(skin: Skin, whole: Skin) -> NDArray[np.int16]:
    """(n,) number of each point's region in `load_regions()`, -1 where none lies.

    Narrow strips between regions go to the nearest of them, so that no skin between neighbours stays dead.
    """
    result = np.full(len(skin.points), -1, dtype=np.int16)
    best, nearest = np.full(len(result), -FAR_CM), np.full(len(result), -1, dtype=np.int16)
    for number, region in enumerate(load_regions()):
        field = region.field(skin, whole)
        result[(result < 0) & (field > 0)] = number
        closer = (field > best) & (field > -region.grow_cm)
        best[closer], nearest[closer] = field[closer], number
    return np.where(result < 0, nearest, result)


def sides(points: Floats, number: Ints | NDArray[np.int16]) -> NDArray[np.int16]:
    """(n,) 0 none, then one number for each (region, side): 3 * region + 1 left, + 2 right, + 3 middle."""
    middle = np.array([region.slug in MIDDLE for region in load_regions()])
    side = np.where(middle[number], 3, np.where(points[:, 0] > 0, 1, 2))
    return np.where(number < 0, 0, 3 * number + side).astype(np.int16)
