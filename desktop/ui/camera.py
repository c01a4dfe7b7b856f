"""The transform between a picture of the body and the widget that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QSizeF, QVariantAnimation, Signal
from PySide6.QtGui import QTransform

from desktop.domain.chart import Point

if TYPE_CHECKING:
    from desktop.domain.frame import Focus

_MOST_ZOOM = 5.0
"""Times the scale at which the whole picture fits."""


class Camera(QObject):
    """Where a picture lies in a widget.

    `scale` is logical pixels a picture pixel, `origin` the widget position of the picture's corner. The picture
    covers the frame that `set_frame` gives (logical pixels), or lies centred in it where it is smaller. `moved`
    comes after each change, `settled` when an animation has come to its end."""

    moved = Signal()
    settled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture = QSizeF(1, 1)
        self._frame = QRectF(0, 0, 1, 1)
        self._scale = 1.0
        self._origin = QPointF()
        self._fitted = True
        self._from = self._to = QRectF(0, 0, 1, 1)
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._glide)
        self._animation.finished.connect(self.settled)

    @property
    def scale(self) -> float:
        return self._scale

    @property
    def origin(self) -> QPointF:
        return QPointF(self._origin)

    @property
    def fitted(self) -> bool:
        """Whether the whole picture is shown, also after the widget has changed its size."""
        return self._fitted

    @property
    def moving(self) -> bool:
        return self._animation.state() == QVariantAnimation.State.Running

    @property
    def fit_scale(self) -> float:
        return min(self._frame.width() / self._picture.width(), self._frame.height() / self._picture.height())

    @property
    def transform(self) -> QTransform:
        """Picture pixels to logical pixels of the widget."""
        return QTransform(self._scale, 0, 0, self._scale, self._origin.x(), self._origin.y())

    @property
    def visible(self) -> QRectF:
        """The part of the picture's plane that the frame shows, in picture pixels."""
        corner = self.to_picture(self._frame.topLeft())
        return QRectF(corner.x, corner.y, self._frame.width() / self._scale, self._frame.height() / self._scale)

    def to_widget(self, point: Point) -> QPointF:
        return QPointF(self._origin.x() + point.x * self._scale, self._origin.y() + point.y * self._scale)

    def to_picture(self, position: QPointF) -> Point:
        return Point((position.x() - self._origin.x()) / self._scale, (position.y() - self._origin.y()) / self._scale)

    def set_picture(self, width: float, height: float) -> None:
        """A picture of this size (picture pixels), fitted."""
        self._picture = QSizeF(width, height)
        self.fit()

    def set_frame(self, frame: QRectF) -> None:
        """The part of the widget the picture may use; keeps what is shown in the middle."""
        if frame == self._frame or frame.isEmpty():
            return
        if self._fitted:
            self._frame = QRectF(frame)
            self.fit()
            return
        middle = self.to_picture(self._frame.center())
        self._frame = QRectF(frame)
        self._place(self._scale, frame.center() - QPointF(middle.x, middle.y) * self._scale)

    def fit(self) -> None:
        self._animation.stop()
        self._place(self.fit_scale, self._frame.center() - self._middle() * self.fit_scale)

    def zoom_about(self, position: QPointF, factor: float) -> None:
        """Zooms so that what lies under `position` (widget) stays there."""
        self._animation.stop()
        scale = self._bounded(self._scale * factor)
        self._place(scale, position - (position - self._origin) * (scale / self._scale))

    def pan_by(self, delta: QPointF) -> None:
        self._animation.stop()
        self._place(self._scale, self._origin + delta)

    def focus_on(self, focus: Focus, milliseconds: int = 0) -> None:
        """Brings a part of the picture to fill the frame, gliding there where time is given."""
        self._glide_to(QRectF(focus.x, focus.y, focus.width, focus.height), milliseconds)

    def fit_gently(self, milliseconds: int) -> None:
        """Like `fit`, gliding."""
        self._glide_to(QRectF(QPointF(), self._picture), milliseconds)

    def stop(self) -> None:
        """Ends a glide where it is (the widget is being hidden)."""
        self._animation.stop()

    def _glide_to(self, target: QRectF, milliseconds: int) -> None:
        self._animation.stop()
        self._from, self._to = self.visible, target
        if milliseconds <= 0:
            self._show(target)
            self.settled.emit()
            return
        self._animation.setDuration(milliseconds)
        self._animation.start()

    def _glide(self, share: float) -> None:
        start, end = self._from, self._to
        centre = start.center() + (end.center() - start.center()) * share
        width = start.width() + (end.width() - start.width()) * share
        height = start.height() + (end.height() - start.height()) * share
        self._show(QRectF(centre.x() - width / 2, centre.y() - height / 2, width, height))

    def _show(self, part: QRectF) -> None:
        scale = self._bounded(min(self._frame.width() / part.width(), self._frame.height() / part.height()))
        self._place(scale, self._frame.center() - part.center() * scale)

    def _bounded(self, scale: float) -> float:
        return min(max(scale, self.fit_scale), self.fit_scale * _MOST_ZOOM)

    def _middle(self) -> QPointF:
        return QPointF(self._picture.width() / 2, self._picture.height() / 2)

    def _place(self, scale: float, origin: QPointF) -> None:
        self._scale = scale
        self._fitted = scale <= self.fit_scale * 1.0001
        frame = self._frame
        self._origin = QPointF(
            _kept(origin.x(), self._picture.width() * scale, frame.left(), frame.width()),
            _kept(origin.y(), self._picture.height() * scale, frame.top(), frame.height()),
        )
        self.moved.emit()


def _kept(start: float, length: float, frame_start: float, frame_length: float) -> float:
    """The start of a picture's side such that it covers its frame, or lies centred in it where it is smaller."""
    if length <= frame_length:
        return frame_start + (frame_length - length) / 2
    return min(frame_start, max(start, frame_start + frame_length - length))
