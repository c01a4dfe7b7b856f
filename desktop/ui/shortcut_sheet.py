"""All keys on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, set_kind

_SHEET: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Everywhere",
        (
            ("Ctrl+1", "Map"),
            ("Ctrl+2", "Library"),
            ("Ctrl+4", "Progress"),
            ("Ctrl+D", "Check in: how the day is"),
            ("Ctrl+I", "Good to know"),
            ("Ctrl+,", "Settings"),
            ("F11", "Full screen"),
            ("? or F1", "This sheet"),
        ),
    ),
    (
        "Map",
        (
            ("1 to 8", "Views of the body"),
            ("Arrows, Enter", "Go to a place, choose it"),
            ("Ctrl+click", "Add a place"),
            ("L or Ctrl+F", "List of all places"),
            ("+  −  0", "Closer, further, whole view"),
            ("Esc", "Let the choice go"),
        ),
    ),
    (
        "Library",
        (
            ("Ctrl+F", "Search"),
            ("Up, Down", "Routine above, below"),
            ("Enter", "On to Start"),
            ("Esc", "Show everything"),
        ),
    ),
    (
        "Diary and its forms",
        (
            ("Up, Down", "Entry above, below"),
            ("Enter", "Change it; in a form: keep"),
            ("Delete", "Delete it; Undo brings it back"),
            ("0 to 9", "Answer a scale"),
            ("Y  N", "Answer yes or no"),
        ),
    ),
    (
        "While a routine runs",
        (
            ("Space", "Pause and go on"),
            ("Left, Right", "Step before, next step"),
            ("Up, Down", "Firmer, lighter"),
            ("Enter", "On, where steps wait for you"),
            ("M", "Sound off and on"),
            ("B", "Mirror"),
            ("F11", "Full screen"),
            ("1  2  3  4", "A partner: lighter, same, firmer, stop"),
            ("Esc", "Stop at once"),
        ),
    ),
)


class ShortcutSheet(QDialog):
    """Closes with Esc or its own key; scrolls where the text is too large for the window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        self._content = QWidget()
        groups = QGridLayout(self._content)
        groups.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        groups.setHorizontalSpacing(2 * SPACE_XL)
        groups.setVerticalSpacing(SPACE_XL)
        for place, (title, keys) in enumerate(_SHEET):
            groups.addLayout(_group(title, keys), place // 2, place % 2)
        area = QScrollArea()
        area.setWidget(self._content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def open(self) -> None:
        """As large as it needs, at most as large as the window."""
        parent = self.parentWidget()
        self._content.ensurePolished()
        wanted = self._content.sizeHint()
        self.resize(wanted.boundedTo(parent.size()) if parent is not None else wanted)
        super().open()


def _group(title: str, keys: tuple[tuple[str, str], ...]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_M)
    heading = QLabel(title)
    set_kind(heading, "title")
    column.addWidget(heading)
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_L)
    grid.setVerticalSpacing(SPACE_S)
    grid.setColumnStretch(1, 1)
    for line, (key, meaning) in enumerate(keys):
        cap = QLabel(key)
        set_kind(cap, "strong")
        grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(QLabel(meaning), line, 1, Qt.AlignmentFlag.AlignLeft)
    column.addLayout(grid)
    column.addStretch(1)
    return column
