"""What is heard: the voice, the rhythm, and a sound in the background."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.ui.settings.level_row import LevelRow
from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.tick_box import TickBox

AMBIENTS = (("", "Off"), ("rain", "Rain"), ("brown", "Brown noise"), ("pad", "Slow pad"))
TICKS = {
    "voice": "A voice reads each cue once",
    "quiet_voice": "Quiet voice: softer, lower and slower",
    "tell_half_time": "Say when half of a step is done",
    "tell_last_seconds": "Say when five seconds of a step are left",
    "rhythm": "Rhythm: ticks on the side of the hand, tones for holds, chimes",
}
_INDENT = 29
"""So far the words of a tick box begin."""
_SYSTEM_VOICE = "The system's voice"


class SoundPanel(Panel):
    """Signals: `changed(dict)` all values by the preference's name; `voice_wished()` and `ambient_wished()` to hear
    them now."""

    changed = Signal(object)
    voice_wished = Signal()
    ambient_wished = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.ticks = {name: TickBox(words, theme) for name, words in TICKS.items()}
        self.levels = {
            "voice_rate": LevelRow(theme, "Speed", "Speed of the voice", (-5, 5), _rate_words),
            "voice_volume": LevelRow(theme, "Volume", "Volume of the voice", (0, 100), _percent),
            "rhythm_volume": LevelRow(theme, "Volume", "Volume of the rhythm", (0, 100), _percent),
            "ambient_volume": LevelRow(theme, "Volume", "Volume in the background", (0, 100), _percent),
        }
        self.ambient = Segments(theme, AMBIENTS, "In the background")
        self.voice_button = QPushButton(_SYSTEM_VOICE)
        self.voice_menu = QMenu(self.voice_button)
        self.say_button = QPushButton("Say something")
        self.listen_button = QPushButton("Listen")
        self.trouble = Paragraph("")
        self.trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._voice = ""
        self._lay_out()
        self._connect()
        self.show_voices(())
        self.show_trouble(())

    def show_values(self, values: Mapping[str, object]) -> None:
        """Puts the controls where the preferences stand, without telling anybody. Raises KeyError where one is
        missing."""
        for name, box in self.ticks.items():
            box.blockSignals(True)
            box.setChecked(bool(values[name]))
            box.blockSignals(False)
        for name, level in self.levels.items():
            level.set_value(int(str(values[name])))
        self.ambient.set_key(str(values["ambient"]))
        self._voice = str(values["voice_name"])
        self._enable()

    @property
    def values(self) -> dict[str, object]:
        ticks: dict[str, object] = {name: box.isChecked() for name, box in self.ticks.items()}
        levels = {name: level.slider.value() for name, level in self.levels.items()}
        return {**ticks, **levels, "ambient": self.ambient.key, "voice_name": self._voice}

    def show_voices(self, names: Sequence[str]) -> None:
        """The voices there are, none while they are not known; the first one is used until another is chosen."""
        self.voice_menu.clear()
        for name in names:
            self.voice_menu.addAction(QAction(name, self.voice_menu, checkable=True))
        self._mark_voice(self._voice if self._voice in names else next(iter(names), _SYSTEM_VOICE))
        self._enable()

    def show_trouble(self, sentences: Sequence[str]) -> None:
        """What cannot be heard here, and what helps."""
        self.trouble.setText("\n".join(sentences))
        self.trouble.setVisible(bool(sentences))

    def _lay_out(self) -> None:
        heading = QLabel("Voice and sound")
        set_kind(heading, "title")
        note = Paragraph("Everything that is heard can be seen too. M in the player makes it silent.")
        set_kind(note, "small", soft=True)
        self.column.addWidget(heading)
        self.column.addWidget(self.trouble)
        self.column.addWidget(self.ticks["voice"])
        self._add_indented(
            _row(self.voice_button, self.say_button),
            self.levels["voice_rate"],
            self.levels["voice_volume"],
            self.ticks["quiet_voice"],
            self.ticks["tell_half_time"],
            self.ticks["tell_last_seconds"],
        )
        self.column.addWidget(self.ticks["rhythm"])
        self._add_indented(self.levels["rhythm_volume"])
        self.column.addWidget(QLabel("In the background"))
        self.column.addWidget(self.ambient)
        self._add_indented(self.levels["ambient_volume"], _row(self.listen_button))
        self.column.addWidget(note)

    def _add_indented(self, *widgets: QWidget) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(_INDENT, 0, 0, 0)
        column.setSpacing(SPACE_S)
        for widget in widgets:
            column.addWidget(widget)
        self.column.addLayout(column)

    def _connect(self) -> None:
        self.voice_button.setMenu(self.voice_menu)
        self.say_button.clicked.connect(self.voice_wished)
        self.listen_button.clicked.connect(self.ambient_wished)
        self.ambient.chosen.connect(self._tell)
        self.voice_menu.triggered.connect(self._on_voice)
        for box in self.ticks.values():
            box.toggled.connect(self._tell)
        for level in self.levels.values():
            level.chosen.connect(self._tell)

    def _enable(self) -> None:
        """What is off has nothing to be set."""
        speaks, beats = self.ticks["voice"].isChecked(), self.ticks["rhythm"].isChecked()
        for widget in (
            self.say_button, self.levels["voice_rate"], self.levels["voice_volume"], self.ticks["quiet_voice"],
            self.ticks["tell_half_time"], self.ticks["tell_last_seconds"],
        ):  # fmt: skip
            widget.setEnabled(speaks)
        self.voice_button.setEnabled(speaks and not self.voice_menu.isEmpty())
        self.levels["rhythm_volume"].setEnabled(beats)
        self.levels["ambient_volume"].setEnabled(bool(self.ambient.key))
        self.listen_button.setEnabled(bool(self.ambient.key))

    def _tell(self) -> None:
        self._enable()
        self.changed.emit(self.values)

    def _on_voice(self, action: QAction) -> None:
        self._voice = action.text()
        self._mark_voice(self._voice)
        self._tell()

    def _mark_voice(self, name: str) -> None:
        for action in self.voice_menu.actions():
            action.setChecked(action.text() == name)
        self.voice_button.setText(name)
        self.voice_button.setAccessibleName(f"Voice: {name}")


def _row(*buttons: QPushButton) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_S)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return widget


def _percent(value: int) -> str:
    return f"{value} %"


def _rate_words(rate: int) -> str:
    if rate == 0:
        return "Calm"
    return f"{abs(rate)} {'slower' if rate < 0 else 'faster'}"
