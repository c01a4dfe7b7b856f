"""The whole guide as data: what `assets.catalog` reads from the files and everything else works with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.domain.body import Landmark, Region
from desktop.domain.routine import Routine
from desktop.domain.screening import Safety
from desktop.domain.technique import Technique


@dataclass(frozen=True, slots=True)
class Guide:
    """Keyed by slug (routines by id). Regions and routines keep the content sheet's order."""

    regions: Mapping[str, Region]
    landmarks: Mapping[str, Landmark]
    techniques: Mapping[str, Technique]
    routines: Mapping[str, Routine]
    safety: Safety
    zones: Mapping[str, str] = field(default_factory=dict)
    """Why a place that is no region is never pressed, by its name."""

    def routines_for(self, region: str) -> tuple[Routine, ...]:
        """Routines that work on a region, or on a part of it where it is a composite."""
        wanted = {region, *self.regions[region].members}
        return tuple(r for r in self.routines.values() if wanted & r.regions)
