"""At the foot of the rail: who uses the app, and everybody else to go over to. Not there for one person alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop.domain.profile import Profile, name_words
from desktop.ui.rail import Rail

_LONGEST = 9
"""Letters that have room on the rail; the whole name is in the tip and in the menu."""


class ProfileSwitch(QObject):
    """Signals: `chosen(int)` the id of a profile, `settings_wished()` to see everybody."""

    chosen = Signal(int)
    settings_wished = Signal()

    def __init__(self, rail: Rail) -> None:
        super().__init__(rail)
        self.button = rail.add_button("self", "You", "")
        self.button.hide()
        self.menu = QMenu(self.button)
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._on_person)
        self.button.clicked.connect(self._open)

    def show_profiles(self, profiles: Sequence[Profile], active: int) -> None:
        self.menu.clear()
        for profile in profiles:
            name = name_words(profile, active)
            action = QAction(name, self._group, checkable=True, checked=profile.id == active)
            action.setData(profile.id)
            self.menu.addAction(action)
            if profile.id == active:
                font = action.font()
                font.setBold(True)
                action.setFont(font)
                self._name(name)
        self.menu.addSeparator()
        self.menu.addAction("People ...").triggered.connect(self.settings_wished)
        self.button.setVisible(len(profiles) > 1)

    def _name(self, name: str) -> None:
        self.button.setText(name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…")
        self.button.setToolTip(f"{name} uses Unknot now")
        self.button.setAccessibleName(f"Person: {name}")

    def _open(self) -> None:
        above = QPoint(self.button.width(), self.button.height() - self.menu.sizeHint().height())
        self.menu.popup(self.button.mapToGlobal(above))

    def _on_person(self, action: QAction) -> None:
        self.chosen.emit(int(action.data()))
