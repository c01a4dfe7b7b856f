"""Everybody who uses Unknot on this machine: each has their own record, safety answers and settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.profile import Profile, name_words
from desktop.ui.settings.name_form import NameForm
from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.layouts import empty
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph

_ABOUT = (
    "Everybody has their own record, safety answers, reminders and settings. They are kept apart, not locked: whoever "
    "uses this computer's account can switch to any of them."
)


class ProfilesPanel(Panel):
    """Signals: `added(str)` a name, `renamed(int, str)`, `switch_wished(int)` the id of a profile, `erase_wished()` of
    the one that is used."""

    added = Signal(str)
    renamed = Signal(int, str)
    switch_wished = Signal(int)
    erase_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._renamed = 0
        self._profiles: Sequence[Profile] = ()
        self.rows: dict[int, ProfileRow] = {}
        self.add_button = QPushButton("Add somebody")
        self.form = NameForm()
        self.trouble = Paragraph()
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE_S)
        heading, about = QLabel("People on this machine"), Paragraph(_ABOUT)
        set_kind(heading, "title")
        set_kind(about, "small", soft=True)
        self.column.addWidget(heading)
        self.column.addLayout(self._list)
        for widget in (self.trouble, self.form, ButtonRow(self.add_button), about):
            self.column.addWidget(widget)
        self.trouble.hide()
        self.add_button.clicked.connect(self._on_add)
        self.form.named.connect(self._on_named)

    def show_profiles(self, profiles: Sequence[Profile], active: int) -> None:
        """Lists them anew, with the focus where it was."""
        had_focus = next((number for number, row in self.rows.items() if row.holds_focus), None)
        empty(self._list)
        self._profiles = profiles
        self.rows = {profile.id: ProfileRow(profile, active) for profile in profiles}
        for row in self.rows.values():
            row.renaming.connect(self._on_rename)
            row.switch_wished.connect(self.switch_wished)
            row.erase_wished.connect(self.erase_wished)
            self._list.addWidget(row)
        if had_focus in self.rows:
            self.rows[had_focus].rename.setFocus()

    def tell(self, words: str) -> None:
        """Says why something was not done."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _on_add(self) -> None:
        self.tell("")
        self._renamed = 0
        self.form.ask("What are they called?")

    def _on_rename(self, profile: int) -> None:
        self.tell("")
        self._renamed = profile
        name = next(known.name for known in self._profiles if known.id == profile)
        self.form.ask(f"A new name for {name}" if name else "What are you called?", name)

    def _on_named(self, name: str) -> None:
        if self._renamed:
            self.renamed.emit(self._renamed, name)
        else:
            self.added.emit(name)
        self.add_button.setFocus()


class ProfileRow(QWidget):
    """One person. Signals carry the id of the profile."""

    renaming = Signal(int)
    switch_wished = Signal(int)
    erase_wished = Signal()

    def __init__(self, profile: Profile, active: int) -> None:
        super().__init__()
        self._id = profile.id
        called = name_words(profile, active)
        self.name, now = QLabel(called), QLabel("uses Unknot now" if profile.id == active else "")
        set_kind(self.name, "strong")
        set_kind(now, "small", soft=True)
        self.rename, self.use, self.erase = QPushButton("Rename"), QPushButton("Switch"), QPushButton("Erase ...")
        self.rename.setAccessibleName(f"Rename {called}")
        self.use.setAccessibleName(f"Switch to {called}")
        self.erase.setAccessibleName(f"Erase everything of {called}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(self.name)
        row.addWidget(now, 1)
        for button in (self.use, self.rename, self.erase):
            row.addWidget(button)
        (self.use if profile.id == active else self.erase).hide()
        self.rename.clicked.connect(self._on_rename)
        self.use.clicked.connect(self._on_use)
        self.erase.clicked.connect(self.erase_wished)

    @property
    def holds_focus(self) -> bool:
        return any(button.hasFocus() for button in (self.rename, self.use, self.erase))

    def _on_rename(self) -> None:
        self.renaming.emit(self._id)

    def _on_use(self) -> None:
        self.switch_wished.emit(self._id)
