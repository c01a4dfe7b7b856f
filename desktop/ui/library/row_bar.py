"""The row: routines picked to be done one after the other."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from desktop.domain.library import Entry
from desktop.ui import words
from desktop.ui.theme import SPACE_M, SPACE_S, Theme, set_kind
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph

MOST = 4


class RowBar(Panel):
    """Hidden while empty. `start_requested` carries the entries in order; `changed` after every change."""

    start_requested = Signal(object)
    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, margin=SPACE_M)
        self._entries: list[Entry] = []
        self._heading, self._names = Paragraph(), Paragraph()
        set_kind(self._heading, "strong")
        set_kind(self._names, "small")
        self.start = QPushButton("Start the row")
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._on_start)
        self.take_back = IconButton(theme, "minus", "Take the last one out")
        self.take_back.clicked.connect(self.remove_last)
        row = QHBoxLayout()
        row.setSpacing(SPACE_M)
        row.addWidget(self._heading, 1)
        row.addWidget(self.take_back)
        self.column.setSpacing(SPACE_S)
        self.column.addLayout(row)
        self.column.addWidget(self._names)
        self.column.addWidget(self.start, 0, Qt.AlignmentFlag.AlignRight)
        self.setAccessibleName("Routines in a row")
        self.hide()

    @property
    def entries(self) -> tuple[Entry, ...]:
        return tuple(self._entries)

    @property
    def full(self) -> bool:
        return len(self._entries) >= MOST

    def add(self, entry: Entry) -> None:
        """Puts an entry at the end; one that is there already, or one too many, changes nothing."""
        if entry not in self._entries and not self.full:
            self._entries.append(entry)
            self._show()

    def remove_last(self) -> None:
        self._entries.pop()
        self._show()

    def clear(self) -> None:
        self._entries.clear()
        self._show()

    def _show(self) -> None:
        seconds = sum(entry.routine.total_seconds for entry in self._entries)
        names = "  \N{RIGHTWARDS ARROW}  ".join(entry.routine.short_title for entry in self._entries)
        self._heading.setText(f"In a row: {words.minutes(seconds)}")
        self._names.setText(names)
        self.setVisible(bool(self._entries))
        self.changed.emit()

    def _on_start(self) -> None:
        self.start_requested.emit(self.entries)
