"""What comes next: its name and a small picture of where."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.ui.picture_file import read_picture
from desktop.ui.theme import RADIUS, SPACE_M, Theme, set_kind

SIDE = 36


class NextStep(QWidget):
    """A thumbnail and a line beside it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._thumb = _Thumb(theme)
        self._name = QLabel()
        self._name.setWordWrap(True)
        set_kind(self._name, "small")
        self._label = QLabel()
        set_kind(self._label, "small", soft=True)
        self.set_by_key(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_M)
        row.addWidget(self._thumb)
        row.addWidget(self._label)
        row.addWidget(self._name, 1)

    def set_by_key(self, by_key: bool) -> None:
        """Whether it waits for somebody to say so."""
        self._label.setText("Enter for next:" if by_key else "Next")

    def show_next(self, name: str, thumb: Path) -> None:
        """Raises OSError where the picture cannot be read."""
        self._name.setText(name)
        self._thumb.show_file(thumb)


class _Thumb(QWidget):
    """A picture with round corners on the soft surface."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown = Path(), ""
        self._pixmap = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_file(self, file: Path) -> None:
        tone = self._theme.skin_tone
        if (file, tone) != self._shown:
            self._shown, self._pixmap = (file, tone), QPixmap.fromImage(read_picture(file, tone))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.fillPath(shape, self._theme.palette.surface_soft)
        painter.setClipPath(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPixmap(QRectF(self.rect()), self._pixmap, QRectF(self._pixmap.rect()))
