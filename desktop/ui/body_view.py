"""Painting the body: ground, skin and muscles, kept as one picture so that a repaint is one opaque copy."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from desktop.ui.camera import Camera
from desktop.ui.ground import paint_ground
from desktop.ui.picture_file import read_picture
from desktop.ui.skin_tone import AS_DRAWN
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.domain.chart import Atlas, Layer, ViewChart

__all__ = ["BodyPainter", "Camera", "PictureShelf", "flip"]

_SHELF_BYTES = 40 * 1024 * 1024
_NOWHERE = QRect()


class PictureShelf:
    """Pictures read from files, the last used first; older ones are given up when `limit` bytes are passed."""

    def __init__(self, limit: int = _SHELF_BYTES) -> None:
        self._limit = limit
        self._pixmaps: OrderedDict[tuple[Path, str], QPixmap] = OrderedDict()

    def get(self, file: Path, tone: str = AS_DRAWN) -> QPixmap:
        """The picture in `file` in a skin tone. Raises OSError where it cannot be read."""
        key = (file, tone)
        pixmap = self._pixmaps.get(key) or QPixmap.fromImage(read_picture(file, tone))
        self._pixmaps[key] = pixmap
        self._pixmaps.move_to_end(key)
        while len(self._pixmaps) > 1 and sum(map(_bytes, self._pixmaps.values())) > self._limit:
            self._pixmaps.popitem(last=False)
        return pixmap

    def clear(self) -> None:
        self._pixmaps.clear()


class BodyPainter:
    """Paints one view of the body through a camera.

    The result is kept in device pixels until view, camera, layer, size or theme change.
    Call `paint` first in a paint event, then draw over it. `decorate` draws what lies still on the body (logical
    pixels) into the kept picture; `invalidate` asks for it anew."""

    def __init__(
        self,
        atlas: Atlas,
        theme: Theme,
        camera: Camera,
        shelf: PictureShelf | None = None,
        decorate: Callable[[QPainter], None] | None = None,
    ) -> None:
        self._atlas = atlas
        self._theme = theme
        self._camera = camera
        self._shelf = shelf or PictureShelf()
        self._decorate = decorate
        self._view = ""
        self._muscle = 0.0
        self._mirrored = False
        self._stage: QPixmap | None = None
        self._stage_key: tuple[object, ...] = ()

    @property
    def view(self) -> str:
        return self._view

    @property
    def chart(self) -> ViewChart:
        """The chart of the view shown. Raises KeyError before there is one."""
        return self._atlas.chart(self._view)

    @property
    def muscle(self) -> float:
        return self._muscle

    @property
    def stage(self) -> QPixmap | None:
        """A copy of what was painted last, device-pixel sized; to fade from when the view changes."""
        return None if self._stage is None else QPixmap(self._stage)

    @property
    def shown(self) -> tuple[object, ...]:
        """Says what was painted last; another one as soon as anything of it is different."""
        return self._stage_key

    def set_view(self, view: str) -> None:
        """Shows another view, fitted. Raises KeyError for a view the atlas does not have."""
        size = self._atlas.chart(view).size
        self._view = view
        self._camera.set_picture(*size)

    def set_mirrored(self, mirrored: bool) -> None:
        """Shows the pictures turned left to right; the camera then looks at the turned one."""
        self._mirrored = mirrored

    def set_muscle(self, share: float) -> None:
        """How much of the muscles shows: 0 skin, 1 muscles."""
        self._muscle = min(max(share, 0.0), 1.0)

    def has_muscle(self, view: str) -> bool:
        return self._atlas.picture("muscle", view, 1) is not None

    def invalidate(self) -> None:
        """What `decorate` draws has changed."""
        self._stage_key = ()

    def release(self) -> None:
        """Gives back the memory (the widget is hidden)."""
        self._stage, self._stage_key = None, ()
        self._shelf.clear()

    def paint(self, painter: QPainter, size: QSize, ratio: float, around: QRect = _NOWHERE) -> None:
        """Fills a widget of `size` (logical pixels), but for what is hidden anyway: it lies `around` that (device
        pixels). Raises OSError where a picture cannot be read."""
        origin = self._camera.origin
        place = (self._camera.scale, origin.x(), origin.y())
        look = (self._theme.palette.dark, self._theme.skin_tone)
        key = (self._view, self._mirrored, self._muscle, size.width(), size.height(), ratio, place, look)
        if key != self._stage_key or self._stage is None:
            self._stage = self._compose(size, ratio)
            self._stage_key = key
        if around.isEmpty():
            painter.drawPixmap(0, 0, self._stage)
            return
        for part in beside(around, self._stage.rect()):
            painter.drawPixmap(QPointF(part.topLeft()) / ratio, self._stage, QRectF(part))

    def _compose(self, size: QSize, ratio: float) -> QPixmap:
        stage = self._stage
        pixels = QSize(round(size.width() * ratio), round(size.height() * ratio))
        if stage is None or stage.size() != pixels or stage.devicePixelRatio() != ratio:
            stage = QPixmap(pixels)
            stage.setDevicePixelRatio(ratio)
        painter = QPainter(stage)
        paint_ground(painter, QRectF(0, 0, size.width(), size.height()), self._theme.palette)
        self._paint_layers(painter, pixels, ratio)
        if self._decorate is not None:
            self._decorate(painter)
        painter.end()
        return stage

    def _paint_layers(self, painter: QPainter, pixels: QSize, ratio: float) -> None:
        muscle = self._muscle if self.has_muscle(self._view) else 0.0
        if muscle in (0.0, 1.0):
            self.paint_layer(painter, "muscle" if muscle else "skin", ratio)
            return
        blend = self._faded_layer("skin", 1 - muscle, pixels, ratio)
        blender = QPainter(blend)
        blender.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        blender.drawPixmap(0, 0, self._faded_layer("muscle", muscle, pixels, ratio))
        blender.end()
        painter.drawPixmap(0, 0, blend)

    def _faded_layer(self, layer: Layer, share: float, pixels: QSize, ratio: float) -> QPixmap:
        """Two of these add up to a body as solid as either; painted over each other the ground would shine through."""
        faded = QPixmap(pixels)
        faded.setDevicePixelRatio(ratio)
        faded.fill(Qt.GlobalColor.transparent)
        painter = QPainter(faded)
        painter.setOpacity(share)
        self.paint_layer(painter, layer, ratio)
        painter.end()
        return faded

    def paint_layer(self, painter: QPainter, layer: Layer, ratio: float) -> None:
        """One layer alone, where the camera has it."""
        pixmap = self.picture(layer, self._camera.scale * ratio)
        width, height = self._atlas.chart(self._view).size
        scale, origin = self._camera.scale, self._camera.origin
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        target = QRectF(origin, QPointF(origin.x() + width * scale, origin.y() + height * scale))
        if self._mirrored:
            painter.save()
            painter.setTransform(flip(target), combine=True)
        painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
        if self._mirrored:
            painter.restore()

    def picture(self, layer: Layer, pixels_each: float) -> QPixmap:
        """A layer of the view, sharp enough for `pixels_each` device pixels a picture pixel.

        Raises FileNotFoundError where the layer is not drawn."""
        resolution = 2 if pixels_each > 1.1 else 1
        file = self._atlas.picture(layer, self._view, resolution) or self._atlas.picture(layer, self._view, 1)
        if file is None:
            raise FileNotFoundError(f"{self._view} has no {layer} picture")
        return self._shelf.get(file, self._theme.skin_tone if layer == "skin" else AS_DRAWN)


def beside(hidden: QRect, whole: QRect) -> list[QRect]:
    """What is left of the whole without a part of it: above, below, to the left and to the right."""
    left, top, right, bottom = hidden.x(), hidden.y(), hidden.x() + hidden.width(), hidden.y() + hidden.height()
    parts = (
        QRect(0, 0, whole.width(), top),
        QRect(0, bottom, whole.width(), whole.height() - bottom),
        QRect(0, top, left, hidden.height()),
        QRect(right, top, whole.width() - right, hidden.height()),
    )
    return [part for part in parts if not part.isEmpty()]


def flip(area: QRectF) -> QTransform:
    """Turns what lies in an area left to right within it."""
    return QTransform(-1, 0, 0, 1, area.left() + area.right(), 0)


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * pixmap.depth() // 8
