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
    """Marks numbered from 0. One of them can be picked; its reading then floats above it and is told to screen
    readers."""

    steps: Mapping[Qt.Key, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
    """By how many marks each arrow key goes on."""
    newest_last = True
    """The keys begin at the last mark, else at the first."""
    drawn_empty = False
    """Whether something is drawn where there are no marks."""

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
    def reading(self, mark: int) -> tuple[str, ...]:
        """What a mark says, and smaller notes."""

    @abstractmethod
    def draw(self, painter: QPainter) -> None:
        """Draws the marks."""

    def pick(self, mark: int | None) -> None:
        """Picks a mark, or none."""
        if mark == self.picked:
            return
        self.picked = mark
        self.setAccessibleDescription("" if mark is None else ", ".join(filter(None, self.reading(mark))))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.count or self.drawn_empty:
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
            self.pick(self._next(self.steps[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self.pick(0 if key == Qt.Key.Key_Home else last)
        elif key == Qt.Key.Key_Escape and self.picked is not None:
            self.pick(None)
        else:
            event.ignore()

    def _next(self, step: int) -> int:
        """The mark so many marks on, or where the keys begin; the one that is picked where that would leave the
        picture."""
        if self.picked is None:
            return self.count - 1 if self.newest_last else 0
        target = self.picked + step
        return target if 0 <= target < self.count else self.picked
