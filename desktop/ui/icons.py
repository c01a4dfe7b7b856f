"""A small set of line icons, drawn on a grid of 24 and tinted when asked for."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from desktop.ui.outline import painter_path

_STROKE = 1.8
_Circle = tuple[float, float, float]

_ICONS: dict[str, tuple[str | _Circle, ...]] = {
    "map": (
        "M12 3C8.6 3 6.6 5.4 6.6 8.4C6.6 10.6 7.6 12.4 9 13.6L9 15.6C6.4 16.4 4.4 18 3.6 21",
        "M12 3C15.4 3 17.4 5.4 17.4 8.4C17.4 10.6 16.4 12.4 15 13.6L15 15.6C17.6 16.4 19.6 18 20.4 21",
    ),
    "library": ("M5 4L5 20", "M10 4L10 20", "M14.5 4.6L19.5 19.4"),
    "progress": ("M5 20L5 13", "M12 20L12 5", "M19 20L19 9"),
    "settings": ("M4 7L12 7", "M18 7L20 7", "M4 17L6 17", "M12 17L20 17", (15, 7, 2.6), (9, 17, 2.6)),
    "help": ((12, 12, 9), "M9.4 9.6C9.6 8 10.7 7.2 12 7.2C13.5 7.2 14.6 8.2 14.6 9.6C14.6 11.6 12 11.7 12 13.7",
             "M12 16.6L12 16.8"),
    "close": ("M6 6L18 18", "M18 6L6 18"),
    "search": ((10.5, 10.5, 6), "M15 15L20 20"),
    "list": ("M9 6L20 6", "M9 12L20 12", "M9 18L20 18", (4.6, 6, 0.5), (4.6, 12, 0.5), (4.6, 18, 0.5)),
    "views": ("M4 4L10 4L10 10L4 10Z", "M14 4L20 4L20 10L14 10Z", "M4 14L10 14L10 20L4 20Z",
              "M14 14L20 14L20 20L14 20Z"),
    "plus": ("M12 5L12 19", "M5 12L19 12"),
    "minus": ("M5 12L19 12",),
    "fit": ("M4 9L4 4L9 4", "M15 4L20 4L20 9", "M20 15L20 20L15 20", "M9 20L4 20L4 15"),
    "self": ((12, 7.5, 3.5), "M5 20C5.4 15.8 8.3 14 12 14C15.7 14 18.6 15.8 19 20"),
    "partner": ((8.5, 8, 3.2), "M2.6 19.5C3 15.8 5.4 14.2 8.5 14.2C11.6 14.2 14 15.8 14.4 19.5",
                "M15.4 5.2C17.2 5.2 18.6 6.5 18.6 8.2C18.6 9.9 17.2 11.1 15.6 11.1",
                "M17.4 14.4C19.8 15 21.1 16.8 21.4 19.5"),
    "tool": ((12, 12, 7.5), "M8.6 9.8C9.2 8.6 10.2 7.9 11.6 7.7"),
    "warning": ("M12 4L21 19.5L3 19.5Z", "M12 10L12 14", "M12 16.8L12 17"),
    "check": ("M5 12.5L10 17.5L19 7",),
    "play": ("M8 5L19 12L8 19Z",),
    "pause": ("M8.5 5L8.5 19", "M15.5 5L15.5 19"),
    "stop": ("M6 6L18 6L18 18L6 18Z",),
    "previous": ("M15 5L8 12L15 19",),
    "next": ("M9 5L16 12L9 19",),
    "sound": ("M4 10L4 14L7 14L12 18L12 6L7 10Z", "M15.5 9C17 10.6 17 13.4 15.5 15", "M18 6.5C21 9.6 21 14.4 18 17.5"),
    "mute": ("M4 10L4 14L7 14L12 18L12 6L7 10Z", "M16 9.5L21 14.5", "M21 9.5L16 14.5"),
    "mirror": ("M12 4L12 20", "M9 8L4 16L9 16Z", "M15 8L20 16L15 16Z"),
    "full_screen": ("M14 4L20 4L20 10", "M10 20L4 20L4 14", "M20 4L14 10", "M4 20L10 14"),
    "clock": ((12, 12, 8.5), "M12 7L12 12L15.5 14"),
    "save": ("M12 4L12 14.5", "M7.5 10.5L12 15L16.5 10.5", "M4.5 16L4.5 20L19.5 20L19.5 16"),
    "layers": ("M12 4L21 9L12 14L3 9Z", "M4 13.5L12 18L20 13.5"),
    "leaf": ("M5 19C5 10 10 5 20 4C20 14 15 19 7 18", "M5 20C8 15 11 12 15 9.5"),
}  # fmt: skip


def paint_icon(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """Draws an icon to fill `area`. Raises KeyError for a name there is none of."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 24, area.height() / 24)
    pen = QPen(colour, _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(_path(name), pen)
    painter.restore()


def icon_pixmap(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    """An icon of `size` logical pixels for screens of a device pixel ratio."""
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    paint_icon(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return pixmap


def icon(name: str, colour: QColor, size: int = 20) -> QIcon:
    """An icon for buttons, crisp at one and two pixels a point."""
    result = QIcon()
    for ratio in (1.0, 2.0):
        result.addPixmap(icon_pixmap(name, colour, size, ratio))
    return result


def icon_size(size: int = 20) -> QSize:
    return QSize(size, size)


@cache
def _path(name: str) -> QPainterPath:
    path = QPainterPath()
    for part in _ICONS[name]:
        if isinstance(part, str):
            path.addPath(painter_path(part))
        else:
            path.addEllipse(QPointF(part[0], part[1]), part[2], part[2])
    return path
