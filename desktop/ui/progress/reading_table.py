"""A chart as a table: for screen readers, and for whoever likes numbers better."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from desktop.ui.theme import Theme


class ReadingTable(QTableWidget):
    """Rows of plain text below fixed headings; nothing in it can be changed. It shows `headings` and `rows`.

    Ten years of days are thousands of rows: they are made when somebody looks at them."""

    def __init__(self, theme: Theme, name: str, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings), parent)
        self._theme = theme
        self.headings = tuple(headings)
        self._make: Callable[[], Sequence[Sequence[str]]] = tuple
        self._filled = True
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(row) for row in self._make())

    def fill(self, rows: Sequence[Sequence[str]]) -> None:
        self.fill_later(lambda: rows)

    def fill_later(self, make: Callable[[], Sequence[Sequence[str]]]) -> None:
        """The rows are those that `make` gives when they are first seen."""
        self._make, self._filled = make, False
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if self._filled:
            return
        self._filled = True
        rows = self._make()
        self.setRowCount(len(rows))
        for y, row in enumerate(rows):
            for x, text in enumerate(row):
                self.setItem(y, x, QTableWidgetItem(text))

    def _dress(self) -> None:
        palette = self._theme.palette
        surface, soft, text = palette.surface.name(), palette.surface_soft.name(), palette.text.name()
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        self.setStyleSheet(
            "QTableWidget { background: transparent; border: 0; outline: 0; }"
            f"QTableWidget::item {{ border-bottom: 1px solid {soft}; padding: 0 6px; }}"
            f"QTableWidget::item:selected {{ background: {soft}; color: {text}; }}"
            f"QHeaderView::section {{ background: {surface}; color: {palette.text_soft.name()};"
            " border: 0; padding: 4px 9px; }"
        )
