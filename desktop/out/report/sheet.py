"""A page to draw on: millimetres from the upper left corner, type in points, and the few colours of print."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption

INK, SOFT, LINE, TINT = QColor("#231e1a"), QColor("#695e55"), QColor("#dbd0c4"), QColor("#f6f1eb")
ACCENT, WARM = QColor("#0b7d7f"), QColor("#e86a48")
UNITS = 100
"""Units of the painter a millimetre: a writer of 2540 dots an inch."""
NORMAL, STRONG = QFont.Weight.Normal, QFont.Weight.DemiBold
LEFT, CENTRE, RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignRight
_LEADING = 1.38
"""Height of a line in heights of its type."""
_MM_A_POINT = 25.4 / 72
_JOINED = (QFont.Tag("calt"), QFont.Tag("liga"), QFont.Tag("clig"))
"""What swaps letters for other shapes: those could not be searched for or copied as the letters they are."""


class Type(NamedTuple):
    """How a text is set: points, weight, colour."""

    points: float = 9.0
    weight: QFont.Weight = NORMAL
    colour: QColor = INK

    @property
    def line(self) -> float:
        """Height of a line in mm."""
        return self.points * _MM_A_POINT * _LEADING


TITLE, HEADING, BODY = Type(21, STRONG), Type(12, STRONG), Type(9)
SMALL, LABEL, CAPTION = Type(8, NORMAL, SOFT), Type(7.5, NORMAL, SOFT), Type(8.5, NORMAL, SOFT)


class Sheet:
    """The painter's page between its margins; `width` and `height` in mm are what there is between them."""

    def __init__(self, painter: QPainter, width: float, height: float) -> None:
        self.painter, self.width, self.height = painter, width, height

    def text(self, x: float, base: float, text: str, type_: Type = BODY, align: Qt.AlignmentFlag = LEFT) -> float:
        """One line on a base line; gives its width. `x` is where it begins, its middle or its end."""
        font = _font(type_)
        width = QFontMetricsF(font, self.painter.device()).horizontalAdvance(text) / UNITS
        start = x - {LEFT: 0.0, CENTRE: width / 2, RIGHT: width}[align]
        self.painter.setFont(font)
        self.painter.setPen(type_.colour)
        self.painter.drawText(QPointF(start * UNITS, base * UNITS), text)
        return width

    def fitted(self, x: float, base: float, text: str, width: float, type_: Type = BODY) -> None:
        """One line that ends in an ellipsis where it is too long."""
        metrics = QFontMetricsF(_font(type_), self.painter.device())
        self.text(x, base, metrics.elidedText(text, Qt.TextElideMode.ElideRight, width * UNITS), type_)

    def paragraph(self, x: float, top: float, text: str, width: float, type_: Type = BODY, most: int = 99) -> float:
        """Text broken into at most so many lines, the last one with an ellipsis; gives where it ends."""
        layout = QTextLayout(text.replace("\n", "\u2028"), _font(type_), self.painter.device())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        lines = _lines(layout, text, width * UNITS)
        shown = lines[:most]
        for number, line in enumerate(shown):
            base = top + type_.line * (number + 0.78)
            if number == most - 1 and len(lines) > most:
                self.fitted(x, base, f"{line} {lines[most]}", width, type_)
            else:
                self.text(x, base, line, type_)
        return top + type_.line * len(shown)

    def rule(self, x: float, y: float, width: float, colour: QColor = LINE, thick: float = 0.15) -> None:
        self.stroke(x, y, x + width, y, colour, thick)

    def stroke(self, x: float, y: float, to_x: float, to_y: float, colour: QColor, thick: float = 0.3) -> None:
        self.painter.setPen(QPen(colour, thick * UNITS, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        self.painter.drawLine(QPointF(x * UNITS, y * UNITS), QPointF(to_x * UNITS, to_y * UNITS))

    def band(self, x: float, y: float, width: float, height: float, colour: QColor = TINT, round_: float = 1.2) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        box = QRectF(x * UNITS, y * UNITS, width * UNITS, height * UNITS)
        self.painter.drawRoundedRect(box, round_ * UNITS, round_ * UNITS)

    def dot(self, x: float, y: float, radius: float, colour: QColor, *, hollow: bool = False) -> None:
        thick = radius * 0.55 if hollow else 0.0
        self.painter.setPen(QPen(colour, thick * UNITS) if hollow else QPen(Qt.PenStyle.NoPen))
        self.painter.setBrush(Qt.GlobalColor.white if hollow else colour)
        reach = (radius - thick / 2) * UNITS
        self.painter.drawEllipse(QPointF(x * UNITS, y * UNITS), reach, reach)

    def heading(self, x: float, top: float, text: str, width: float) -> float:
        """A section's heading with the rule above it; gives where the section begins."""
        self.rule(x, top, width)
        self.text(x, top + 6.3, text, HEADING)
        return top + 9.0


def _lines(layout: QTextLayout, text: str, width: float) -> list[str]:
    found = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found


def _font(type_: Type) -> QFont:
    font = QFont()
    font.setPointSizeF(type_.points)
    font.setWeight(type_.weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for feature in _JOINED:
        font.setFeature(feature, 0)
    return font
