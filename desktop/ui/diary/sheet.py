"""A form over the window: a title, what is asked, and Keep. All forms of the diary are such sheets."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.soft_edge import SoftEdge

_WIDTH = 560


class Sheet(QDialog):
    """`column` is where the form goes. Enter keeps wherever it is not needed otherwise, Ctrl+Enter everywhere; Esc
    leaves everything as it was. Signal: `kept(object)`, what is to be kept."""

    kept = Signal(object)

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
        self.resize(self._room())
        super().open()
        self._fit(least=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()), self._theme.palette.surface)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self._fit(least=self.height())
        return super().eventFilter(watched, event)

    def _fit(self, least: int) -> None:
        """As high as the form needs, in the middle of the window."""
        self.column.activate()
        inside, content = self._area.viewport(), self._content
        needed = max(content.minimumSizeHint().height(), content.heightForWidth(inside.width()))
        wanted = max(needed + self.height() - inside.height(), least)
        room = self._room()
        self.resize(room.width(), min(wanted, room.height()))
        parent = self.parentWidget()
        if parent is not None:
            self.move(parent.mapToGlobal(parent.rect().center()) - self.rect().center())

    def _room(self) -> QSize:
        """The most the form may take."""
        width, parent = self._theme.room(_WIDTH), self.parentWidget()
        return QSize(width, 16_000) if parent is None else QSize(min(width, parent.width()), parent.height())

    def _lay_out(self) -> None:
        self.column.setContentsMargins(0, 0, 0, SPACE_S)
        self.column.setSpacing(SPACE_M)
        area = self._area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._content)
        self._content.installEventFilter(self)
        SoftEdge(area, self._theme)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        whole.setSpacing(SPACE_L)
        whole.addWidget(self.title)
        whole.addWidget(area, 1)
        whole.addWidget(ButtonRow(self.keep, self.leave, widened=self.keep))
        self.keep.setDefault(True)  # once it lies in the dialog: else it is forgotten with the focus
