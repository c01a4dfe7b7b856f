"""A form over the window: a title, what is asked, and Keep. All forms of the diary are such sheets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.soft_edge import SoftEdge

_WIDTH = 560


class Sheet(QDialog):
    """`column` is where the form goes. Enter keeps wherever it is not needed otherwise, Ctrl+Enter everywhere; Esc
    leaves everything as it was."""

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None, keep: str = "Keep") -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.title = Paragraph(title)
        set_kind(self.title, "display")
        self._content = QWidget()
        self.column = QVBoxLayout(self._content)
        self.keep, self.leave = QPushButton(keep), QPushButton("Not now")
        self.keep.setProperty("role", "primary")
        self.keep.setDefault(True)
        self.leave.setAutoDefault(False)
        self.keep.clicked.connect(self.on_keep)
        self.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep.click)
        self._lay_out()

    def on_keep(self) -> None:
        """What the form does with its answers, before it closes."""
        self.accept()

    def say_more(self, text: str) -> Paragraph:
        """Adds a soft line."""
        line = Paragraph(text)
        set_kind(line, "small", soft=True)
        self.column.addWidget(line)
        return line

    def open(self) -> None:
        """As large as it needs, at most as large as the window."""
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(button is self.keep)
        self._fit()
        super().open()

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.palette.surface)

    def _fit(self) -> None:
        self._content.ensurePolished()
        width = self._theme.room(_WIDTH)
        parent = self.parentWidget()
        if parent is not None:
            width = min(width, parent.width())
        self.resize(width, self.height())
        self.layout().activate()  # type: ignore[union-attr] # it has the one it was given
        self._content.adjustSize()
        inside = max(self._content.heightForWidth(width - 2 * SPACE_XL), self._content.sizeHint().height())
        height = inside + self._around()
        if parent is not None:
            height = min(height, parent.height())
        self.resize(width, height)

    def _around(self) -> int:
        """What title and buttons take."""
        title = max(self.title.heightForWidth(self._theme.room(_WIDTH) - 2 * SPACE_XL), self.title.minimumHeight())
        return title + self.keep.sizeHint().height() + 2 * SPACE_XL + 2 * SPACE_L + SPACE_M

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, 0, SPACE_S, 0)
        self.column.setSpacing(SPACE_M)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._content)
        SoftEdge(area, self._theme)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        whole.setSpacing(SPACE_L)
        whole.addWidget(self.title)
        whole.addWidget(area, 1)
        whole.addWidget(ButtonRow(self.keep, self.leave, widened=self.keep))
