"""What the signs of the charts mean: small drawings, each with a word."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.progress.tints import faint
from desktop.ui.theme import SPACE_L, SPACE_S, Theme, set_kind

Sign = Literal[
    "before", "after", "same", "mean", "part", "target", "value", "median", "session", "event", "headache", "painkiller"
]


def diamond(middle: QPointF, radius: float) -> QPolygonF:
    ends = ((-radius, 0), (0, -radius), (radius, 0), (0, radius))
    return QPolygonF([middle + QPointF(dx, dy) for dx, dy in ends])


class Legend(QWidget):
    """Signs and words in a row."""

    def __init__(self, theme: Theme, entries: list[tuple[Sign, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_S)
        for number, (sign, word) in enumerate(entries):
            if number:
                row.addSpacing(SPACE_L - SPACE_S)
            row.addWidget(_Sign(theme, sign))
            label = QLabel(word)
            set_kind(label, "small", soft=True)
            row.addWidget(label)
        row.addStretch(1)


class _Sign(QWidget):
    def __init__(self, theme: Theme, sign: Sign) -> None:
        super().__init__()
        self._theme, self._sign = theme, sign
        self.setFixedSize(QSize(14, 16))
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, middle = self._theme.palette, QPointF(7, 8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(palette.text_soft, 1.6) if self._sign == "before" else Qt.PenStyle.NoPen)
        match self._sign:
            case "before":
                painter.drawEllipse(middle, 5, 5)
            case "after":
                painter.setBrush(palette.accent)
                painter.drawEllipse(middle, 6, 6)
            case "same":
                painter.setBrush(palette.line)
                painter.drawRoundedRect(QRectF(2, 1, 10, 14), 5, 5)
            case "mean":
                painter.setBrush(palette.text)
                painter.drawPolygon(diamond(middle, 7))
            case "part":
                painter.setPen(QPen(palette.accent, 1.4))
                painter.setBrush(faint(palette.accent))
                painter.drawRoundedRect(QRectF(3, 2, 8, 12), 3, 3)
            case "headache":
                painter.setBrush(palette.accent)
                painter.drawRoundedRect(QRectF(2, 1, 10, 14), 3, 3)
            case "painkiller":
                painter.setBrush(palette.text)
                painter.drawRoundedRect(QRectF(4.5, 4, 5, 11), 2, 2)
            case "event":
                painter.setBrush(palette.chosen)
                painter.drawPolygon(diamond(middle, 5))
            case _:
                self._paint_line(painter)

    def _paint_line(self, painter: QPainter) -> None:
        palette = self._theme.palette
        pens = {
            "target": QPen(palette.text, 1.4, Qt.PenStyle.DashLine),
            "value": QPen(palette.text_soft, 1.2),
            "median": QPen(palette.accent, 3.0),
            "session": QPen(palette.text, 1.6),
        }
        painter.setPen(pens[self._sign])
        ends = (QPointF(7, 4), QPointF(7, 12)) if self._sign == "session" else (QPointF(0, 8), QPointF(14, 8))
        painter.drawLine(*ends)
