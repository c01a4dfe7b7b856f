"""Breathing by itself: the choice that is always left (content sheet 5.4, patterns of 7.3)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.domain.breathing import LONGER_OUT, STOP_CUE, WAYS, Breathing
from desktop.domain.frame import Breath
from desktop.ui.player.breath_ring import BreathRing
from desktop.ui.player.clock import Clock
from desktop.ui.theme import SPACE_M, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.in_middle import lay_in_middle
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.segments import Segments

_RING, _WIDTH = 240, 480
_MINUTES = (1, 3, 5)
_PAUSES = (("without", "No pause"), ("with", "A short pause"))


class BreathingPage(QWidget):
    """A ring to breathe with, in one of several ways, for some minutes. Signals: `left()` back to the map."""

    left = Signal()

    def __init__(self, theme: Theme, clock: Clock | None = None) -> None:
        super().__init__()
        self._clock = clock or Clock()
        self._clock.setParent(self)
        self._clock.ticked.connect(self._on_tick)
        self._clock.gapped.connect(self._end)
        self._way: Breathing = LONGER_OUT
        self._title = QLabel()
        self._ring = BreathRing(theme)
        self._ways = Segments(theme, [(way.id, way.name) for way in WAYS], "How to breathe")
        self._minutes = Segments(theme, [(str(minutes), f"{minutes} min") for minutes in _MINUTES], "For how long")
        self._pauses = Segments(theme, _PAUSES, "Between in and out")
        self._note = Paragraph()
        self._again = QPushButton("Once more")
        self._lay_out(theme)
        self._ways.chosen.connect(self._on_way)
        self._minutes.chosen.connect(self.begin)
        self._pauses.chosen.connect(self.begin)
        self._again.clicked.connect(self.begin)
        self._ways.set_key(LONGER_OUT.id)
        self._minutes.set_key(str(_MINUTES[1]))
        self._pauses.set_key("without")

    @property
    def way(self) -> Breathing:
        return self._way

    @property
    def ring(self) -> BreathRing:
        return self._ring

    def begin(self) -> None:
        """From the first breath, in the way that is chosen."""
        self._title.setText("Breathe")
        self._note.setText(self._way.note)
        self._minutes.setVisible(not self._way.breaths)
        self._pauses.setVisible(self._way.may_pause)
        self._again.hide()
        self._clock.seek(0.0)
        self._on_tick(0.0, 0.0)
        if self.isVisible():
            self._clock.start()

    def showEvent(self, event: QShowEvent) -> None:
        self._clock.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._clock.pause()
        super().hideEvent(event)

    def _on_way(self, chosen: str) -> None:
        self._way = next(way for way in WAYS if way.id == chosen)
        self.begin()

    def _on_tick(self, t: float, _advance: float) -> None:
        pauses = self._pauses.key == "with"
        if t >= self._way.seconds(float(self._minutes.key), pauses):
            self._end()
        else:
            self._ring.show_breath(*self._way.at(t, pauses))

    def _end(self) -> None:
        """Calmly: the ring rests, and nothing else happens."""
        self._clock.pause()
        self._ring.show_breath(Breath(inhale=False, fill=0.0), "")
        self._title.setText("Stay a moment")
        self._note.setText("Breathe as usual, and feel how it is now.")
        self._again.show()

    def _lay_out(self, theme: Theme) -> None:
        panel = Panel(theme, margin=SPACE_XL)
        panel.setMinimumWidth(theme.room(_WIDTH))
        self._ring.setFixedSize(_RING, _RING)
        stop_cue = Paragraph(STOP_CUE)
        set_kind(self._title, "display")
        set_kind(self._note, "body", soft=True)
        set_kind(stop_cue, "small", soft=True)
        for words in (self._title, self._note, stop_cue):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        back = QPushButton("Back to the map")
        back.clicked.connect(self.left)
        panel.column.setSpacing(SPACE_M)
        panel.column.addWidget(self._title)
        panel.column.addWidget(self._ring, 0, Qt.AlignmentFlag.AlignHCenter)
        for widget in (self._note, self._ways, self._minutes, self._pauses, stop_cue):
            panel.column.addWidget(widget)
        panel.column.addWidget(ButtonRow(self._again, back, widened=back))
        lay_in_middle(self, panel)
