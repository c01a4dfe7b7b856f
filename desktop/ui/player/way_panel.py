"""Where somebody chooses how to be guided: how brisk, what lies between two steps, and from where the body is seen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.domain.frame import Frame, Phase
from desktop.domain.pace import Pace
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import CHANGE_OVERS, Way
from desktop.ui.theme import SPACE_M, SPACE_S, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.segments import Segments

PEEK_SECONDS = 4.0
"""Guide seconds that a change made by a key is shown for."""
MARGIN, WIDTH = 48, 620
_PACES = ((Pace.CALM, "Calmer"), (Pace.NEUTRAL, "As written"), (Pace.ENERGISE, "Brisker"))
_UNTIMED = "untimed"
_STEPS = (
    *((str(seconds), f"after {seconds} s" if seconds else "At once") for seconds in CHANGE_OVERS),
    (_UNTIMED, "When I say so"),
)
_SEEN = ((Viewpoint.AS_ON_ME, "As on me"), (Viewpoint.MIRROR, "Mirror"), (Viewpoint.PARTNER, "My partner from behind"))
_MEANS = {
    Viewpoint.AS_ON_ME: "Every view as it is drawn: seen from the front, your left is on the right.",
    Viewpoint.MIRROR: "As in a mirror: what is on your left is on the left, in every view and in the sound.",
    Viewpoint.PARTNER: "You stand behind: their left is on the left, in every view and in the sound.",
}


class WayPanel(Panel):
    """Lies over the top of the stage before the start, and later when it is asked for.

    Signals: `chosen(Way)`; `busy()` while somebody is at it with the pointer."""

    chosen = Signal(object)
    busy = Signal()

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(theme, stage, margin=SPACE_M)
        self._stage = stage
        self._way, self._mode = Way(), "self"
        self._kept_open = False
        self._t = self._until = 0.0
        self.pace = Segments(theme, _PACES, "Pace")
        self.steps = Segments(theme, _STEPS, "Next step")
        self.seen = Segments(theme, _SEEN, "Seen")
        self._means = QLabel()
        self._lay_out()
        self.pace.chosen.connect(self._on_pace)
        self.steps.chosen.connect(self._on_steps)
        self.seen.chosen.connect(self._on_seen)
        self.setAccessibleName("Pace and view")
        self.setMouseTracking(True)
        self.hide()
        stage.installEventFilter(self)
        theme.changed.connect(self._place)

    @property
    def way(self) -> Way:
        return self._way

    @property
    def viewpoint(self) -> Viewpoint:
        """From where the routine that runs is seen."""
        return self._way.viewpoint(self._mode)

    def set_way(self, way: Way, mode: str) -> None:
        """What is chosen, for a routine of this mode (as in Routine)."""
        self._way, self._mode = way, mode
        self.pace.set_key(way.pace)
        self.steps.set_key(_UNTIMED if way.untimed else str(way.change_over))
        self.seen.set_key(self.viewpoint)
        self._means.setText(_MEANS[self.viewpoint])

    def begin(self, way: Way, mode: str) -> None:
        """A session begins in this way; nothing has been asked for yet."""
        self.set_way(way, mode)
        self._kept_open, self._t, self._until = False, 0.0, 0.0

    def toggle(self) -> None:
        """Opens it, or closes it again."""
        self._kept_open = not self._kept_open
        self._until = self._t
        self._show(self._kept_open)

    def mirror_or_not(self) -> None:
        """Turns the mirror on, or off again; somebody behind a partner sees no mirror. Shows shortly what is chosen."""
        if self.viewpoint is not Viewpoint.PARTNER:
            self._on_seen(Viewpoint.AS_ON_ME if self.viewpoint is Viewpoint.MIRROR else Viewpoint.MIRROR)
        self._until = self._t + PEEK_SECONDS
        self._show(True)

    def follow(self, frame: Frame) -> None:
        """Comes before the start and goes with it."""
        self._t = frame.t
        self._show(frame.phase is Phase.GET_READY or self._kept_open or frame.t < self._until)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.busy.emit()
        super().enterEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.busy.emit()
        super().mouseMoveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a button is no click on the stage."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        for row, (words, segments) in enumerate((("Pace", self.pace), ("Next step", self.steps), ("Seen", self.seen))):
            label = QLabel(words)
            set_kind(label, "small", soft=True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(segments, row, 1)
        set_kind(self._means, "small", soft=True)
        self._means.setWordWrap(True)
        grid.addWidget(self._means, 3, 1)
        grid.setColumnStretch(1, 1)
        self.column.addLayout(grid)

    def _show(self, shown: bool) -> None:
        if shown != self.isVisibleTo(self._stage):
            self.setVisible(shown)
            self._place()
            self.raise_()

    def _place(self) -> None:
        """At the top of the stage, below the names of its sides."""
        width = min(self._theme.room(WIDTH), self._stage.width() - 2 * SPACE_M)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._stage.width() - width) // 2, MARGIN)

    def _on_pace(self, pace: str) -> None:
        self._choose(replace(self._way, pace=Pace(pace)))

    def _on_steps(self, key: str) -> None:
        untimed = key == _UNTIMED
        change_over = self._way.change_over if untimed else int(key)
        self._choose(replace(self._way, untimed=untimed, change_over=change_over))

    def _on_seen(self, viewpoint: str) -> None:
        self._choose(self._way.seen_from(Viewpoint(viewpoint), self._mode))

    def _choose(self, way: Way) -> None:
        self.set_way(way, self._mode)
        self.busy.emit()
        self.chosen.emit(way)
