"""Which body the map and the player show: its build and its skin tone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel

from desktop.ui.picture_file import read_picture
from desktop.ui.settings.look_button import LookButton
from desktop.ui.skin_tone import TONES, swatch
from desktop.ui.theme import SPACE_XS, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph

_PICTURE, _PATCH = 84, 40
"""Widths in logical pixels."""
_BUILD_NAMES = {"feminine": "Feminine", "neutral": "Neutral", "masculine": "Masculine"}
_TONE_NAMES = {
    "very_light": "Fair",
    "light": "Light",
    "medium": "Medium",
    "tan": "Tan",
    "brown": "Brown",
    "deep": "Deep",
}


class BodyPanel(Panel):
    """Signals: `build_chosen(str)`, `skin_tone_chosen(str)`. The next choice undoes the last one."""

    build_chosen = Signal(str)
    skin_tone_chosen = Signal(str)

    def __init__(self, theme: Theme, builds: Mapping[str, Path]) -> None:
        """`builds`: a small picture of each build."""
        super().__init__(theme)
        self._pictures = builds
        self._builds = {name: LookButton(_BUILD_NAMES[name], "Build", _PICTURE, theme) for name in builds}
        self._tones = {name: LookButton(_TONE_NAMES[name], "Skin tone", _PATCH, theme) for name in TONES}
        for name, button in self._tones.items():
            button.set_patch(*swatch(name))
        heading = QLabel("Body on the map")
        set_kind(heading, "title")
        self.column.addWidget(heading)
        self._build_group = self._add_row("Build", list(self._builds.values()))
        self._tone_group = self._add_row("Skin tone", list(self._tones.values()))
        self.column.addWidget(Paragraph("The hands have this skin tone too. Moves are shown on the neutral body."))
        self._build_group.buttonClicked.connect(self._on_build)
        self._tone_group.buttonClicked.connect(self._on_tone)
        self._shown_tone = ""
        self._show_pictures()
        theme.changed.connect(self._show_pictures)

    def show_values(self, build: str, skin_tone: str) -> None:
        """Puts the choices where the preferences stand, without telling anybody. Raises KeyError for unknown ones."""
        self._builds[build].setChecked(True)
        self._tones[skin_tone].setChecked(True)

    def build(self, name: str) -> QAbstractButton:
        return self._builds[name]

    def tone(self, name: str) -> QAbstractButton:
        return self._tones[name]

    def _add_row(self, title: str, buttons: Sequence[LookButton]) -> QButtonGroup:
        self.column.addWidget(QLabel(title))
        row = QHBoxLayout()
        row.setSpacing(SPACE_XS)
        group = QButtonGroup(self)
        for button in buttons:
            group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)
        return group

    def _show_pictures(self) -> None:
        """The builds in the skin tone that is chosen."""
        if self._shown_tone != self._theme.skin_tone:
            self._shown_tone = self._theme.skin_tone
            for name, file in self._pictures.items():
                self._builds[name].set_picture(QPixmap.fromImage(read_picture(file, self._shown_tone)))

    def _on_build(self) -> None:
        self.build_chosen.emit(next(name for name, button in self._builds.items() if button.isChecked()))

    def _on_tone(self) -> None:
        self.skin_tone_chosen.emit(next(name for name, button in self._tones.items() if button.isChecked()))
