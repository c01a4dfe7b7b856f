"""The first thing that is painted: the body, where the map will have it a moment later.

Imports next to nothing: the rest of the app is loaded while this is already seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImageReader, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.colours import DARK, LIGHT
from desktop.ui.ground import paint_ground, paint_plain
from desktop.ui.measures import RAIL_WIDTH, body_frame, column_room, fitted, invitation_room


class FirstSight(QWidget):
    """Signals: `painted()` once, after the picture has come to the screen."""

    painted = Signal()

    def __init__(self, picture: Path, theme: str, text_percent: int = 100, skin_tone: str = "") -> None:
        """`theme` is light, dark or system; `skin_tone` empty where the picture is right as it is drawn."""
        super().__init__()
        self._picture = QImageReader(str(picture)).read()
        if skin_tone:
            from desktop.ui.skin_tone import toned

            self._picture = toned(self._picture, skin_tone)
        self._palette = DARK if theme == "dark" or (theme == "system" and _system_is_dark()) else LIGHT
        self._growth = max(text_percent / 100, 1.0)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.painted)
        self._seen = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = QRectF(self.rect()).adjusted(RAIL_WIDTH, 0, 0, 0)
        paint_ground(painter, place, self._palette, grain=False)
        paint_plain(painter, QRectF(0, 0, RAIL_WIDTH, self.height()), self._palette.surface)
        frame = body_frame(place, column_room(self._growth), invitation_room(self._growth))
        if not self._picture.isNull() and frame.isValid():
            painter.drawImage(fitted(frame, self._picture.width(), self._picture.height()), self._picture)
        if not self._seen:
            self._seen = True
            self._soon.start()


def _system_is_dark() -> bool:
    """What the colour scheme says, without the enumerations that would have to be made to ask for it."""
    return QGuiApplication.palette().window().color().lightness() < 128
