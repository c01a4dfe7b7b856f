"""Tells when another widget gets a new size: for what lies over it and keeps its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget


class ResizeWatch(QObject):
    """Signal: `resized()` of any of the widgets watched. Lives as long as `owner`."""

    resized = Signal()

    def __init__(self, owner: QObject, *widgets: QWidget) -> None:
        super().__init__(owner)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.resized.emit()
        return super().eventFilter(watched, event)
