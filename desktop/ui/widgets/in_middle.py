"""A panel in the middle of its page, which scrolls where the panel is the larger one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget


def lay_in_middle(page: QWidget, panel: QWidget) -> QScrollArea:
    """Gives `page` a layout of its own with the panel in it."""
    room = QWidget()
    grid = QGridLayout(room)
    grid.addWidget(panel, 0, 0, Qt.AlignmentFlag.AlignCenter)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(room)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scroll)
    return scroll
