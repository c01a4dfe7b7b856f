"""What is said of routines, techniques and places: median change, interval, n; silent on little data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.domain.captions import amount_words, count, period_words
from desktop.domain.doing import counted
from desktop.domain.progress import ENOUGH
from desktop.domain.tally import MedianChange, Tally
from desktop.domain.working import Working, told

TOO_FEW = "too few to say"
REGRESSION = (
    "Before you read this: people reach for a massage when they are at their tensest, and what is at its worst goes "
    "back towards its usual by itself. So tension is often lower after a session whatever was done, and a routine you "
    "keep for bad days looks stronger than it is. What is listed here shows what happened, not why. "
    "Only your own experiment, in which lots are drawn, can tell more."
)
HOW_READ = (
    "Lower and higher are tension after a session less tension before, in points of the scale from 0 to 10. The dot is "
    "the median: half of the sessions changed more, half less. The line is its interval of at least 95 %, "
    f"found with the sign test. Below {ENOUGH} sessions nothing is said. A session counts for each technique in it. "
    "Sessions of one person resemble each other, so the interval is only a rough guide."
)


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A line of the list; `change` is None where there are too few to say."""

    name: str
    n: int
    change: MedianChange | None


def change_rows(tallies: Mapping[str, Tally]) -> list[ChangeRow]:
    """By n, the most first, then by name."""
    rows = [ChangeRow(name, tally.n, told(tally)) for name, tally in tallies.items() if tally.n]
    return sorted(rows, key=_most_first)


def median_words(row: ChangeRow) -> str:
    return TOO_FEW if row.change is None else amount_words(row.change.median)


def median_interval(row: ChangeRow) -> str:
    """From 2.0 lower to 1.0 lower; empty where there is none."""
    change = row.change
    if change is None or change.low is None or change.high is None:
        return ""
    if round(change.low, 1) == round(change.high, 1):
        return f"interval: {amount_words(change.low)} at either end"
    return f"interval from {amount_words(change.low)} to {amount_words(change.high)}"


def working_caption(rows: Sequence[ChangeRow], working: Working, noun: str) -> str:
    """How many there are, how many have too few to say, of which time, and what is missing."""
    when = period_words(counted(working.period, working.first_day))
    if not rows:
        return f"{when}: no session with a rating before and after."
    few = sum(row.change is None for row in rows)
    silent = f", {'all' if few == len(rows) else f'{few} of them'} with too few sessions to say" if few else ""
    unrated = f" {count(working.unrated, 'session')} without both ratings." if working.unrated else ""
    return f"{when}: {count(len(rows), noun)}{silent}.{unrated}"


def table_rows(rows: Sequence[ChangeRow]) -> list[tuple[str, str, str, str]]:
    """Rows of a table: name, sessions, median change, interval."""
    return [(row.name, str(row.n), median_words(row), median_interval(row).removeprefix("interval ")) for row in rows]


def _most_first(row: ChangeRow) -> tuple[int, str]:
    return -row.n, row.name
