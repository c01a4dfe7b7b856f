"""The diary, read a page of days at a time: ten years are never read at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, select, union

from desktop.db.records import Records, find_last
from desktop.db.sessions import Sessions
from desktop.db.store import Store
from desktop.db.tables import daily, day_notes, global_changes, neck_checks, sessions, side_effects
from desktop.domain.diary import DiaryPage, Due, Entry, Kind, neck_check_due, newest_first, types_of
from desktop.domain.neck_check import NeckCheck
from desktop.domain.progress import Period
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects, global_change_due
from desktop.domain.session import SELF, SessionRecord

PAGE = 20
"""Days that hold something."""
_TABLES: dict[type, Table] = {
    DailyCheckIn: daily,
    DayNote: day_notes,
    GlobalChange: global_changes,
    NeckCheck: neck_checks,
    SideEffects: side_effects,
}


class Diary:
    """Sessions that ended and all other records of a profile, by day."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, kinds: Collection[Kind], before: date | None = None, down_to: date | None = None) -> DiaryPage:
        """The newest PAGE days that hold something of these kinds, before a day where one is given; with `down_to` at
        least as far back as that day."""
        wanted = types_of(kinds)
        with self._store.reading() as connection:
            days = self._days(connection, wanted, before, PAGE + 1)
            if not days:
                return DiaryPage()
            first = days[:PAGE][-1]
            more = len(days) > PAGE
            if down_to is not None and down_to < first:
                first, more = down_to, bool(self._days(connection, wanted, down_to, 1))
            return DiaryPage(self._entries(wanted, Period(first, days[0])), first if more else None)

    def due(self, today: date) -> Due:
        """What may be asked on a day."""
        with self._store.reading() as connection:
            me = self._store.profile
            asked, change = find_last(connection, me, SideEffects), find_last(connection, me, GlobalChange)
            neck, first = find_last(connection, me, NeckCheck), self._first_session(connection)
        last = self._last_received(today)
        answered = last is None or (asked is not None and asked.at >= last.started_at)
        return Due(
            None if answered else last,
            global_change_due(today, first, change.day if change else None),
            neck_check_due(today, neck.day if neck else None, first),
        )

    def _entries(self, wanted: Collection[type], period: Period) -> tuple[Entry, ...]:
        records = Records(self._store)
        found: list[Entry] = []
        for kind in _TABLES.keys() & set(wanted):
            found += records.within(kind, period)
        if SessionRecord in wanted:
            there = Sessions(self._store).within(period.first, period.last)
            found += [session for session in there if session.status.ended]
        return newest_first(found)

    def _days(self, connection: Connection, wanted: Collection[type], before: date | None, most: int) -> list[date]:
        """The newest days that hold something, the newest first. Each table is gone through by its index."""
        me = self._store.profile
        parts = [
            _newest(table, table.c.profile_id == me, before, most) for kind, table in _TABLES.items() if kind in wanted
        ]
        if SessionRecord in wanted:
            parts += [_newest(sessions, column == me, before, most) for column in _WHOSE]
        days = union(*(select(part.subquery().c.local_day) for part in parts)).subquery()
        query = select(days.c.local_day).order_by(days.c.local_day.desc()).limit(most)
        return [date.fromisoformat(day) for day in connection.execute(query).scalars()]

    def _first_session(self, connection: Connection) -> date | None:
        columns = sessions.c
        mine = select(columns.local_day).where(columns.receiver_id == self._store.profile, columns.done_seconds > 0)
        found = connection.execute(mine.order_by(columns.local_day).limit(1)).scalar()
        return date.fromisoformat(found) if found else None

    def _last_received(self, today: date) -> SessionRecord | None:
        """The newest session of the last two weeks that this profile received."""
        lately = Sessions(self._store).within(Period.back_from(today, 14).first)
        mine = [s for s in lately if s.receiver == SELF and s.done_seconds and s.status.ended]
        return mine[-1] if mine else None


_WHOSE = (sessions.c.profile_id, sessions.c.receiver_id)


def _newest(table: Table, mine: ColumnElement[bool], before: date | None, most: int) -> Select[Any]:
    query = select(table.c.local_day).where(mine).distinct()
    if before is not None:
        query = query.where(table.c.local_day < before.isoformat())
    return query.order_by(table.c.local_day.desc()).limit(most)
