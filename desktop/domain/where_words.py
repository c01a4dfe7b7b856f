"""What is said of the body map and of left and right: minutes, medians, n, period and what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from desktop.domain.body import Place
from desktop.domain.captions import count, day_words, month_words, period_words
from desktop.domain.doing import counted
from desktop.domain.progress import Unit
from desktop.domain.where import PlaceFelt, Where
from desktop.domain.where_map import BothSides

HOW_COUNTED = (
    "A step on several places counts for each of them, and one on both sides at once for either side; so the minutes "
    "of all places together are more than those of the sessions. Tension is what you rated before sessions: people "
    "rate the places that trouble them, so it does not speak of the others."
)
NOTHING_HERE = "No work and no rating"
_NAMES = {Unit.WEEK: "week", Unit.MONTH: "month"}
_ALIKE_MINUTES, _ALIKE_SHARE, _ALIKE_TENSION = 0.5, 0.05, 0.5
"""Below these (the share is of the side with more) the sides are called alike."""


def slice_words(unit: Unit, start: date) -> str:
    """Week of 16 Nov 2026, or Nov 2026."""
    if unit is Unit.WEEK:
        return f"Week of {day_words(start)} {start.year}"
    return month_words(start, with_year=True)


def short_minutes(seconds: float) -> str:
    """Minutes, with one decimal below ten: 3.5, 12; 0 only where there was nothing."""
    minutes = seconds / 60
    if minutes >= 9.95:
        return f"{round(minutes):,}"
    return f"{max(minutes, 0.1) if seconds else 0:.1f}".removesuffix(".0")


def felt_words(felt: PlaceFelt | None) -> tuple[str, str]:
    """Minutes of a place, and its median tension with n."""
    if felt is None:
        return NOTHING_HERE, ""
    worked = f"{short_minutes(felt.seconds)} min" if felt.seconds else "No work"
    return worked, tension_words(felt)


def tension_words(felt: PlaceFelt) -> str:
    if not felt.tension.counts:
        return "Tension not rated"
    return f"Median tension {felt.tension.median:g} ({count(felt.tension.n, 'rating')})"


def body_caption(where: Where, places: Mapping[Place, PlaceFelt], index: int | None) -> str:
    """How many places and ratings, of which time, and what is missing. `index` is the slice, None for all of them;
    both sides of a region are one place."""
    worked = {place.region for place, felt in places.items() if felt.seconds > 0}
    rated = {place.region for place, felt in places.items() if felt.tension.counts}
    ratings = sum(felt.tension.n for felt in places.values())
    unrated = len(worked - rated)
    without = f"; {count(unrated, 'place')} worked on and never rated" if unrated and rated else ""
    said = f"Work on {count(len(worked), 'place')}, {count(ratings, 'rating')} before sessions{without}"
    return f"{_time(where, index)}: {said}.{_empty_slices(where) if index is None else ''}"


def place_rows(rows: Sequence[tuple[str, str, PlaceFelt]]) -> list[tuple[str, str, str, str, str]]:
    """Rows of a table of name, side and what there is: place, side, minutes, median tension, ratings."""
    return [(name, side, _plain(felt.seconds), _median(felt), str(felt.tension.n)) for name, side, felt in rows]


def unequal(row: BothSides, measure: str) -> bool:
    """Whether the sides differ enough to speak of, in minutes or in tension."""
    if measure == "minutes":
        apart, most = abs(row.difference.seconds), max(row.left.seconds, row.right.seconds)
        return apart >= max(60 * _ALIKE_MINUTES, most * _ALIKE_SHARE)
    return row.difference.tension is not None and abs(row.difference.tension) >= _ALIKE_TENSION


def side_words(row: BothSides) -> str:
    """Left beside right: left 4 min more; left 1 point tenser."""
    minutes, points = row.difference.seconds / 60, row.difference.tension
    more = f"{_side(minutes)} {short_minutes(60 * abs(minutes))} min more"
    worked = more if unequal(row, "minutes") else "worked on alike"
    if points is None:
        return worked
    if not unequal(row, "tension"):
        return f"{worked}; equally tense"
    return f"{worked}; {_side(points)} {abs(points):g} {'point' if abs(points) == 1 else 'points'} tenser"


def sides_caption(where: Where, rows: Sequence[BothSides], names: Mapping[str, str], index: int | None) -> str:
    """Where the sides differ most, of which time."""
    if not rows:
        return f"{_time(where, index)}: nothing on places that have two sides."
    ratings = sum(row.left.tension.n + row.right.tension.n for row in rows)
    said = f"{_time(where, index)}: {count(len(rows), 'place')} with two sides, {count(ratings, 'rating')}."
    apart = [row for row in rows if unequal(row, "minutes")]
    if not apart:
        return f"{said} Both sides were worked on alike."
    widest = max(apart, key=_minutes_apart)
    return f"{said} Most unequal: {names[widest.region]}, {side_words(widest)}."


def side_rows(rows: Sequence[BothSides], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Rows of a table: place, minutes left and right, median tension left and right, what that means."""
    return [
        (
            names[row.region],
            *(_plain(felt.seconds) for felt in (row.left, row.right)),
            *(_median(felt) for felt in (row.left, row.right)),
            side_words(row),
        )
        for row in rows
    ]


def _plain(seconds: float) -> str:
    """Minutes as tables want them, for programs that read them too."""
    return short_minutes(seconds).replace(",", "")


def _side(difference: float) -> str:
    return "left" if difference > 0 else "right"


def _minutes_apart(row: BothSides) -> float:
    return abs(row.difference.seconds) / 60


def _median(felt: PlaceFelt) -> str:
    return f"{felt.tension.median:g}" if felt.tension.counts else "–"


def _time(where: Where, index: int | None) -> str:
    if index is None:
        return period_words(counted(where.period, where.first_day))
    return slice_words(where.unit, where.slices[index].start)


def _empty_slices(where: Where) -> str:
    empty = sum(not slice_.places for slice_ in where.slices)
    return f" Nothing in {empty} of {count(len(where.slices), _NAMES[where.unit])}." if empty else ""
