"""Which place of the body lies under a point of a picture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from math import hypot, inf

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from desktop.domain.body import Place, Side
from desktop.domain.chart import Outline, ViewChart, Zone
from desktop.domain.guide import Guide
from desktop.ui import words
from desktop.ui.outline import painter_path


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """An area of one view that can be pointed at. `place` is None where it is no region; `no_press` says why it is
    never pressed and is empty where it may be. Coordinates in picture pixels."""

    name: str
    side: Side
    place: Place | None
    no_press: str
    path: QPainterPath
    bounds: QRectF
    anchor: QPointF
    edges: tuple[QPolygonF, ...]

    @property
    def full_name(self) -> str:
        return words.side_of(self.name, self.side)

    def holds(self, point: QPointF) -> bool:
        return self.bounds.contains(point) and self.path.contains(point)

    def distance(self, point: QPointF) -> float:
        """From a point outside to the nearest edge, in picture pixels."""
        return min((_to_edge(point, edge) for edge in self.edges), default=inf)


class HitMap:
    """The spots of a view in hit order: zones, then regions as the atlas orders them."""

    def __init__(self, chart: ViewChart, guide: Guide) -> None:
        zones = [_zone_spot(zone, guide) for zone in chart.zones]
        regions = [_region_spot(outline, guide) for outline in chart.outlines if outline.place.region in guide.regions]
        self.spots: tuple[Spot, ...] = (*zones, *regions)

    def at(self, point: QPointF, gap: float) -> Spot | None:
        """The first spot that holds the point; between spots the nearest within `gap` (picture pixels), where one that
        must not be pressed comes before all others."""
        for spot in self.spots:
            if spot.holds(point):
                return spot
        near = [(spot.distance(point), spot) for spot in self.spots if _grown(spot.bounds, gap).contains(point)]
        reachable = [(distance, spot) for distance, spot in near if distance <= gap]
        barred = [entry for entry in reachable if entry[1].no_press]
        return _nearest(barred or reachable)

    def of(self, places: Iterable[Place], guide: Guide) -> tuple[Spot, ...]:
        """The spots of these places; a composite place has those of its members on either side."""
        wanted = {part for place in places for part in guide.outlined(place)}
        return tuple(spot for spot in self.spots if spot.place in wanted)


def _region_spot(outline: Outline, guide: Guide) -> Spot:
    region = guide.regions[outline.place.region]
    return _spot(region.name, outline.place.side, outline.place, region.no_press, outline)


def _zone_spot(zone: Zone, guide: Guide) -> Spot:
    name = words.ZONE_NAMES[zone.name]
    return _spot(name, zone.side, None, guide.zones[zone.name], zone)


def _spot(name: str, side: Side, place: Place | None, no_press: str, shape: Outline | Zone) -> Spot:
    path = painter_path(shape.path)
    edges = tuple(path.toSubpathPolygons())
    return Spot(name, side, place, no_press, path, path.boundingRect(), QPointF(*shape.anchor), edges)


def _nearest(entries: list[tuple[float, Spot]]) -> Spot | None:
    return min(entries, key=_first, default=(inf, None))[1]


def _first(entry: tuple[float, Spot | None]) -> float:
    return entry[0]


def _grown(bounds: QRectF, by: float) -> QRectF:
    return bounds.adjusted(-by, -by, by, by)


def _to_edge(point: QPointF, edge: QPolygonF) -> float:
    corners = [(corner.x(), corner.y()) for corner in edge.toList()]
    x, y = point.x(), point.y()
    return min((_to_segment(x, y, a, b) for a, b in pairwise(corners)), default=inf)


def _to_segment(x: float, y: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else min(1.0, max(0.0, ((x - start[0]) * dx + (y - start[1]) * dy) / length))
    return hypot(x - start[0] - share * dx, y - start[1] - share * dy)
