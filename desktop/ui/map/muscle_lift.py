"""Lifts the muscles of a place out of the others: these step back behind a veil, those beneath show as an outline.

Rendered once for a place, view and zoom, then only copied."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPixmap

from desktop.domain.body import Place, Region, Side
from desktop.domain.chart import Atlas, MuscleMap
from desktop.ui.body_view import BodyPainter
from desktop.ui.camera import Camera
from desktop.ui.outline import painter_path
from desktop.ui.theme import Theme

_VEIL = 0.62
"""How far what is not lifted goes back into the ground."""
_BLUR = 7
"""The shadow is the mask made so many times smaller and large again."""
_DROP = QPointF(0, 3.5)
_SHADOW, _LIGHT = QColor(40, 12, 8), QColor(255, 214, 190)
_RIM = 1.3
_DEEP_FILL, _DEEP_ALONE, _DEEP_LINE = 0.09, 0.3, 0.8
_SOFTENING = 3
"""So is the mask itself, which takes the steps of its samples out of its borders."""
_KEPT = 4
"""Indexed pictures kept, about 250 KB each."""
_SMOOTH, _ANY_SHAPE = Qt.TransformationMode.SmoothTransformation, Qt.AspectRatioMode.IgnoreAspectRatio
Mode = QPainter.CompositionMode


@dataclass(frozen=True, slots=True)
class Lifted:
    """The muscles that stand out, and those beneath, on one side (both for the middle)."""

    muscles: tuple[str, ...]
    beneath: tuple[str, ...]
    side: Side

    @classmethod
    def of(cls, places: Collection[Place], regions: Mapping[str, Region]) -> Lifted | None:
        """What several places have together; None where they name no muscle."""
        known = [regions[place.region] for place in places]
        muscles = tuple(dict.fromkeys(muscle for region in known for muscle in region.muscles))
        beneath = tuple(dict.fromkeys(muscle for region in known for muscle in region.deep_muscles))
        sides = {place.side for place in places}
        return cls(muscles, beneath, sides.pop() if len(sides) == 1 else Side.MIDDLE) if muscles or beneath else None

    def has(self, muscle: str, side: Side, among: Collection[str]) -> bool:
        return muscle in among and self.side in (side, Side.MIDDLE)


class MuscleLift(QObject):
    """Paints the lifted muscles of one place over the body. `stepped` asks for a repaint while they rise or sink."""

    stepped = Signal()

    def __init__(self, atlas: Atlas, theme: Theme, camera: Camera, body: BodyPainter, parent: QObject) -> None:
        super().__init__(parent)
        self._atlas, self._theme, self._camera, self._body = atlas, theme, camera, body
        self._lifted: Lifted | None = None
        self._veil: QPixmap | None = None
        self._baked: QPixmap | None = None
        self._shape: QPixmap | None = None
        self._corner = QPointF()
        self._key: tuple[object, ...] = ()
        self._shape_key: tuple[object, ...] = ()
        self._rise = QVariantAnimation(self)
        self._rise.setStartValue(0.0)
        self._rise.setEndValue(0.0)
        self._rise.setEasingCurve(QEasingCurve.Type.InOutQuad)
        self._rise.valueChanged.connect(self.stepped)

    @property
    def height(self) -> float:
        """0 at rest to 1 lifted."""
        return float(self._rise.currentValue() or 0.0)

    def lift(self, lifted: Lifted | None, milliseconds: int) -> None:
        """Lifts these muscles, at once where others are up already; None lets them sink."""
        if lifted is not None:
            self._lifted = lifted
        target = 0.0 if lifted is None else 1.0
        if target == self._rise.endValue():
            return
        start = self.height if milliseconds else target
        self._rise.stop()
        self._rise.setStartValue(start)
        self._rise.setEndValue(target)
        self._rise.setDuration(milliseconds)
        self._rise.start()

    def release(self) -> None:
        """Gives back the memory."""
        self._veil = self._baked = self._shape = None
        _indexed.cache_clear()

    def paint(self, painter: QPainter, size: QSize, ratio: float) -> None:
        """Over a body painted by `BodyPainter` in a widget of `size`; as strong as the muscles show."""
        strength = self.height * self._body.muscle
        chart = self._atlas.muscles(self._body.view) if strength > 0 else None
        if self._lifted is None or chart is None:
            return
        key = (self._lifted, self._body.shown)
        if key != self._key or self._veil is None:
            area = self._area(size)
            self._veil, self._baked = self._render(self._lifted, chart, area, ratio), None
            self._corner, self._key = area.topLeft(), key
        if self.height < 1:
            painter.setOpacity(strength)
            painter.drawPixmap(self._corner, self._veil)
            painter.setOpacity(1.0)
        else:
            self._baked = self._baked or self._bake(self._veil, strength)
            painter.drawPixmap(self._corner, self._baked)

    def _bake(self, veil: QPixmap, strength: float) -> QPixmap:
        """The body behind the veil as one opaque picture, which is copied far quicker than laid over."""
        baked = QPixmap(veil.size())
        baked.setDevicePixelRatio(veil.devicePixelRatio())
        painter = QPainter(baked)
        if (stage := self._body.stage) is not None:
            painter.drawPixmap(-self._corner, stage)
        painter.setOpacity(strength)
        painter.drawPixmap(0, 0, veil)
        painter.end()
        return baked

    def _area(self, size: QSize) -> QRectF:
        """The part of the widget that the picture covers, in whole pixels."""
        width, height = self._atlas.chart(self._body.view).size
        area = self._camera.transform.mapRect(QRectF(0, 0, width, height)) & QRectF(QPointF(), size)
        return QRectF(area.toAlignedRect())

    def _render(self, lifted: Lifted, chart: MuscleMap, area: QRectF, ratio: float) -> QPixmap:
        mask = self._mask(lifted, chart, area, ratio)
        veil = _clear(area, ratio)
        painter = QPainter(veil)
        painter.fillRect(QRectF(QPointF(), area.size()), _faded(self._theme.palette.ground, _VEIL))
        painter.drawPixmap(_DROP, _softened(_tinted(mask, _faded(_SHADOW, 0.75)), _BLUR * ratio))
        rim = _tinted(mask, _faded(self._theme.palette.outline, 0.55))
        for x, y in ((-_RIM, 0.0), (_RIM, 0.0), (0.0, -_RIM), (0.0, _RIM)):
            painter.drawPixmap(QPointF(x, y), rim)
        painter.setCompositionMode(Mode.CompositionMode_DestinationOut)
        painter.drawPixmap(0, 0, mask)
        painter.setCompositionMode(Mode.CompositionMode_SourceOver)
        painter.drawPixmap(0, 0, _tinted(mask, _faded(_LIGHT, 0.13)))
        painter.translate(-area.topLeft())
        self._paint_beneath(painter, lifted, chart)
        painter.setCompositionMode(Mode.CompositionMode_DestinationIn)
        painter.drawPixmap(area.topLeft(), self._body_shape(area, ratio))
        painter.end()
        return veil

    def _body_shape(self, area: QRectF, ratio: float) -> QPixmap:
        """The body alone, kept until view or camera change."""
        if self._shape is None or self._shape_key != self._body.shown:
            self._shape, self._shape_key = _clear(area, ratio), self._body.shown
            painter = QPainter(self._shape)
            painter.translate(-area.topLeft())
            self._body.paint_layer(painter, "muscle", ratio)
            painter.end()
        return self._shape

    def _mask(self, lifted: Lifted, chart: MuscleMap, area: QRectF, ratio: float) -> QPixmap:
        """White where the muscles are, with a soft edge."""
        numbers = {n for (muscle, side), n in chart.numbers.items() if lifted.has(muscle, side, lifted.muscles)}
        samples = QImage(_indexed(chart.file))
        samples.setColorTable([0xFFFFFFFF if n in numbers else 0 for n in range(samples.colorCount())])
        drawn = samples.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
        mask = _clear(area, ratio)
        painter = QPainter(mask)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(-area.topLeft())
        painter.setTransform(self._camera.transform, combine=True)
        painter.drawImage(QRectF(0, 0, samples.width() * chart.step, samples.height() * chart.step), drawn)
        painter.end()
        return _softened(mask, _SOFTENING * ratio)

    def _paint_beneath(self, painter: QPainter, lifted: Lifted, chart: MuscleMap) -> None:
        """The outlines of what other muscles cover: dashed, for it is not seen."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for deep in chart.beneath:
            if lifted.has(deep.muscle, deep.side, lifted.beneath):
                path.addPath(self._camera.transform.map(painter_path(deep.path)))
        if path.isEmpty():
            return
        pen = QPen(_faded(self._theme.palette.chosen_ink, _DEEP_LINE), 1.4, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3.5, 2.5])
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = _DEEP_FILL if lifted.muscles else _DEEP_ALONE
        painter.fillPath(path, _faded(self._theme.palette.chosen_ink, fill))
        painter.strokePath(path, pen)


@lru_cache(maxsize=_KEPT)
def _indexed(file: Path) -> QImage:
    """The map of a view. Raises OSError where it cannot be read."""
    image = QImage(str(file))
    if image.format() != QImage.Format.Format_Indexed8:
        raise OSError(f"{file.name} is no indexed picture")
    return image


def _clear(area: QRectF, ratio: float) -> QPixmap:
    pixmap = QPixmap((area.size() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _tinted(mask: QPixmap, colour: QColor) -> QPixmap:
    tinted = QPixmap(mask)
    painter = QPainter(tinted)
    painter.setCompositionMode(Mode.CompositionMode_SourceIn)
    painter.fillRect(tinted.rect(), colour)
    painter.end()
    return tinted


def _softened(pixmap: QPixmap, reach: float) -> QPixmap:
    """The same with an edge that falls off over so many device pixels."""
    small = pixmap.scaled(pixmap.size() / reach, _ANY_SHAPE, _SMOOTH)
    soft = small.scaled(pixmap.size(), _ANY_SHAPE, _SMOOTH)
    soft.setDevicePixelRatio(pixmap.devicePixelRatio())
    return soft


def _faded(colour: QColor, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(opacity)
    return faded
