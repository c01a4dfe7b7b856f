"""What a person hands to a physiotherapist or a doctor: one period, told as the charts tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.body import Place, Side
from desktop.domain.captions import ROUGH_GUIDE, amount_words, count, first_upper, interval_words
from desktop.domain.diary_words import EFFECT_NAMES
from desktop.domain.doing import Doing
from desktop.domain.feeling import Feeling
from desktop.domain.records import Effect, SideEffects
from desktop.domain.where import Where

STANDING_LINE = (
    "A private record of relaxation massage at home, kept by the person it is about. It is not a medical finding."
)
_MANY_HOURS = 100


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """The mean tension of a place in the `n` sessions in which it was rated before and after."""

    n: int
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class RoutineDone:
    """How often a routine was done, and for how many seconds of the guide."""

    title: str
    times: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Note:
    """What was written down on a day; a life event is something like a move or an illness."""

    day: date
    text: str
    life_event: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """`seconds` and `changes` are of each place, `techniques` seconds by slug, `routines` the most used first.

    `notes` are the newest of all there are (`notes_there`), the newest first."""

    name: str
    made_on: date
    doing: Doing
    feeling: Feeling
    where: Where
    changes: Mapping[Place, PlaceChange]
    techniques: Mapping[str, float]
    routines: tuple[RoutineDone, ...]
    side_effects: tuple[SideEffects, ...]
    notes: tuple[Note, ...]
    notes_there: int


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One side of a region: seconds of work on it, what was done on both sides at once included, and its change."""

    side: Side
    seconds: float
    change: PlaceChange | None


def place_lines(report: Report) -> list[tuple[str, tuple[PlaceLine, ...]]]:
    """Regions with a line for each side there is anything of, those worked on longest first. A region that was only
    worked on both sides at once, or has none, has one line, of the MIDDLE."""
    places = report.where.places()
    regions = {place.region for place, felt in places.items() if felt.seconds} | {p.region for p in report.changes}

    def seconds(region: str, side: Side) -> float:
        return places[Place(region, side)].seconds if Place(region, side) in places else 0.0

    def lines(region: str) -> tuple[PlaceLine, ...]:
        both = seconds(region, Side.MIDDLE)
        sided = [side for side in (Side.LEFT, Side.RIGHT) if _is_there(report, places, Place(region, side))]
        there = sided or [Side.MIDDLE]
        return tuple(
            PlaceLine(
                side,
                both + (seconds(region, side) if side is not Side.MIDDLE else 0.0),
                report.changes.get(Place(region, side)),
            )
            for side in there
        )

    found = [(region, lines(region)) for region in sorted(regions)]
    return sorted(found, key=lambda entry: -max(line.seconds for line in entry[1]))


def _is_there(report: Report, places: Mapping[Place, object], place: Place) -> bool:
    return place in places or place in report.changes


def change_sentence(feeling: Feeling) -> str:
    """The mean change after sessions with its interval, or that there are too few to say; n, and what is missing."""
    n, change = feeling.differences.n, feeling.change
    if change is None:
        told = "No session was rated before and after."
    elif change.low is None:
        told = f"{count(n, 'session')} rated before and after: too few to say more than the dots show."
    else:
        told = (
            f"After sessions tension was on average {amount_words(change.mean)} ({interval_words(change)}, "
            f"{count(n, 'session')}). This shows what happened, not why. {ROUGH_GUIDE}"
        )
    without = f" {count(feeling.unpaired, 'session')} without both ratings." if feeling.unpaired else ""
    return f"{told}{without}"


def duration_words(seconds: float) -> str:
    """Hours and minutes: 14 h 20 min; of very many only the hours."""
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours >= _MANY_HOURS:
        return f"{hours:,} h"
    if not hours:
        return f"{minutes} min" if minutes or not seconds else "under 1 min"
    return f"{hours} h {minutes} min"


def effects_words(answers: tuple[SideEffects, ...]) -> str:
    """How often something was unpleasant after sessions, and what, the most frequent first."""
    if not answers:
        return "Not asked in this period."
    counts = {effect: sum(effect in answer.effects for answer in answers) for effect in Effect}
    named = sorted((e for e in Effect if counts[e]), key=lambda effect: -counts[effect])
    none = sum(not answer.effects for answer in answers)
    asked = f"Asked {len(answers)} times." if len(answers) != 1 else "Asked once."
    told = "; ".join(f"{EFFECT_NAMES[effect].lower()} {counts[effect]} ×" for effect in named)
    return " ".join(filter(None, (asked, f"Nothing unpleasant: {none}.", f"{first_upper(told)}." if told else "")))
