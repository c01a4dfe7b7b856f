"""The keys of a running guide: everything can be done with them alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Qt, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

Binding = tuple[Qt.Key, Callable[[], object] | SignalInstance]


class PlayerKeys(QObject):
    """They work wherever the focus is within `place`, once for each press however long a key is held."""

    def __init__(self, place: QWidget, bindings: Iterable[Binding]) -> None:
        super().__init__(place)
        self._shortcuts = []
        for key, wish in bindings:
            shortcut = QShortcut(QKeySequence(key), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(wish)
            self._shortcuts.append(shortcut)

    def listen(self, listening: bool) -> None:
        """The keys rest while something else wants them."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(listening)
