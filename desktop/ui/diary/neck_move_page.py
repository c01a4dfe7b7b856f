"""One movement of the neck check: how it goes, a picture, and three tries."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.captions import first_upper
from desktop.domain.neck_check import TRIES, NeckMove
from desktop.domain.neck_guide import GUIDES, short_words, stop_words, stops
from desktop.domain.neck_words import MOVE_NAMES
from desktop.ui.diary.neck_picture import NeckPicture
from desktop.ui.theme import SPACE_M, Theme, set_kind
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.scale_slider import Scale, ScaleSlider

_TRIES = ("First try", "Second try", "Third try")


class NeckMovePage(QWidget):
    """`tries` are the three values in the movement's unit, None until all are entered. Signal: `changed()`."""

    changed = Signal()

    def __init__(
        self, theme: Theme, move: NeckMove, given: Sequence[float] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.move_ = move
        self._stops = stops(move)
        guide = GUIDES[move]
        self._picture = NeckPicture(theme, move)
        self._middle = Paragraph()
        set_kind(self._middle, "small", soft=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        for widget in (Paragraph(guide.how), self._picture, Paragraph(guide.read)):
            column.addWidget(widget)
        self.sliders: list[ScaleSlider] = []
        scale = Scale(guide.low, guide.high, len(self._stops) - 1, tuple(_name(move, stop) for stop in self._stops))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(SPACE_M)
        for n, word in enumerate(_TRIES):
            slider = ScaleSlider(theme, f"{MOVE_NAMES[move]}, {word.lower()}:", scale)
            if given:
                slider.set_value(self._stops.index(given[n]))
            slider.value_changed.connect(self._on_value)
            self.sliders.append(slider)
            grid.addWidget(QLabel(word), n, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(slider, n, 1)
        column.addLayout(grid)
        column.addWidget(self._middle)
        column.addStretch(1)
        self._say()

    @property
    def tries(self) -> tuple[float, ...] | None:
        given = [slider.value for slider in self.sliders]
        found = tuple(self._stops[value] for value in given if value is not None)
        return found if len(found) == TRIES else None

    def clear(self) -> None:
        """Leaves the movement out."""
        for slider in self.sliders:
            slider.set_value(None)

    def begin(self) -> None:
        """The keyboard on the first try that is missing."""
        empty = [slider for slider in self.sliders if slider.value is None]
        (empty or self.sliders)[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_value(self, value: int | None) -> None:
        self._picture.show_value(None if value is None else self._stops[value])
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        tries = self.tries
        said = "The middle of the three counts."
        if tries is not None:
            said = f"The middle one: {stop_words(self.move_, median(tries))}."
        self._middle.setText(first_upper(said))


def _name(move: NeckMove, stop: float) -> str:
    """What stands on the knob: the hour the nose reached, or the number of fingers."""
    if move.turns and move is NeckMove.TURN_LEFT:
        whole, rest = divmod(stop, 1.0)
        return f"{(12 - int(whole) - (1 if rest else 0)) or 12}{'½' if rest else ''}"
    if move.turns and stop < 1:
        return "12½" if stop else "12"
    return short_words(stop)
