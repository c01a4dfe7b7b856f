"""Where a move carries the landmarks of a view, and how far the skin about them turns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.spatial import cKDTree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tools.atlas.body import Body
    from tools.atlas.mesh import Floats, Ints
    from tools.atlas.raster import Singles
    from tools.atlas.views import View

    Places = Mapping[str, Mapping[str, Floats]]  # world points by landmark and side
    Marks = Mapping[str, Mapping[str, tuple[float, float, int]]]  # x, y, seen by landmark and side

STILL_PX = 1.0  # a landmark that never goes further than this is not listed
BEHIND_CM = 1.0  # a point this far below what is drawn there is hidden
ON_BODY_CM = 1.0  # further from the part of the body that is drawn: not carried
ABOUT = 400  # vertices about a landmark whose turning counts as its own
LOOK = 0.5  # drawn pixels to a picture pixel when looking what is hidden


@dataclass(frozen=True)
class Carried:
    """A landmark on the still body: the vertex it rides on, those about it, and where the chart has it."""

    rides: int
    about: Ints
    x: float
    y: float
    seen: int


def carriers(places: Places, chart: Marks, body: Body) -> dict[str, dict[str, Carried]]:
    """All landmarks that the view's chart shows or knows to lie behind."""
    tree = cKDTree(body.vertices_cm)
    found: dict[str, dict[str, Carried]] = {}
    for name, sides in chart.items():
        for side, (x, y, seen) in sides.items():
            away, about = tree.query(places[name][side], ABOUT)
            if away[0] > ON_BODY_CM:
                continue
            found.setdefault(name, {})[side] = Carried(int(about[0]), about, x, y, int(seen))
    return found


def carried(
    marks: Mapping[str, Mapping[str, Carried]], view: View, still: Body, poses: Sequence[Body]
) -> dict[str, dict[str, list[tuple[float, float, int, float]]]]:
    """x, y, seen and degrees in each pose of the landmarks that the move carries along and that it ever shows.

    At rest they are the chart's own."""
    rest = view.project(still.vertices_cm)
    frames = [(view.project(p.vertices_cm), view.depth(p.vertices_cm), _depths(view, p)) for p in poses]
    result: dict[str, dict[str, list[Any]]] = {}
    for name, sides in marks.items():
        rows = {side: [_row(mark, rest, *frame) for frame in frames] for side, mark in sides.items()}
        travelled = max(
            float(np.hypot(x - mark.x, y - mark.y)) for side, mark in sides.items() for x, y, _, _ in rows[side]
        )
        if travelled > STILL_PX and any(seen for found in rows.values() for _, _, seen, _ in found):
            result[name] = rows
    return result


def _row(mark: Carried, rest: Floats, drawn: Floats, depth: Floats, depths: Singles) -> tuple[float, float, int, float]:
    dx, dy = drawn[mark.rides] - rest[mark.rides]
    x, y = mark.x + dx, mark.y + dy
    row, column = (int(np.clip(at * LOOK, 0, side - 1)) for at, side in zip((y, x), depths.shape, strict=True))
    seen = int(depth[mark.rides] > depths[row, column] - BEHIND_CM)
    return (
        round(x, 1),
        round(y, 1),
        seen if dx or dy else mark.seen,
        round(_turned(rest[mark.about], drawn[mark.about]), 1),
    )


def _turned(rest: Floats, drawn: Floats) -> float:
    """Degrees clockwise in the picture by which points (n, 2) have turned about their middle."""
    before, after = rest - rest.mean(axis=0), drawn - drawn.mean(axis=0)
    cross = (before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]).sum()
    return float(np.degrees(np.arctan2(cross, (before * after).sum())))


def _depths(view: View, body: Body) -> Singles:
    return view.draw(body, np.zeros((len(body.normals), 0), np.float32), LOOK).depth
