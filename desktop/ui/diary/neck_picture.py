"""One movement of the neck check, drawn: where the nose points, or the fingers in the gap."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.body import Side
from desktop.domain.neck_check import DEGREES_AN_HOUR, NeckMove
from desktop.domain.neck_guide import stop_words
from desktop.ui.diary.neck_outlines import face_outline, neck_outline, shoulders_outline, trunk_outline
from desktop.ui.theme import Theme

_SIZE = QSize(300, 190)
_GRID_W, _GRID_H = 300.0, 210.0
_SHOWN = {NeckMove.TURN_LEFT: 2.5, NeckMove.TURN_RIGHT: 2.5, NeckMove.BEND_LEFT: 4.0, NeckMove.BEND_RIGHT: 4.0,
          NeckMove.CHIN: 2.0, NeckMove.UP: 2.0}  # fmt: skip
"""What is drawn before a try is entered."""


class NeckPicture(QWidget):
    """Left and right are the person's own: turning is seen from above, bending from behind, the others from the right
    side. `show_value` draws what was entered; None shows the movement as such."""

    def __init__(self, theme: Theme, move: NeckMove, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._move = theme, move
        self._value: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Picture of the movement")
        theme.changed.connect(self.updateGeometry)

    def show_value(self, value: float | None) -> None:
        self._value = value
        self.setAccessibleDescription("" if value is None else stop_words(self._move, value))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.room(_SIZE.width()), self._theme.room(_SIZE.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = min(self.width() / _GRID_W, self.height() / _GRID_H)
        painter.translate((self.width() - _GRID_W * scale) / 2, (self.height() - _GRID_H * scale) / 2)
        painter.scale(scale, scale)
        value = _SHOWN[self._move] if self._value is None else self._value
        if self._move.turns:
            self._paint_turn(painter, value)
        elif self._move.side is not Side.MIDDLE:
            self._paint_bend(painter, value)
        elif self._move is NeckMove.CHIN:
            self._paint_chin(painter, value)
        else:
            self._paint_up(painter, value)

    # turning, from above

    def _paint_turn(self, painter: QPainter, value: float) -> None:
        sign = -1 if self._move.side is Side.LEFT else 1
        middle, radius = QPointF(150, 140), 104.0
        painter.setPen(QPen(self._theme.palette.line, 2))
        painter.drawArc(_about(middle, radius), 0, 180 * 16)
        self._paint_hours(painter, middle, radius, sign)
        self._line(painter, middle, _polar(middle, radius, sign * value * DEGREES_AN_HOUR))
        self._body(painter, QRectF(middle.x() - 78, middle.y() - 10, 156, 60))
        painter.save()
        painter.translate(middle)
        painter.rotate(sign * value * DEGREES_AN_HOUR)
        self._head_from_above(painter)
        painter.restore()

    def _paint_hours(self, painter: QPainter, middle: QPointF, radius: float, sign: int) -> None:
        palette = self._theme.palette
        for marks in range(5):
            angle = sign * marks * DEGREES_AN_HOUR
            painter.setPen(QPen(palette.text_soft, 2))
            painter.drawLine(_polar(middle, radius - 5, angle), _polar(middle, radius + 4, angle))
            hour = str((12 - marks if sign < 0 else marks) or 12)
            painter.setPen(palette.text)
            painter.setFont(_font(self._theme, 12))
            painter.drawText(_about(_polar(middle, radius + 16, angle), 12), Qt.AlignmentFlag.AlignCenter, hour)

    def _head_from_above(self, painter: QPainter) -> None:
        nose = QPainterPath(QPointF(-7, -38))
        nose.lineTo(0, -54)
        nose.lineTo(7, -38)
        self._skin(painter, nose)
        head = QPainterPath()
        head.addEllipse(QPointF(0, 0), 33, 42)
        self._skin(painter, head)
        ears = QPainterPath()
        ears.addEllipse(QPointF(-34, 4), 4.5, 9)
        ears.addEllipse(QPointF(34, 4), 4.5, 9)
        self._skin(painter, ears)

    # bending, from behind

    def _paint_bend(self, painter: QPainter, value: float) -> None:
        sign = -1 if self._move.side is Side.LEFT else 1
        base = QPointF(150, 150)
        tilt = sign * (48 - 3.6 * min(value, 12.0))
        painter.save()
        painter.translate(base)
        painter.rotate(tilt * 0.4)
        self._skin(painter, neck_outline(-62, 84))
        painter.restore()
        self._skin(painter, shoulders_outline(), self._theme.palette.line)
        painter.save()
        painter.translate(base)
        painter.rotate(tilt * 0.4)
        painter.translate(0, -44)
        painter.rotate(tilt * 0.6)
        head = QPainterPath()
        head.addEllipse(QPointF(0, -44), 37, 48)
        head.addEllipse(QPointF(-38, -38), 5, 11)
        head.addEllipse(QPointF(38, -38), 5, 11)
        self._skin(painter, head)
        ear = painter.transform().map(QPointF(sign * 38, -30))
        painter.restore()
        back = painter.transform().inverted()[0]
        self._fingers(painter, back.map(ear), QPointF(150 + sign * 74, 168), value)
        self._sides(painter)

    def _sides(self, painter: QPainter) -> None:
        painter.setPen(self._theme.palette.text_soft)
        painter.setFont(_font(self._theme, 11))
        foot = QRectF(4, 112, _GRID_W - 8, 22)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, "your left")
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, "your right")

    # chin and looking up, from the right side

    def _paint_chin(self, painter: QPainter, value: float) -> None:
        tilt = 46 - 3.6 * min(value, 12.0)
        chin = self._profile(painter, tilt)
        self._fingers(painter, chin, QPointF(160, 172), value)

    def _paint_up(self, painter: QPainter, value: float) -> None:
        palette = self._theme.palette
        painter.setPen(QPen(palette.line, 3))
        painter.drawLine(QPointF(278, 14), QPointF(278, 196))
        painter.drawLine(QPointF(20, 14), QPointF(278, 14))
        targets = (QPointF(278, 92), QPointF(278, 56), QPointF(278, 14), QPointF(224, 14), QPointF(150, 14))
        for target in targets:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.text_soft)
            painter.drawEllipse(target, 3, 3)
        target = targets[min(round(value), len(targets) - 1)]
        self._line(painter, QPointF(120, 96), target)
        self._profile(painter, -(0, 14, 30, 48, 66)[min(round(value), 4)])

    def _profile(self, painter: QPainter, tilt: float) -> QPointF:
        """Head and shoulders looking to the right, the head nodded by so many degrees (below 0: back). Gives where the
        chin is."""
        painter.save()
        painter.translate(QPointF(112, 158))
        painter.rotate(tilt * 0.35)
        self._skin(painter, neck_outline(-52, 80))
        painter.restore()
        self._skin(painter, trunk_outline(), self._theme.palette.line)
        painter.save()
        painter.translate(QPointF(112, 158))
        painter.rotate(tilt * 0.35)
        painter.translate(0, -38)
        painter.rotate(tilt * 0.65)
        self._skin(painter, face_outline())
        chin = painter.transform().map(QPointF(34, 4))
        painter.restore()
        return painter.transform().inverted()[0].map(chin)

    # what they have in common

    def _fingers(self, painter: QPainter, start: QPointF, end: QPointF, value: float) -> None:
        """Finger-widths between two points, as so many round bars across the gap."""
        count = math.ceil(value)
        painter.setPen(QPen(self._theme.palette.surface, 1))
        painter.setBrush(self._theme.palette.accent)
        way = end - start
        length = math.hypot(way.x(), way.y()) or 1.0
        across = QPointF(-way.y() / length, way.x() / length)
        pen = QPen(self._theme.palette.accent, max(2.0, min(8.0, length / max(count, 1) - 2)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for n in range(count):
            where = start + way * ((n + 0.5) / count)
            half = 5.0 if value - n < 1 else 11.0
            painter.drawLine(where - across * half, where + across * half)

    def _line(self, painter: QPainter, start: QPointF, end: QPointF) -> None:
        pen = QPen(self._theme.palette.accent, 3, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawLine(start, end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.accent)
        painter.drawEllipse(end, 6, 6)

    def _skin(self, painter: QPainter, path: QPainterPath, colour: QColor | None = None) -> None:
        painter.setPen(QPen(self._theme.palette.text_soft, 2))
        painter.setBrush(colour or self._theme.palette.surface_soft)
        painter.drawPath(path)

    def _body(self, painter: QPainter, area: QRectF) -> None:
        painter.setPen(QPen(self._theme.palette.text_soft, 2))
        painter.setBrush(self._theme.palette.line)
        painter.save()
        painter.setClipRect(QRectF(0, 0, _GRID_W, _GRID_H))
        painter.drawRoundedRect(area, min(area.height(), area.width()) / 2, min(area.height(), area.width()) / 2)
        painter.restore()


def _about(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)


def _polar(middle: QPointF, radius: float, angle: float) -> QPointF:
    """A point at so many degrees clockwise from straight ahead, which is up."""
    turn = math.radians(angle)
    return middle + QPointF(radius * math.sin(turn), -radius * math.cos(turn))


def _font(theme: Theme, pixels: int) -> QFont:
    font = theme.font("strong")
    font.setPixelSize(pixels)
    return font
