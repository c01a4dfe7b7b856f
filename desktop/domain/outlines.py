"""Outlines as polygons: enough geometry to say whether a point lies in a region, or how far from it."""

from __future__ import annotations

import math
import re
from itertools import pairwise

from desktop.domain.chart import Point, ViewChart

Polygon = list[Point]
_TOKEN = re.compile(r"[MLCZ]|-?\d+(?:\.\d+)?")


def polygons(path: str, pieces: int = 8) -> list[Polygon]:
    """The closed pieces of path data made of M, L, C and Z."""
    found: list[Polygon] = []
    tokens, i, command = _TOKEN.findall(path), 0, ""
    while i < len(tokens):
        if tokens[i].isalpha():
            command = tokens[i]
            i += 1
            if command == "M":
                found.append([])
            if command == "Z":
                continue
        count = 6 if command == "C" else 2
        numbers = [float(token) for token in tokens[i : i + count]]
        i += count
        found[-1] += _bezier(found[-1][-1], numbers, pieces) if command == "C" else [Point(*numbers)]
    return found


def _bezier(start: Point, numbers: list[float], pieces: int) -> list[Point]:
    xs, ys = (start.x, *numbers[0::2]), (start.y, *numbers[1::2])
    return [Point(_cubic(xs, k / pieces), _cubic(ys, k / pieces)) for k in range(1, pieces + 1)]


def _cubic(p: tuple[float, ...], u: float) -> float:
    return (1 - u) ** 3 * p[0] + 3 * u * (1 - u) ** 2 * p[1] + 3 * u * u * (1 - u) * p[2] + u**3 * p[3]


def inside(point: Point, polygon: Polygon) -> bool:
    within = False
    for a, b in pairwise([*polygon, polygon[0]]):
        if (a.y > point.y) != (b.y > point.y) and point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x):
            within = not within
    return within


def distance(point: Point, polygon: Polygon) -> float:
    """How far a point lies from a polygon; 0 inside."""
    if inside(point, polygon):
        return 0.0
    return min(to_edge(point, a, b) for a, b in pairwise([*polygon, polygon[0]]))


def to_edge(point: Point, a: Point, b: Point) -> float:
    """How far a point lies from a straight piece."""
    dx, dy = b.x - a.x, b.y - a.y
    share = ((point.x - a.x) * dx + (point.y - a.y) * dy) / ((dx * dx + dy * dy) or 1)
    share = min(max(share, 0.0), 1.0)
    return math.dist(point, (a.x + share * dx, a.y + share * dy))


class RegionMap:
    """The regions of a view."""

    def __init__(self, chart: ViewChart) -> None:
        self._shapes = [(o.place.region, _Shape(polygon)) for o in chart.outlines for polygon in polygons(o.path)]
        self._no_go = [_Shape(polygon) for zone in chart.zones for polygon in polygons(zone.path)]

    def region_at(self, point: Point) -> str | None:
        """The first region in hit order that holds the point."""
        return next((region for region, shape in self._shapes if shape.holds(point)), None)

    def distance(self, point: Point, regions: frozenset[str]) -> float:
        """Pixels from the nearest of some regions; 0 inside one."""
        return min(distance(point, shape.polygon) for region, shape in self._shapes if region in regions)

    def depth(self, point: Point, region: str) -> float:
        """Pixels from the edge of a region to a point within it; 0 outside."""
        return max(
            (
                min(to_edge(point, a, b) for a, b in pairwise([*shape.polygon, shape.polygon[0]]))
                for slug, shape in self._shapes
                if slug == region and shape.holds(point)
            ),
            default=0.0,
        )

    def in_zone(self, point: Point) -> bool:
        return any(shape.holds(point) for shape in self._no_go)


class _Shape:
    """A polygon that knows its bounds: most points are outside at a glance."""

    def __init__(self, polygon: Polygon) -> None:
        self.polygon = polygon
        xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
        self._left, self._right, self._top, self._bottom = min(xs), max(xs), min(ys), max(ys)

    def holds(self, point: Point) -> bool:
        near = self._left <= point.x <= self._right and self._top <= point.y <= self._bottom
        return near and inside(point, self.polygon)
