"""Keeps the screen awake while hands are busy, and not a moment longer."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Thread

from PySide6.QtCore import QObject, Qt, Signal

from desktop.domain.session import State

_END_SECONDS = 2.0


class Awake(QObject):
    """Follows a session's state. Asking the desktop can block, so each wish has a thread of its own, which ends with
    it; a desktop lets go of the wish of a program that has ended in whatever way.

    Signals: `failed(object)` once, the error where the screen cannot be kept awake."""

    failed = Signal(object)
    _broken = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish: Wish | None = None
        self._told = False
        self._broken.connect(self._on_broken, Qt.ConnectionType.QueuedConnection)

    def follow(self, state: State) -> None:
        """Awake while it runs."""
        if state is State.RUNNING and self._wish is None:
            self._wish = Wish(self._broken.emit)
            self._wish.start()
        elif state is not State.RUNNING:
            self._let_go()

    def close(self) -> None:
        """Lets go, and waits a little until the desktop knows."""
        wish = self._let_go()
        if wish is not None:
            wish.join(_END_SECONDS)

    def _let_go(self) -> Wish | None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish.over.set()
        return wish

    def _on_broken(self, error: Exception) -> None:
        if not self._told:
            self._told = True
            self.failed.emit(error)


class Wish(Thread):
    """Keeps the screen awake until `over` is set. `tell` gets the error where that cannot be."""

    def __init__(self, tell: Callable[[Exception], None]) -> None:
        super().__init__(name="awake", daemon=True)
        self.over = Event()
        self._tell = tell

    def run(self) -> None:
        from wakepy import ActivationError, keep

        try:
            with keep.presenting(on_fail="error"):
                self.over.wait()
        except (ActivationError, OSError, RuntimeError) as error:  # no desktop, none that can, or one that has gone
            self._tell(error)
