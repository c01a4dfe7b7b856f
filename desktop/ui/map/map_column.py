"""The light column left of the body: views or the list of places, and the layer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.ui.map.layer_switch import LayerSwitch
from desktop.ui.map.selection import Selection
from desktop.ui.map.view_strip import ViewStrip
from desktop.ui.measures import COLUMN_WIDTH
from desktop.ui.theme import RADIUS, SPACE_M, SPACE_S, Theme
from desktop.ui.widgets.segments import Segments

if TYPE_CHECKING:
    from desktop.ui.map.region_list import RegionList


_VIEWS, _LIST = "views", "list"


class MapColumn(QWidget):
    """`views`, `list` and `layer` are its parts; only one of the first two shows. The list is made when it is first
    asked for, which `list_made` tells: the first paint need not wait for it."""

    list_made = Signal()

    def __init__(
        self, atlas: Atlas, guide: Guide, theme: Theme, selection: Selection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fit_width()
        theme.changed.connect(self._fit_width)
        self.tabs = Segments(theme, ((_VIEWS, "Views"), (_LIST, "Places")), "Show")
        self.tabs.button(_VIEWS).setToolTip("Views of the body  (1 to 8)")
        self.tabs.button(_LIST).setToolTip("All places as a list  (L)")
        self.views = ViewStrip(atlas, theme)
        self._guide, self._selection = guide, selection
        self._list: RegionList | None = None
        self._over_body = False
        self.layer = LayerSwitch()
        self._stack = QStackedWidget()
        self._stack.addWidget(_scrolling(self.views))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        column.setSpacing(SPACE_M)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self.layer)
        self.tabs.set_key(_VIEWS)
        self.tabs.chosen.connect(self._on_tab)

    @property
    def list(self) -> RegionList:
        if self._list is None:
            from desktop.ui.map.region_list import RegionList

            self._list = RegionList(self._guide, self._theme, self._selection)
            self._stack.addWidget(self._list)
            self.list_made.emit()
        return self._list

    @property
    def shows_list(self) -> bool:
        return self._stack.currentIndex() == 1

    def set_over_body(self, over: bool) -> None:
        """Whether the body may lie below the column, which then needs a ground to be read on."""
        self._over_body = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._over_body:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setOpacity(0.92)
            painter.setBrush(self._theme.palette.ground)
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)

    def show_list(self) -> None:
        self.tabs.set_key(_LIST)
        self._stack.setCurrentWidget(self.list)
        self.list.focus_search()

    def show_views(self) -> None:
        if self._list is not None:
            self._list.drop_focus()
        self.tabs.set_key(_VIEWS)
        self._stack.setCurrentIndex(0)

    def _fit_width(self) -> None:
        self.setFixedWidth(self._theme.room(COLUMN_WIDTH) + 2 * SPACE_S)

    def _on_tab(self, key: str) -> None:
        if key == _LIST:
            self.show_list()
        else:
            self.show_views()


def _scrolling(content: QWidget) -> QScrollArea:
    """Only where the window is low or the text large."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
