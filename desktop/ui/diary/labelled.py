"""A word above a field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_XS, Theme, set_kind
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.scale_slider import Scale, ScaleSlider


class Labelled(QWidget):
    """The word is the field's buddy: Alt and its letter lead there."""

    def __init__(self, text: str, field: QWidget, *, small: bool = False) -> None:
        """A `small` field is no wider than it needs."""
        super().__init__()
        label: QLabel = Paragraph(text)
        label.setBuddy(field)
        set_kind(label, "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_XS)
        column.addWidget(label)
        column.addWidget(field, 0, Qt.AlignmentFlag.AlignLeft if small else Qt.AlignmentFlag(0))


def scale_row(theme: Theme, text: str, question: str, scale: Scale) -> tuple[Labelled, ScaleSlider]:
    """A scale with its word above; `question` is what a screen reader says."""
    slider = ScaleSlider(theme, question, scale)
    return Labelled(text, slider), slider
