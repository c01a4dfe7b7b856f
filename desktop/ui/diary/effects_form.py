"""Anything unpleasant since last time? A list to tick (content sheet 6.1)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.domain.diary_words import EFFECT_NAMES, NOTHING
from desktop.domain.records import Effect, SideEffects
from desktop.ui.diary.labelled import Labelled
from desktop.ui.diary.moment_row import MomentRow
from desktop.ui.diary.sheet import Sheet
from desktop.ui.theme import Theme
from desktop.ui.widgets.tick_box import TickBox

_LENGTH = 500
_CALM = "If something is strong, new or does not pass, rest from massage and talk to a doctor."


class EffectsForm(Sheet):
    """Signal: `kept(SideEffects)`, the one that was given with what was changed."""

    def __init__(self, theme: Theme, today: date, given: SideEffects, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Anything unpleasant since last time?", parent)
        self._given = given
        self.moment = MomentRow(theme, given.at, today)
        self.column.addWidget(Labelled("When", self.moment))
        self.boxes: dict[Effect, TickBox] = {}
        for effect, name in EFFECT_NAMES.items():
            self.boxes[effect] = TickBox(name, theme)
            self.boxes[effect].setChecked(effect in given.effects)
            self.boxes[effect].toggled.connect(self._say)
            self.column.addWidget(self.boxes[effect])
        self.note = QLineEdit(given.note)
        self.note.setMaxLength(_LENGTH)
        self.note.setAccessibleName("A note, not required")
        self.note.setPlaceholderText("A note for yourself")
        self.column.addWidget(self.note)
        self.say_more(_CALM)
        self.column.addStretch(1)
        self._say()
        self.boxes[Effect.SORE].setFocus()

    def on_keep(self) -> None:
        ticked = frozenset(effect for effect, box in self.boxes.items() if box.isChecked())
        self.kept.emit(replace(self._given, at=self.moment.at, effects=ticked, note=self.note.text().strip()))
        self.accept()

    def _say(self) -> None:
        ticked = any(box.isChecked() for box in self.boxes.values())
        self.keep.setText("Keep" if ticked else f"Keep: {NOTHING.lower()}")
