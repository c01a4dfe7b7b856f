"""A body on which every place has the colour of its minutes or of its median tension."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHideEvent, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.body import Place, Side
from desktop.domain.chart import Atlas, Point
from desktop.domain.guide import Guide
from desktop.domain.where import PlaceFelt
from desktop.domain.where_map import Scale
from desktop.domain.where_words import felt_words, short_minutes
from desktop.ui.body_view import BodyPainter, Camera, PictureShelf
from desktop.ui.map.decoration import paint_side_labels
from desktop.ui.map.hit_map import HitMap, Spot
from desktop.ui.map.neighbours import next_spot
from desktop.ui.progress.heat import MINUTES, TENSION, ink_on
from desktop.ui.progress.readable import Readable
from desktop.ui.theme import Theme

Measure = Literal["minutes", "tension"]

_VEIL = 0.62
"""How far the body steps back behind the colours."""
_RAMPS = {"minutes": MINUTES, "tension": TENSION}
_NAMES = {"minutes": "Minutes on the body", "tension": "Median tension on the body"}
_LABELS_AT = 0.96
"""Share of the picture's height."""


class BodyHeat(Readable):
    """Its marks are the view's places that there is something of; the pointer reads the others too."""

    steps: Mapping[Qt.Key, int] = {}
    newest_last = False
    drawn_empty = True

    def __init__(
        self, atlas: Atlas, guide: Guide, theme: Theme, measure: Measure, shelf: PictureShelf,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, _NAMES[measure], parent)
        self._atlas, self._guide, self._measure = atlas, guide, measure
        self._camera = Camera(self)
        self._body = BodyPainter(atlas, theme, self._camera, shelf)
        self._hit_maps: dict[str, HitMap] = {}
        self._spots: tuple[Spot, ...] = ()
        self._felt: Mapping[Place, PlaceFelt] = {}
        self._scale = Scale((1.0,))
        self._backdrop = QPixmap()
        self._backdrop_key: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_view(self, view: str) -> None:
        """Shows another view. Raises KeyError for one the atlas does not have."""
        self._body.set_view(view)
        if view not in self._hit_maps:
            self._hit_maps[view] = HitMap(self._atlas.chart(view), self._guide)
        self._sort_spots()

    def present(self, felt: Mapping[Place, PlaceFelt], scale: Scale) -> None:
        self._felt, self._scale = felt, scale
        self._sort_spots()

    @property
    def count(self) -> int:
        """Places there is something of, in the view."""
        return sum(spot.place in self._felt for spot in self._spots)

    def spot(self, mark: int) -> Spot:
        return self._spots[mark]

    def colour_of(self, place: Place) -> QColor | None:
        """The colour of a place, None where there is nothing to colour."""
        value = self._value(place)
        return None if value is None else _RAMPS[self._measure][self.theme.palette.dark][self._scale.step(value)]

    def place_of(self, mark: int) -> QPointF:
        return self._camera.transform.map(self._spots[mark].anchor)

    def reading(self, mark: int) -> tuple[str, ...]:
        spot = self._spots[mark]
        return (spot.full_name, *felt_words(self._felt.get(spot.place) if spot.place else None))

    def mark_at(self, position: QPointF) -> int | None:
        spot = self._hit_maps[self._body.view].at(QPointF(*self._camera.to_picture(position)), 0)
        return self._spots.index(spot) if spot in self._spots else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go from place to place as on the map."""
        current = None if self.picked is None else self._spots[self.picked]
        found = next_spot(current, self._spots[: self.count], Qt.Key(event.key()))
        if found is None:
            super().keyPressEvent(event)
        else:
            self.pick(self._spots.index(found))

    def sizeHint(self) -> QSize:
        return QSize(400, 420)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._camera.set_frame(QRectF(self.rect()))
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Gives the pictures back; they are read again when somebody looks."""
        self._body.release()
        self._backdrop, self._backdrop_key = QPixmap(), ()
        super().hideEvent(event)

    def draw(self, painter: QPainter) -> None:
        if not self._body.view:
            return
        painter.drawPixmap(0, 0, self._kept_backdrop())
        for spot in self._spots:
            self._draw_spot(painter, spot)
        for spot in self._spots[: self.count]:
            self._draw_number(painter, spot)
        if self.picked is not None:
            painter.strokePath(self._camera.transform.map(self._spots[self.picked].path), self._pen(2.5))
        paint_side_labels(painter, self._camera, self._labels(), QRectF(self.rect()), self.theme)

    def _draw_spot(self, painter: QPainter, spot: Spot) -> None:
        path = self._camera.transform.map(spot.path)
        colour = self.colour_of(spot.place) if spot.place else None
        if colour is not None:
            painter.fillPath(path, colour)
        line = QColor(self.theme.palette.surface if colour else self.theme.palette.text_soft)
        line.setAlphaF(0.9 if colour else 0.22)
        painter.strokePath(path, QPen(line, 1.0))

    def _draw_number(self, painter: QPainter, spot: Spot) -> None:
        """The value itself, where its place has room for it."""
        colour = self.colour_of(spot.place) if spot.place else None
        if colour is None or spot.place is None:
            return
        text = self._number(self._felt[spot.place])
        font = QFont(self.theme.font("small"))
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        room = QRectF(0, 0, metrics.horizontalAdvance(text) + 2, metrics.ascent())
        room.moveCenter(self._camera.transform.map(spot.anchor))
        if not self._camera.transform.map(spot.path).contains(room):
            return
        painter.setFont(font)
        painter.setPen(ink_on(colour))
        painter.drawText(room.adjusted(-2, -4, 2, 4), Qt.AlignmentFlag.AlignCenter, text)

    def _labels(self) -> Mapping[Side, Point]:
        """Your left and your right, low enough to cover no place."""
        chart = self._body.chart
        low = _LABELS_AT * chart.size[1]
        return {side: Point(point.x, max(point.y, low)) for side, point in chart.labels.items()}

    def _kept_backdrop(self) -> QPixmap:
        """The body, stepped back, on the card's own colour; drawn once for a view, size and theme."""
        ratio, palette = self.devicePixelRatioF(), self.theme.palette
        key = (self._body.view, self.width(), self.height(), ratio, palette.dark, self.theme.skin_tone)
        if key != self._backdrop_key:
            self._backdrop_key = key
            self._backdrop = QPixmap(self.size() * ratio)
            self._backdrop.setDevicePixelRatio(ratio)
            self._backdrop.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._backdrop)
            self._body.paint_layer(painter, "skin", ratio)
            veil = QColor(palette.surface)
            veil.setAlphaF(_VEIL)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceAtop)
            painter.fillRect(self.rect(), veil)
            painter.end()
        return self._backdrop

    def _sort_spots(self) -> None:
        """Those there is something of come first: these are the marks."""
        self.pick(None)
        if self._body.view:
            spots = [spot for spot in self._hit_maps[self._body.view].spots if spot.place is not None]
            self._spots = tuple(sorted(spots, key=self._is_empty))
        self.update()

    def _is_empty(self, spot: Spot) -> bool:
        return spot.place not in self._felt

    def _value(self, place: Place) -> float | None:
        felt = self._felt.get(place)
        if felt is None:
            return None
        if self._measure == "minutes":
            return felt.seconds / 60 if felt.seconds else None
        return felt.tension.median if felt.tension.counts else None

    def _number(self, felt: PlaceFelt) -> str:
        return short_minutes(felt.seconds) if self._measure == "minutes" else f"{felt.tension.median:g}"

    def _pen(self, width: float) -> QPen:
        pen = QPen(self.theme.palette.text, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen
