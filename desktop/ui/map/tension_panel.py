"""How tense each chosen place is right now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.body import Place
from desktop.domain.guide import Guide
from desktop.domain.session import Moment, Rating
from desktop.ui import words
from desktop.ui.theme import SPACE_S, SPACE_XS, Theme, set_kind
from desktop.ui.widgets.tension_slider import TensionSlider


class TensionPanel(QWidget):
    """One slider a place; an answer stays while the card is open, also when a place is let go and taken again."""

    def __init__(self, guide: Guide, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide, self._theme = guide, theme
        self._sliders: dict[Place, TensionSlider] = {}
        self._labels: list[QLabel] = []
        question = QLabel("How tense is it right now?")
        question.setWordWrap(True)
        set_kind(question, "strong")
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(SPACE_S)
        self._grid.setVerticalSpacing(SPACE_XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(question)
        column.addLayout(self._grid)

    @property
    def ratings(self) -> tuple[Rating, ...]:
        """The answers of the places shown; one that was not given is not there."""
        shown = [(place, slider.value) for place, slider in self._sliders.items() if not slider.isHidden()]
        return tuple(Rating(place, Moment.BEFORE, value) for place, value in shown if value is not None)

    def slider(self, place: Place) -> TensionSlider:
        return self._sliders[place]

    def show_places(self, places: Sequence[Place]) -> None:
        for label in self._labels:
            label.deleteLater()
        self._labels.clear()
        for slider in self._sliders.values():
            self._grid.removeWidget(slider)
            slider.setVisible(False)
        beside = len(places) > 1 and len({place.region for place in places}) == 1
        for place in places:
            line = self._grid.rowCount()
            slider = self._sliders.get(place) or self._make_slider(place)
            if beside:
                self._add_label(words.SIDE_NAMES[place.side].capitalize(), line, 1)
            elif len(places) > 1:
                self._add_label(words.side_of(self._guide.regions[place.region].name, place.side), line, 2)
                line += 1
            self._grid.addWidget(slider, line, int(beside), 1, 2 - int(beside))
            slider.setVisible(True)

    def forget(self) -> None:
        """Lets all answers go: they belonged to a session that has begun or to another choice."""
        for slider in self._sliders.values():
            slider.set_value(None)

    def _add_label(self, text: str, line: int, columns: int) -> None:
        label = QLabel(text)
        label.setWordWrap(columns > 1)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(0, SPACE_XS, 0, 0)
        set_kind(label, "small", soft=True)
        self._labels.append(label)
        self._grid.addWidget(label, line, 0, 1, columns)

    def _make_slider(self, place: Place) -> TensionSlider:
        name = words.side_of(self._guide.regions[place.region].name, place.side)
        self._sliders[place] = TensionSlider(self._theme, f"How tense is it right now: {name}?", self)
        return self._sliders[place]
