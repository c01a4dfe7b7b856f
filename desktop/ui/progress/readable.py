"""A picture painted by ourselves, without axes, that is read like the plots are: with the pointer or the arrow keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.map.bubble import paint_bubble
from desktop.ui.theme import Theme


class Readable(QWidget):
    """Marks numbered from 0, the newest last. One of them can be picked; its reading then floats above it and is told to
    screen readers."""

    steps: Mapping[Qt.Key, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
    """By how many marks each arrow key goes on."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.picked: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    @property
    @abstractmethod
    def count(self) -> int:
        """How many marks there are."""

    @abstractmethod
    def place_of(self, mark: int) -> QPointF:
        """Where the reading of a mark points to, in logical pixels."""

    @abstractmethod
    def mark_at(self, position: QPointF) -> int | None:
        """The mark below the pointer."""

    @abstractmethod
    def reading(self, mark: int) -> tuple[str, str]:
        """What a mark says, and a smaller note."""

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Draws the marks."""

    def pick(self, mark: int | None) -> None:
        """Picks a mark, or none."""
        if mark == self.picked:
            return
        self.picked = mark
        self.setAccessibleDescription("" if mark is None else ", ".join(self.reading(mark)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.count:
            self.draw(painter)
        bounds = QRectF(self.rect())
        if self.hasFocus():
            painter.setPen(QPen(self.theme.palette.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(bounds.adjusted(1, 1, -1, -1), 10, 10)
        if self.picked is not None:
            paint_bubble(painter, self.theme, self.place_of(self.picked), self.reading(self.picked), bounds)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pick(self.mark_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: ARG002
        self.pick(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.pick(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), self.count - 1
        if key in self.steps and last >= 0:
            start = last - self.steps[key] if self.picked is None else self.picked
            target = start + self.steps[key]
            self.pick(target if 0 <= target <= last else start)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.pick(0 if key == Qt.Key.Key_Home else last)
        elif key == Qt.Key.Key_Escape and self.picked is not None:
            self.pick(None)
        else:
            event.ignore()
