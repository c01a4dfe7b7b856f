"""The library: what is known of each routine at a glance, the search over it, and several routines done in a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.domain.body import Place, Side
from desktop.domain.guide import Guide
from desktop.domain.routine import Mood, Routine, Step

TOOLS = frozenset({"brush", "stone", "ball", "roller"})
"""Hand parts that are no hands."""
_ENOUGH = 0.2
"""Share of a routine's time that makes a place one of its areas."""
_MOST_PLACES = 2


class Area(StrEnum):
    """A part of the body as people name it."""

    HEAD = "head"
    NECK = "neck"
    SHOULDERS = "shoulders"
    BACK = "back"


class Company(StrEnum):
    """Who is there."""

    ALONE = "alone"
    PARTNER = "partner"


_LAST_ID = ((11, Area.HEAD), (18, Area.NECK), (22, Area.SHOULDERS), (32, Area.BACK))
"""Regions in the content sheet's order (R01 ...) run from the head downwards."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A routine on the shelf. `firmest` is its highest planned pressure; `sought` all words it is found by."""

    routine: Routine
    areas: frozenset[Area]
    company: frozenset[Company]
    tools: frozenset[str]
    firmest: int
    sought: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; None is anything. `minutes` and `firmest` are the most they want."""

    text: str = ""
    area: Area | None = None
    company: Company | None = None
    minutes: int | None = None
    with_tools: bool | None = None
    firmest: int | None = None
    mood: Mood | None = None


def shelf(guide: Guide) -> tuple[Entry, ...]:
    """All routines of the guide, in its order."""
    return tuple(_entry(guide, routine) for routine in guide.routines.values())


def found(entries: Iterable[Entry], wanted: Wanted) -> tuple[Entry, ...]:
    """The entries that fit all that is wanted; every word of the text is found somewhere in an entry."""
    return tuple(entry for entry in entries if _fits(entry, wanted))


def main_places(guide: Guide, routine: Routine) -> tuple[Place, ...]:
    """The regions a routine spends most time on, both sides of each: what is rated before and after."""
    regions = sorted(_seconds(guide, routine).items(), key=_longest_first)[:_MOST_PLACES]
    return tuple(Place(region, side) for region, _ in regions for side in (Side.LEFT, Side.RIGHT))


def chained(routines: Sequence[Routine]) -> Routine:
    """Routines done one after the other, as one; a single one is itself. Raises ValueError for none."""
    if not routines:
        raise ValueError("nothing to do in a row")
    if len(routines) == 1:
        return routines[0]
    steps: list[Step] = []
    core: set[int] = set()
    optional: set[int] = set()
    for routine in routines:
        before = len(steps)
        steps += [replace(step, number=before + step.number) for step in routine.steps]
        core |= {before + number for number in routine.core}
        optional |= {before + number for number in routine.optional}
    return replace(
        routines[0],
        id="+".join(routine.id for routine in routines),
        slug="-".join(routine.slug for routine in routines),
        title=", then ".join(routine.short_title for routine in routines),
        mode="partner" if any(routine.mode == "partner" for routine in routines) else "self",
        steps=tuple(steps),
        core=frozenset(core),
        optional=frozenset(optional),
        every_second_day=any(routine.every_second_day for routine in routines),
    )


def _entry(guide: Guide, routine: Routine) -> Entry:
    regions = [guide.regions[slug] for slug in routine.regions]
    words = [routine.title, routine.purpose, routine.kit, routine.id]
    words += [word for region in regions for word in (region.name, region.anatomical_name, *region.complaints)]
    words += [guide.techniques[step.technique].name for step in routine.steps]
    return Entry(
        routine=routine,
        areas=_areas(guide, routine),
        company=_COMPANY[routine.mode],
        tools=frozenset(step.hand for step in routine.steps) & TOOLS,
        firmest=max(step.pressure for step in routine.steps),
        sought=" ".join(words).casefold(),
    )


_COMPANY = {
    "self": frozenset({Company.ALONE}),
    "partner": frozenset({Company.PARTNER}),
    "self_or_partner": frozenset(Company),
}


def _areas(guide: Guide, routine: Routine) -> frozenset[Area]:
    spent = dict.fromkeys(Area, 0.0)
    seconds = _seconds(guide, routine)
    for region, share in seconds.items():
        spent[_area(guide.regions[region].id)] += share
    whole = sum(seconds.values())
    return frozenset(area for area, share in spent.items() if whole and share >= _ENOUGH * whole)


def _area(region_id: str) -> Area:
    number = int(region_id.removeprefix("R"))
    return next((area for last, area in _LAST_ID if number <= last), Area.BACK)


def _seconds(guide: Guide, routine: Routine) -> dict[str, float]:
    """Seconds spent on each region that may be worked on; a step's are shared out evenly among them."""
    spent: dict[str, float] = {}
    for step in routine.steps:
        parts = {part for region in step.regions for part in guide.regions[region].members or (region,)}
        worked = [part for part in parts if not guide.regions[part].no_press]
        for part in worked:
            spent[part] = spent.get(part, 0.0) + step.seconds / len(worked)
    return spent


def _longest_first(item: tuple[str, float]) -> tuple[float, str]:
    return -item[1], item[0]


def _fits(entry: Entry, wanted: Wanted) -> bool:
    routine = entry.routine
    return (
        all(word in entry.sought for word in wanted.text.casefold().split())
        and (wanted.area is None or wanted.area in entry.areas)
        and (wanted.company is None or wanted.company in entry.company)
        and (wanted.minutes is None or routine.total_seconds <= 60 * wanted.minutes)
        and (wanted.with_tools is None or wanted.with_tools == bool(entry.tools))
        and (wanted.firmest is None or entry.firmest <= wanted.firmest)
        and (wanted.mood is None or wanted.mood is routine.mood)
    )
