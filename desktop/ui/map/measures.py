"""Room the parts of the map take, in logical pixels; widths are those at the normal text size."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from desktop.ui.theme import SPACE_L, Theme

CARD_WIDTH = 360
COLUMN_WIDTH = 208
INVITATION_WIDTH = 236
_MARGIN_X, _MARGIN_Y = -12.0, 16.0
"""The pictures fade out at their sides and may reach a little under what lies beside them."""


def body_frame(area: QRectF, left: float, right: float) -> QRectF:
    """Where the body may be shown when so much is taken at both sides."""
    return area.adjusted(left + _MARGIN_X, _MARGIN_Y, -right - _MARGIN_X, -_MARGIN_Y)


def column_room(theme: Theme) -> float:
    return theme.room(COLUMN_WIDTH) + 2 * SPACE_L


def card_room(theme: Theme) -> float:
    return theme.room(CARD_WIDTH) + SPACE_L


def invitation_room(theme: Theme) -> float:
    return theme.room(INVITATION_WIDTH) + SPACE_L
