"""The calm column beside the stage: the cue above all; around it time left, breath, how firm, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.frame import Frame
from desktop.domain.routine import Step
from desktop.domain.staging import POSE
from desktop.ui.player.breath_ring import BreathRing
from desktop.ui.player.cue import Cue
from desktop.ui.player.next_step import NextStep
from desktop.ui.player.pressure import Pressure
from desktop.ui.player.pressure_row import PressureRow
from desktop.ui.player.step_ring import StepRing
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, Theme, set_kind

RING_SHARE, LEAST_RING, MOST_RING = 0.14, 80, 140
"""How large a ring is: a share of the column's height, and its bounds in logical pixels."""
MOST_GROWTH = 1.2
LARGE_TEXT, LOW = 130, 640
"""From this text scale on, and in columns lower than this, the ring alone says how to breathe: the cue has the room."""


class GuidePanel(QWidget):
    """Shows frames and steps; `pressure` is its pressure row, whose signals the player listens to."""

    def __init__(self, atlas: Atlas, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self._theme = theme
        self._steps: Sequence[Step] = ()
        self._shown: tuple[int, bool] | None = None
        self.ring = StepRing(theme)
        self.breath = BreathRing(theme)
        self.cue = Cue(theme)
        self.pressure = PressureRow(theme)
        self._where = QLabel()
        self._name = QLabel()
        self._breath_words = QLabel()
        self._next = NextStep(theme)
        self._lay_out()
        theme.changed.connect(self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._make_room()
        super().resizeEvent(event)

    def set_steps(self, steps: Sequence[Step]) -> None:
        self._steps, self._shown = steps, None

    def show_pressure(self, pressure: Pressure) -> None:
        self.pressure.show_pressure(pressure)

    def show_frame(self, frame: Frame) -> None:
        self.ring.show_frame(frame)
        self.breath.show_breath(frame.breath)
        self._next.set_by_key(frame.untimed)
        shown = (frame.step, frame.phase.waits)
        if shown != self._shown:
            self._shown = shown
            self.show_step(*shown)

    def show_step(self, index: int, ready: bool = False) -> None:
        """The words of a step; `ready` before it has begun."""
        step = self._steps[index]
        self._where.setText("Get ready" if ready else f"Step {index + 1} of {len(self._steps)}")
        self._name.setText(step.name)
        self.cue.set_text(step.cue, step.caution)
        self._breath_words.setText(step.breath)
        self.breath.setToolTip(step.breath)
        self.breath.setAccessibleName(f"Breath: {step.breath}")
        last = index + 1 == len(self._steps)
        coming = step if last else self._steps[index + 1]
        self._next.show_next("Rest" if last else coming.name, self._thumb(coming))

    def _make_room(self) -> None:
        """The rings grow far less than the text, so that the cue has what they leave."""
        side = round(min(max(self.height() * RING_SHARE, LEAST_RING), MOST_RING) * min(self._theme.growth, MOST_GROWTH))
        for ring in (self.ring, self.breath):
            ring.setFixedSize(side, side)
        self._breath_words.setVisible(self._theme.text_percent < LARGE_TEXT and self.height() >= LOW)

    def _lay_out(self) -> None:
        set_kind(self._where, "small", soft=True)
        set_kind(self._name, "strong")
        set_kind(self._breath_words, "small", soft=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_S)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addSpacing(SPACE_L)
        column.addWidget(self.cue, 1)
        column.addSpacing(SPACE_M)
        column.addWidget(self.pressure)
        column.addSpacing(SPACE_S)
        column.addWidget(self._next)

    def _head(self) -> QHBoxLayout:
        """Both rings, and beside them which step this is."""
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        words.addStretch()
        for label in (self._where, self._name, self._breath_words):
            label.setWordWrap(True)
            words.addWidget(label)
        words.addStretch()
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        for ring in (self.ring, self.breath):
            head.addWidget(ring, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _thumb(self, step: Step) -> Path:
        """A small picture of where a step works, or of its figure."""
        figure = self._atlas.figure(step.move) if step.view == POSE else None
        return figure.picture(0) if figure else self._atlas.thumb(step.view)
