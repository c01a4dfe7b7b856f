"""How it looks, how it moves, where the data lies, and what Unknot is and is not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.settings.body_panel import BodyPanel
from desktop.ui.settings.data_panel import DataPanel
from desktop.ui.settings.profiles_panel import ProfilesPanel
from desktop.ui.settings.reminders_panel import RemindersPanel
from desktop.ui.settings.sound_panel import SoundPanel
from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.reading_page import ReadingPage
from desktop.ui.widgets.tick_box import TickBox

_THEMES = (("system", "Follow the system"), ("light", "Light"), ("dark", "Dark"))
_STEP = 10
"""Percent of text size a notch."""


class SettingsPlace(QWidget):
    """Signals: `theme_chosen(str)`, `text_percent_chosen(int)`, `reduced_motion_chosen(bool)`,
    `answers_wished()` to answer the safety check again; those of `body`, `sound`, `reminders`, `people` and `data`."""

    theme_chosen = Signal(str)
    text_percent_chosen = Signal(int)
    reduced_motion_chosen = Signal(bool)
    answers_wished = Signal()

    def __init__(self, theme: Theme, data_folder: str, about: Sequence[str], builds: Mapping[str, Path]) -> None:
        """`builds`: a small picture of each build of the body."""
        super().__init__()
        self._theme = theme
        self.body = BodyPanel(theme, builds)
        self.sound = SoundPanel(theme)
        self.reminders, self.people = RemindersPanel(theme), ProfilesPanel(theme)
        self.data = DataPanel(theme, data_folder)
        self._page = text = ReadingPage()
        column = text.column
        title = QLabel("Settings")
        set_kind(title, "display")
        column.addWidget(title)
        column.addWidget(self._look())
        column.addWidget(self.body)
        column.addWidget(self._motion())
        column.addWidget(self.sound)
        column.addWidget(self.reminders)
        column.addWidget(self.people)
        column.addWidget(self._safety())
        column.addWidget(self.data)
        column.addWidget(self._text_panel("What Unknot is, and is not", about))
        column.addStretch()
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(text)
        self.people.erase_wished.connect(self._show_erasing)

    def show_values(self, theme: str, text_percent: int, reduced_motion: bool) -> None:
        """Puts the controls where the preferences stand, without telling anybody."""
        for name, button in self._themes.items():
            button.setChecked(name == theme)
        self._size.blockSignals(True)
        self._size.setValue(text_percent // _STEP)
        self._size.blockSignals(False)
        self._percent.setText(f"{text_percent} %")
        self._still.blockSignals(True)
        self._still.setChecked(reduced_motion)
        self._still.blockSignals(False)

    def _look(self) -> Panel:
        panel = self._headed("Look")
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        self._group = QButtonGroup(self)
        self._themes: dict[str, QPushButton] = {}
        for name, text in _THEMES:
            button = QPushButton(text)
            button.setCheckable(True)
            button.setProperty("role", "choice")
            self._group.addButton(button)
            self._themes[name] = button
            row.addWidget(button)
        row.addStretch()
        self._group.buttonClicked.connect(self._on_theme)
        panel.column.addLayout(row)
        size = QHBoxLayout()
        label = QLabel("&Text size")
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(80 // _STEP, 200 // _STEP)
        self._size.setPageStep(2)
        self._size.setAccessibleName("Text size")
        self._size.valueChanged.connect(self._on_size)
        self._percent = QLabel()
        self._percent.setMinimumWidth(56)
        label.setBuddy(self._size)
        size.addWidget(label)
        size.addWidget(self._size)
        size.addWidget(self._percent)
        panel.column.addLayout(size)
        return panel

    def _motion(self) -> Panel:
        panel = self._headed("Motion")
        self._still = TickBox("Less motion: views and panels change at once", self._theme)
        self._still.toggled.connect(self.reduced_motion_chosen)
        panel.column.addWidget(self._still)
        return panel

    def _safety(self) -> Panel:
        panel = self._text_panel("Safety check", ("Has something changed since you answered? Then answer again.",))
        again = QPushButton("Answer again")
        again.clicked.connect(self.answers_wished)
        row = QHBoxLayout()
        row.addWidget(again)
        row.addStretch()
        panel.column.addLayout(row)
        return panel

    def _text_panel(self, title: str, lines: Sequence[str]) -> Panel:
        panel = self._headed(title)
        for line in lines:
            label = Paragraph(line)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            panel.column.addWidget(label)
        return panel

    def _headed(self, title: str) -> Panel:
        panel = Panel(self._theme)
        heading = QLabel(title)
        set_kind(heading, "title")
        panel.column.addWidget(heading)
        return panel

    def _show_erasing(self) -> None:
        """Goes to where the person who uses the app can be erased, and asks."""
        self._page.ensureWidgetVisible(self.data.erase_button, 0, self.height() // 2)
        self.data.erase_button.click()

    def _on_theme(self) -> None:
        self.theme_chosen.emit(next(name for name, button in self._themes.items() if button.isChecked()))

    def _on_size(self, notch: int) -> None:
        self._percent.setText(f"{notch * _STEP} %")
        self.text_percent_chosen.emit(notch * _STEP)
