"""The head of Progress: what is beside the title goes below it where the words need the room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from desktop.ui.theme import SPACE_M

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class PlaceHead(QWidget):
    """Title and buttons in a row, and `last` at their right or, where it does not fit there, below them."""

    def __init__(self, title: QWidget, buttons: tuple[QWidget, ...], last: QWidget) -> None:
        super().__init__()
        self._first, self._last = QHBoxLayout(), last
        self._first.setSpacing(SPACE_M)
        self._first.addWidget(title, 1)
        for button in buttons:
            self._first.addWidget(button)
        self._box = QBoxLayout(_BESIDE, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE_M)
        self._box.addLayout(self._first, 1)
        self._box.addWidget(last)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        below = 0 if self._last.isHidden() else self._last.sizeHint().width() + SPACE_M
        wanted = _BESIDE if self._first.sizeHint().width() + below <= self.width() else _BELOW
        if wanted != self._box.direction():
            self._box.setDirection(wanted)
