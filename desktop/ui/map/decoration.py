"""What lies still on the body: faint outlines, hatched no-press zones, marks of last time, YOUR LEFT and YOUR RIGHT."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.domain.body import Side
from desktop.domain.chart import Point
from desktop.ui.camera import Camera
from desktop.ui.map.hit_map import Spot
from desktop.ui.theme import Theme

_HATCH_STEP = 9.0
"""Logical pixels between the lines of a hatched zone."""
_SEAM = 4.0
"""Picture pixels; the gap between neighbours is about five."""
_WIDEST_SEAM = 3.6
"""Logical pixels, when zoomed in."""
_SEAM_OPACITY = {"very_light": 0.3, "light": 0.17, "medium": 0.15, "tan": 0.12, "brown": 0.1, "deep": 0.08}
"""By skin tone: as quiet on a deep one as on a light one."""
_LABELS = {Side.LEFT: "YOUR LEFT", Side.RIGHT: "YOUR RIGHT"}


def paint_outlines(painter: QPainter, camera: Camera, spots: Iterable[Spot], theme: Theme) -> None:
    """Seams between the places: neighbours lie a narrow gap apart, so that their soft lines meet in one."""
    colour = QColor(theme.palette.outline)
    colour.setAlphaF(_SEAM_OPACITY[theme.skin_tone])
    pen = QPen(colour, min(max(1.2, _SEAM * camera.scale), _WIDEST_SEAM))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for spot in spots:
        painter.strokePath(camera.transform.map(spot.path), pen)
    painter.restore()


def paint_hatch(painter: QPainter, camera: Camera, spots: Iterable[Spot], theme: Theme) -> None:
    """Soft diagonal lines over what is not to be pressed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for spot in spots:
        hatch(painter, camera.transform.map(spot.path), theme)
    painter.restore()


def hatch(painter: QPainter, path: QPainterPath, theme: Theme, strength: float = 0.42) -> None:
    """One outline, in widget pixels, filled with the lines; `strength` is their opacity."""
    line, ground = QColor(theme.hatching), QColor(theme.hatching)
    line.setAlphaF(strength)
    ground.setAlphaF(strength / 4)
    painter.setClipPath(path)
    painter.fillPath(path, ground)
    painter.setPen(QPen(line, 1.3))
    _draw_diagonals(painter, path.boundingRect())
    painter.setClipping(False)
    painter.strokePath(path, QPen(line, 1.0))


def paint_marks(painter: QPainter, camera: Camera, spots: Iterable[Spot], theme: Theme) -> None:
    """A small ring where the last session worked."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.palette.accent)
    painter.setPen(QPen(theme.palette.outline, 1.6))
    for spot in spots:
        painter.drawEllipse(camera.transform.map(spot.anchor), 4.5, 4.5)
    painter.restore()


def paint_side_labels(
    painter: QPainter, camera: Camera, labels: Mapping[Side, Point], frame: QRectF, theme: Theme
) -> None:
    """YOUR LEFT and YOUR RIGHT where the chart has them, kept inside `frame` (logical pixels) when zoomed."""
    font = QFont(theme.font("small"))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 1.2)
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(font)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    for side, point in labels.items():
        text = _LABELS[side]
        area = QRectF(0, 0, metrics.horizontalAdvance(text) + 22, metrics.height() + 8)
        area.moveCenter(camera.to_widget(point))
        _keep_inside(area, frame)
        pill = QColor(theme.palette.ground)
        pill.setAlphaF(0.72)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pill)
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.setPen(theme.palette.text_soft)
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _draw_diagonals(painter: QPainter, area: QRectF) -> None:
    lines = QPainterPath()
    start = area.left() - area.height()
    for index in range(int((area.width() + area.height()) / _HATCH_STEP) + 2):
        x = start + index * _HATCH_STEP
        lines.moveTo(QPointF(x, area.bottom()))
        lines.lineTo(QPointF(x + area.height(), area.top()))
    painter.drawPath(lines)


def _keep_inside(area: QRectF, frame: QRectF) -> None:
    area.moveLeft(min(max(area.left(), frame.left()), max(frame.left(), frame.right() - area.width())))
    area.moveTop(min(max(area.top(), frame.top()), max(frame.top(), frame.bottom() - area.height())))
