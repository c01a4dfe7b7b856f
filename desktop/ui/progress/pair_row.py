"""Two cards side by side where there is room for both, else one below the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.ui.theme import SPACE_L, Theme

_ROOM = 1040
"""Logical pixels both together need, at the normal text size."""


class PairRow(QWidget):
    """Holds the two; `allow` says whether they may stand side by side at all."""

    def __init__(self, theme: Theme, first: QWidget, second: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._allowed = theme, True
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(SPACE_L)
        for card in (first, second):
            self._box.addWidget(card, 1)

    def allow(self, allowed: bool) -> None:
        self._allowed = allowed
        self._turn()

    @property
    def allowed(self) -> bool:
        return self._allowed

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self._allowed and self.width() >= self._theme.room(_ROOM)
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
