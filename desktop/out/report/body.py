"""Pictures of the body with the places that were worked on, the longest in the deepest colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainterPath, QPen

from desktop.domain.body import Place, Side
from desktop.domain.where import PlaceFelt, side_seconds
from desktop.out.report.sheet import CENTRE, LABEL, UNITS, WARM, Sheet

_FAINTEST, _DEEPEST = 0.18, 0.9
_SIDES = {Side.LEFT: "left", Side.RIGHT: "right"}


@dataclass(frozen=True, slots=True)
class BodyPicture:
    """A view: its picture on white, and the outlines of its places in pixels of `size`. `sides` is where, from the
    left edge, the person's own left and right are; empty for a view from one side."""

    name: str
    image: QImage
    size: tuple[int, int]
    outlines: Mapping[Place, QPainterPath]
    sides: Mapping[Side, float]


def draw_bodies(sheet: Sheet, pictures: Sequence[BodyPicture], places: Mapping[Place, PlaceFelt], area: QRectF) -> None:
    """The pictures side by side in an area in mm, each with its name and which side is which."""
    most = max((_seconds(places, place) for picture in pictures for place in picture.outlines), default=0.0)
    width = area.width() / max(len(pictures), 1)
    for number, picture in enumerate(pictures):
        cell = QRectF(area.x() + number * width, area.y(), width, area.height())
        _draw(sheet, picture, places, most, cell)


def _draw(sheet: Sheet, picture: BodyPicture, places: Mapping[Place, PlaceFelt], most: float, cell: QRectF) -> None:
    room = cell.height() - 5
    scale = min(cell.width() / picture.size[0], room / picture.size[1])
    left, top = cell.x() + (cell.width() - picture.size[0] * scale) / 2, cell.y()
    painter = sheet.painter
    painter.save()
    painter.translate(left * UNITS, top * UNITS)
    painter.scale(scale * UNITS, scale * UNITS)
    painter.drawImage(QRectF(0, 0, *picture.size), picture.image, QRectF(picture.image.rect()))
    for place, path in picture.outlines.items():
        seconds = _seconds(places, place)
        if seconds and most:
            fill = QColor(WARM)
            fill.setAlphaF(_FAINTEST + (_DEEPEST - _FAINTEST) * seconds / most)
            painter.setPen(QPen(WARM.darker(125), 0.25 / scale))
            painter.setBrush(fill)
            painter.drawPath(path)
    painter.restore()
    base = cell.y() + room + 3.4
    sheet.text(cell.center().x(), base, picture.name, LABEL, CENTRE)
    for side, x in picture.sides.items():
        sheet.text(left + x * scale, base, _SIDES[side], LABEL, CENTRE)


def draw_key(sheet: Sheet, x: float, base: float) -> None:
    """What the colours mean."""
    steps = 5
    at = x + sheet.text(x, base, "less", LABEL) + 1.2
    for step in range(steps):
        colour = QColor(WARM)
        colour.setAlphaF(_FAINTEST + (_DEEPEST - _FAINTEST) * step / (steps - 1))
        sheet.band(at + step * 4, base - 2.2, 3.6, 2.6, colour, 0.4)
    sheet.text(at + steps * 4 + 0.8, base, "more minutes", LABEL)


def _seconds(places: Mapping[Place, PlaceFelt], place: Place) -> float:
    """Seconds on a place, what was done on both its sides at once included."""
    return side_seconds(places, place.region, place.side)
