"""What stands beside the body while nothing is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.ui.measures import INVITATION_WIDTH
from desktop.ui.theme import SPACE_M, Theme, set_kind


class Invitation(QWidget):
    """Lets clicks through to the body below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit_width()
        theme.changed.connect(self._fit_width)
        title = QLabel("Click where it is tight")
        title.setWordWrap(True)
        set_kind(title, "display")
        more = QLabel("Then follow the hands, and see what helps.")
        more.setWordWrap(True)
        hint = QLabel("Ctrl-click adds a place. L opens the list.")
        hint.setWordWrap(True)
        set_kind(hint, "small", soft=True)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        for label in (title, more, hint):
            column.addWidget(label)

    def _fit_width(self) -> None:
        self.setFixedWidth(self._theme.room(INVITATION_WIDTH))

    def wanted_height(self) -> int:
        return self._column.totalHeightForWidth(self.width())
