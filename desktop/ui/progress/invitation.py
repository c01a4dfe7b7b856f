"""Before the first session: what will be here, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from desktop.ui.theme import SPACE_M, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.panel import Panel

_PAIRS = ((7, 5), (6, 5), (7, 4), (5, 5), (6, 3), (5, 3), (6, 4))


class Invitation(Panel):
    """`accepted` when the person wants to choose a place."""

    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, margin=SPACE_XL)
        title = QLabel("After your first session this is where you look back")
        set_kind(title, "title")
        words = QLabel(
            "Minutes of every day, and how tense you felt before and after.\n"
            "It stays on this machine, and it shows worse as plainly as better."
        )
        words.setProperty("soft", True)
        button = QPushButton("Choose a place on the map")
        button.setProperty("role", "primary")
        button.clicked.connect(self.accepted)
        middle = Qt.AlignmentFlag.AlignHCenter
        self.column.addStretch(2)
        self.column.addWidget(_Preview(theme), 0, middle)
        self.column.addSpacing(SPACE_XL)
        for label in (title, words):
            label.setWordWrap(True)
            label.setAlignment(middle)
            self.column.addWidget(label)
        self.column.addSpacing(SPACE_M)
        self.column.addWidget(button, 0, middle)
        self.column.addStretch(3)


class _Preview(QWidget):
    """A few pairs of dots, fading in from the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedSize(QSize(360, 150))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, (before, after) in enumerate(_PAIRS):
            painter.setOpacity(0.25 + 0.75 * number / (len(_PAIRS) - 1))
            x = 24 + number * 52.0
            top, bottom = QPointF(x, 150 - 18.0 * before), QPointF(x, 150 - 18.0 * after)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.surface_soft)
            painter.drawRoundedRect(QRectF(x - 13, top.y() - 26, 26, 52), 13, 13)
            painter.setPen(QPen(palette.text_soft, 2))
            painter.drawLine(top + QPointF(0, 7), bottom - QPointF(0, 7))
            painter.setBrush(palette.surface)
            painter.drawEllipse(top, 7, 7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.accent)
            painter.drawEllipse(bottom, 5 if before == after else 8, 5 if before == after else 8)
