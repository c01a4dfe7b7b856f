"""The diary: sessions and everything written down beside them, by the day, the newest first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final

from desktop.domain.neck_check import NeckCheck
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects
from desktop.domain.session import SessionRecord

Entry = SessionRecord | DailyCheckIn | DayNote | NeckCheck | SideEffects | GlobalChange


class Kind(StrEnum):
    """What the diary can be narrowed down to."""

    SESSIONS = "sessions"
    CHECK_INS = "check_ins"
    NECK = "neck"
    NOTES = "notes"
    EFFECTS = "effects"


KINDS: Final[Mapping[type, Kind]] = {
    SessionRecord: Kind.SESSIONS,
    DailyCheckIn: Kind.CHECK_INS,
    GlobalChange: Kind.CHECK_INS,
    NeckCheck: Kind.NECK,
    DayNote: Kind.NOTES,
    SideEffects: Kind.EFFECTS,
}
NECK_DAYS = 7
"""A neck check once a week is enough (content sheet 6.1)."""


@dataclass(frozen=True, slots=True)
class DiaryPage:
    """Whole days of the diary, the newest first. `earlier` is the day before which to ask for the next page, None
    where there is nothing earlier."""

    entries: tuple[Entry, ...] = ()
    earlier: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """What the diary may ask by the way: about something unpleasant since the last session that was received, how it
    is compared with the start, and for this week's neck check."""

    effects_of: SessionRecord | None = None
    change: bool = False
    neck: bool = False


def day_of(entry: Entry) -> date:
    """The local day as it was lived."""
    return entry.started_at.date() if isinstance(entry, SessionRecord) else entry.day


def at_of(entry: Entry) -> datetime | None:
    """When it began or was entered; None for what belongs to a day as a whole."""
    if isinstance(entry, SessionRecord):
        return entry.started_at
    return None if isinstance(entry, DayNote | DailyCheckIn) else entry.at


def key_of(entry: Entry) -> str:
    """What tells an entry from all others."""
    own = entry.day.isoformat() if isinstance(entry, DailyCheckIn) else entry.id
    return f"{type(entry).__name__} {own}"


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """By day; within a day what belongs to it as a whole comes first, then the latest."""
    return tuple(sorted(entries, key=_rank, reverse=True))


def types_of(kinds: Collection[Kind]) -> tuple[type, ...]:
    """The kinds of records meant."""
    return tuple(record for record, kind in KINDS.items() if kind in kinds)


def neck_check_due(today: date, last: date | None, first_session: date | None) -> bool:
    """Whether a week has passed since the last one; before the first one, since the first session."""
    since = last or first_session
    return since is not None and (today - since).days >= NECK_DAYS


def _rank(entry: Entry) -> tuple[date, datetime, str]:
    late = datetime.max.replace(tzinfo=UTC) - timedelta(days=2)
    return day_of(entry), at_of(entry) or late, type(entry).__name__
