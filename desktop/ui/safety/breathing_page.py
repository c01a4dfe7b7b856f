"""Breathing by itself: the choice that is always left (content sheet 5.4, pattern BR3 of 7.3)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.breath import calm_breath
from desktop.ui.player.breath_ring import BreathRing
from desktop.ui.player.clock import Clock
from desktop.ui.theme import SPACE_L, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph

_RING, _HINT_WIDTH = 260, 480


class BreathingPage(QWidget):
    """A ring to breathe with for as long as one likes. Signals: `left()` back to the map."""

    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._clock = Clock(parent=self)
        self._clock.ticked.connect(self._show)
        self._ring = BreathRing(theme)
        self._ring.setFixedSize(_RING, _RING)
        title = QLabel("Breathe")
        set_kind(title, "display")
        hint = Paragraph("In through the nose, longer out. If you feel light-headed, breathe as usual.")
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        hint.setMinimumWidth(_HINT_WIDTH)
        set_kind(hint, "body", soft=True)
        done = QPushButton("Back to the map")
        done.clicked.connect(self.left)
        panel = Panel(theme, margin=SPACE_XL)
        panel.column.setSpacing(SPACE_L)
        panel.column.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        panel.column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        panel.column.addWidget(hint)
        panel.column.addWidget(done, 0, Qt.AlignmentFlag.AlignHCenter)
        page = QVBoxLayout(self)
        page.addWidget(panel, 0, Qt.AlignmentFlag.AlignCenter)

    def begin(self) -> None:
        self._clock.seek(0.0)
        self._show(0.0, 0.0)

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.pause()
        super().hideEvent(event)

    def _show(self, t: float, _advance: float) -> None:
        self._ring.show_breath(calm_breath(t))
