"""Reading a picture of the body or of a hand from its file. Light to import: the first paint needs it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QImage, QImageReader

from desktop.ui.skin_tone import AS_DRAWN, toned


def read_picture(file: Path, tone: str = AS_DRAWN) -> QImage:
    """The picture in a skin tone, as premultiplied pixels. Raises OSError with the file's name if it cannot be read."""
    reader = QImageReader(str(file))
    image = reader.read()
    if image.isNull():
        raise OSError(f"{file}: {reader.errorString()}")
    image = toned(image, tone)
    image.convertTo(QImage.Format.Format_ARGB32_Premultiplied)  # in place: a pixmap made of it then shares its bytes
    return image
