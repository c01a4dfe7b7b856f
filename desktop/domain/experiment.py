"""A person's own experiment: two choices, drawn by lot in blocks of four days over four weeks (content sheet 6.7)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import permutations

DAYS = 28
BLOCK = 4


class Choice(StrEnum):
    """What a day was drawn for."""

    A = "a"
    B = "b"


ORDERS = tuple(sorted(set(permutations((Choice.A, Choice.A, Choice.B, Choice.B)))))
"""The six ways to order a block of two days each."""


@dataclass(frozen=True, slots=True)
class ExperimentDay:
    """What was drawn for a day, and whether it was kept to; None while that is not known."""

    day: date
    choice: Choice
    kept: bool | None = None


@dataclass(frozen=True, slots=True)
class Experiment:
    """`a` and `b` name what is compared: routine ids, or REST. `ended` is the day it was given up; else it runs out."""

    id: str
    a: str
    b: str
    days: tuple[ExperimentDay, ...]
    ended: date | None = None

    @property
    def first(self) -> date:
        return self.days[0].day

    @property
    def last(self) -> date:
        """The last day that counts."""
        return self.ended or self.days[-1].day

    def runs_on(self, day: date) -> bool:
        return self.first <= day <= self.last

    def on(self, day: date) -> ExperimentDay | None:
        return next((entry for entry in self.days if entry.day == day), None)

    def kept_on(self, day: date, kept: bool) -> Experiment:
        """The same with a day marked as kept to or not."""
        days = tuple(replace(entry, kept=kept) if entry.day == day else entry for entry in self.days)
        return replace(self, days=days)


REST = "rest_with_music"
"""Rest with music, as long as the routine: what a routine can be compared with."""


def drawn_days(first: date, lots: Sequence[int]) -> tuple[ExperimentDay, ...]:
    """Four weeks from `first`, a block for each of the seven lots: numbers 0 to 5, drawn by the caller.

    Raises ValueError for another number of lots."""
    if len(lots) != DAYS // BLOCK:
        raise ValueError(f"{DAYS} days need {DAYS // BLOCK} lots, not {len(lots)}")
    choices = [choice for lot in lots for choice in ORDERS[lot]]
    return tuple(ExperimentDay(first + timedelta(days=i), choice) for i, choice in enumerate(choices))
