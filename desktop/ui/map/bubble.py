"""The name that floats beside the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from desktop.ui.theme import Theme

_PADDING_X, _PADDING_Y = 12.0, 8.0
_AWAY = 18.0
"""From the pointer to the bubble, logical pixels."""


def paint_bubble(
    painter: QPainter, theme: Theme, at: QPointF, lines: Sequence[str], bounds: QRectF, beside: QRectF | None = None
) -> None:
    """A name and, below it, smaller notes (empty ones are left out). All in logical pixels.

    Above `at` or, where `bounds` leave no room, below; left or right of `beside` where that is given."""
    name, notes = lines[0], [line for line in lines[1:] if line]
    name_font, note_font = theme.font("strong"), theme.font("small")
    name_size, note_size = QFontMetricsF(name_font), QFontMetricsF(note_font)
    width = max(name_size.horizontalAdvance(name), *map(note_size.horizontalAdvance, ["", *notes])) + 2 * _PADDING_X
    height = name_size.height() + len(notes) * note_size.height() + 2 * _PADDING_Y
    area = _placed(at, width, height, bounds) if beside is None else _set_aside(at, width, height, bounds, beside)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for grow, alpha in ((5, 8), (3, 14), (1, 22)):
        painter.setBrush(QColor(0, 0, 0, alpha))
        painter.drawRoundedRect(area.adjusted(-grow, -grow + 3, grow, grow + 3), 10 + grow, 10 + grow)
    painter.setBrush(theme.palette.bubble)
    painter.drawRoundedRect(area, 10, 10)
    painter.setPen(theme.palette.bubble_text)
    text = area.adjusted(_PADDING_X, _PADDING_Y, -_PADDING_X, -_PADDING_Y)
    painter.setFont(name_font)
    painter.drawText(text, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, name)
    painter.setOpacity(0.78)
    painter.setFont(note_font)
    painter.drawText(text, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, "\n".join(notes))
    painter.restore()


def _placed(at: QPointF, width: float, height: float, bounds: QRectF) -> QRectF:
    left = min(max(at.x() - width / 2, bounds.left() + 4), bounds.right() - width - 4)
    top = at.y() - _AWAY - height
    if top < bounds.top() + 4:
        top = at.y() + _AWAY + 8
    return QRectF(left, top, width, height)


def _set_aside(at: QPointF, width: float, height: float, bounds: QRectF, beside: QRectF) -> QRectF:
    """On the side of `beside` where there is more room, level with `at`."""
    left, right = beside.left() - bounds.left(), bounds.right() - beside.right()
    x = beside.left() - _AWAY - width if left > right else beside.right() + _AWAY
    x = min(max(x, bounds.left() + 4), bounds.right() - width - 4)
    y = min(max(at.y() - height / 2, bounds.top() + 4), bounds.bottom() - height - 4)
    return QRectF(x, y, width, height)
