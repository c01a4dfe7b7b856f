"""What a place felt like around a session: before, after, an hour later, the next morning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.body import Place
from desktop.domain.session import Moment, Rating
from desktop.ui.theme import SPACE_M, SPACE_S, SPACE_XS, Theme, set_kind
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.tension_slider import TensionSlider

MOMENTS: Final = {
    Moment.BEFORE: "Before",
    Moment.AFTER: "After",
    Moment.PLUS_HOUR: "An hour later",
    Moment.NEXT_MORNING: "Next morning",
}


class PlaceRatings(QWidget):
    """Four scales; what is not touched stays unanswered. Signal: `removed(Place)`."""

    removed = Signal(object)

    def __init__(
        self, theme: Theme, place: Place, name: str, given: Iterable[Rating], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.place = place
        self.sliders: dict[Moment, TensionSlider] = {}
        heading: QLabel = Paragraph(name)
        set_kind(heading, "strong")
        remove = IconButton(theme, "close", f"Take {name} out", size=16)
        remove.clicked.connect(self._on_remove)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(remove)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        felt = {rating.moment: rating.value for rating in given if rating.place == place}
        for line, (moment, word) in enumerate(MOMENTS.items()):
            label, slider = QLabel(word), TensionSlider(theme, f"{name}, {word.lower()}:")
            slider.set_value(felt.get(moment))
            self.sliders[moment] = slider
            grid.addWidget(label, line, 0)
            grid.addWidget(slider, line, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addLayout(head)
        column.addLayout(grid)

    @property
    def ratings(self) -> tuple[Rating, ...]:
        given = ((moment, slider.value) for moment, slider in self.sliders.items())
        return tuple(Rating(self.place, moment, value) for moment, value in given if value is not None)

    def _on_remove(self) -> None:
        self.removed.emit(self.place)
