"""The small picture beside the clock: it tells of a reminder, and keeps the app within reach."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from desktop.domain.reminder import Snooze
from desktop.ui.icons import paint_icon

_SIZES = (16, 22, 32, 48)
"""Pixels that desktops ask for."""
_TOLD_MS = 15_000
SNOOZES = {Snooze.MINUTES: "In 10 minutes", Snooze.HOUR: "In an hour", Snooze.TODAY: "Not today"}


def has_tray() -> bool:
    """Whether this desktop shows such pictures; it may begin to while the app runs."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(QObject):
    """Signals: `opened()` the app is wanted, `taken_up()` somebody pressed the notification, `snoozed(Snooze)`,
    `quit_wished()`."""

    opened = Signal()
    taken_up = Signal()
    snoozed = Signal(object)
    quit_wished = Signal()

    def __init__(self, colour: QColor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(_picture(colour), self)
        self._icon.setToolTip("Unknot")
        self.menu = QMenu()
        self.menu.addAction("Open Unknot").triggered.connect(self.opened)
        self.menu.addSeparator()
        self._later = [self._snooze(kind, words) for kind, words in SNOOZES.items()]
        self.menu.addSeparator()
        self.menu.addAction("Quit").triggered.connect(self.quit_wished)
        self.menu.triggered.connect(self._on_chosen)
        self.set_waiting(False)
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.taken_up)
        self._icon.show()

    def tell(self, title: str, words: str) -> None:
        """Shows a notification, as the desktop does that."""
        self._icon.showMessage(title, words, self._icon.icon(), _TOLD_MS)

    def set_waiting(self, waiting: bool) -> None:
        """Whether there is something that can be put off."""
        for action in self._later:
            action.setEnabled(waiting)

    def close(self) -> None:
        self._icon.hide()
        self.menu.deleteLater()
        self.deleteLater()

    def _snooze(self, kind: Snooze, words: str) -> QAction:
        action = self.menu.addAction(words)
        action.setData(kind.value)
        return action

    def _on_chosen(self, action: QAction) -> None:
        if action in self._later:
            self.snoozed.emit(Snooze(action.data()))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()


def _picture(colour: QColor) -> QIcon:
    icon = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QRectF(0, 0, size, size))
        paint_icon(painter, "leaf", QRectF(size * 0.16, size * 0.16, size * 0.68, size * 0.68), QColor("white"))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
