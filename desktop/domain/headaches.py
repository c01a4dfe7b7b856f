"""Days with headache and with painkillers, a month each (content sheet 5.3 card 14, 6.1, 6.7 chart 7)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MANY_DAYS = 15
MANY_STRONG = 10
"""Days a month with triptans, opioids or combined painkillers; the app asks only whether one was taken."""


@dataclass(frozen=True, slots=True)
class HeadacheMonth:
    """Days of a calendar month, `month` its first day. `answered` are those on which the question was answered;
    `both` have a headache and a painkiller."""

    month: date
    answered: int
    headache: int
    painkiller: int
    both: int


class HeadacheCard(StrEnum):
    """Why card 14 is shown: a reason to make an appointment. STRONG holds only for strong or combined painkillers."""

    HEADACHES = "headaches"
    PAINKILLERS = "painkillers"
    STRONG = "strong"


def headache_card(months: Iterable[HeadacheMonth]) -> HeadacheCard | None:
    """The weightiest reason any of the months gives; None where none does."""
    known = list(months)
    if any(month.headache >= MANY_DAYS for month in known):
        return HeadacheCard.HEADACHES
    if any(month.painkiller >= MANY_DAYS for month in known):
        return HeadacheCard.PAINKILLERS
    return HeadacheCard.STRONG if any(month.painkiller >= MANY_STRONG for month in known) else None
