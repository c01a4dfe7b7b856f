"""The place where people look back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.progress import Series
from desktop.ui.progress.fetcher import Fetcher
from desktop.ui.progress.invitation import Invitation
from desktop.ui.progress.skeleton import Skeleton
from desktop.ui.theme import SPACE_L, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from desktop.ui.progress.charts_page import ChartsPage

RANGES = (("28", "4 weeks"), ("91", "3 months"), ("365", "Year"), ("0", "All"))
"""Days, and what they are called; 0 is everything."""


class ProgressPlace(QWidget):
    """`present` gives it what to show. Until then, and while pyqtgraph is imported, grey shapes are seen.

    Signals: `range_changed` with the days wanted (0: everything), `map_wanted` from the invitation."""

    range_changed = Signal(int)
    map_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._series: Series | None = None
        self._charts: ChartsPage | None = None
        self._ranges = Segments(theme, RANGES, "Period")
        self._ranges.set_key("28")
        self._ranges.chosen.connect(self._on_range)
        self._skeleton, self._invitation = Skeleton(theme), Invitation(theme)
        self._skeleton.painted.connect(self._on_skeleton_painted)
        self._invitation.accepted.connect(self.map_wanted)
        self._fetcher = Fetcher()
        self._fetcher.fetched.connect(self._make_charts)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._skeleton)
        self._stack.addWidget(self._invitation)
        self._lay_out()

    @property
    def days(self) -> int:
        """The days that are wanted; 0 is everything."""
        return int(self._ranges.key)

    def present(self, series: Series) -> None:
        """Shows these days and pairs."""
        self._series = series
        self._ranges.setVisible(series.first_day is not None)
        if series.first_day is None:
            self._stack.setCurrentWidget(self._invitation)
        elif self._charts is None:
            self._stack.setCurrentWidget(self._skeleton)
            self._skeleton.update()
        else:
            self._charts.present(series)
            self._stack.setCurrentWidget(self._charts)

    @property
    def charted(self) -> Series | None:
        """What the charts show; None while they are not there."""
        drawn = self._charts is not None and self._stack.currentWidget() is self._charts
        return self._series if drawn else None

    def _lay_out(self) -> None:
        title = QLabel("Progress")
        set_kind(title, "display")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._ranges)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_L)
        column.addLayout(head)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._stack)
        column.addWidget(scroll, 1)

    def _on_range(self, key: str) -> None:
        self.range_changed.emit(int(key))

    def _on_skeleton_painted(self) -> None:
        if self._series is not None:
            self._fetcher.start()

    def _make_charts(self) -> None:
        from desktop.ui.progress.charts_page import ChartsPage

        self._charts = ChartsPage(self._theme)
        self._stack.addWidget(self._charts)
        if self._series is not None:
            self.present(self._series)
