"""Paints the body while it moves itself."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.domain.chart import Atlas, MoveSheet
from desktop.domain.frame import Move
from desktop.ui.camera import Camera
from desktop.ui.ground import paint_ground
from desktop.ui.player.frames import frame_before
from desktop.ui.player.images import load
from desktop.ui.theme import Palette, Theme

if TYPE_CHECKING:
    from desktop.ui.player.move_warp import Warp

BUDGET: Final = 32 * 2**20
"""Bytes for the kept frames of a move, at one device pixel a logical one."""
STILL: Final = 0.02
"""So near to a frame at rest, in steps between frames, that the still picture is right."""
MARGIN: Final = 36
"""Picture pixels around the stage that may be carried into it."""


_SHARP: Final = 2
"""Pixels of the still picture to a picture pixel."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A move on a stage: its sheet, and the camera and looks it is drawn for."""

    name: str
    sheet: MoveSheet
    stage: QRectF
    ratio: float
    scale: float
    origin: QPointF
    palette: Palette
    tone: str
    mirrored_width: int
    """The width of the view's picture where it is shown turned left to right, else 0."""

    @property
    def crop(self) -> QRectF:
        """Where the move's crop lies, in logical pixels."""
        left, top, width, height = self.sheet.crop
        if self.mirrored_width:
            left = self.mirrored_width - left - width
        return QRectF(self.origin + QPointF(left, top) * self.scale, QSizeF(width, height) * self.scale)

    def pixels(self, margin: float) -> QRect:
        """The whole device pixels of the crop on the stage and `margin` (logical pixels) around it."""
        area = self.crop.intersected(self.stage.adjusted(-margin, -margin, margin, margin))
        left, top = ceil(area.left() * self.ratio), ceil(area.top() * self.ratio)
        return QRect(left, top, floor(area.right() * self.ratio) - left, floor(area.bottom() * self.ratio) - top)


