"""How much firmer or lighter than planned a person wants each place, learned from what is wished while it is worked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

MOST: Final = 9
"""Levels above or below the plan: all of the scale."""


@dataclass(frozen=True, slots=True)
class Firmness:
    """`by_place` holds levels above the planned pressure (below 0: under it) by region slug; `elsewhere` is the last
    wish of this session: where nothing is known of a place it counts as far as it is a lighter one."""

    by_place: Mapping[str, int] = field(default_factory=dict)
    elsewhere: int = 0

    def offset(self, regions: Iterable[str]) -> int:
        """Levels above the planned pressure for work on these regions: what the most tender of them was wished."""
        known = [self.by_place[region] for region in regions if region in self.by_place]
        return min(known) if known else min(self.elsewhere, 0)

    def wished(self, regions: Iterable[str], offset: int) -> Firmness:
        """The same after a wish while these regions were worked."""
        bounded = max(-MOST, min(MOST, offset))
        return replace(self, by_place={**self.by_place, **dict.fromkeys(regions, bounded)}, elsewhere=bounded)

    def later(self) -> Firmness:
        """What is left of it for another session: the places, without those that are as planned."""
        return Firmness({region: offset for region, offset in self.by_place.items() if offset})
