"""Spaces and widths in logical pixels, at the normal text size. Light to import: the first paint needs it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

RADIUS = 12
SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 16, 24
RAIL_WIDTH = 84
CARD_WIDTH = 360
COLUMN_WIDTH = 208
INVITATION_WIDTH = 236
_MARGIN_X, _MARGIN_Y = -12.0, 16.0
"""The pictures fade out at their sides and may reach a little under what lies beside them."""


def body_frame(area: QRectF, left: float, right: float) -> QRectF:
    """Where the body may be shown when so much is taken at both sides."""
    return area.adjusted(left + _MARGIN_X, _MARGIN_Y, -right - _MARGIN_X, -_MARGIN_Y)


def fitted(area: QRectF, width: float, height: float) -> QRectF:
    """The largest rectangle of these proportions in the middle of an area."""
    scale = min(area.width() / width, area.height() / height)
    size = QSizeF(width * scale, height * scale)
    return QRectF(area.center() - QPointF(size.width() / 2, size.height() / 2), size)


def column_room(growth: float = 1.0) -> float:
    """`growth` is how much wider than normal the text makes things (`Theme.growth`)."""
    return round(COLUMN_WIDTH * growth) + 2 * SPACE_L


def card_room(growth: float = 1.0) -> float:
    return round(CARD_WIDTH * growth) + SPACE_L


def invitation_room(growth: float = 1.0) -> float:
    return round(INVITATION_WIDTH * growth) + SPACE_L
