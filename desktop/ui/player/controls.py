"""The few buttons of the player: everything they do has a key too."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.ui.theme import SPACE_XS, Theme
from desktop.ui.widgets.icon_button import IconButton


class Controls(QWidget):
    """Signals: `back()`, `paused()` (also goes on), `forward()`, `way()` how to be guided, `muted()` (also sound on
    again), `full_screen()`, `stopped()`."""

    back = Signal()
    paused = Signal()
    forward = Signal()
    stopped = Signal()
    way = Signal()
    muted = Signal()
    full_screen = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._previous = IconButton(theme, "previous", "Step back", keys="Left")
        self._pause = IconButton(theme, "pause", "Pause", keys="Space", size=24)
        self._next = IconButton(theme, "next", "Next step", keys="Right")
        self._way = IconButton(theme, "settings", "Pace and view", size=18)
        self._mute = IconButton(theme, "sound", "Sound off", keys="M", size=18)
        self._full = IconButton(theme, "full_screen", "Full screen", keys="F11", size=18)
        self._stop = QPushButton("Stop")
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._stop.setToolTip("Let go at once  (Esc)")
        signals = (self.back, self.paused, self.forward, self.way, self.muted, self.full_screen, self.stopped)
        buttons = (self._previous, self._pause, self._next, self._way, self._mute, self._full, self._stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        for button, signal in zip(buttons, signals, strict=True):
            button.clicked.connect(signal)
            row.addWidget(button)
        row.insertStretch(3)

    def set_running(self, running: bool) -> None:
        self._pause.set_icon("pause" if running else "play")
        name = "Pause" if running else "Go on"
        self._pause.setAccessibleName(name)
        self._pause.setToolTip(f"{name}  (Space)")

    def set_muted(self, muted: bool) -> None:
        self._mute.set_icon("mute" if muted else "sound")
        name = "Sound on" if muted else "Sound off"
        self._mute.setAccessibleName(name)
        self._mute.setToolTip(f"{name}  (M)")
