"""A word over the stage while nothing moves: the count before the start, or that it is paused."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme import SPACE_XL, Theme
from desktop.ui.widgets.resize_watch import ResizeWatch


class StageNote(QWidget):
    """A dark pill near the foot of its parent, above the captions; hidden while it has nothing to say. Clicks go
    through it."""

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(stage)
        self._theme = theme
        self._title = ""
        self._below = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        ResizeWatch(self, stage).resized.connect(self._place)
        theme.changed.connect(self._place)

    @property
    def text(self) -> str:
        return f"{self._title} {self._below}".strip()

    def say(self, title: str, below: str = "") -> None:
        """Nothing said hides the note."""
        if (title, below) == (self._title, self._below):
            return
        self._title, self._below = title, below
        self.setVisible(bool(title))
        self._place()

    def sizeHint(self) -> QSize:
        title = QFontMetricsF(self._theme.font("display"))
        below = QFontMetricsF(self._theme.font("body"))
        width = max(title.horizontalAdvance(self._title), below.horizontalAdvance(self._below))
        height = title.height() + (below.height() if self._below else 0)
        return QSize(round(width + 2 * SPACE_XL + 16), round(height + SPACE_XL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(palette.surface if palette.dark else palette.bubble)
        ground.setAlphaF(0.9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, min(area.height() / 2, 28), min(area.height() / 2, 28))
        painter.setPen(palette.text if palette.dark else palette.bubble_text)
        inner = area.adjusted(0, SPACE_XL / 2, 0, -SPACE_XL / 2)
        middle, up = Qt.AlignmentFlag.AlignHCenter, Qt.AlignmentFlag.AlignTop
        painter.setFont(self._theme.font("display"))
        painter.drawText(inner, middle | (up if self._below else Qt.AlignmentFlag.AlignVCenter), self._title)
        painter.setFont(self._theme.font("body"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignBottom, self._below)

    def _place(self) -> None:
        self.resize(self.sizeHint())
        stage = self.parentWidget()
        if stage is not None:
            captions = 2.5 * QFontMetricsF(self._theme.font("title")).height()
            self.move((stage.width() - self.width()) // 2, round(stage.height() - self.height() - captions - SPACE_XL))
        self.update()
