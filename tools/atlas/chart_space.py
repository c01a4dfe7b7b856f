"""Charts: flat coordinates in which regions and landmarks are authored once, on the person's left, and mirrored.

| chart | u | v |
|---|---|---|
| `back`, `front` | cm from the midline | height; only skin that faces that way |
| `both` | cm from the midline | height, whichever way the skin faces |
| `side` | cm to the front | height |
| `top` | cm from the midline | cm to the front |
| `head` | degrees around the head from behind, 90 at the ear | degrees above the head's middle |
| `neck` | degrees around the neck from behind, 90 at the side | height |
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numba as nb
import numpy as np

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats, Mask

Chart = Literal["back", "front", "both", "side", "top", "head", "neck"]

HEAD_CENTRE_CM = np.array([0.0, 76.9, 4.7])
NECK_AXIS_CM = np.array([[20.9, -0.2], [41.9, 0.5], [56.5, 0.0], [61.7, -0.2], [68.0, 1.5], [73.3, 3.1], [78.5, 3.9]])
CM_PER_UNIT: dict[Chart, tuple[float, float]] = {"head": (0.175, 0.175), "neck": (0.11, 1.0)}
FAR_CM = 1.5  # fields are not worked out further from an outline than this
SPLINE_STEPS = 12


@dataclass(frozen=True)
class Skin:
    """Points of the skin: `points` (n, 3) in cm and unit `normals` (n, 3)."""

    points: Floats
    normals: Floats

    @cached_property
    def aside(self) -> Floats:
        """(n,) cm from the midline, whichever side."""
        return np.abs(self.points[:, 0])

    @cached_property
    def mirrored(self) -> Floats:
        """(n, 3) the points, the right half turned over to the left."""
        return np.column_stack([self.aside, self.points[:, 1:]])

    @cached_property
    def _head(self) -> Floats:
        offset = self.mirrored - HEAD_CENTRE_CM
        radius = np.maximum(np.linalg.norm(offset, axis=1), 1e-6)
        around = np.degrees(np.arctan2(offset[:, 0], -offset[:, 2]))
        return np.column_stack([around, np.degrees(np.arcsin(offset[:, 1] / radius)), radius])

    @cached_property
    def _neck(self) -> Floats:
        height = self.points[:, 1]
        forward = self.points[:, 2] - np.interp(height, *NECK_AXIS_CM.T)
        around = np.degrees(np.arctan2(self.aside, -forward))
        return np.column_stack([around, height, np.hypot(self.aside, forward)])

    def chart(self, chart: Chart) -> Floats:
        """(n, 3) u and v in the chart's units, and how far out the skin lies."""
        x, y, z = self.mirrored.T
        match chart:
            case "back":
                return np.column_stack([x, y, -z])
            case "front" | "both":
                return np.column_stack([x, y, z])
            case "side":
                return np.column_stack([z, y, x])
            case "top":
                return np.column_stack([x, z, y])
            case "head":
                return self._head
            case "neck":
                return self._neck

    def faces(self, chart: Chart) -> Mask:
        """(n,) skin that the chart takes in."""
        match chart:
            case "back":
                return self.normals[:, 2] < 0.02
            case "front":
                return self.normals[:, 2] >= -0.02
            case _:
                return np.ones(len(self.points), dtype=bool)

    def inside(self, chart: Chart, outline: Floats) -> Floats:
        """(n,) cm inside a closed outline (k, 2) in the chart's units; negative outside, never below -FAR_CM."""
        unit = np.array(CM_PER_UNIT.get(chart, (1.0, 1.0)))
        flat, corners = self.chart(chart)[:, :2] * unit, outline * unit
        low, high = corners.min(axis=0) - FAR_CM, corners.max(axis=0) + FAR_CM
        near = np.flatnonzero(((flat > low) & (flat < high)).all(axis=1) & self.faces(chart))
        result = np.full(len(flat), -FAR_CM)
        result[near] = np.maximum(signed_distance(np.ascontiguousarray(flat[near]), corners), -FAR_CM)
        return result

    def locate(self, chart: Chart, u: float, v: float, reach: float = 0.35) -> Floats:
        """(3,) the outermost skin of the left side at (u, v) of the chart. Raises ValueError if there is none."""
        unit = np.array(CM_PER_UNIT.get(chart, (1.0, 1.0)))
        placed = self.chart(chart)
        off = np.hypot(*((placed[:, :2] - (u, v)) * unit).T)
        near = np.flatnonzero((off < reach) & self.faces(chart) & (self.points[:, 0] > -1e-6))
        if not len(near):
            raise ValueError(f"no skin at {chart} ({u}, {v})")
        outer = near[placed[near, 2] > placed[near, 2].max() - 0.8]
        return np.asarray(self.points[outer[np.argmin(off[outer])]])


def rounded(outline: Floats) -> Floats:
    """A closed Catmull-Rom curve through the points (k, 2), as (k * SPLINE_STEPS, 2)."""
    t = (np.arange(SPLINE_STEPS) / SPLINE_STEPS)[:, None]
    before, here, after, beyond = (np.roll(outline, shift, axis=0)[:, None] for shift in (1, 0, -1, -2))
    curve = 2 * here + (after - before) * t + (2 * before - 5 * here + 4 * after - beyond) * t**2
    curve = curve + (3 * here - before - 3 * after + beyond) * t**3
    return np.asarray(curve.reshape(-1, 2) / 2)


@nb.njit(cache=True)
def signed_distance(points, corners):  # type: ignore[no-untyped-def]
    """(n,) distance of points (n, 2) to the polygon (k, 2), positive inside."""
    result = np.empty(len(points))
    for i in range(len(points)):
        x, y = points[i]
        nearest, inside = 1e18, False
        for j in range(len(corners)):
            ax, ay = corners[j - 1]
            bx, by = corners[j]
            along_x, along_y = bx - ax, by - ay
            t = ((x - ax) * along_x + (y - ay) * along_y) / (along_x**2 + along_y**2 + 1e-18)
            t = min(max(t, 0.0), 1.0)
            nearest = min(nearest, (x - ax - t * along_x) ** 2 + (y - ay - t * along_y) ** 2)
            if (ay > y) != (by > y) and x < along_x * (y - ay) / along_y + ax:
                inside = not inside
        result[i] = np.sqrt(nearest) if inside else -np.sqrt(nearest)
    return result
