"""Where somebody chooses how to be guided: how brisk, what lies between two steps, and from where the body is seen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from desktop.domain.frame import Frame, Phase
from desktop.domain.pace import Pace
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import CHANGE_OVERS, Way
from desktop.ui.icons import icon
from desktop.ui.theme import SPACE_M, SPACE_S, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.resize_watch import ResizeWatch
from desktop.ui.widgets.segments import Segments

PEEK_SECONDS = 4.0
"""Guide seconds that a change made by a key is shown for."""
MARGIN, WIDTH = 16, 620
_UNTIMED = "untimed"
_PACES = {Pace.CALM: "Calmer", Pace.NEUTRAL: "As written", Pace.ENERGISE: "Brisker"}
_STEPS = {str(seconds): f"After {seconds} s" if seconds else "At once" for seconds in CHANGE_OVERS} | {
    _UNTIMED: "When I say so"
}
_SEEN = {
    Viewpoint.AS_ON_ME: "As on me",
    Viewpoint.MIRROR: "In a mirror",
    Viewpoint.PARTNER: "My partner from behind",
}
_MEANS = {
    Viewpoint.AS_ON_ME: "Every view as it is drawn: seen from the front, your left is on the right.",
    Viewpoint.MIRROR: "What is on your left is on the left, in every view and in the sound.",
    Viewpoint.PARTNER: "You stand behind: their left is on the left, in every view and in the sound.",
}


def in_words(way: Way, mode: str) -> str:
    """What is chosen, in a line; `mode` as in Routine."""
    choices = (_PACES[way.pace], _STEPS[_step_key(way)], _SEEN[way.viewpoint(mode)])
    pace, steps, seen = (f"{words[0].lower()}{words[1:]}" for words in choices)
    return f"Pace {pace}  ·  next step {steps}  ·  seen {seen}"


def _step_key(way: Way) -> str:
    return _UNTIMED if way.untimed else str(way.change_over)


class WayPanel(Panel):
    """Lies over the top of the stage: before the start as a line that says what is chosen, opened to choose.

    Signals: `chosen(Way)`; `busy()` while it is open before the start, which then waits."""

    chosen = Signal(object)
    busy = Signal()

    def __init__(self, theme: Theme, stage: QWidget, page: QWidget) -> None:
        """`page` holds the stage: with large text the panel needs more room than the stage has."""
        super().__init__(theme, page, margin=SPACE_S)
        self._stage, self._page = stage, page
        self._way, self._mode = Way(), "self"
        self._open = False
        self._t = self._until = 0.0
        self.line = QPushButton()
        self.pace = Segments(theme, list(_PACES.items()), "Pace")
        self.steps = Segments(theme, list(_STEPS.items()), "Next step")
        self.seen = Segments(theme, list(_SEEN.items()), "Seen")
        self._choices = QWidget()
        self._means = QLabel()
        self.close_button = QPushButton("Done")
        self._lay_out()
        self._connect()
        self.setAccessibleName("Pace and view")
        self.hide()
        ResizeWatch(self, stage, page).resized.connect(self._place)
        theme.changed.connect(self._dress)
        self._dress()

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
        self.steps.set_key(_step_key(way))
        self.seen.set_key(self.viewpoint)
        self._means.setText(_MEANS[self.viewpoint])
        self.line.setText(in_words(way, mode))
        self.line.setAccessibleName(f"Pace and view: {self.line.text()}")
        self._place()

    def begin(self, way: Way, mode: str) -> None:
        """A session begins in this way; nothing has been asked for yet."""
        self._t = self._until = 0.0
        self._set_open(False)
        self.set_way(way, mode)

    def toggle(self) -> None:
        """Opens it, or closes it again."""
        self._until = self._t
        self._set_open(not self._open)
        self._show(self._open or self._t < 0)

    def mirror_or_not(self) -> None:
        """Turns the mirror on, or off again; somebody behind a partner sees no mirror. Says for a while what is chosen:
        a view from behind looks the same in both."""
        if self.viewpoint is not Viewpoint.PARTNER:
            self._on_seen(Viewpoint.AS_ON_ME if self.viewpoint is Viewpoint.MIRROR else Viewpoint.MIRROR)
        self._until = self._t + PEEK_SECONDS
        self._show(True)

    def follow(self, frame: Frame) -> None:
        """Comes before the start and goes with it."""
        self._t = frame.t
        ready = frame.phase is Phase.GET_READY
        self._show(ready or self._open or frame.t < self._until)
        if ready and self._open:
            self.busy.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside a button is no click on the stage."""
        event.accept()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._choices)
        grid.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        for row, (words, segments) in enumerate((("Pace", self.pace), ("Next step", self.steps), ("Seen", self.seen))):
            label = QLabel(words)
            set_kind(label, "small", soft=True)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(segments, row, 1, 1, 2)
        set_kind(self._means, "small", soft=True)
        self._means.setWordWrap(True)
        grid.addWidget(self._means, 3, 1)
        grid.addWidget(self.close_button, 3, 2)
        grid.setColumnStretch(1, 1)
        self.line.setProperty("role", "plain")
        self.line.setToolTip("Choose pace and view  (P)")
        for button in (self.line, self.close_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.column.addWidget(self.line)
        self.column.addWidget(self._choices)

    def _connect(self) -> None:
        self.pace.chosen.connect(self._on_pace)
        self.steps.chosen.connect(self._on_steps)
        self.seen.chosen.connect(self._on_seen)
        self.line.clicked.connect(self.toggle)
        self.close_button.clicked.connect(self.toggle)

    def _dress(self) -> None:
        self.line.setIcon(icon("settings", self._theme.palette.accent_ink, 16))
        self._place()

    def _set_open(self, opened: bool) -> None:
        self._open = opened
        self.line.setVisible(not opened)
        self._choices.setVisible(opened)
        self._place()

    def _show(self, shown: bool) -> None:
        if shown != self.isVisibleTo(self._page):
            self.setVisible(shown)
            self._place()
            self.raise_()

    def _place(self) -> None:
        """At the top of the stage, between the names of its sides while it is a line; of the page where it is wider."""
        wanted = max(self._theme.room(WIDTH) if self._open else 0, self.sizeHint().width())
        over = self._stage.geometry() if wanted <= self._stage.width() - 2 * MARGIN else self._page.rect()
        width = min(wanted, over.width() - 2 * MARGIN)
        self.setFixedSize(width, max(self.heightForWidth(width), self.sizeHint().height()))
        self.move(over.center().x() - width // 2, over.top() + (3 * MARGIN if self._open else MARGIN))

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
        self.chosen.emit(way)
