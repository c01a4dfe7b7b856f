"""A page to be read: one column of a comfortable width, in the middle, that scrolls where it must."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_L, SPACE_XL

WIDTH = 760
"""Longest comfortable line of reading, logical pixels."""


class ReadingPage(QScrollArea):
    """`column` is where the content goes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        text = QWidget()
        text.setMaximumWidth(WIDTH)
        self.column = QVBoxLayout(text)
        self.column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        self.column.setSpacing(SPACE_L)
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(text, 1000)
        row.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
