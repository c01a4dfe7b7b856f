"""Firm work wants a day of rest: at most every second day on the same places (content sheet 2.3)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.domain.guide import Guide
from desktop.domain.routine import Routine
from desktop.domain.rules import FIRM

_REST_DAYS = 2


Done = Sequence[tuple[str, date]]
"""Ids of routines with the day each was done on; several done in a row stand joined by `+`."""


def rested(guide: Guide, routine: Routine, done: Done, today: date) -> str:
    """What may be done instead: the first replacement that need not wait."""
    name = routine.replacement
    while name in guide.routines and too_soon(guide, guide.routines[name], done, today):
        name = guide.routines[name].replacement
    return name


def too_soon(guide: Guide, routine: Routine, done: Done, today: date) -> str:
    """Why a routine should wait until tomorrow, in plain words; empty where it need not."""
    if not routine.every_second_day:
        return ""
    places = _firm_places(routine)
    for ids, day in done:
        for before in (guide.routines[id_] for id_ in ids.split("+") if id_ in guide.routines):
            if before.every_second_day and (today - day).days < _REST_DAYS and places & _firm_places(before):
                when = "today" if day == today else "yesterday"
                return f"You did “{before.title}” {when}. Firm work on the same places needs a day in between."
    return ""


def _firm_places(routine: Routine) -> frozenset[str]:
    return frozenset(slug for step in routine.steps if step.pressure >= FIRM for slug in step.regions)
