"""Buttons side by side where all their words have room, else one below the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from desktop.ui.theme import SPACE_M

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ButtonRow(QWidget):
    """`widened`, where given, is the button that takes the room that is left."""

    def __init__(self, *buttons: QPushButton, widened: QPushButton | None = None) -> None:
        super().__init__()
        self._buttons = buttons
        self._row = QBoxLayout(_BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_M)
        for button in buttons:
            self._row.addWidget(button, int(button is widened))
        if widened is None:
            self._row.addStretch()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        shown = [button.sizeHint().width() + SPACE_M for button in self._buttons if not button.isHidden()]
        wanted = _BESIDE if sum(shown) - SPACE_M <= self.width() else _BELOW
        if wanted != self._row.direction():
            self._row.setDirection(wanted)
