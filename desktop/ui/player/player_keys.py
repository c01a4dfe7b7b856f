"""The keys of a running guide: everything can be done with them alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from desktop.ui.player.guide_page import GuidePage


class PlayerKeys(QObject):
    """They work wherever the focus is within `place`, once for each press however long a key is held."""

    def __init__(self, place: QWidget, guide: GuidePage) -> None:
        super().__init__(place)
        self._guide = guide
        self._shortcuts = []
        key = Qt.Key
        of_partner = zip((key.Key_1, key.Key_2, key.Key_3, key.Key_4), guide.receiver.buttons, strict=True)
        for pressed, wish in (
            (key.Key_Space, guide.paused), (key.Key_Left, guide.back), (key.Key_Right, guide.forward),
            (key.Key_Up, guide.firmer), (key.Key_Down, guide.lighter), (key.Key_Escape, guide.frozen),
            (key.Key_Return, self._on_enter), (key.Key_Enter, self._on_enter), (key.Key_M, guide.mute_wished),
            (key.Key_B, guide.way.mirror_or_not), *((number, button.click) for number, button in of_partner),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(pressed), place)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(wish)
            self._shortcuts.append(shortcut)

    def listen(self, listening: bool) -> None:
        """The keys rest while something else wants them."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(listening)

    def _on_enter(self) -> None:
        """Presses the button that has the focus; elsewhere it ends an untimed step."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        else:
            self._guide.ended.emit()
