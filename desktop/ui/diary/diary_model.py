"""The diary as rows of a list: a heading for every day, then what is of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.domain.diary import Entry, at_of, day_of, key_of
from desktop.domain.diary_words import heading_of, line_of, title_of
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects
from desktop.domain.session import SessionRecord, State

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole
"""The entry of a row, None for the heading of a day."""
_SESSION_ICONS = {State.FINISHED: "play", State.STOPPED: "stop", State.SKIPPED: "next"}


class DiaryModel(QAbstractListModel):
    """Pages are put below each other as they are read."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Entry | str] = []

    @property
    def entries(self) -> list[Entry]:
        return [row for row in self._rows if not isinstance(row, str)]

    def show(self, entries: Sequence[Entry]) -> None:
        """These in place of what was there."""
        self.beginResetModel()
        self._rows = _rows(entries)
        self.endResetModel()

    def add(self, entries: Sequence[Entry]) -> None:
        """These, all of earlier days, below."""
        rows = _rows(entries)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row_of(self, key: str) -> int | None:
        """The row of the entry with this key, None where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if not isinstance(row, str) and key_of(row) == key), None)

    def entry_row(self, near: int) -> int | None:
        """The first row from there on that is an entry, else the last one before; None where there is none."""
        rows = [n for n, row in enumerate(self._rows) if not isinstance(row, str)]
        return next((n for n in rows if n >= near), rows[-1] if rows else None)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ENTRY:
            return None if isinstance(row, str) else row
        if role == Qt.ItemDataRole.DisplayRole:
            return row if isinstance(row, str) else title_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row if isinstance(row, str) else f"{title_of(row)}, {line_of(row)}, {heading_of(row)}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keyboard goes past the headings."""
        is_heading = isinstance(self._rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if is_heading else super().flags(index)


def icon_of(entry: Entry) -> str:
    """The name of the picture in front of an entry."""
    match entry:
        case SessionRecord():
            return _SESSION_ICONS.get(entry.status, "play")
        case DailyCheckIn():
            return "check"
        case DayNote():
            return "leaf" if entry.life_event else "list"
        case SideEffects():
            return "warning"
        case GlobalChange():
            return "progress"
        case _:
            return "mirror"


def time_words(entry: Entry) -> str:
    """The time of day where an entry has one."""
    at = at_of(entry)
    return f"{at:%H:%M}" if at else ""


def _rows(entries: Sequence[Entry]) -> list[Entry | str]:
    rows: list[Entry | str] = []
    last = None
    for entry in entries:
        if day_of(entry) != last:
            last = day_of(entry)
            rows.append(heading_of(entry))
        rows.append(entry)
    return rows
