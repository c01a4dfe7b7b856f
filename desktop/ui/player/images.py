"""Small helpers for pictures."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBitmap, QColor, QImage, QPixmap, QRegion

from desktop.ui.picture_file import read_picture
from desktop.ui.skin_tone import AS_DRAWN

_CELL = QSize(24, 64)


def load(file: Path, tone: str = AS_DRAWN) -> QImage:
    """A picture in a skin tone, as premultiplied pixels. Raises OSError with the file's name if it cannot be read."""
    return read_picture(file, tone)


def scaled(image: QImage, size: QSize) -> QImage:
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def opaque_part(image: QImage) -> QRect:
    """The smallest rectangle that holds everything seen in a picture; all of it where nothing is seen."""
    seen = QRegion(QBitmap.fromImage(image.createAlphaMask()))
    return seen.boundingRect() if not seen.isEmpty() else image.rect()


def seen_rows(image: QImage, cell: QSize = _CELL) -> tuple[QRect, ...]:
    """The picture in rows of `cell` height, each cut to the cells in which something is seen; empty ones left out."""
    across, down = -(-image.width() // cell.width()), -(-image.height() // cell.height())
    coarse = scaled(image, QSize(across, down))
    rows = []
    for y in range(down):
        seen = [x for x in range(across) if coarse.pixel(x, y) >> 24]
        if seen:
            left, right = (x * image.width() // across for x in (max(seen[0] - 1, 0), min(seen[-1] + 2, across)))
            top, bottom = (row * image.height() // down for row in (y, y + 1))
            rows.append(QRect(left, top, right - left, bottom - top))
    return tuple(rows)


def pixmap_bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour on the way between two opaque ones; `share` is held within 0 and 1."""
    share = min(max(share, 0.0), 1.0)
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def see_through(colour: QColor, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(opacity)
    return faded
