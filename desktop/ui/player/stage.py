"""The stage: the body, the way, and the hands that do what the step says."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.frame import Focus, Frame
from desktop.domain.reflection import reflected
from desktop.domain.staging import POSE
from desktop.domain.viewpoint import Viewpoint
from desktop.ui.body_view import BodyPainter
from desktop.ui.camera import Camera
from desktop.ui.player.body_moves import MovePainter
from desktop.ui.player.crossfade import Crossfade
from desktop.ui.player.edges import EdgePainter
from desktop.ui.player.figures import FigurePainter
from desktop.ui.player.foresight import Foresight
from desktop.ui.player.sound_glow import SoundGlow
from desktop.ui.player.touch import TouchPainter
from desktop.ui.player.traces import TracePainter
from desktop.ui.player.zones import ZonePainter
from desktop.ui.theme import Theme

GLIDE_MS = 700
FADE_MS = 450
IDLE_MS = 60
MOMENTS = 3
"""As many coming moments are looked at while idle, at once."""
LEAST_CM = 27.0
"""As much of the body is shown at least, across and down: near enough to see, wide enough to know where it is."""


class Stage(QWidget):
    """Shows one Frame after another. Signal: `clicked` (anywhere on it).

    Nothing is computed from time here: the same frame gives the same picture once the camera has settled. `bare` shows
    body and hands alone, without marks and words, for small pictures."""

    clicked = Signal()

    def __init__(
        self,
        atlas: Atlas,
        theme: Theme,
        no_press: Collection[str] = (),
        parent: QWidget | None = None,
        bare: bool = False,
    ) -> None:
        super().__init__(parent)
        self._bare = bare
        self._atlas = atlas
        self._theme = theme
        self._viewpoint = Viewpoint.AS_ON_ME
        self._mirrored = False
        self._frame: Frame | None = None
        self._seen: Frame | None = None
        self._focus: Focus | None = None
        self._camera = Camera(self)
        self._resting = BodyPainter(atlas, theme, self._camera)
        self._moving = self._resting if atlas.moving is atlas else BodyPainter(atlas.moving, theme, self._camera)
        self._body = self._resting
        self._moves = MovePainter(atlas.moving, theme, self._camera)
        self._zones = ZonePainter(theme, self._camera, no_press)
        self._traces = TracePainter(theme, self._camera)
        self._touch = TouchPainter(atlas, theme, self._camera)
        self._edges = EdgePainter(theme)
        self._figures = FigurePainter(atlas, theme)
        self.glow = SoundGlow(theme)
        self._painters = (self._moves, self._zones, self._traces, self._touch, self._figures, self.glow)
        self._posing = False
        self._foresight: Foresight | None = None
        self._fade = Crossfade(self)
        self._fade.changed.connect(self.update)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._make_ready)
        self._camera.moved.connect(self.update)
        self._camera.settled.connect(self._on_settled)
        theme.changed.connect(self.update)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def camera(self) -> Camera:
        return self._camera

    @property
    def frame(self) -> Frame | None:
        """The frame shown last, as it was given."""
        return self._frame

    @property
    def seen(self) -> Frame | None:
        """The same as it is seen from the viewpoint: turned over where the picture is."""
        return self._seen

    @property
    def viewpoint(self) -> Viewpoint:
        return self._viewpoint

    def set_viewpoint(self, viewpoint: Viewpoint) -> None:
        """From where the body is seen from now on."""
        self._viewpoint = viewpoint
        if self._foresight is not None:
            self._foresight.reset()
        if self._frame is not None:
            self.show_frame(self._frame)

    def show_frame(self, frame: Frame) -> None:
        """Shows a frame; the camera glides to its focus where it has changed."""
        seen, mirrored = self._as_seen(frame), self._viewpoint.flips(frame.view)
        body = self._resting if frame.move is None else self._moving
        changes = self._changes(frame.view, body, mirrored)
        if changes:
            self._fade_over()  # before anything of the new frame is there to be painted
        self._frame, self._seen, self._mirrored = frame, seen, mirrored
        if changes:
            self._change_picture(seen, body)
        elif seen.view != POSE and seen.focus != self._focus:
            self._focus = seen.focus
            self._aim(self._theme.motion(GLIDE_MS, self))
        self.update()
        self._wait_for_idle()

    def foresee(self, frame_at: Callable[[float], Frame]) -> None:
        """Tells what will be shown at a guide second, so that pictures can be made while nothing else is to be done."""
        self._foresight = Foresight(frame_at)

    def release(self) -> None:
        """Gives back the memory of everything kept for painting, and sees no further."""
        self._fade.end()
        self._foresight = None
        for painter in self._painters:
            painter.clear()
        self._resting.release()
        self._moving.release()

    def sizeHint(self) -> QSize:
        return QSize(900, 760)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._camera.set_frame(QRectF(self.rect()))
        self._aim()
        super().resizeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._camera.stop()
        self._fade.end()
        self._idle.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = self._seen
        if frame is None:
            painter.fillRect(self.rect(), self._theme.palette.ground)
            return
        if self._posing and frame.move is not None:
            self._figures.paint(painter, frame.move, QRectF(self.rect()), self.devicePixelRatioF(), self._mirrored)
        else:
            self._paint_work(painter, frame)
        self._fade.paint(painter)
        sides = None if self._bare or self._posing else self._body.chart
        self._edges.paint(painter, sides, self._viewpoint, QRectF(self.rect()), self.devicePixelRatioF())
        self.glow.paint(painter, self.size(), self.devicePixelRatioF())

    def _paint_work(self, painter: QPainter, frame: Frame) -> None:
        """The body, and hands at work on it."""
        marked = not self._camera.moving and not self._bare
        self._paint_body(painter, frame)
        if marked:
            self._paint_marks(painter, frame)
        self._touch.paint_hands(painter, frame, self._body, self.devicePixelRatioF())
        if marked:
            self._paint_signs(painter, frame)

    def _as_seen(self, frame: Frame) -> Frame:
        if frame.view == POSE or not self._viewpoint.flips(frame.view):
            return frame
        return reflected(frame, self._atlas.chart(frame.view).size[0])

    def _changes(self, view: str, body: BodyPainter, mirrored: bool) -> bool:
        """Whether another picture comes: another view, a figure, the body that the moves are drawn of, or a mirror."""
        if mirrored != self._mirrored:
            return True
        if view == POSE:
            return not self._posing
        return self._posing or body is not self._body or view != body.view

    def _change_picture(self, frame: Frame, body: BodyPainter) -> None:
        if frame.view == POSE:
            self._posing, self._focus = True, None
            return
        if self._posing:
            self._posing = False
            self._figures.clear()
        self._body = body
        body.set_mirrored(self._mirrored)
        body.set_view(frame.view)
        self._focus = frame.focus
        self._aim()

    def _fade_over(self) -> None:
        """Keeps what is seen now, and lets it go slowly over what comes."""
        duration = self._theme.motion(FADE_MS, self) if self._posing or self._focus is not None else 0
        if duration:
            self._fade.begin(self.grab(), duration)
        else:
            self._fade.end()

    def _wait_for_idle(self) -> None:
        if self.isVisible() and not self.window().isMinimized() and not self._idle.isActive():
            self._idle.start(IDLE_MS)

    def _make_ready(self) -> None:
        """Makes one picture that is or may soon be needed; what is painted later then only has to be copied."""
        if self._frame is None or self._seen is None or self._posing or self._camera.moving:
            return
        if self._touch.prepare(self._seen, self.devicePixelRatioF()):
            self.update()
            self._idle.start(0)
        elif self._make_coming(self._frame) or self._moves.stock():
            self._idle.start(0)

    def _make_coming(self, frame: Frame) -> bool:
        """Looks some moments ahead and makes at most one picture. Returns whether there may be more to do."""
        if self._foresight is None:
            return False
        for _ in range(MOMENTS):
            coming = self._foresight.next(frame)
            if coming is None:
                return False
            if self._touch.prepare(self._as_seen(coming), self.devicePixelRatioF()):
                return True
            self._foresight.go_on()
        return True

    def _on_settled(self) -> None:
        if self._foresight is not None:
            self._foresight.reset()
        self._wait_for_idle()

    def _aim(self, milliseconds: int = 0) -> None:
        if self._focus is not None:
            least = LEAST_CM * self._body.chart.px_per_cm
            self._camera.focus_on(widened(self._focus, least), milliseconds)

    def _paint_body(self, painter: QPainter, frame: Frame) -> None:
        ratio = self.devicePixelRatioF()
        stage, moved = QRectF(self.rect()), QRect()
        if frame.move is None:
            self._moves.clear()
        else:
            moved = self._moves.paint(painter, frame.view, frame.move, stage, ratio, self._mirrored)
        self._body.paint(painter, self.size(), ratio, around=moved)
        self._touch.paint_skin(painter, frame, self._body, ratio)

    def _paint_marks(self, painter: QPainter, frame: Frame) -> None:
        """What lies on the skin. The hatching is drawn where a body at rest has it: not while it moves."""
        ratio = self.devicePixelRatioF()
        if frame.move is None:
            self._zones.paint(painter, self._body.chart, QRectF(self.rect()), ratio, self._mirrored)
        self._traces.paint(painter, frame.traces, ratio)

    def _paint_signs(self, painter: QPainter, frame: Frame) -> None:
        """What lies over the hands: the spot being worked on, and what cannot be seen of the hands."""
        ratio = self.devicePixelRatioF()
        self._touch.paint_signs(painter, frame, ratio)
        self._traces.paint_lit_spots(painter, frame.traces, ratio)


def widened(focus: Focus, least: float) -> Focus:
    """The focus about the same middle, at least `least` picture pixels across and down."""
    width, height = max(focus.width, least), max(focus.height, least)
    middle = (focus.x + focus.width / 2, focus.y + focus.height / 2)
    return Focus(middle[0] - width / 2, middle[1] - height / 2, width, height)
