"""Where a point of the skin lies in the four flat charts of the muscles, and how far each chart is the one to go by.

Every point goes by the charts that it faces, whichever view it is seen from: so all views show the same muscles.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.muscle_table import CHARTS
from tools.atlas.views import smoothstep

if TYPE_CHECKING:
    from tools.atlas.body import Body
    from tools.atlas.mesh import AnyFloats, Floats, Ints
    from tools.atlas.muscle_table import Chart
    from tools.atlas.raster import Singles

AXES: dict[Chart, tuple[int, int]] = {"back": (0, 1), "front": (0, 1), "side": (2, 1), "top": (0, 2)}  # u, v of x, y, z
FACING: dict[Chart, tuple[int, float]] = {"back": (2, -1.0), "front": (2, 1.0), "side": (0, 1.0), "top": (1, 1.0)}
SIDE_FROM_CM = (60.0, 62.4)  # height from which the side chart has muscles
TOP_FROM_CM = (80.5, 83.5)  # and the top chart
SMOOTHING = 40  # rounds over which normals are evened, about a centimetre: nose and ears turn no chart
NARROW = 6  # the higher, the narrower the band where two charts blend
EITHER = 0.004  # what looks up or down goes by front or back
LEAST = 1e-6  # of the front chart everywhere, for what faces none
BEHIND_CM = (8.0, 4.0)  # z between which the back chart begins: chin and nose look down, not back
FACE_CM = (8.0, 11.0)  # z between which the face begins
CHEEK_CM = (4.5, 6.5)  # |x| between which the face turns from the front to the side chart
SLIGHT = 0.003  # weight below which a chart does not count


@dataclass(frozen=True)
class Spots:
    """Points of the skin: `points` (n, 3) in cm; `weights` (n, charts), each row summing to 1."""

    points: AnyFloats
    weights: AnyFloats

    def at(self, chart: Chart) -> AnyFloats:
        """(n, 2) chart coordinates in cm: both halves of the body fall on one."""
        u, v = AXES[chart]
        across, up = self.points[:, u], self.points[:, v]
        return np.column_stack([across if u == 2 else np.abs(across), up])

    def some(self, numbers: Ints) -> Spots:
        return Spots(self.points[numbers], self.weights[numbers])

    @cached_property
    def shown(self) -> dict[Chart, tuple[Ints, AnyFloats]]:
        """Numbers of the points at which each chart counts, and where they lie in it."""
        numbers = {chart: np.flatnonzero(self.weight(chart) > SLIGHT) for chart in CHARTS}
        return {chart: (kept, self.some(kept).at(chart)) for chart, kept in numbers.items()}

    def weight(self, chart: Chart) -> AnyFloats:
        return self.weights[:, CHARTS.index(chart)]

    def columns(self) -> Singles:
        """(n, COLUMNS) for the rasteriser to carry along."""
        return np.hstack([self.points, self.weights]).astype(np.float32)

    @classmethod
    def from_columns(cls, values: Singles) -> Spots:
        return cls(values[:, :3], values[:, 3:])


COLUMNS = 3 + len(CHARTS)


def spots(body: Body) -> Spots:
    """The vertices of a body with the weights of the charts."""
    turned = body.normals.copy()
    turned[:, 0] *= np.sign(body.vertices_cm[:, 0])
    for _ in range(SMOOTHING):
        turned = body.averaging @ turned
    turned /= np.linalg.norm(turned, axis=1, keepdims=True)
    return Spots(body.vertices_cm, chart_weights(turned, body.vertices_cm))


def chart_weights(normals: Floats, points_cm: Floats) -> Floats:
    """(n, charts) weights for unit normals (n, 3), x positive to the side, at points (n, 3)."""
    aside, height, forward = np.abs(points_cm[:, 0]), points_cm[:, 1], points_cm[:, 2]
    facing = {chart: sign * normals[:, axis] for chart, (axis, sign) in FACING.items()}
    either = {"back": EITHER, "front": EITHER}
    share = {
        chart: np.maximum(facing[chart], 0) ** NARROW + either.get(chart, 0) * (1 + facing[chart]) ** 4
        for chart in CHARTS
    }
    share["front"] += LEAST
    share["back"] *= smoothstep(-forward, *(-z for z in BEHIND_CM))
    share["side"] *= smoothstep(height, *SIDE_FROM_CM)
    share["side"] *= 1 - smoothstep(forward, *FACE_CM) * (1 - smoothstep(aside, *CHEEK_CM))
    share["top"] *= smoothstep(height, *TOP_FROM_CM)
    weights = np.column_stack([share[chart] for chart in CHARTS])
    return np.asarray(weights / weights.sum(axis=1, keepdims=True))
