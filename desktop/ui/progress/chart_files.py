"""A card as a file of its own: as seen (PNG), as a drawing (SVG), as numbers (CSV)."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QWidget

from desktop.domain.csv_text import csv_text
from desktop.ui.progress.reading_table import ReadingTable

SHARP = 2.0
"""Pixels a logical pixel in pictures: fit for print."""


def picture(card: QWidget) -> bytes:
    """The card as a PNG."""
    image = QImage(card.size() * SHARP, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(Qt.GlobalColor.transparent)
    card.render(image, QPoint())
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def drawing(card: QWidget, title: str) -> bytes:
    """The card as an SVG, every line and letter of it still a line and a letter."""
    from PySide6.QtSvg import QSvgGenerator

    buffer = QBuffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(card.logicalDpiX())  # letters are measured in points
    generator.setSize(card.size())
    generator.setViewBox(QRect(QPoint(), card.size()))
    generator.setTitle(title)
    painter = QPainter(generator)
    card.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data())


def numbers(table: ReadingTable) -> bytes:
    """The card's table as CSV; the mark at its start tells spreadsheets that it is UTF-8."""
    return csv_text(table.headings, table.rows).encode("utf-8-sig")
