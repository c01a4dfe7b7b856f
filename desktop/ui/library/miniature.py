"""A routine seen small: one still moment, or its strokes as they go."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QHideEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine, StepKind
from desktop.domain.timeline import Timeline
from desktop.ui.player.clock import Clock
from desktop.ui.player.stage import Stage
from desktop.ui.theme import Theme

_BEFORE, _INTO = 0.6, 0.35
"""It begins this many seconds into the first stroke; its still picture is taken at this share of that step."""


class Miniature(QWidget):
    """Plays a routine's strokes round and round while it is seen and not asked to hold still."""

    def __init__(self, atlas: Atlas, guide: Guide, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._guide, self._theme = atlas, guide, theme
        self._timeline: Timeline | None = None
        self._start = 0.0
        self._clock = Clock(parent=self)
        self._clock.ticked.connect(self._show)
        self.stage = Stage(atlas, theme, parent=self, bare=True)
        self.stage.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stage)
        self.setAccessibleName("How it looks")

    def show_routine(self, routine: Routine) -> None:
        """Holds the first stroke's picture until `play`. Raises PathError where it cannot be drawn."""
        self._clock.pause()
        self._timeline = Timeline(routine.steps, self._guide, self._atlas)
        first = _first_stroke(routine)
        self._start = self._timeline.start_of(first) + _BEFORE
        self._show(self._timeline.start_of(first) + _INTO * routine.steps[first].seconds, 0.0)
        self.stage.foresee(self._timeline.frame_at)

    def play(self) -> None:
        """Moves from the first stroke on; where motion is unwanted the still picture stays."""
        if self._timeline is not None and self._theme.motion(1, self):
            self._clock.seek(self._start)
            self._clock.start()

    def hold(self) -> None:
        self._clock.pause()

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.pause()
        self.stage.release()
        super().hideEvent(event)

    def _show(self, t: float, _advance: float) -> None:
        if self._timeline is None:
            return
        if t >= self._timeline.duration:
            self._clock.seek(self._start)
            t = self._start
        self.stage.show_frame(self._timeline.frame_at(t))


def still(routine: Routine, atlas: Atlas, guide: Guide, theme: Theme, size: QSize, ratio: float) -> QPixmap:
    """A routine's first stroke, at `ratio` device pixels a logical one. Raises PathError where it cannot be drawn."""
    stage = Stage(atlas, theme, bare=True)
    stage.resize(size * ratio)
    timeline, first = Timeline(routine.steps, guide, atlas), _first_stroke(routine)
    stage.show_frame(timeline.frame_at(timeline.start_of(first) + _INTO * routine.steps[first].seconds))
    picture = stage.grab()
    picture.setDevicePixelRatio(ratio)
    stage.release()
    stage.deleteLater()
    return picture


def _first_stroke(routine: Routine) -> int:
    """The step that shows best what a routine is like: its first core stroke, or its first step."""
    strokes = [i for i, step in enumerate(routine.steps) if step.kind is StepKind.STROKE]
    return next((i for i in strokes if routine.steps[i].number in routine.core), strokes[0] if strokes else 0)
