"""The library as one place: what to look for, what was found, and the one that is looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.library import Entry, Wanted, found, main_places, shelf
from desktop.ui.library.filter_panel import FilterPanel
from desktop.ui.library.routine_page import RoutinePage
from desktop.ui.library.routine_shelf import RoutineShelf
from desktop.ui.library.row_bar import RowBar
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_XL, Theme, set_kind

_FILTER_WIDTH, _PAGE_WIDTH = 280, 372
_FILTER_SHARE, _PAGE_SHARE = 0.26, 0.35
"""At most so much of the place, in a small window or with large text."""
_TO_SHELF = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LibraryPlace(QWidget):
    """`start_requested`: routine ids in the order they are to be done, places, ratings (tuples)."""

    start_requested = Signal(object, object, object)

    def __init__(self, atlas: Atlas, guide: Guide, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide, self._theme = guide, theme
        self._entries = shelf(guide)
        self.filter = FilterPanel(theme)
        self.shelf = RoutineShelf(atlas, guide, theme, self._entries)
        self.page = RoutinePage(atlas, guide, theme)
        self.row = RowBar(theme)
        self._left = QWidget()
        self._count = QLabel()
        set_kind(self._count, "small", soft=True)
        self._arrange()
        self.filter.changed.connect(self._on_wanted)
        self.shelf.picked.connect(self.page.show_entry)
        self.page.added.connect(self.row.add)
        self.page.start_requested.connect(self.start_requested)
        self.row.start_requested.connect(self._on_row)
        self.row.changed.connect(self._on_row_changed)
        theme.changed.connect(self._fit_widths)
        self.shelf.entered.connect(self._on_entered)
        self._on_wanted(Wanted())

    def open_routine(self, routine: str) -> None:
        """Shows a routine, whatever was looked for. Raises KeyError for an id there is none of."""
        if self.filter.wanted != Wanted():
            self.filter.clear()
        self.shelf.pick(routine)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who came by a key may type at once; for a pointer there is nothing to be seen."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.ShortcutFocusReason:
            self.filter.search.setFocus(event.reason())
        else:
            self.shelf.focus_chosen(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_widths()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.filter.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif event.key() in _TO_SHELF and self.filter.search.hasFocus():
            self.shelf.focus_chosen(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.filter.wanted != Wanted():
            self.filter.clear()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        heading = QLabel("Library")
        set_kind(heading, "display")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(SPACE_M)
        left.addWidget(heading)
        left.addWidget(self._count)
        left.addWidget(self.filter, 1)
        middle = QVBoxLayout()
        middle.setSpacing(SPACE_M)
        middle.addWidget(self.shelf, 1)
        middle.addWidget(self.row)
        across = QHBoxLayout(self)
        across.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        across.setSpacing(SPACE_L)
        across.addWidget(self._left)
        across.addLayout(middle, 1)
        across.addWidget(self.page)

    def _fit_widths(self) -> None:
        self._left.setFixedWidth(min(self._theme.room(_FILTER_WIDTH), round(self.width() * _FILTER_SHARE)))
        self.page.setFixedWidth(min(self._theme.room(_PAGE_WIDTH), round(self.width() * _PAGE_SHARE)))

    def _on_wanted(self, wanted: Wanted) -> None:
        fitting = found(self._entries, wanted)
        self._count.setText(f"{len(fitting)} of {len(self._entries)} routines")
        self.shelf.show_entries(fitting)

    def _on_entered(self) -> None:
        self.page.start.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_row_changed(self) -> None:
        self.page.add.setEnabled(not self.row.full)

    def _on_row(self, entries: tuple[Entry, ...]) -> None:
        places = tuple(
            dict.fromkeys(place for entry in entries for place in main_places(self._guide, entry.routine)[:2])
        )
        self.start_requested.emit(tuple(entry.routine.id for entry in entries), places, ())
