"""The calm column beside the stage: time left, breath, the cue, how firm, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.frame import Frame, Phase
from desktop.domain.routine import Step
from desktop.domain.staging import POSE
from desktop.ui.player.breath_ring import BreathRing
from desktop.ui.player.cue import Cue
from desktop.ui.player.next_step import NextStep
from desktop.ui.player.pressure import Pressure
from desktop.ui.player.pressure_row import PressureRow
from desktop.ui.player.step_ring import StepRing
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_kind


class GuidePanel(QWidget):
    """Shows frames and steps; `pressure` is its pressure row, whose signals the player listens to."""

    def __init__(self, atlas: Atlas, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self._steps: Sequence[Step] = ()
        self._shown: tuple[int, bool] | None = None
        self.ring = StepRing(theme)
        self.breath = BreathRing(theme)
        self.cue = Cue(theme)
        self.pressure = PressureRow(theme)
        self._title = QLabel()
        self._breath_words = QLabel()
        self._next = NextStep(theme)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        side = round((self.width() - 2 * SPACE_XL - SPACE_M) * 0.44)
        for ring in (self.ring, self.breath):
            ring.setFixedSize(side, side)
        super().resizeEvent(event)

    def set_steps(self, steps: Sequence[Step]) -> None:
        self._steps, self._shown = steps, None

    def show_pressure(self, pressure: Pressure) -> None:
        self.pressure.show_pressure(pressure)

    def show_frame(self, frame: Frame) -> None:
        self.ring.show_frame(frame)
        self.breath.show_breath(frame.breath)
        shown = (frame.step, frame.phase is Phase.GET_READY)
        if shown != self._shown:
            self._shown = shown
            self._show_step(*shown)

    def _show_step(self, index: int, ready: bool) -> None:
        step = self._steps[index]
        where = "Get ready" if ready else f"Step {index + 1} of {len(self._steps)}"
        self._title.setText(f"{where}  ·  {step.name}")
        self.cue.set_text(step.cue, step.caution)
        self._breath_words.setText(step.breath)
        last = index + 1 == len(self._steps)
        coming = step if last else self._steps[index + 1]
        self._next.show_next("Rest" if last else coming.name, self._thumb(coming))

    def _lay_out(self) -> None:
        set_kind(self._title, "strong", soft=True)
        set_kind(self._breath_words, "small", soft=True)
        for label in (self._title, self._breath_words):
            label.setWordWrap(True)
        self._breath_words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_M)
        column.setSpacing(0)
        column.addLayout(self._rings())
        column.addSpacing(SPACE_XL)
        column.addWidget(self._title)
        column.addSpacing(SPACE_S)
        column.addWidget(self.cue, 1)
        column.addSpacing(SPACE_L)
        column.addWidget(self.pressure)
        column.addSpacing(SPACE_L)
        column.addWidget(self._next)

    def _rings(self) -> QHBoxLayout:
        breathing = QVBoxLayout()
        breathing.setSpacing(SPACE_S)
        breathing.addWidget(self.breath, 0, Qt.AlignmentFlag.AlignHCenter)
        breathing.addWidget(self._breath_words)
        rings = QHBoxLayout()
        rings.setSpacing(SPACE_M)
        rings.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        rings.addLayout(breathing, 1)
        return rings

    def _thumb(self, step: Step) -> Path:
        """A small picture of where a step works, or of its figure."""
        figure = self._atlas.figure(step.move) if step.view == POSE else None
        return figure.picture(0) if figure else self._atlas.thumb(step.view)
