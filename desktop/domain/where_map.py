"""What the body map of Progress shows: everything of a time laid on the places that have an outline, and the scales it
is coloured by (content sheet 6.7 chart 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from desktop.domain.body import Place, Side
from desktop.domain.where import PlaceFelt, SideDifference, side_difference

if TYPE_CHECKING:
    from desktop.domain.guide import Guide

STEPS = 5
"""Colours of a scale."""
_UNITS = (1, 2, 3, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600)
_NOTHING = PlaceFelt()


@dataclass(frozen=True, slots=True)
class Scale:
    """`ends` are where each of the STEPS steps ends, the first beginning at 0."""

    ends: tuple[float, ...]

    def step(self, value: float) -> int:
        """The step, from 0, a value of 0 or more belongs to; beyond the last end it is the last."""
        return next((number for number, end in enumerate(self.ends) if value <= end), len(self.ends) - 1)


TENSION_SCALE = Scale((2, 4, 6, 8, 10))


def minutes_scale(most: float) -> Scale:
    """Even steps in round minutes, so that the last holds `most`."""
    wanted = most / STEPS
    unit = next((unit for unit in _UNITS if wanted <= unit), ceil(wanted / 600) * 600)
    return Scale(tuple(float(unit * number) for number in range(1, STEPS + 1)))


def laid_out(places: Mapping[Place, PlaceFelt], outlined: Collection[Place], guide: Guide) -> dict[Place, PlaceFelt]:
    """What there is of each outlined place. Work on both sides at once counts for either, work on a whole (the whole
    scalp) for each of its parts."""
    found: defaultdict[Place, PlaceFelt] = defaultdict(PlaceFelt)
    for place, felt in places.items():
        for part in guide.outlined(place):
            if part in outlined:
                found[part] += felt
    return dict(found)


def most_minutes(times: Iterable[Mapping[Place, PlaceFelt]], outlined: Collection[Place], guide: Guide) -> float:
    """The most minutes any outlined place has in any of several times; 0 where there is nothing."""
    return max((_most_seconds(places, outlined, guide) for places in times), default=0.0) / 60


@dataclass(frozen=True, slots=True)
class BothSides:
    """A paired region: what there is of its left and of its right side, and left less right."""

    region: str
    left: PlaceFelt
    right: PlaceFelt
    difference: SideDifference


def both_sides(laid: Mapping[Place, PlaceFelt]) -> list[BothSides]:
    """Every paired region with anything on either side, the most worked first."""
    regions = dict.fromkeys(place.region for place in laid if place.side is not Side.MIDDLE)
    return sorted((_both_sides(laid, region) for region in regions), key=_most_worked)


def _both_sides(laid: Mapping[Place, PlaceFelt], region: str) -> BothSides:
    left, right = (laid.get(Place(region, side), _NOTHING) for side in (Side.LEFT, Side.RIGHT))
    return BothSides(region, left, right, side_difference(laid, region))


def _most_seconds(places: Mapping[Place, PlaceFelt], outlined: Collection[Place], guide: Guide) -> float:
    seconds: defaultdict[Place, float] = defaultdict(float)
    for place, felt in places.items():
        for part in guide.outlined(place) if felt.seconds else ():
            seconds[part] += felt.seconds
    return max((seconds[place] for place in seconds if place in outlined), default=0.0)


def _most_worked(row: BothSides) -> tuple[float, str]:
    return -(row.left.seconds + row.right.seconds), row.region
