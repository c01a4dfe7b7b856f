"""What the muscles are at a point of the skin: depth inside the outline, and the phase that numbers the fibres.

Both are smooth functions of the chart, so they are worked out once on a grid and looked up for every vertex and pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import RBFInterpolator
from scipy.ndimage import gaussian_filter, map_coordinates
from scipy.spatial import cKDTree

from tools.atlas.chart_space import rounded, signed_distance
from tools.atlas.muscle_table import CHARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from tools.atlas.mesh import AnyFloats, Floats, Ints
    from tools.atlas.muscle_charts import Spots
    from tools.atlas.muscle_table import Chart, Muscle, Patch
    from tools.atlas.raster import Singles

MARGIN_CM = 1.3  # the grid reaches this far beyond the outline
DEPTH_STEP_CM, PHASE_STEP_CM = 0.05, 0.15
FIBRES, SAMPLES = 13, 12  # guide fibres of a muscle, points along each
PHASE_GAIN = 1.15
FINENESS = ((4.0, 9.0), (1.5, 1.0))  # breadth of a muscle in cm, and how much closer its strands lie
PHASE_APART = 38.7  # between the phases of one muscle and the next, so that their strands do not line up


@dataclass(frozen=True)
class Grid:
    """Values on a regular grid over a chart; `corner` (u, v) is at [0, 0], rows go up."""

    corner: Floats
    step: float
    values: NDArray[np.float32]

    def at(self, points: AnyFloats) -> NDArray[np.float32]:
        """(n,) values at chart points (n, 2)."""
        place = ((points - self.corner) / self.step).T[::-1]
        return np.asarray(map_coordinates(self.values, place, order=1, mode="nearest"))


@dataclass(frozen=True)
class PatchField:
    """A patch with its grids: `depth` in cm, positive inside; `phase` grows across the fibres, cm.

    `ends`: 1 where the fibres run into the border, 0 where they run along it.
    """

    low: Floats
    high: Floats
    depth: Grid
    phase: Grid
    ends: Grid


@dataclass(frozen=True)
class MuscleField:
    """A muscle with the fields of its patches."""

    muscle: Muscle
    patches: Mapping[Chart, PatchField]

    def near(self, spots: Spots) -> Ints:
        """Numbers of the spots in or close to the muscle."""
        found = np.zeros(len(spots.points), bool)
        for chart, patch in self.patches.items():
            numbers, at = spots.shown[chart]
            found[numbers[((at > patch.low) & (at < patch.high)).all(axis=1)]] = True
        return np.flatnonzero(found)

    def depth(self, spots: Spots) -> Singles:
        """(n,) cm inside the muscle: the depths in all charts, each by its weight, so that outlines flow together."""
        return self._blend(spots, lambda patch, at: patch.depth.at(at), -MARGIN_CM)

    def ends(self, spots: Spots) -> Singles:
        """(n,) how far the fibres run into the border here, 0 to 1."""
        return self._blend(spots, lambda patch, at: patch.ends.at(at), 0)

    def _blend(self, spots: Spots, of: Callable[[PatchField, AnyFloats], Singles], missing: float) -> Singles:
        total = np.zeros(len(spots.points), np.float32)
        for chart in CHARTS:
            patch, (numbers, at) = self.patches.get(chart), spots.shown[chart]
            total[numbers] += spots.weight(chart)[numbers] * (missing if patch is None else of(patch, at))
        return total


def muscle_field(muscle: Muscle, number: int) -> MuscleField:
    """The fields of the `number`th muscle."""
    fine = float(np.interp(muscle.breadth, *FINENESS))
    patches = {chart: _patch_field(muscle, patch, number, fine) for chart, patch in muscle.patches.items()}
    return MuscleField(muscle, patches)


def _patch_field(muscle: Muscle, patch: Patch, number: int, fine: float) -> PatchField:
    outline = rounded(patch.outline)
    low, high = outline.min(axis=0) - MARGIN_CM, outline.max(axis=0) + MARGIN_CM
    depth = _gridded(low, high, DEPTH_STEP_CM, lambda points: signed_distance(points, outline))
    phase = _gridded(low, high, PHASE_STEP_CM, lambda points: (_phase(patch, points) + number * PHASE_APART) * fine)
    return PatchField(low, high, depth, phase, _ends(muscle, depth, phase))


def _ends(muscle: Muscle, depth: Grid, phase: Grid) -> Grid:
    if muscle.kind != "muscle":
        return Grid(phase.corner, phase.step, np.zeros_like(phase.values))
    rows, columns = np.indices(phase.values.shape)
    nodes = phase.corner + np.stack([columns, rows], axis=-1).reshape(-1, 2) * phase.step
    inwards = np.array(np.gradient(depth.at(nodes).reshape(phase.values.shape)))
    across = np.array(np.gradient(phase.values))
    lengths = np.linalg.norm(inwards, axis=0) * np.linalg.norm(across, axis=0)
    along = ((inwards * across).sum(axis=0) / np.maximum(lengths, 1e-9)) ** 2
    return Grid(phase.corner, phase.step, gaussian_filter(1 - along, 1.5).astype(np.float32))


def _gridded(low: Floats, high: Floats, step: float, field: Callable[[Floats], Floats]) -> Grid:
    u, v = (np.arange(low[i], high[i] + step, step) for i in (0, 1))
    points = np.stack(np.meshgrid(u, v), axis=-1).reshape(-1, 2)
    return Grid(low, step, field(points).reshape(len(v), len(u)).astype(np.float32))


def _phase(patch: Patch, points: Floats) -> Floats:
    if patch.centre is None and patch.origin is None:
        return np.zeros(len(points))
    if patch.centre is not None:
        return np.asarray(np.hypot(*((points - patch.centre) * (patch.aspect, 1)).T) * PHASE_GAIN)
    guides = guide_fibres(patch)
    places, values = _agreeing(guides.reshape(-1, 2), np.repeat(fibre_phases(guides), SAMPLES), patch)
    many = 60 if len(places) > 120 else None
    plate = RBFInterpolator(places, values, kernel="thin_plate_spline", smoothing=0.002, neighbors=many)
    return np.asarray(plate(points) * PHASE_GAIN)


def guide_fibres(patch: Patch) -> Floats:
    """(FIBRES, SAMPLES, 2) points of fibres fanned evenly from origin to insertion. Raises ValueError without those."""
    if patch.origin is None or patch.insertion is None:
        raise ValueError("a patch without origin or insertion has no fibres")
    t = np.linspace(0, 1, FIBRES)
    paired = patch.middle is not None or len(patch.origin) == len(patch.insertion)
    start, end = _along(patch.origin, t, paired), _along(patch.insertion, t, paired)
    middle = (start + end) / 2 if patch.middle is None else _along(patch.middle, t, by_number=True)
    pull = 2 * middle - (start + end) / 2  # control point of the parabola through all three
    u = np.linspace(0, 1, SAMPLES)[None, :, None]
    return np.asarray((1 - u) ** 2 * start[:, None] + 2 * u * (1 - u) * pull[:, None] + u**2 * end[:, None])


def _along(line: Floats, t: Floats, by_number: bool) -> Floats:
    """Points (n, 2) at shares `t` of a polyline, measured by point number or by length."""
    steps = np.ones(len(line) - 1) if by_number else np.hypot(*np.diff(line, axis=0).T)
    reached = np.concatenate([[0], np.cumsum(steps)]) / steps.sum()
    return np.column_stack([np.interp(t, reached, line[:, 0]), np.interp(t, reached, line[:, 1])])


def fibre_phases(guides: Floats) -> Floats:
    """(FIBRES,) phase of each guide fibre: the mean distance between neighbours, so that strands keep their width."""
    way = guides[:, -1] - guides[:, 0]
    way /= np.linalg.norm(way, axis=1, keepdims=True) + 1e-9
    across = np.column_stack([-way[:, 1], way[:, 0]])
    apart = np.abs(((guides[1:] - guides[:-1]) * across[:-1, None]).sum(axis=-1)).mean(axis=1)
    return np.concatenate([[0], np.cumsum(np.maximum(apart, 0.04))])


def _agreeing(places: Floats, values: Floats, patch: Patch) -> tuple[Floats, Floats]:
    """Samples without those where fibres run together: their phases contradict each other."""
    small = max(min(1.0, patch.breadth / 5.2), 0.3)
    neighbours = cKDTree(places).query_ball_point(places, 0.31 * small)
    kept = np.array([np.ptp(values[near]) <= 0.63 * small for near in neighbours])
    places, values = places[kept], values[kept]
    _, first = np.unique(places.round(2), axis=0, return_index=True)
    return places[first], values[first]
