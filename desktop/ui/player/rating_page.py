"""After the last step: rest, then how tense it is now, and a note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.body import Place, Region
from desktop.domain.session import Moment, Rating
from desktop.ui.ground import paint_ground
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.in_middle import lay_in_middle
from desktop.ui.widgets.layouts import empty
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.tension_slider import TensionSlider
from desktop.ui.words import side_of

WIDTH = 560
NOTE_LENGTH = 500


class RatingPage(QWidget):
    """`aftercare` are the lines read first (content sheet 5.8). Signal: `done(ratings, note)`; places whose slider was
    not touched have no rating."""

    done = Signal(object, str)

    def __init__(
        self, theme: Theme, regions: Mapping[str, Region], aftercare: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._regions = regions
        self._sliders: dict[Place, TensionSlider] = {}
        self._heading = QLabel()
        self._questions = QVBoxLayout()
        self._aftercare: list[QLabel] = []
        self._note = QLineEdit()
        self._button = QPushButton("Done")
        self._lay_out(aftercare)
        theme.changed.connect(self.update)

    @property
    def ratings(self) -> tuple[Rating, ...]:
        given = ((place, slider.value) for place, slider in self._sliders.items())
        return tuple(Rating(place, Moment.AFTER, value) for place, value in given if value is not None)

    @property
    def note(self) -> str:
        return self._note.text().strip()

    def slider(self, place: Place) -> TensionSlider:
        """The slider of a place that is asked about. Raises KeyError for another."""
        return self._sliders[place]

    def open(self, places: Sequence[Place], finished: bool) -> None:
        """Asks for these places anew. A session that was ended early had no rest yet: it is told what is good now."""
        self._heading.setText("Well done." if finished else "Ended here. Now rest.")
        for line in self._aftercare:
            line.setVisible(not finished)
        self._note.clear()
        self._ask(places)
        first = next(iter(self._sliders.values()), None)
        (first or self._note).setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ground(QPainter(self), QRectF(self.rect()), self._theme.palette)

    def _ask(self, places: Sequence[Place]) -> None:
        empty(self._questions)
        self._sliders = {}
        for place in places:
            name = side_of(self._regions[place.region].name, place.side)
            label = QLabel(name)
            set_kind(label, "strong")
            slider = TensionSlider(self._theme, f"How tense is it now: {name}?")
            self._sliders[place] = slider
            for widget in (label, slider):
                self._questions.addWidget(widget)
                widget.show()

    def _lay_out(self, aftercare: Sequence[str]) -> None:
        panel = Panel(self._theme, margin=SPACE_XL)
        panel.setFixedWidth(WIDTH)
        set_kind(self._heading, "display")
        panel.column.addWidget(self._heading)
        for line in aftercare:
            self._aftercare.append(_soft(line))
            panel.column.addWidget(self._aftercare[-1])
        panel.column.addSpacing(SPACE_L)
        question = QLabel("How tense is it now?")
        set_kind(question, "title")
        panel.column.addWidget(question)
        self._questions.setSpacing(SPACE_S)
        panel.column.addLayout(self._questions)
        panel.column.addSpacing(SPACE_M)
        self._note.setPlaceholderText("A note for yourself")
        self._note.setAccessibleName("A note for yourself, not required")
        self._note.setMaxLength(NOTE_LENGTH)
        self._note.returnPressed.connect(self._on_done)
        panel.column.addWidget(self._note)
        panel.column.addSpacing(SPACE_M)
        self._button.setProperty("role", "primary")
        self._button.clicked.connect(self._on_done)
        panel.column.addWidget(self._button)
        lay_in_middle(self, panel)

    def _on_done(self) -> None:
        self.done.emit(self.ratings, self.note)


def _soft(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setMinimumWidth(WIDTH - 2 * SPACE_XL)
    set_kind(label, "body", soft=True)
    return label
