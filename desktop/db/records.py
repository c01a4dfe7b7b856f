"""What people write down beside their sessions: kept whole, replaced whole, removed whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Table, delete, select
from sqlalchemy.dialects.sqlite import insert

from desktop.db import record_rows as rows
from desktop.db.store import Store
from desktop.db.tables import daily, day_notes, experiments, global_changes, neck_checks, reminders, side_effects
from desktop.domain.experiment import Experiment
from desktop.domain.neck_check import NeckCheck
from desktop.domain.progress import Period
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects
from desktop.domain.reminder import Reminder

Record = DailyCheckIn | DayNote | NeckCheck | SideEffects | GlobalChange | Experiment | Reminder
T = TypeVar("T", DailyCheckIn, DayNote, NeckCheck, SideEffects, GlobalChange, Experiment, Reminder)


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

        Undone by keeping that one again, or by removing the new one where there was none."""
        shelf = _SHELVES[type(record)]
        row = {"profile_id": self._store.profile, **shelf.to_row(record)}
        with self._store.transaction() as connection:
            earlier = self._find(connection, shelf, row[shelf.key])
            statement = insert(shelf.table).values(row)
            connection.execute(statement.on_conflict_do_update(index_elements=shelf.table.primary_key, set_=row))
        return earlier

    def remove(self, record: Record) -> None:
        """Removes a record; keeping it again brings it back. Nothing happens where it is gone already."""
        shelf = _SHELVES[type(record)]
        key = shelf.to_row(record)[shelf.key]
        with self._store.transaction() as connection:
            connection.execute(delete(shelf.table).where(self._mine(shelf), shelf.table.c[shelf.key] == key))

    def all(self, kind: type[T]) -> tuple[T, ...]:
        """All of a kind, the oldest first (reminders by the time of day)."""
        shelf = _SHELVES[kind]
        return self._read(shelf, select(shelf.table))

    def within(self, kind: type[T], period: Period) -> tuple[T, ...]:
        """Those of a period's local days, the oldest first. Reminders belong to no day: raises KeyError."""
        shelf = _SHELVES[kind]
        day = shelf.table.c["local_day"]
        return self._read(shelf, select(shelf.table).where(day.between(str(period.first), str(period.last))))

    def last(self, kind: type[T]) -> T | None:
        """The newest of a kind by its local day."""
        shelf = _SHELVES[kind]
        newest = select(shelf.table).where(self._mine(shelf)).order_by(shelf.table.c["local_day"].desc()).limit(1)
        with self._store.transaction() as connection:
            row = connection.execute(newest).first()
        return None if row is None else shelf.to_record(row)

    def _read(self, shelf: _Shelf[T], query: Any) -> tuple[T, ...]:
        ordered = query.where(self._mine(shelf)).order_by(shelf.table.c[shelf.order], *shelf.table.primary_key)
        with self._store.transaction() as connection:
            return tuple(map(shelf.to_record, connection.execute(ordered)))

    def _find(self, connection: Connection, shelf: _Shelf[Any], key: str) -> Record | None:
        query = select(shelf.table).where(self._mine(shelf), shelf.table.c[shelf.key] == key)
        row = connection.execute(query).first()
        found: Record | None = None if row is None else shelf.to_record(row)
        return found

    def _mine(self, shelf: _Shelf[Any]) -> Any:
        return shelf.table.c.profile_id == self._store.profile
