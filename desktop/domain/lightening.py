"""A hand gets lighter where it comes over a place that bears less than the step's pressure (content sheet 3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.domain.body import Region
from desktop.domain.chart import Point, ViewChart
from desktop.domain.easing import between, smooth
from desktop.domain.outlines import Polygon, distance, polygons

_RAMP_CM = 1.5
"""So far from the tender place a hand begins to lighten."""
_REACH_CM = 6.0
"""So far a hand may swing from its way."""
_PIECES = 4
"""Straight pieces a curve of an outline is taken for."""


class Lightening:
    """The most a hand may press at a point: the planned pressure, less towards and on the places of a lower ceiling.
    `places` are where the hand passes; what lies far from all of them is never looked at again."""

    def __init__(
        self, chart: ViewChart, regions: Mapping[str, Region], planned: float, places: Sequence[Point]
    ) -> None:
        self._planned, self._ramp = planned, _RAMP_CM * chart.px_per_cm
        passed = _Box(places, _REACH_CM * chart.px_per_cm)
        tender = [
            (_Box(polygon, self._ramp), polygon, float(regions[outline.place.region].ceiling))
            for outline in chart.outlines
            if regions[outline.place.region].ceiling < planned
            for polygon in polygons(outline.path, _PIECES)
        ]
        self._tender = [found for found in tender if passed.meets(found[0])]

    def most(self, point: Point) -> float:
        """The most it may press at a point."""
        near = (self._towards(point, polygon, ceiling) for box, polygon, ceiling in self._tender if box.holds(point))
        return min(near, default=self._planned)

    def _towards(self, point: Point, polygon: Polygon, ceiling: float) -> float:
        return between(ceiling, self._planned, smooth(distance(point, polygon) / self._ramp))


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
