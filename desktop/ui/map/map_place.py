"""The home of the application: the body, its views, the list of places, and the card of what is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from desktop.domain.body import Place, Side
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.ui.map.body_map import BodyMap
from desktop.ui.map.invitation import Invitation
from desktop.ui.map.map_column import MapColumn
from desktop.ui.map.nearby import Whereabouts
from desktop.ui.map.selection import Selection
from desktop.ui.measures import card_room, column_room, invitation_room
from desktop.ui.theme import SPACE_L, SPACE_S, SPACE_XS, Theme
from desktop.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from desktop.ui.map.region_card import RegionCard

_SLIDE = 240
"""Milliseconds the card takes to come in."""
_LEAST_BODY = 340
"""Logical pixels the body keeps beside an open card; below, the column makes room for it."""
_VIEW_KEYS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value)


class MapPlace(QWidget):
    """`start_requested`: routine id, places, ratings (two tuples). `view_changed`: the view now shown."""

    start_requested = Signal(str, object, object)
    view_changed = Signal(str)

    def __init__(self, atlas: Atlas, guide: Guide, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._guide, self._theme = atlas, guide, theme
        self.selection = Selection(guide, self)
        self._where = Whereabouts(atlas, guide)
        self.body = BodyMap(atlas, guide, theme, self.selection, self)
        self.column = MapColumn(atlas, guide, theme, self.selection, self)
        self._invitation = Invitation(theme, self)
        self._zoom = self._make_zoom()
        self._card: RegionCard | None = None
        self._shown = 0.0
        self._slide = QVariantAnimation(self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._slide.valueChanged.connect(self._set_shown)
        self._connect()
        self.setFocusProxy(self.body)
        self.set_view(atlas.views[0])

    @property
    def card(self) -> RegionCard:
        """The card of what is chosen; made when it is first needed, which the first paint need not wait for."""
        if self._card is None:
            from desktop.ui.map.region_card import RegionCard

            self._card = RegionCard(self._guide, self._theme, self.selection, self._where, self)
            self._card.hide()
            self._card.start_requested.connect(self.start_requested)
            self._card.content_changed.connect(self._arrange)
            self._card.refresh()
        return self._card

    @property
    def view(self) -> str:
        return self.body.view

    @property
    def invites(self) -> bool:
        """Whether it says what to do, because nothing is chosen yet."""
        return not self._invitation.isHidden()

    def set_view(self, view: str) -> None:
        """Raises KeyError for a view the atlas does not have."""
        self.body.set_view(view)

    def set_muscle(self, share: float) -> None:
        """0 skin to 1 muscles."""
        self.column.layer.set_share(share)

    def select(self, places: Iterable[Place]) -> None:
        """Chooses places, in a view where they are seen."""
        wanted = tuple(places)
        self.selection.choose(wanted)
        if wanted:
            self._show_place(wanted[0])

    def point_at(self, *places: Place) -> None:
        """Lights places up as if the pointer were on them."""
        self.body.point_at(*places)

    def mark_last(self, places: Iterable[Place]) -> None:
        """A faint mark on the places of the last session."""
        self.body.mark_last(places)

    def set_locked(self, regions: Mapping[str, str]) -> None:
        """Regions the safety answers shut, with the reason."""
        self.selection.set_locked(regions)

    def begin_anew(self) -> None:
        """Lets the choice and its ratings go, after a session."""
        self.selection.clear()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _VIEW_KEYS and not control and key - _VIEW_KEYS.start < len(self._atlas.views):
            self.set_view(self._atlas.views[key - _VIEW_KEYS.start])
        elif key == Qt.Key.Key_L or (key == Qt.Key.Key_F and control):
            self.column.show_list()
        elif key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.body.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.body.zoom_out()
        elif key == Qt.Key.Key_0:
            self.body.fit()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.body.view_changed.connect(self._on_view_changed)
        self.column.views.chosen.connect(self.set_view)
        self.column.layer.moved.connect(self.body.set_muscle)
        self.column.list_made.connect(self._on_list_made)
        self.body.camera.moved.connect(self._on_camera_moved)
        self.body.chosen_by_key.connect(self._on_chosen_by_key)
        self.selection.changed.connect(self._on_selection_changed)
        self._theme.changed.connect(self._arrange)

    def _make_zoom(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_XS)
        for icon_name, name, keys, slot in (
            ("minus", "Further away", "−", self.body.zoom_out),
            ("fit", "Whole view", "0", self.body.fit),
            ("plus", "Closer", "+", self.body.zoom_in),
        ):
            button = IconButton(self._theme, icon_name, name, holder, keys=keys)
            button.setProperty("role", "floating")
            button.clicked.connect(slot)
            row.addWidget(button)
        return holder

    def _leave(self) -> None:
        """Esc: out of the list first, then out of the choice."""
        if self.column.shows_list and self.column.list.holds_focus():
            self.column.show_views()
            self.body.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            focused = QApplication.focusWidget()
            if self._card is not None and focused is not None and self._card.isAncestorOf(focused):
                self.body.setFocus(Qt.FocusReason.OtherFocusReason)
            self.selection.clear()

    def _on_chosen_by_key(self, added: bool) -> None:
        if not added and self.card.isVisible():
            self.card.take_focus()

    def _on_view_changed(self, view: str) -> None:
        self.column.views.set_view(view)
        self.column.layer.set_possible(self.body.has_muscle())
        self.view_changed.emit(view)

    def _on_camera_moved(self) -> None:
        """A body that was zoomed reaches below what lies beside it."""
        fitted = self.body.camera.fitted
        self.column.set_over_body(not fitted)
        self._invitation.setVisible(fitted and self._shown == 0)

    def _on_list_made(self) -> None:
        self.column.list.chosen.connect(self._on_listed)
        self.column.list.pointed.connect(self._on_pointed)

    def _on_listed(self, region: str, add: bool) -> None:
        places = tuple(Place(region, side) for side in self._where.sides(region))
        self.selection.choose(places, add)
        self._show_place(places[0])

    def _on_pointed(self, region: str) -> None:
        self.body.point_at(*([Place(region, Side.MIDDLE)] if region else []))

    def _show_place(self, place: Place) -> None:
        """Turns to the view that shows a place best, unless it is in sight."""
        views = self._where.views(place)
        if views and self.view not in views:
            self.set_view(views[0])

    def _on_selection_changed(self) -> None:
        filled = bool(self.selection.places) or self.selection.refused is not None
        target = 1.0 if filled else 0.0
        if not filled and self._card is not None:
            self._card.tension.forget()
        if target == self._slide.endValue() and self._slide.state() == QVariantAnimation.State.Running:
            return
        self._slide.stop()
        if target != self._shown:
            self._slide.setStartValue(self._shown)
            self._slide.setEndValue(target)
            duration = self._theme.motion(_SLIDE, self)
            self._slide.setDuration(duration)
            self._slide.start() if duration else self._set_shown(target)

    def _set_shown(self, share: float) -> None:
        self._shown = share
        if share > 0 or self._card is not None:
            self.card.setVisible(share > 0)
        self._invitation.setVisible(share == 0 and self.body.camera.fitted)
        self._arrange()

    def _arrange(self) -> None:
        width, height, gap = self.width(), self.height(), SPACE_L
        column_space, card_space = column_room(self._theme.growth), card_room(self._theme.growth)
        crowded = width - column_space - card_space < _LEAST_BODY
        self.column.setVisible(not (crowded and self._shown > 0))
        self.column.setGeometry(gap - SPACE_S, gap - SPACE_S, self.column.width(), height - 2 * (gap - SPACE_S))
        right = card_space * self._shown
        if self._card is not None:
            card_height = min(height - 2 * gap, self._card.wanted_height())
            self._card.setGeometry(round(width - right), gap, self._card.width(), card_height)
        self.body.setGeometry(0, 0, width, height)
        free = invitation_room(self._theme.growth) * (1 - self._shown)
        self.body.set_insets(0 if self.column.isHidden() else column_space, max(right, free))
        self._arrange_small(width - round(right), height)

    def _arrange_small(self, right: int, height: int) -> None:
        """The invitation and the zoom buttons, left of `right`."""
        words, zoom = self._invitation, self._zoom.sizeHint()
        words.setGeometry(right - words.width() - SPACE_L, height // 2 - 110, words.width(), words.wanted_height())
        corner = (right - zoom.width() - SPACE_L, height - zoom.height() - SPACE_L)
        self._zoom.setGeometry(*corner, zoom.width(), zoom.height())
