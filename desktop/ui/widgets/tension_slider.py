"""How tense a place is: the scale that ratings are given on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.scale_slider import Scale, ScaleSlider

TENSION = Scale("at ease", "very tense")


class TensionSlider(ScaleSlider):
    """A rating of tension, 0 to 10."""

    def __init__(self, theme: Theme, question: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, question, TENSION, parent)
