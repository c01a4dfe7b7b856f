"""The part of the region card that tells: what lies beneath, how firm, what to mind, who can reach it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.body import Reach, Region
from desktop.ui import words
from desktop.ui.icons import paint_icon
from desktop.ui.theme import SPACE_S, Theme, set_kind
from desktop.ui.widgets.pressure_scale import PressureScale


class CardFacts(QWidget):
    """Facts of one region, or what several have in common."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._firm = QLabel()
        set_kind(self._firm, "small")
        self._scale = PressureScale(theme)
        self._beneath, self._mind, self._reach = _wrapped(), _wrapped(), _wrapped()
        self._reach_icon = Glyph(theme, "self")
        self._beneath_row = _row(Glyph(theme, "layers"), self._beneath)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addLayout(_headed("How firm is allowed", self._firm))
        column.addWidget(self._scale)
        column.addWidget(_row(Glyph(theme, "warning"), self._mind))
        column.addWidget(self._beneath_row)
        column.addWidget(_row(self._reach_icon, self._reach))

    def show_regions(self, regions: Sequence[Region]) -> None:
        """One region in full; of several the lowest ceiling and what to mind at each."""
        ceiling = min(region.ceiling for region in regions)
        self._scale.set_ceiling(ceiling)
        self._firm.setText(f"up to {ceiling} of 10, {words.firmness(ceiling)}")
        self._beneath_row.setVisible(len(regions) == 1)
        self._beneath.setText("Beneath: " + ", ".join(regions[0].beneath))
        self._mind.setText("\n".join(dict.fromkeys(region.mind for region in regions)))
        shared = frozenset.intersection(*(region.reach for region in regions))
        self._reach.setText(words.REACH.get(shared, "Not all within one person's reach"))
        self._reach_icon.set_icon("self" if Reach.SELF in shared else "partner")


class Glyph(QWidget):
    """A small still icon beside a line of text."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self.setFixedSize(20, 20)
        theme.changed.connect(self.update)

    def set_icon(self, name: str) -> None:
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_icon(QPainter(self), self._name, QRectF(1, 1, 18, 18), self._theme.palette.text_soft)


def _wrapped() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    set_kind(label, "small")
    return label


def _headed(title: str, answer: QLabel) -> QHBoxLayout:
    row = QHBoxLayout()
    heading = QLabel(title)
    set_kind(heading, "strong")
    heading.setWordWrap(True)
    answer.setWordWrap(True)
    answer.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(heading, 1)
    row.addWidget(answer, 1)
    return row


def _row(glyph: QWidget, content: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE_S)
    row.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(content, 1)
    return holder
