"""How is it an hour later, or this morning? Asked over the map once, and left alone as easily as answered."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.body import Place, Region
from desktop.domain.later import LaterQuestion
from desktop.domain.session import Moment, Rating
from desktop.ui.theme import SPACE_L, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.layouts import empty
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.resize_watch import ResizeWatch
from desktop.ui.widgets.tension_slider import TensionSlider
from desktop.ui.words import side_of

_WIDTH = 420
_TITLES = {Moment.PLUS_HOUR: "How is it an hour later?", Moment.NEXT_MORNING: "How is it this morning?"}


class LaterCard(Panel):
    """Lies over the foot of `host`. Signal: `rated(str, ratings)` a session's id and what was given; what was not
    touched stays unanswered."""

    rated = Signal(str, object)

    def __init__(self, host: QWidget, theme: Theme, regions: Mapping[str, Region]) -> None:
        super().__init__(theme, host, margin=SPACE_L)
        self._host, self._regions = host, regions
        self._question: LaterQuestion | None = None
        self._sliders: dict[Place, TensionSlider] = {}
        self._scroll, self._asked = QScrollArea(self), QWidget(self)
        self.hide()
        ResizeWatch(self, host).resized.connect(self._place)
        theme.changed.connect(self._place)

    def slider(self, place: Place) -> TensionSlider:
        """Raises KeyError for a place that is not asked about."""
        return self._sliders[place]

    def ask(self, question: LaterQuestion) -> None:
        self._question, self._sliders = question, {}
        empty(self.column)
        title, about = QLabel(_TITLES[question.moment]), Paragraph(f"After {question.title}.")
        set_kind(title, "title")
        set_kind(about, "small", soft=True)
        self._asked = QWidget()
        rows = QVBoxLayout(self._asked)
        rows.setContentsMargins(0, 0, 0, 0)
        for place in question.places:
            name = side_of(self._regions[place.region].name, place.side)
            label = QLabel(name)
            set_kind(label, "strong")
            self._sliders[place] = TensionSlider(self._theme, f"{title.text()} {name}")
            rows.addWidget(label)
            rows.addWidget(self._sliders[place])
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._asked)
        for widget in (title, about, self._scroll, self._buttons()):
            self.column.addWidget(widget)
            widget.show()
        self.setAccessibleName(f"{title.text()} {about.text()}")
        self.show()
        self._place()
        self.raise_()

    def _buttons(self) -> ButtonRow:
        keep, leave = QPushButton("Keep"), QPushButton("Not now")
        keep.setProperty("role", "primary")
        keep.clicked.connect(self._on_keep)
        leave.clicked.connect(self.hide)
        return ButtonRow(keep, leave, widened=keep)

    def _on_keep(self) -> None:
        if self._question is None:
            return
        moment = self._question.moment
        given = ((place, slider.value) for place, slider in self._sliders.items())
        ratings = tuple(Rating(place, moment, value) for place, value in given if value is not None)
        self.hide()
        if ratings:
            self.rated.emit(self._question.session, ratings)

    def _place(self) -> None:
        if self._question is None:
            return
        width = min(self._theme.room(_WIDTH), self._host.width() - 2 * SPACE_L)
        self.setFixedWidth(width)
        wanted = self._asked.sizeHint().height()
        self._scroll.setFixedHeight(wanted)
        over = self.sizeHint().height() - (self._host.height() - 2 * SPACE_XL)
        self._scroll.setFixedHeight(max(wanted - max(over, 0), self._theme.room(90)))
        self.adjustSize()
        self.move((self._host.width() - width) // 2, self._host.height() - self.height() - SPACE_XL)
