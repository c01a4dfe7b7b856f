"""Which of the weeks or months a picture shows: all of them, one, or one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QWidget

from desktop.ui.theme import SPACE_M, Theme
from desktop.ui.widgets.icon_button import IconButton

_A_STEP_MS = 800
_ALL = "The whole time"
_INTO_LAST = (Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_End)
_INTO = (*_INTO_LAST, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Home)
"""Keys that lead from the whole time to its last or first step."""


class TimeSlider(QWidget):
    """Signal: `moved()` when another time was chosen or played to; `index` is None for all of them.

    On the slider the arrow keys go a step, Home and End to the first and last, Space plays, Escape shows all."""

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.index: int | None = None
        self._all = QPushButton(_ALL)
        self._all.setCheckable(True)
        self._all.setProperty("role", "choice")
        self._all.clicked.connect(self._on_all)
        self._play = IconButton(theme, "play", "Play from week to week", keys="Space")
        self._play.clicked.connect(self.play)
        self._slider = _Slider(self)
        self._slider.valueChanged.connect(self._on_value)
        self._label = QLabel()
        self._timer = QTimer(self, interval=_A_STEP_MS)
        self._timer.timeout.connect(self._on_step)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        for widget, stretch in ((self._all, 0), (self._play, 0), (self._slider, 1), (self._label, 0)):
            row.addWidget(widget, stretch)
        theme.changed.connect(self._fit)

    @property
    def playing(self) -> bool:
        return self._timer.isActive()

    def present(self, names: Sequence[str], step: str) -> None:
        """The times in their order, each a `step` (week, month) long; all of them are shown. One alone is no choice."""
        self._names = tuple(names)
        self._play.setToolTip(f"Play from {step} to {step}  (Space)")
        with QSignalBlocker(self._slider):
            self._slider.setRange(0, max(len(names) - 1, 0))
            self._slider.setValue(len(names) - 1)
        self.setVisible(len(names) > 1)
        self._fit()
        self._show(None)

    def show_all(self) -> None:
        self._stop()
        self._show(None)
        self.moved.emit()

    def play(self) -> None:
        """Goes on from the time that is shown, or from the first; stops where it runs."""
        if self.playing:
            self._stop()
            return
        at_end = self.index is None or self.index == len(self._names) - 1
        self.go(0 if at_end else self._slider.value())
        self._timer.start()
        self._play.set_icon("pause")

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop()
        super().hideEvent(event)

    def _on_all(self) -> None:
        self.show_all()

    def _on_value(self, value: int) -> None:
        self._stop()
        self.go(value)

    def _on_step(self) -> None:
        if self._slider.value() >= len(self._names) - 1:
            self._stop()
        else:
            self.go(self._slider.value() + 1)

    def go(self, value: int) -> None:
        """Shows one of the times by its index."""
        with QSignalBlocker(self._slider):
            self._slider.setValue(value)
        self._show(value)
        self.moved.emit()

    def _stop(self) -> None:
        self._timer.stop()
        self._play.set_icon("play")

    def _show(self, index: int | None) -> None:
        self.index = index
        self._all.setChecked(index is None)
        text = "" if index is None else self._names[index]
        self._label.setText(text)
        self._slider.setAccessibleName(f"Time: {text or _ALL}")

    def _fit(self) -> None:
        """As wide as the longest name, so that nothing jumps."""
        metrics = QFontMetrics(self._label.font())
        self._label.setMinimumWidth(max(map(metrics.horizontalAdvance, self._names), default=0) + 4)


class _Slider(QSlider):
    """The slider with the keys of its times."""

    def __init__(self, times: TimeSlider) -> None:
        super().__init__(Qt.Orientation.Horizontal, times)
        self._times = times
        self.setPageStep(4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self._times.play()
        elif event.key() == Qt.Key.Key_Escape and self._times.index is not None:
            self._times.show_all()
        elif event.key() in _INTO and self._times.index is None:
            self._times.go(self.maximum() if event.key() in _INTO_LAST else 0)
        else:
            super().keyPressEvent(event)
