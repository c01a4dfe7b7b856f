"""What Qt offers of a tray, without a desktop: what was told and shown is kept."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon


class StandIn(QObject):
    """Takes the place of QSystemTrayIcon."""

    ActivationReason = QSystemTrayIcon.ActivationReason
    activated = Signal(QSystemTrayIcon.ActivationReason)
    messageClicked = Signal()  # noqa: N815 - as Qt calls it
    made: ClassVar[list[StandIn]] = []

    def __init__(self, picture: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.picture, self.shown = picture, False
        self.menu: QMenu | None = None
        self.told: list[str] = []
        StandIn.made.append(self)

    @staticmethod
    def isSystemTrayAvailable() -> bool:
        return True

    def setToolTip(self, text: str) -> None:
        self.tip = text

    def setContextMenu(self, menu: QMenu) -> None:
        self.menu = menu

    def icon(self) -> QIcon:
        return self.picture

    def show(self) -> None:
        self.shown = True

    def hide(self) -> None:
        self.shown = False

    def showMessage(self, _title: str, words: str, _icon: QIcon, _milliseconds: int) -> None:
        self.told.append(words)
