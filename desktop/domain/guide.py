"""The whole guide: what `assets.catalog` reads from the files and everything else works with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Protocol

from desktop.domain.body import Place, Side

if TYPE_CHECKING:
    from desktop.domain.body import Landmark, Muscle, Region
    from desktop.domain.page import Page
    from desktop.domain.reference import Sources
    from desktop.domain.routine import Routine
    from desktop.domain.screening import Safety
    from desktop.domain.technique import Technique


class Guide(Protocol):
    """Keyed by slug (routines by id). Regions keep the content sheet's order, routines that of their ids."""

    @property
    def regions(self) -> Mapping[str, Region]: ...
    @property
    def zones(self) -> Mapping[str, str]:
        """Why a place that is no region is never pressed, by its name."""

    @property
    def muscles(self) -> Mapping[str, Muscle]:
        """Muscles by slug."""

    @property
    def landmarks(self) -> Mapping[str, Landmark]: ...
    @property
    def techniques(self) -> Mapping[str, Technique]: ...
    @property
    def routines(self) -> Mapping[str, Routine]: ...
    @property
    def pages(self) -> Mapping[str, Page]:
        """Pages to read, in their order."""

    @property
    def sources(self) -> Sources: ...
    @property
    def safety(self) -> Safety: ...

    def parts_of(self, regions: Iterable[str]) -> frozenset[str]:
        """These regions, and the parts of those that are composites."""
        return frozenset(part for region in regions for part in (region, *self.regions[region].members))

    def outlined(self, place: Place) -> tuple[Place, ...]:
        """The outlines on the map a place stands for: both sides for the middle, its members for a composite."""
        sides = tuple(Side) if place.side is Side.MIDDLE else (place.side, Side.MIDDLE)
        slugs = self.regions[place.region].members or (place.region,)
        return tuple(Place(slug, side) for slug in slugs for side in sides)

    def routines_for(self, region: str) -> tuple[Routine, ...]:
        """Routines that work on a region, on a part of it, or on a whole it belongs to."""
        wanted = set(self.parts_of([region]))
        wanted |= {slug for slug, whole in self.regions.items() if region in whole.members}
        return tuple(r for r in self.routines.values() if wanted & r.regions)