class MovePainter:
    """Draws the part of the body that a Move changes; the rest of it, at rest, is painted around that.

    Some frames are kept at the stage's own size until the camera moves; what lies between two is warped (`Warp`)."""

    def __init__(self, atlas: Atlas, theme: Theme, camera: Camera, budget: int = BUDGET) -> None:
        self._atlas = atlas
        self._theme = theme
        self._camera = camera
        self._budget = budget
        self._shown: _Shown | None = None
        self._warp: Warp | None = None
        self._ground: QImage | None = None
        self._fade: QImage | None = None
        self._near = 0

    def clear(self) -> None:
        self._shown = self._warp = self._ground = self._fade = None

    def paint(
        self, painter: QPainter, view: str, move: Move, stage: QRectF, ratio: float, mirrored: bool = False
    ) -> QRect:
        """Returns what it has covered (device pixels): the body need not be painted there. Paints nothing where the
        move is not drawn in this view. Raises OSError for a picture it cannot read."""
        sheet = self._atlas.move(move.name, view)
        if sheet is None:
            return QRect()
        shown = self._show(move.name, sheet, stage, ratio, mirrored)
        before, share = frame_before(sheet.amounts, move.amount)
        self._near = before + round(share)
        if sheet.picture(self._near) is None and abs(before + share - self._near) < STILL:
            return QRect()
        if self._camera.moving:
            return self._paint_roughly(painter, shown)
        return QRect() if shown.pixels(0).isEmpty() else self._paint_between(painter, shown, before, share)

    def _paint_between(self, painter: QPainter, shown: _Shown, before: int, share: float) -> QRect:
        from desktop.ui.player.move_warp import picture

        warp = self._ready(shown)
        for frame in (before, before + 1):
            self._keep(shown, warp, frame)
        pixels = warp.between(before, share)
        image = picture(pixels)
        image.setDevicePixelRatio(shown.ratio)
        painter.drawImage(QPointF(warp.area.topLeft()) / shown.ratio, image)
        return warp.area

    def stock(self) -> bool:
        """Keeps at most one more frame of the move that is shown. Returns whether there was one to keep."""
        shown = self._shown
        if shown is None or self._camera.moving or shown.pixels(0).isEmpty():
            return False
        warp = self._ready(shown)
        frames = sorted(range(len(shown.sheet.amounts)), key=lambda frame: abs(frame - self._near))
        missing = [frame for frame in frames[: warp.places] if frame not in warp.kept]
        if missing:
            self._keep(shown, warp, missing[0])
        return bool(missing)

    def _show(self, name: str, sheet: MoveSheet, stage: QRectF, ratio: float, mirrored: bool) -> _Shown:
        palette, tone, camera = self._theme.palette, self._theme.skin_tone, self._camera
        width = self._atlas.chart(sheet.view).size[0] if mirrored else 0
        shown = _Shown(name, sheet, stage, ratio, camera.scale, camera.origin, palette, tone, width)
        if shown != self._shown:
            self.clear()
            self._shown = shown
        return shown

    def _ready(self, shown: _Shown) -> Warp:
        if self._warp is None:
            from desktop.ui.player.move_warp import FlowFile, Warp

            source = shown.pixels(MARGIN * shown.scale)
            frame_bytes = 4 * source.width() * source.height()
            most = int(self._budget * shown.ratio**2 / frame_bytes)
            places = min(max(most, 3), len(shown.sheet.amounts))
            mirrored = shown.mirrored_width > 0
            corner = (shown.crop.topRight() if mirrored else shown.crop.topLeft()) * shown.ratio
            area, scale = shown.pixels(0), shown.scale * shown.ratio
            flow = FlowFile(shown.sheet.flow)
            self._warp = Warp(flow, area, source, (corner.x(), corner.y()), scale, places, mirrored=mirrored)
        return self._warp

    def _keep(self, shown: _Shown, warp: Warp, frame: int) -> None:
        """Has a frame kept as it shows in the warp's part of the stage, the ground behind it."""
        if frame in warp.kept:
            return
        if self._ground is None:
            self._ground = _ground(shown, warp.source)
        image = self._ground.copy()
        painter = _painter(image, shown, warp.source)
        painter.drawImage(shown.crop, self._picture(shown, frame))
        painter.end()
        warp.keep(frame, image, self._near)

    def _paint_roughly(self, painter: QPainter, shown: _Shown) -> QRect:
        """The nearest frame, scaled anew: while the camera glides nothing is worth keeping."""
        painter.save()
        painter.setClipRect(shown.crop)
        paint_ground(painter, shown.stage, shown.palette)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(shown.crop, self._picture(shown, self._near))
        painter.restore()
        return shown.pixels(0)

    def _picture(self, shown: _Shown, frame: int) -> QImage:
        """The crop's picture in a frame, faded out as the view is; at rest it is cut out of the still picture."""
        file = shown.sheet.picture(frame)
        if file is None:
            left, top, width, height = (side * _SHARP for side in shown.sheet.crop)
            return _turned(load(shown.sheet.still, shown.tone).copy(left, top, width, height), shown)
        image = load(file, shown.tone)
        if self._fade is None:
            self._fade = load(shown.sheet.fade)
        times = self._fade.width() / self._atlas.chart(shown.sheet.view).size[0]
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        part = QRectF(*(side * times for side in shown.sheet.crop))
        painter.drawImage(QRectF(image.rect()), self._fade, part)
        painter.end()
        return _turned(image, shown)


def _turned(image: QImage, shown: _Shown) -> QImage:
    return image.flipped(Qt.Orientation.Horizontal) if shown.mirrored_width else image


def _ground(shown: _Shown, area: QRect) -> QImage:
    """The ground in a part of the stage (device pixels) and, roughly, beyond its edge."""
    image = QImage(area.size(), QImage.Format.Format_RGB32)
    painter = _painter(image, shown, area)
    around = QRectF(QPointF(area.topLeft()) / shown.ratio, QSizeF(area.size()) / shown.ratio)
    for stage in (shown.stage.united(around), shown.stage):
        paint_ground(painter, stage, shown.palette)
    painter.end()
    return image


def _painter(image: QImage, shown: _Shown, area: QRect) -> QPainter:
    """Paints in logical pixels of the stage onto a picture of a part of it (device pixels)."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(-area.topLeft())
    painter.scale(shown.ratio, shown.ratio)
    return painter
