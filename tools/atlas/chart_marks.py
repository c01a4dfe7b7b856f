"""Landmarks: placed on the skin by the content sheet's definitions (3.1), then found in each view."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from scipy.spatial import cKDTree

from tools.atlas.chart_space import Chart, Skin

if TYPE_CHECKING:
    from tools.atlas.body import Body
    from tools.atlas.mesh import Floats
    from tools.atlas.views import View

LANDMARKS = Path(__file__).parent / "data" / "chart_landmarks.toml"
TOLERANCE_CM = 0.8  # a landmark on the rim of what is seen still counts as seen
GRAZING = 0.03  # skin turned away from the viewer by more than 88 degrees shows nothing

Place = tuple[Chart, float, float]
Mark = tuple[float, float, int]


class _Table(msgspec.Struct):
    """Places by landmark: `paired` on the person's left, `middle` for the marks that have no side."""

    paired: dict[str, Place]
    middle: dict[str, Place]


@cache
def load_places(path: Path = LANDMARKS) -> _Table:
    """The table of places. Raises msgspec.ValidationError for a malformed one."""
    return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), _Table)


def landmarks(whole: Skin) -> dict[str, dict[str, Floats]]:
    """World points (3,) in cm by landmark and side."""
    table = load_places()
    placed = {}
    for name, (chart, u, v) in table.paired.items():
        point = whole.locate(chart, u, v)
        if chart != "side" and abs(u) in (0, 180):
            point = point * (0, 1, 1)
        placed[name] = {"left": point, "right": point * (-1, 1, 1)}
    for name, (chart, u, v) in table.middle.items():
        placed[name] = {"middle": whole.locate(chart, u, v) * (0, 1, 1)}
    return placed


def carried(placed: dict[str, dict[str, Floats]], body: Body) -> dict[str, dict[str, Floats]]:
    """World points placed on the neutral body, taken along to another build by the nearest vertex."""
    neutral = body.neutral.vertices_cm
    nearest = cKDTree(neutral)
    return {
        name: {side: point + (body.vertices_cm - neutral)[nearest.query(point)[1]] for side, point in by_side.items()}
        for name, by_side in placed.items()
    }


def marks(view: View, seen: Skin, placed: dict[str, dict[str, Floats]]) -> dict[str, dict[str, Mark]]:
    """Landmarks in the picture: x, y in picture pixels, and 1 if seen.

    `seen` is the skin that the picture shows. A landmark just behind the rim is moved onto what is seen of it.
    """
    facing = seen.normals @ view.axes[2]
    plain = seen.points[facing > GRAZING]
    tree = cKDTree(plain)
    found: dict[str, dict[str, Mark]] = {}
    for name, by_side in placed.items():
        for side, point in by_side.items():
            distance, nearest = tree.query(point)
            shown = distance <= TOLERANCE_CM
            at = plain[nearest] * (point[0] != 0, 1, 1) if shown else point  # the midline stays the midline
            x, y = view.project(at[None])[0]
            if 0 <= x <= view.size[0] and 0 <= y <= view.size[1]:
                found.setdefault(name, {})[side] = (round(float(x), 1), round(float(y), 1), int(shown))
    return found
