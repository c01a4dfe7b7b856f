"""Brings results from the recorder's thread to the screen's."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class Courier(QObject):
    """`fetch` calls back in the screen's thread. Signals: `failed(object)` the error of work that failed, there too."""

    failed = Signal(object)
    _arrived = Signal(object)
    _broken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._broken.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    def fetch(self, future: Future[T], then: Callable[[T], None], otherwise: Callable[[], None] | None = None) -> None:
        """Calls `then` with the result once it is there, or `otherwise` where the work failed."""
        future.add_done_callback(partial(self._arrive, then, otherwise))

    def close(self) -> None:
        """Brings nothing any more: whoever asked is about to go."""
        self._closed = True

    def trouble(self, error: Exception) -> None:
        """Takes an error from any thread."""
        self._broken.emit(error)

    def _arrive(self, then: Callable[[T], None], otherwise: Callable[[], None] | None, future: Future[T]) -> None:
        if future.cancelled() or future.exception() is not None:
            if otherwise is not None:
                self._arrived.emit(otherwise)
        else:
            self._arrived.emit(partial(then, future.result()))

    def _deliver(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()
