"""What people write down beside their sessions: kept whole, replaced whole, removed whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.db import record_rows as rows
from desktop.db.queries import on_days
from desktop.db.store import Store
from desktop.db.tables import daily, day_notes, experiments, global_changes, neck_checks, reminders, side_effects
from desktop.domain.experiment import Experiment
from desktop.domain.neck_check import NeckCheck
from desktop.domain.progress import Period
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects
from desktop.domain.reminder import Reminder

Record = DailyCheckIn | DayNote | NeckCheck | SideEffects | GlobalChange | Experiment | Reminder
T = TypeVar("T", bound=Record)


@dataclass(frozen=True, slots=True)
class _Shelf(Generic[T]):
    """A table of one kind of record; `key` names the column that tells records of a profile apart, `order` that by
    which they are sorted."""

    table: Table
    to_row: Callable[[T], dict[str, Any]]
    to_record: Callable[[Any], T]
    key: str = "id"
    order: str = "local_day"


_SHELVES: Mapping[type, _Shelf[Any]] = {
    DailyCheckIn: _Shelf(daily, rows.daily_row, rows.to_daily, key="local_day"),
    DayNote: _Shelf(day_notes, rows.day_note_row, rows.to_day_note),
    NeckCheck: _Shelf(neck_checks, rows.neck_check_row, rows.to_neck_check),
    SideEffects: _Shelf(side_effects, rows.side_effects_row, rows.to_side_effects),
    GlobalChange: _Shelf(global_changes, rows.global_change_row, rows.to_global_change),
    Experiment: _Shelf(experiments, rows.experiment_row, rows.to_experiment),
    Reminder: _Shelf(reminders, rows.reminder_row, rows.to_reminder, order="time"),
}


class Records:
    """All kinds through the same few methods: `within(NeckCheck, period)`, `keep(check)`, `remove(check)`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep(self, record: Record) -> Record | None:
        """Adds a record, or replaces the one with its id (a check-in: with its day); gives the one it replaced.

        Undone by keeping that one again, or by removing the new one where there was none. Raises LookupError where the
        id is that of another profile's record."""
        shelf = _SHELVES[type(record)]
        row = {"profile_id": self._store.profile, **shelf.to_row(record)}
        mine = shelf.table.c.profile_id == self._store.profile
        statement = insert(shelf.table).values(row)
        statement = statement.on_conflict_do_update(index_elements=shelf.table.primary_key, set_=row, where=mine)
        with self._store.transaction() as connection:
            earlier = _find(connection, self._store.profile, shelf, row[shelf.key])
            if not connection.execute(statement).rowcount:
                raise LookupError(f"{row[shelf.key]} is a record of another profile")
        return earlier

    def remove(self, record: Record) -> None:
        """Removes a record; keeping it again brings it back. Nothing happens where it is gone already."""
        shelf = _SHELVES[type(record)]
        columns, key = shelf.table.c, shelf.to_row(record)[shelf.key]
        with self._store.transaction() as connection:
            mine = columns.profile_id == self._store.profile
            connection.execute(delete(shelf.table).where(mine, columns[shelf.key] == key))

    def all(self, kind: type[T]) -> tuple[T, ...]:
        """All of a kind, the oldest first (reminders by the time of day)."""
        with self._store.reading() as connection:
            return _read(connection, self._store.profile, kind)

    def within(self, kind: type[T], period: Period) -> tuple[T, ...]:
        """Those of a period's local days, the oldest first. Reminders belong to no day: raises KeyError."""
        with self._store.reading() as connection:
            return find_within(connection, self._store.profile, kind, period)

    def last(self, kind: type[T]) -> T | None:
        """The newest of a kind by its local day. Reminders belong to no day: raises KeyError."""
        with self._store.reading() as connection:
            return find_last(connection, self._store.profile, kind)


def find_within(connection: Connection, profile: int, kind: type[T], period: Period) -> tuple[T, ...]:
    """`Records.within` as part of another transaction."""
    return _read(connection, profile, kind, on_days(_SHELVES[kind].table.c["local_day"], period))


def find_last(connection: Connection, profile: int, kind: type[T]) -> T | None:
    """`Records.last` as part of another transaction."""
    shelf: _Shelf[T] = _SHELVES[kind]
    columns = shelf.table.c
    newest = select(shelf.table).where(columns.profile_id == profile).order_by(columns["local_day"].desc()).limit(1)
    row = connection.execute(newest).first()
    return None if row is None else shelf.to_record(row)


def _read(connection: Connection, profile: int, kind: type[T], *chosen: ColumnElement[bool]) -> tuple[T, ...]:
    shelf: _Shelf[T] = _SHELVES[kind]
    columns = shelf.table.c
    query = select(shelf.table).where(columns.profile_id == profile, *chosen)
    ordered = query.order_by(columns[shelf.order], *shelf.table.primary_key)
    return tuple(map(shelf.to_record, connection.execute(ordered)))


def _find(connection: Connection, profile: int, shelf: _Shelf[Any], key: str) -> Record | None:
    columns = shelf.table.c
    query = select(shelf.table).where(columns.profile_id == profile, columns[shelf.key] == key)
    row = connection.execute(query).first()
    found: Record | None = None if row is None else shelf.to_record(row)
    return found
