"""Colours made from those of the theme."""

from __future__ import annotations

from PySide6.QtGui import QColor


def between(one: QColor, other: QColor, share: float) -> QColor:
    """The colour on the way from one to the other."""
    ends = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in ends))


def faint(colour: QColor, share: float = 0.3) -> QColor:
    """The colour as a veil."""
    pale = QColor(colour)
    pale.setAlphaF(share)
    return pale
