"""Where? Minutes and tension of each region and side, in steps of time (content sheet 6.7 chart 5), and the neck."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from desktop.domain.body import Place, Side
from desktop.domain.neck_check import NeckCheck
from desktop.domain.progress import Period, Unit
from desktop.domain.tally import Tally, together

_SIDED = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class PlaceFelt:
    """Seconds of work on a place, and its tension as it was rated before sessions."""

    seconds: float = 0.0
    tension: Tally = field(default_factory=Tally)

    def __add__(self, other: PlaceFelt) -> PlaceFelt:
        return PlaceFelt(self.seconds + other.seconds, self.tension + other.tension)


@dataclass(frozen=True, slots=True)
class BodySlice:
    """A week or a month: what there is of each place in it. Work on the MIDDLE was on both sides at once."""

    start: date
    places: Mapping[Place, PlaceFelt] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Where:
    """`slices` are in order, by week or by month (`unit`); those in which nothing happened are there too.

    `places` is each region and side over some of the slices; `neck` the checks of the period, the oldest first."""

    period: Period
    first_day: date | None
    unit: Unit
    slices: tuple[BodySlice, ...]
    neck: tuple[NeckCheck, ...]

    def places(self, first: int = 0, last: int | None = None) -> Mapping[Place, PlaceFelt]:
        """What there is of each place in the slices from index `first` to `last`, both included (all of them)."""
        chosen = self.slices[first:] if last is None else self.slices[first : last + 1]
        return summed(slice_.places for slice_ in chosen)


def summed(maps: Iterable[Mapping[Place, PlaceFelt]]) -> Mapping[Place, PlaceFelt]:
    """Several maps as one."""
    seconds: defaultdict[Place, float] = defaultdict(float)
    tension: defaultdict[Place, list[Tally]] = defaultdict(list)
    for places in maps:
        for place, felt in places.items():
            seconds[place] += felt.seconds
            tension[place].append(felt.tension)
    return {place: PlaceFelt(seconds[place], together(tension[place])) for place in seconds}


def side_seconds(places: Mapping[Place, PlaceFelt], region: str, side: Side) -> float:
    """Seconds of work on one side of a region, what was done on both at once included."""
    both = places.get(Place(region, Side.MIDDLE), PlaceFelt()).seconds
    return both if side is Side.MIDDLE else both + places.get(Place(region, side), PlaceFelt()).seconds


@dataclass(frozen=True, slots=True)
class SideDifference:
    """Left less right: seconds of work, and median tension in points (None where one side was not rated)."""

    seconds: float
    tension: float | None


def side_difference(places: Mapping[Place, PlaceFelt], region: str) -> SideDifference:
    left, right = (places.get(Place(region, side), PlaceFelt()) for side in _SIDED)
    rated = left.tension.counts and right.tension.counts
    return SideDifference(left.seconds - right.seconds, left.tension.median - right.tension.median if rated else None)
