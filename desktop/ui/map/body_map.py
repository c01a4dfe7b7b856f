"""The body that is clicked: hover, choice, zoom and pan over one view at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from desktop.domain.body import Place, Side
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.ui import words
from desktop.ui.body_view import BodyPainter
from desktop.ui.camera import Camera
from desktop.ui.map.bubble import paint_bubble
from desktop.ui.map.decoration import paint_hatch, paint_marks, paint_outlines, paint_side_labels
from desktop.ui.map.glow import GlowShelf, Look
from desktop.ui.map.hit_map import HitMap, Spot
from desktop.ui.map.neighbours import next_spot
from desktop.ui.map.selection import Refused, Selection
from desktop.ui.map.view_fade import ViewFade
from desktop.ui.measures import body_frame
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from desktop.ui.map.muscle_lift import MuscleLift

GAP = 12.0
"""Logical pixels around a place that still belong to it."""
_DRAG = 5.0
_ZOOM_STEP = 1.25
_FADE = 180
_LIFT = 140
_ZOOM_ROW = 56.0
"""Logical pixels at the foot that the zoom buttons take."""
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class BodyMap(QWidget):
    """Shows a view and lets places be chosen on it. `view_changed` carries the new view, `hovered` a Spot or None,
    `chosen_by_key` whether the place was added."""

    view_changed = Signal(str)
    hovered = Signal(object)
    chosen_by_key = Signal(bool)

    def __init__(
        self,
        atlas: Atlas,
        guide: Guide,
        theme: Theme,
        selection: Selection,
        parent: QWidget | None = None,
        chosen_look: Look = "chosen",
    ) -> None:
        super().__init__(parent)
        self._chosen_look: Look = chosen_look
        self._atlas, self._guide, self._theme, self._selection = atlas, guide, theme, selection
        self.camera = Camera(self)
        self._body = BodyPainter(atlas, theme, self.camera, decorate=self._decorate)
        self._glows = GlowShelf(theme)
        self._hit_maps: dict[str, HitMap] = {}
        self._lift: MuscleLift | None = None
        self._hovered: Spot | None = None
        self._beside: tuple[Spot, ...] = ()
        self._by_keyboard = False
        self._pointer = QPointF()
        self._pressed: QPointF | None = None
        self._dragging = False
        self._insets = (0.0, 0.0)
        self._last: tuple[Place, ...] = ()
        self._fade = ViewFade(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName("Body map")
        self.setAccessibleDescription("Arrow keys go from place to place, Enter chooses. The list has the same places.")
        self.camera.moved.connect(self.update)
        self._fade.stepped.connect(self.update)
        theme.changed.connect(self._on_theme_changed)
        selection.changed.connect(self._on_selection_changed)

    @property
    def view(self) -> str:
        return self._body.view

    @property
    def muscle(self) -> float:
        return self._body.muscle

    @property
    def spots(self) -> tuple[Spot, ...]:
        return self.hit_map().spots

    @property
    def hovered_spot(self) -> Spot | None:
        return self._hovered

    @property
    def is_fading(self) -> bool:
        return self._fade.running

    def hit_map(self) -> HitMap:
        """The hit map of the view shown."""
        if self.view not in self._hit_maps:
            self._hit_maps[self.view] = HitMap(self._atlas.chart(self.view), self._guide)
        return self._hit_maps[self.view]

    def set_view(self, view: str) -> None:
        """Fades over to another view. Raises KeyError for one the atlas does not have."""
        if view == self.view:
            return
        self._fade.begin(self._body.stage, self._theme.motion(_FADE, self))
        self._set_hovered(None)
        self._body.set_view(view)
        self.update()
        self.view_changed.emit(view)

    def set_muscle(self, share: float) -> None:
        if share > 0 and self._lift is None:
            from desktop.ui.map.muscle_lift import MuscleLift

            self._lift = MuscleLift(self._atlas, self._theme, self.camera, self._body, self)
            self._lift.stepped.connect(self.update)
        self._body.set_muscle(share)
        self._lift_hovered()
        self.update()

    @property
    def lifts(self) -> bool:
        """Whether the muscles of the hovered place stand out."""
        return self._lift is not None and self._lift.height > 0 and self.muscle > 0 and self.has_muscle()

    def has_muscle(self) -> bool:
        return self._body.has_muscle(self.view)

    def set_insets(self, left: float, right: float) -> None:
        """Keeps the body clear of what lies over the map at both sides, logical pixels."""
        self._insets = (left, right)
        self._refit()

    def mark_last(self, places: Iterable[Place]) -> None:
        """A faint mark on the places of the last session."""
        self._last = tuple(places)
        self._body.invalidate()
        self.update()

    def point_at(self, *places: Place) -> None:
        """Shows places as if the pointer were on them; none lets go."""
        spots = self.hit_map().of(places, self._guide)
        self._point(spots[0] if spots else None)
        self._beside = spots[1:]
        self._lift_hovered()

    def zoom(self, factor: float) -> None:
        self.camera.zoom_about(self._frame().center(), factor)

    def zoom_in(self) -> None:
        self.zoom(_ZOOM_STEP)

    def zoom_out(self) -> None:
        self.zoom(1 / _ZOOM_STEP)

    def fit(self) -> None:
        self.camera.fit_gently(self._theme.motion(_FADE, self))

    def spot_at(self, position: QPointF) -> Spot | None:
        """What a click at a widget position would choose."""
        at = self.camera.to_picture(position)
        return self.hit_map().at(QPointF(at.x, at.y), GAP / self.camera.scale)

    def choose(self, spot: Spot, add: bool = False) -> None:
        if spot.place is None:
            self._selection.refuse(Refused(spot.full_name, spot.no_press))
        else:
            self._selection.choose((spot.place,), add)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        self._body.paint(painter, self.size(), ratio)
        if self._lift is not None:
            self._lift.paint(painter, self.size(), ratio)
        self._glows.use(self.camera.transform, ratio)
        self._paint_glows(painter)
        self._fade.paint(painter)
        if self._hovered is not None:
            beside = self.camera.transform.mapRect(self._hovered.bounds) if self.lifts else None
            paint_bubble(painter, self._theme, self._pointer, self._said(self._hovered), self._frame(), beside)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._refit()

    def hideEvent(self, _event: QHideEvent) -> None:
        self.camera.stop()
        self._fade.end()
        self._body.release()
        if self._lift is not None:
            self._lift.release()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        position = event.position()
        if self._pressed is not None and (self._dragging or _far(position, self._pressed)):
            self.camera.pan_by(position - (self._pointer if self._dragging else self._pressed))
            self._dragging = True
            self._set_hovered(None)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self._set_hovered(self.spot_at(position))
        self._pointer = position
        self._by_keyboard = False
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging, self._pointer = event.position(), False, event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        dragged, self._pressed, self._dragging = self._dragging, None, False
        spot = self.spot_at(event.position())
        self._set_hovered(spot)
        if dragged:
            return
        if spot is not None:
            self.choose(spot, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            self._selection.clear()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()

    def leaveEvent(self, _event: QEvent) -> None:
        if not self._by_keyboard:
            self._set_hovered(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.camera.zoom_about(event.position(), 1.0015 ** event.angleDelta().y())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.camera.zoom_about(event.position(), 1.0 + event.value())
            return True
        if isinstance(event, QGestureEvent) and (pinch := event.gesture(Qt.GestureType.PinchGesture)) is not None:
            self._pinch(pinch)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if (spot := next_spot(self._hovered, self.spots, key)) is not None:
            self._by_keyboard = True
            self._point(spot)
            self._announce(self._spoken(spot))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._hovered is not None:
            add = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.choose(self._hovered, add)
            self.chosen_by_key.emit(add)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _KEYBOARD and self._hovered is None and self.spots:
            self._by_keyboard = True
            self._point(next((spot for spot in self.spots if not spot.no_press), None))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._by_keyboard:
            self._by_keyboard = False
            self._set_hovered(None)

    def _decorate(self, painter: QPainter) -> None:
        barred = [spot for spot in self.spots if self._bars(spot)]
        paint_outlines(painter, self.camera, (spot for spot in self.spots if spot not in barred), self._theme)
        paint_hatch(painter, self.camera, barred, self._theme)
        paint_marks(painter, self.camera, self.hit_map().of(self._last, self._guide), self._theme)
        labels = self._atlas.chart(self.view).labels
        paint_side_labels(painter, self.camera, labels, self._clear(), self._theme)

    def _paint_glows(self, painter: QPainter) -> None:
        chosen = self.hit_map().of(self._selection.places, self._guide)
        self._glows.paint(painter, chosen, self._chosen_look)
        if (refused := self._selection.refused) is not None and refused.region:
            self._glows.paint(
                painter, self.hit_map().of((Place(refused.region, refused.side),), self._guide), "refused"
            )
        if self._hovered is not None:
            lit = tuple(spot for spot in (self._hovered, *self._beside) if spot not in chosen)
            look: Look = "lifted" if self.lifts else "hover"
            self._glows.paint(painter, lit, "refused" if self._bars(self._hovered) else look)

    def _said(self, spot: Spot) -> Sequence[str]:
        """Name and notes of the bubble; on the muscles their names."""
        side = f"your {spot.side}" if spot.side is not Side.MIDDLE else ""
        note = "Not pressed · click for why" if self._bars(spot) else side
        if not self.lifts or spot.place is None:
            return spot.name, note
        return spot.name, note, *words.muscle_lines(self._guide.regions[spot.place.region], self._guide.muscles)

    def _spoken(self, spot: Spot) -> str:
        """What a screen reader says of a spot."""
        if spot.place is None:
            return spot.full_name
        muscles = words.muscles_said(self._guide.regions[spot.place.region], self._guide.muscles)
        return f"{spot.full_name}. {muscles}" if muscles else spot.full_name

    def _bars(self, spot: Spot) -> bool:
        return bool(spot.no_press) or (spot.place is not None and bool(self._selection.barred(spot.place.region)))

    def _set_hovered(self, spot: Spot | None) -> None:
        self._beside = ()
        if spot is not self._hovered:
            self._hovered = spot
            self.setCursor(Qt.CursorShape.ArrowCursor if spot is None else Qt.CursorShape.PointingHandCursor)
            self.hovered.emit(spot)
        self._lift_hovered()
        self.update()

    def _lift_hovered(self) -> None:
        """Lets the muscles of what is hovered stand out."""
        if self._lift is None:
            return
        from desktop.ui.map.muscle_lift import Lifted

        spots = (self._hovered, *self._beside) if self._hovered is not None else ()
        places = [spot.place for spot in spots if spot.place is not None]
        self._lift.lift(Lifted.of(places, self._guide.regions), self._theme.motion(_LIFT, self))

    def _point(self, spot: Spot | None) -> None:
        """Hovers a spot from afar: its name stands above it instead of at the pointer."""
        if spot is not None:
            top = QPointF(spot.anchor.x(), spot.bounds.top())
            self._pointer = self.camera.transform.map(top)
        self._set_hovered(spot)

    def _pinch(self, pinch: object) -> None:
        if isinstance(pinch, QPinchGesture):
            self.camera.zoom_about(self.mapFromGlobal(pinch.centerPoint()), pinch.scaleFactor())

    def _refit(self) -> None:
        if not self._frame().isEmpty():
            self.camera.set_frame(self._frame())
        self._body.invalidate()
        self.update()

    def _frame(self) -> QRectF:
        left, right = self._insets
        return body_frame(QRectF(self.rect()), left, right)

    def _clear(self) -> QRectF:
        """What nothing lies over."""
        left, right = self._insets
        return QRectF(self.rect()).adjusted(left + 8, 8, -right - 8, -_ZOOM_ROW)

    def _on_theme_changed(self) -> None:
        self._body.invalidate()
        self.update()

    def _announce(self, text: str) -> None:
        """Has a screen reader say what the eyes would see."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _on_selection_changed(self) -> None:
        self._body.invalidate()
        self.update()


def _far(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() > _DRAG
