"""Paints a hand's way over the body: faint where it is to come, solid where it has been walked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import partial
from itertools import accumulate, pairwise
from math import atan2, degrees, hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from desktop.domain.body import Side
from desktop.domain.chart import Point
from desktop.domain.frame import Trace
from desktop.ui.camera import Camera
from desktop.ui.player.images import see_through
from desktop.ui.player.sticker import Sticker, sticker
from desktop.ui.theme import Palette, Theme

WAY, EDGE = 4.5, 10.0
"""Width of the line and of the pale edge it lies on, logical pixels."""
ARROW_GAP = 110.0
LEAST_WALK = 2.5
"""The walked part grows by no less, logical pixels: the hand hides its end."""
SPOT, SPOT_LIT = 9.0, 12.0


class _Way:
    """A continuous way on the screen: the whole of it faint, and the part walked solid, grown bit by bit.

    Stroking the whole walked line anew in each frame would cost more than body and hands together."""

    def __init__(self, way: Sequence[QPointF], ratio: float, palette: Palette) -> None:
        self._way = way
        self._colour = palette.accent
        area = QPolygonF(way).boundingRect().adjusted(-EDGE, -EDGE, EDGE, EDGE)
        self._faint = sticker(area, ratio, partial(_draw_faint, way=way, palette=palette))
        self._shown = self._faint.copy()
        self._reached = [0.0, *accumulate(_length(a, b) for a, b in pairwise(way))]
        self._walked = 0.0
        self._end = way[0]

    def paint(self, painter: QPainter, walked: float) -> None:
        self._walk_to(min(max(walked, 0.0), 1.0) * self._reached[-1])
        self._shown.paint(painter)

    def _walk_to(self, length: float) -> None:
        if length < self._walked:
            self._begin_anew()
        if length - self._walked < LEAST_WALK and length < self._reached[-1]:
            return
        first, last = bisect_right(self._reached, self._walked), bisect_left(self._reached, length)
        end = self._at(last, length)
        painter = QPainter(self._shown.pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self._shown.corner)
        painter.setPen(_round_pen(self._colour, WAY))
        painter.drawPolyline(QPolygonF([self._end, *self._way[first:last], end]))
        painter.end()
        self._walked, self._end = length, end

    def _begin_anew(self) -> None:
        painter = QPainter(self._shown.pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawPixmap(0, 0, self._faint.pixmap)
        painter.end()
        self._walked, self._end = 0.0, self._way[0]

    def _at(self, index: int, length: float) -> QPointF:
        """The point at `length`, which lies on the piece that ends with point `index`."""
        start, end = self._reached[index - 1], self._reached[index]
        share = (length - start) / (end - start) if end > start else 1.0
        return self._way[index - 1] + (self._way[index] - self._way[index - 1]) * share


class TracePainter:
    """Draws traces through a camera. What does not change from frame to frame is kept as stickers."""

    def __init__(self, theme: Theme, camera: Camera) -> None:
        self._theme = theme
        self._camera = camera
        self._ways: dict[tuple[Side, tuple[Point, ...]], _Way] = {}
        self._spots: dict[tuple[int, str], Sticker] = {}
        self._key: tuple[object, ...] = ()

    def paint(self, painter: QPainter, traces: Sequence[Trace], ratio: float) -> None:
        self._keep_fresh(traces, ratio)
        for trace in traces:
            if trace.spots:
                self._paint_spots(painter, trace, ratio)
            elif len(trace.points) > 1:
                self._way(trace, ratio).paint(painter, trace.walked)

    def paint_lit_spots(self, painter: QPainter, traces: Sequence[Trace], ratio: float) -> None:
        """The spots being worked on; they are painted over the hands, which would hide them."""
        for trace in traces:
            if 0 <= trace.spot < len(trace.spots):
                self._paint_spot(painter, trace, trace.spot, ratio)

    def clear(self) -> None:
        self._ways.clear()
        self._spots.clear()

    def _keep_fresh(self, traces: Sequence[Trace], ratio: float) -> None:
        origin = self._camera.origin
        key = (self._camera.scale, origin.x(), origin.y(), ratio, self._theme.palette.dark, self._theme.text_percent)
        if key != self._key:
            self.clear()
            self._key = key
        shown = {(trace.side, trace.points) for trace in traces}
        if not self._ways.keys() <= shown:
            self._ways = {key: way for key, way in self._ways.items() if key in shown}

    def _way(self, trace: Trace, ratio: float) -> _Way:
        key = (trace.side, trace.points)
        if key not in self._ways:
            points = [self._camera.to_widget(point) for point in trace.points]
            self._ways[key] = _Way(points, ratio, self._theme.palette)
        return self._ways[key]

    def _paint_spots(self, painter: QPainter, trace: Trace, ratio: float) -> None:
        for index in range(len(trace.spots)):
            if index != trace.spot:
                self._paint_spot(painter, trace, index, ratio)

    def _paint_spot(self, painter: QPainter, trace: Trace, index: int, ratio: float) -> None:
        state = "lit" if index == trace.spot else "done" if index < trace.spot else "to come"
        badge = self._spots.get((index, state)) or self._draw_spot(index, state, ratio)
        self._spots[index, state] = badge
        painter.drawPixmap(self._camera.to_widget(trace.spots[index]) + badge.corner, badge.pixmap)

    def _draw_spot(self, index: int, state: str, ratio: float) -> Sticker:
        palette = self._theme.palette
        radius = SPOT_LIT if state == "lit" else SPOT
        fill = see_through(palette.outline, 0.8) if state == "to come" else palette.accent
        font = self._theme.font("strong")
        font.setPixelSize(round(radius * 1.25))

        def draw(painter: QPainter) -> None:
            painter.setPen(QPen(see_through(palette.outline, 0.9), 2))
            painter.setBrush(fill)
            painter.drawEllipse(QPointF(0, 0), radius, radius)
            painter.setFont(font)
            painter.setPen(QColor("#23494a") if state == "to come" else palette.on_accent)
            painter.drawText(_square(radius), Qt.AlignmentFlag.AlignCenter, str(index + 1))

        return sticker(_square(radius + 2), ratio, draw)


def _draw_faint(painter: QPainter, way: Sequence[QPointF], palette: Palette) -> None:
    painter.setPen(_round_pen(see_through(palette.outline, 0.62), EDGE))
    painter.drawPolyline(QPolygonF(way))
    painter.setPen(_round_pen(see_through(palette.accent, 0.38), WAY))
    painter.drawPolyline(QPolygonF(way))
    for tip, angle in arrows(way, ARROW_GAP):
        _draw_arrow(painter, tip, angle, palette)


def part(way: Sequence[QPointF], share: float) -> list[QPointF]:
    """The first `share` of a polyline, by its length."""
    left = min(max(share, 0.0), 1.0) * sum(_length(a, b) for a, b in pairwise(way))
    walked = [way[0]]
    for start, end in pairwise(way):
        length = _length(start, end)
        if length >= left:
            if length > 0:
                walked.append(start + (end - start) * (left / length))
            break
        walked.append(end)
        left -= length
    return walked


def arrows(way: Sequence[QPointF], gap: float) -> list[tuple[QPointF, float]]:
    """Arrowheads along a polyline: tip and direction (degrees clockwise from right), evenly spaced, one at the end."""
    total = sum(_length(a, b) for a, b in pairwise(way))
    count = max(int(total // gap), 1)
    heads = []
    for number in range(1, count + 1):
        walked = part(way, number / count)
        before = part(walked, max(1 - 8 / max(total * number / count, 8.0), 0.0))[-1]
        tip = walked[-1]
        heads.append((tip, degrees(atan2(tip.y() - before.y(), tip.x() - before.x()))))
    return heads


def _draw_arrow(painter: QPainter, tip: QPointF, angle: float, palette: Palette) -> None:
    painter.save()
    painter.translate(tip)
    painter.rotate(angle)
    head = QPainterPath(QPointF(7, 0))
    head.lineTo(-5, -6.5)
    head.lineTo(-2.5, 0)
    head.lineTo(-5, 6.5)
    head.closeSubpath()
    painter.setPen(_round_pen(palette.outline, 1.6))
    painter.setBrush(palette.accent)
    painter.drawPath(head)
    painter.restore()


def _length(a: QPointF, b: QPointF) -> float:
    return hypot(b.x() - a.x(), b.y() - a.y())


def _round_pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _square(radius: float) -> QRectF:
    return QRectF(-radius, -radius, 2 * radius, 2 * radius)
