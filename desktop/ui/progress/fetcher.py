"""Imports pyqtgraph and numpy beside the screen's thread: on it they would hold everything up for half a second."""

from __future__ import annotations

from importlib import import_module

from PySide6.QtCore import QObject, QThreadPool, Signal


class Fetcher(QObject):
    """`fetched` when the import is through, also when it failed: whoever imports then gets the error itself.

    It has no parent, so that it lives until its work is done."""

    fetched = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._started = False

    def start(self) -> None:
        """Starts once; later calls do nothing."""
        if not self._started:
            self._started = True
            QThreadPool.globalInstance().start(self._fetch)

    def _fetch(self) -> None:
        try:
            import_module("pyqtgraph")
        finally:
            self.fetched.emit()
