"""What the muscles are at a point of a chart: depth inside the outline, and the phase that numbers the fibres.

Both are smooth functions of the chart, so they are worked out once on a grid and looked up for every vertex and pixel.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.interpolate import RBFInterpolator
from scipy.ndimage import map_coordinates
from scipy.spatial import cKDTree

from tools.atlas.chart_space import rounded, signed_distance

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from tools.atlas.mesh import AnyFloats, Floats, Ints
    from tools.atlas.muscle_table import Muscle

MARGIN_CM = 1.3  # the grid reaches this far beyond the outline
DEPTH_STEP_CM, PHASE_STEP_CM = 0.05, 0.15
FIBRES, SAMPLES = 13, 12  # guide fibres of a muscle, points along each
PHASE_GAIN = 1.15
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
class MuscleField:
    """A muscle with its grids: `depth` in cm, positive inside; `phase` grows across the fibres, cm."""

    muscle: Muscle
    low: Floats
    high: Floats
    depth: Grid
    phase: Grid

    def near(self, points: AnyFloats) -> Ints:
        """Numbers of the chart points (n, 2) in or close to the muscle."""
        return np.flatnonzero(((points > self.low) & (points < self.high)).all(axis=1))


def muscle_field(muscle: Muscle, number: int) -> MuscleField:
    """The field of the `number`th muscle of its chart."""
    outline = rounded(muscle.outline)
    low, high = outline.min(axis=0) - MARGIN_CM, outline.max(axis=0) + MARGIN_CM
    depth = _gridded(low, high, DEPTH_STEP_CM, lambda points: signed_distance(points, outline))
    phase = _gridded(low, high, PHASE_STEP_CM, lambda points: _phase(muscle, points) + number * PHASE_APART)
    return MuscleField(muscle, low, high, depth, phase)


def _gridded(low: Floats, high: Floats, step: float, field: Callable[[Floats], Floats]) -> Grid:
    u, v = (np.arange(low[i], high[i] + step, step) for i in (0, 1))
    points = np.stack(np.meshgrid(u, v), axis=-1).reshape(-1, 2)
    return Grid(low, step, field(points).reshape(len(v), len(u)).astype(np.float32))


def _phase(muscle: Muscle, points: Floats) -> Floats:
    if muscle.kind in ("skin", "lip"):
        return np.zeros(len(points))
    if muscle.centre is not None:
        return np.asarray(np.hypot(*((points - muscle.centre) * (muscle.aspect, 1)).T) * PHASE_GAIN)
    guides = guide_fibres(muscle)
    places, values = _agreeing(guides.reshape(-1, 2), np.repeat(fibre_phases(guides), SAMPLES), muscle)
    many = 60 if len(places) > 120 else None
    plate = RBFInterpolator(places, values, kernel="thin_plate_spline", smoothing=0.002, neighbors=many)
    return np.asarray(plate(points) * PHASE_GAIN)


def guide_fibres(muscle: Muscle) -> Floats:
    """(FIBRES, SAMPLES, 2) points of fibres fanned evenly from origin to insertion. Raises ValueError without those."""
    if muscle.origin is None or muscle.insertion is None:
        raise ValueError(f"{muscle.name} has no origin or insertion")
    t = np.linspace(0, 1, FIBRES)
    paired = muscle.middle is not None or len(muscle.origin) == len(muscle.insertion)
    start, end = _along(muscle.origin, t, paired), _along(muscle.insertion, t, paired)
    middle = (start + end) / 2 if muscle.middle is None else _along(muscle.middle, t, by_number=True)
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


def _agreeing(places: Floats, values: Floats, muscle: Muscle) -> tuple[Floats, Floats]:
    """Samples without those where fibres run together: their phases contradict each other."""
    small = max(min(1.0, muscle.breadth / 5.2), 0.3)
    neighbours = cKDTree(places).query_ball_point(places, 0.31 * small)
    kept = np.array([np.ptp(values[near]) <= 0.63 * small for near in neighbours])
    places, values = places[kept], values[kept]
    _, first = np.unique(places.round(2), axis=0, return_index=True)
    return places[first], values[first]
