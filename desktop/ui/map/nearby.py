"""Where a region is seen best, and which region with a routine lies nearest to it."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

from desktop.domain.body import Place, Side
from desktop.domain.chart import Atlas, Outline
from desktop.domain.guide import Guide
from desktop.ui.outline import painter_path


class Whereabouts:
    """Looks through the charts of all views, once, when it is first asked."""

    def __init__(self, atlas: Atlas, guide: Guide) -> None:
        self._atlas, self._guide = atlas, guide
        self._areas: dict[tuple[Place, str], float] | None = None

    def views(self, place: Place) -> tuple[str, ...]:
        """The views a place is seen in, the best (by square centimetres) first; the middle stands for both sides."""
        areas = self._all_areas()
        parts = self._guide.outlined(place)
        found = {view: sum(areas.get((part, view), 0.0) for part in parts) for view in self._atlas.views}
        return tuple(sorted((view for view, area in found.items() if area), key=found.__getitem__, reverse=True))

    def sides(self, region: str) -> tuple[Side, ...]:
        """The sides a region has: left and right, or the middle alone."""
        found = {place.side for place, _ in self._all_areas() if place.region == region}
        return tuple(side for side in (Side.LEFT, Side.RIGHT) if side in found) or (Side.MIDDLE,)

    def nearest(self, region: str, fits: Callable[[str], bool]) -> str:
        """The nearest other region that `fits`; any that fits where none shares a view; empty where none fits.

        A picture can only make a distance look shorter, so the longest of all views counts."""
        far: dict[str, float] = {}
        for view in self.views(Place(region, Side.MIDDLE)):
            for slug, distance in self._distances(view, region).items():
                far[slug] = max(far.get(slug, 0.0), distance)
        near = [(distance, slug) for slug, distance in far.items() if fits(slug)]
        anywhere = (slug for slug in self._guide.regions if slug != region and fits(slug))
        return min(near)[1] if near else next(anywhere, "")

    def _distances(self, view: str, region: str) -> dict[str, float]:
        """From a region to each other one in a view, in cm, from the nearest side to the nearest side."""
        chart, mine = self._atlas.chart(view), self._outlines(view, region)
        found: dict[str, float] = {}
        for other in chart.outlines:
            slug = other.place.region
            if slug != region:
                distance = min(_distance(one, other) for one in mine) / chart.px_per_cm
                found[slug] = min(found.get(slug, distance), distance)
        return found

    def _outlines(self, view: str, region: str) -> list[Outline]:
        slugs = self._guide.regions[region].members or (region,)
        return [outline for outline in self._atlas.chart(view).outlines if outline.place.region in slugs]

    def _all_areas(self) -> dict[tuple[Place, str], float]:
        if self._areas is None:
            self._areas = {}
            for view in self._atlas.views:
                chart = self._atlas.chart(view)
                for outline in chart.outlines:
                    key = (outline.place, view)
                    box = painter_path(outline.path).boundingRect()
                    area = box.width() * box.height() / chart.px_per_cm**2
                    self._areas[key] = self._areas.get(key, 0.0) + area
        return self._areas


def _distance(one: Outline, other: Outline) -> float:
    return hypot(one.anchor.x - other.anchor.x, one.anchor.y - other.anchor.y)
