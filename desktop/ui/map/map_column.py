"""The light column left of the body: views or the list of places, and the layer."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.ui.map.layer_switch import LayerSwitch
from desktop.ui.map.region_list import RegionList
from desktop.ui.map.selection import Selection
from desktop.ui.map.view_strip import ViewStrip
from desktop.ui.theme import SPACE_M, Theme
from desktop.ui.widgets.segments import Segments

COLUMN_WIDTH = 208
_VIEWS, _LIST = "views", "list"


class MapColumn(QWidget):
    """`views`, `list` and `layer` are its parts; only one of the first two shows."""

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
        self.list = RegionList(guide, theme, selection)
        self.layer = LayerSwitch()
        self._stack = QStackedWidget()
        self._stack.addWidget(_scrolling(self.views))
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        column.addWidget(self.layer)
        self.tabs.set_key(_VIEWS)
        self.tabs.chosen.connect(self._on_tab)

    @property
    def shows_list(self) -> bool:
        return self._stack.currentWidget() is self.list

    def show_list(self) -> None:
        self._turn_to(_LIST)
        self.list.focus_search()

    def show_views(self) -> None:
        self.list.drop_focus()
        self._turn_to(_VIEWS)

    def _fit_width(self) -> None:
        self.setFixedWidth(self._theme.room(COLUMN_WIDTH))

    def _on_tab(self, key: str) -> None:
        if key == _LIST:
            self.show_list()
        else:
            self.show_views()

    def _turn_to(self, key: str) -> None:
        self.tabs.set_key(key)
        self._stack.setCurrentIndex(int(key == _LIST))


def _scrolling(content: QWidget) -> QScrollArea:
    """Only where the window is low or the text large."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area
