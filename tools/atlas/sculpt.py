"""Our own anatomical relief: authored ridges, grooves and bumps displaced along the normals of the smooth mesh."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.spatial import cKDTree

from tools.atlas.mesh import normals

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.atlas.mesh import Floats, Mesh

RELIEF = Path(__file__).parent / "data" / "relief.toml"
SAMPLES = 60  # Gaussians along one ridge
MIRROR = np.array([-1.0, 1.0, 1.0, 1.0, 1.0])
CHARTS = {
    "back": (0, 1, 2, -1.0),
    "front": (0, 1, 2, 1.0),
    "side": (2, 1, 0, 1.0),
}  # across, up, outwards, its sign


class Snapper:
    """Finds the outermost point of a surface below a point of a chart."""

    def __init__(self, vertices: Floats, normal: Floats) -> None:
        self._facing: dict[str, tuple[Floats, cKDTree]] = {}
        for chart, (across, up, out, sign) in CHARTS.items():
            facing = vertices[normal[:, out] * sign > 0.15]
            self._facing[chart] = facing, cKDTree(facing[:, [across, up]])

    def point(self, chart: str, across: float, up: float) -> Floats:
        """(3,) the point of the surface, in cm, seen at (across, up) of a chart named in CHARTS."""
        points, tree = self._facing[chart]
        a, u, out, sign = CHARTS[chart]
        radius = 0.5
        near = tree.query_ball_point([across, up], radius)
        while len(near) <= 3:
            radius *= 1.6
            near = tree.query_ball_point([across, up], radius)
        found = points[near]
        outer = found[found[:, out] * sign > (found[:, out] * sign).max() - 1.25]
        nearest = np.hypot(outer[:, a] - across, outer[:, u] - up).argmin()
        return np.asarray(outer[nearest])


def spline(knots: Floats, count: int = SAMPLES) -> Floats:
    """(count, k) points of a Catmull-Rom curve through `knots` (m, k)."""
    last = len(knots) - 1
    t = np.linspace(0, last, count)
    if last == 1:
        return np.asarray(knots[0] + (knots[1] - knots[0]) * t[:, None])
    padded = np.vstack([2 * knots[0] - knots[1], knots, 2 * knots[-1] - knots[-2]])
    i = np.minimum(t.astype(int), last - 1)
    u = (t - i)[:, None]
    a, b, c, d = padded[i], padded[i + 1], padded[i + 2], padded[i + 3]
    curve = 2 * b + (c - a) * u + (2 * a - 5 * b + 4 * c - d) * u**2 + (3 * b - a - 3 * c + d) * u**3
    return np.asarray(0.5 * curve)


class Relief:
    """Displacement along the normals, summed ridge by ridge (no nearest point, so no creases between ridges)."""

    def __init__(self, mesh: Mesh, normal: Floats) -> None:
        self._vertices, self._normal = mesh.vertices, normal
        self._tree = cKDTree(mesh.vertices)
        self._snapper = Snapper(mesh.vertices, normal)
        self.height = np.zeros(len(mesh.vertices))

    def ridge(self, chart: str, points: list[list[float]], middle: bool) -> None:
        """Add a ridge through `points` [across, up, width, height], and its mirror image unless in the `middle`."""
        knots = np.array([[*self._snapper.point(chart, a, u), width, height] for a, u, width, height in points])
        curve = spline(knots) if len(knots) > 1 else knots
        for line in (curve,) if middle else (curve, curve * MIRROR):
            self._add(line)

    def _add(self, curve: Floats) -> None:
        facing = self._normal[self._tree.query(curve[:, :3])[1]]
        step = np.linalg.norm(np.diff(curve[:, :3], axis=0), axis=1).sum() / max(len(curve) - 1, 1)
        for point, normal in zip(curve, facing, strict=True):
            width, height = point[3], point[4]
            near = np.array(self._tree.query_ball_point(point[:3], 2.8 * width), dtype=int)
            share = step / (width * np.sqrt(np.pi)) if len(curve) > 1 else 1.0
            distance = ((self._vertices[near] - point[:3]) ** 2).sum(axis=1)
            towards = np.clip(self._normal[near] @ normal * 1.6, 0, 1)
            self.height[near] += height * share * np.exp(-distance / width**2) * towards


def relief_height(mesh: Mesh) -> Floats:
    """(n,) height in cm of the whole relief of `data/relief.toml` on the neutral body, along the normals."""
    relief = Relief(mesh, normals(mesh))
    for entry in _entries():
        relief.ridge(entry["side"], entry["points"], entry.get("middle", False))
    return relief.height


def raised(mesh: Mesh, height: Floats) -> Mesh:
    """The mesh with its vertices moved out along their normals by `height` (n,) in cm."""
    return mesh.with_vertices(mesh.vertices + normals(mesh) * height[:, None])


def _entries() -> Iterable[dict[str, Any]]:
    table = tomllib.loads(RELIEF.read_text(encoding="utf-8"))
    yield from table["ridges"]
    for bumps in table["bumps"]:
        for point in bumps["points"]:
            yield {**bumps, "points": [point]}
