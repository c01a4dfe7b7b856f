"""The outlines of head, neck and shoulders in the pictures of the neck check, on their grid."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath


def face_outline() -> QPainterPath:
    """A head in profile, looking right; its joint with the neck is the origin."""
    path = QPainterPath(QPointF(-26, -8))
    path.cubicTo(QPointF(-46, -40), QPointF(-34, -86), QPointF(2, -88))
    path.cubicTo(QPointF(30, -88), QPointF(40, -68), QPointF(38, -52))
    path.lineTo(50, -34)
    path.lineTo(39, -29)
    path.cubicTo(QPointF(42, -20), QPointF(42, -12), QPointF(34, 4))
    path.cubicTo(QPointF(24, 8), QPointF(10, 0), QPointF(6, -6))
    path.cubicTo(QPointF(-8, -2), QPointF(-20, -2), QPointF(-26, -8))
    path.closeSubpath()
    return path


def neck_outline(top: float, length: float) -> QPainterPath:
    """Upright, its foot at the origin and a little below."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(-20, top, 40, length), 14, 14)
    return path


def shoulders_outline() -> QPainterPath:
    """From behind, cut off by the lower edge."""
    path = QPainterPath(QPointF(44, 214))
    path.cubicTo(QPointF(46, 178), QPointF(70, 170), QPointF(100, 162))
    path.cubicTo(QPointF(120, 156), QPointF(124, 150), QPointF(128, 142))
    path.cubicTo(QPointF(140, 152), QPointF(160, 152), QPointF(172, 142))
    path.cubicTo(QPointF(176, 150), QPointF(180, 156), QPointF(200, 162))
    path.cubicTo(QPointF(230, 170), QPointF(254, 178), QPointF(256, 214))
    return path


def trunk_outline() -> QPainterPath:
    """From the right side, cut off by the lower edge."""
    path = QPainterPath(QPointF(66, 214))
    path.cubicTo(QPointF(64, 180), QPointF(78, 160), QPointF(98, 152))
    path.cubicTo(QPointF(108, 162), QPointF(124, 164), QPointF(132, 156))
    path.cubicTo(QPointF(156, 164), QPointF(176, 178), QPointF(182, 214))
    return path
