"""Which days the charts show: four weeks, three months, a year, all, or from one day to another."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from desktop.domain.progress import Period
from desktop.domain.span import Span
from desktop.ui.theme import SPACE_S, Theme
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.segments import Segments

_BESIDE, _FROM_BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.BottomToTop
OWN = "own"
SPANS = (("28", "4 weeks"), ("91", "3 months"), ("365", "Year"), ("0", "All"), (OWN, "Own"))
"""Days back and what they are called."""


class SpanPicker(QWidget):
    """Signal: `chosen(Span)`. The two days of an own period are shown while that is chosen; they never cross."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None, *, narrow: bool = False) -> None:
        """Where it is `narrow`, the two days are below the rest."""
        super().__init__(parent)
        self._segments = Segments(theme, SPANS, "Period")
        self._segments.set_key("28")
        first = Period.back_from(today, 28).first
        self.first, self.last = DateField(theme, "From", first, today), DateField(theme, "To", today, today)
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        for widget in (self.first, QLabel("to"), self.last):
            days.addWidget(widget)
        self._days.hide()
        row = QBoxLayout(_FROM_BELOW if narrow else _BESIDE, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self._days, 0, Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._segments)
        self._segments.chosen.connect(self._on_segment)
        self.first.changed.connect(self._on_first)
        self.last.changed.connect(self._on_last)

    @property
    def span(self) -> Span:
        if self._segments.key == OWN:
            return Span(own=Period(self.first.day, self.last.day))
        return Span(int(self._segments.key))

    def set_today(self, today: date) -> None:
        """No day after it can be chosen."""
        for field in (self.first, self.last):
            field.set_limits(date(1990, 1, 1), today)

    def _on_segment(self, key: str) -> None:
        self._days.setVisible(key == OWN)
        self.chosen.emit(self.span)

    def _on_first(self, day: date) -> None:
        self.last.set_day(max(day, self.last.day))
        self.chosen.emit(self.span)

    def _on_last(self, day: date) -> None:
        self.first.set_day(min(day, self.first.day))
        self.chosen.emit(self.span)
