"""A hand gets lighter where it comes over a place that bears less than the step's pressure (content sheet 3)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from desktop.domain.body import Region
from desktop.domain.chart import Point, ViewChart
from desktop.domain.easing import between, smooth
from desktop.domain.outlines import Polygon, polygons, to_edge

_RAMP_CM = 1.5
"""So far from the tender place a hand begins to lighten."""
_REACH_CM = 25.0
"""So far a hand may swing from its way: one that wrings goes across the back."""
_MESH_CM = 0.5
_DIAGONAL = 1.4143
_PIECES = 4
"""Straight pieces a curve of an outline is taken for."""


class Lightening:
    """The most a hand may press at a point: the planned pressure, less towards and on the places of a lower ceiling.
    `places` are where the hand passes; what lies far from all of them is never looked at again."""

    def __init__(
        self, chart: ViewChart, regions: Mapping[str, Region], planned: float, places: Sequence[Point]
    ) -> None:
        self._planned, self._mesh = planned, _MESH_CM * chart.px_per_cm
        passed, ramp = _Box(places, _REACH_CM * chart.px_per_cm), _RAMP_CM * chart.px_per_cm
        tender = [
            _Tender(polygon, float(regions[outline.place.region].ceiling), planned, ramp, self._mesh, passed)
            for outline in chart.outlines
            if regions[outline.place.region].ceiling < planned
            for polygon in polygons(outline.path, _PIECES)
        ]
        self._tender = [place for place in tender if passed.meets(place.box)]
        self._known: dict[tuple[int, int], float] = {}

    def most(self, point: Point) -> float:
        """The most it may press at a point: what the four knots of a mesh around it allow, weighed by nearness."""
        if not self._tender:
            return self._planned
        (column, u), (row, v) = divmod(point.x / self._mesh, 1), divmod(point.y / self._mesh, 1)
        left, top = int(column), int(row)
        above = between(self._at(left, top), self._at(left + 1, top), u)
        return between(above, between(self._at(left, top + 1), self._at(left + 1, top + 1), u), v)

    def _at(self, column: int, row: int) -> float:
        """What a knot of the mesh allows; each is looked at once."""
        if (column, row) not in self._known:
            point = Point(column * self._mesh, row * self._mesh)
            near = (place.most(point) for place in self._tender if place.box.holds(point))
            self._known[column, row] = min(near, default=self._planned)
        return self._known[column, row]


class _Tender:
    """A place of a lower ceiling. Knots just outside it count as on it, so that all of it lies between such knots."""

    def __init__(
        self, polygon: Polygon, ceiling: float, planned: float, ramp: float, mesh: float, passed: _Box
    ) -> None:
        self._ceiling, self._planned, self._ramp = ceiling, planned, ramp
        self._margin = _DIAGONAL * mesh
        self.box = _Box(polygon, ramp + self._margin)
        edges = list(pairwise([*polygon, polygon[0]]))
        self._near = [edge for edge in edges if passed.meets(_Box(edge, ramp + self._margin))]
        self._beside = [(a, b) for a, b in edges if min(a.y, b.y) <= passed.bottom and max(a.y, b.y) >= passed.top]

    def most(self, point: Point) -> float:
        if self._holds(point):
            return self._ceiling
        away = min((to_edge(point, start, end) for start, end in self._near), default=math.inf)
        return between(self._ceiling, self._planned, smooth((away - self._margin) / self._ramp))

    def _holds(self, point: Point) -> bool:
        """Whether a line to the right leaves the place an odd number of times."""
        x, y = point
        crossed = 0
        for (ax, ay), (bx, by) in self._beside:
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                crossed += 1
        return crossed % 2 == 1


class _Box:
    """The rectangle around some points and a margin."""

    def __init__(self, points: Sequence[Point], margin: float) -> None:
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.left, self.right = min(xs, default=0.0) - margin, max(xs, default=0.0) + margin
        self.top, self.bottom = min(ys, default=0.0) - margin, max(ys, default=0.0) + margin

    def holds(self, point: Point) -> bool:
        return self.left <= point.x <= self.right and self.top <= point.y <= self.bottom

    def meets(self, other: _Box) -> bool:
        apart = other.right < self.left or other.left > self.right or other.bottom < self.top or other.top > self.bottom
        return not apart
