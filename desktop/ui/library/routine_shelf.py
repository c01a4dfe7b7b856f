"""The routines that were found, one below the other; the one pointed at moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.library import Entry
from desktop.ui.library.miniature import Miniature, still
from desktop.ui.library.routine_tile import PICTURE, RoutineTile
from desktop.ui.theme import SPACE_S, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.soft_edge import SoftEdge

_REST_MS = 30
_WAIT_MS = 180
"""A pointer that only passes by sets nothing moving."""


class RoutineShelf(QScrollArea):
    """`picked` carries the entry somebody chose, `entered` tells that Enter was pressed on it."""

    picked = Signal(object)
    entered = Signal()

    def __init__(self, atlas: Atlas, guide: Guide, theme: Theme, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._atlas, self._guide, self._theme = atlas, guide, theme
        self._drawn_for: tuple[object, ...] = ()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._nothing = Paragraph("No routine fits all of that.\nLet one of the choices go, or show everything again.")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._nothing.setContentsMargins(0, 4 * SPACE_XL, 0, 0)
        set_kind(self._nothing, "body", soft=True)
        self._nothing.hide()
        self.tiles = [RoutineTile(entry, theme) for entry in entries]
        self._lay_out()
        self._moving = Miniature(atlas, guide, theme, self.widget())
        self._moving.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._moving.setFixedSize(PICTURE)
        self._moving.hide()
        self._tile: RoutineTile | None = None
        self._soon = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._soon.timeout.connect(self._move)
        self._draw = QTimer(self, singleShot=True, interval=_REST_MS)
        self._draw.timeout.connect(self._draw_one)
        theme.changed.connect(self._redraw)

    @property
    def moving(self) -> bool:
        return not self._moving.isHidden()

    @property
    def drawn(self) -> bool:
        """Whether every tile in sight has its small picture."""
        return all(tile.has_picture for tile in self.tiles if _in_sight(tile))

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Shows only these; where the chosen one is not among them, the first of them is chosen."""
        shown = [entry.routine.id for entry in entries]
        for tile in self.tiles:
            tile.setVisible(tile.entry.routine.id in shown)
        self._nothing.setVisible(not shown)
        chosen = self._group.checkedButton()
        if shown and (chosen is None or chosen.isHidden()):
            self.pick(shown[0])
        self._stop()
        self._draw.start()

    def pick(self, routine: str) -> None:
        """Chooses a routine by its id. Raises StopIteration where there is none."""
        tile = next(tile for tile in self.tiles if tile.entry.routine.id == routine)
        tile.setChecked(True)
        self.ensureWidgetVisible(tile)
        self.picked.emit(tile.entry)

    def focus_chosen(self, reason: Qt.FocusReason) -> None:
        """Gives the focus to the chosen tile, from where the arrows lead to the others."""
        if (chosen := self._group.checkedButton()) is not None:
            chosen.setFocus(reason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._draw.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._draw.stop()
        self._stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, SPACE_S, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self._nothing)
        for tile in self.tiles:
            tile.pointed.connect(self._on_pointed)
            tile.entered.connect(self.entered)
            self._group.addButton(tile)
            column.addWidget(tile)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName("Routines")
        SoftEdge(self, self._theme, "ground")

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RoutineTile):
            self.picked.emit(button.entry)

    def _on_pointed(self, came: bool) -> None:
        tile = self.sender()
        if not isinstance(tile, RoutineTile):
            return
        if came:
            if tile.hasFocus():
                self.ensureWidgetVisible(tile, 0, SPACE_S)
            self._stop()
            self._tile = tile
            self._soon.start()
        elif tile is self._tile:
            self._stop()

    def _move(self) -> None:
        if self._tile is None or not self._tile.isVisible():
            return
        self._moving.move(self._tile.pos() + self._tile.picture_area().topLeft().toPoint())
        self._moving.show_routine(self._tile.entry.routine)
        self._moving.show()
        self._moving.raise_()
        self._moving.play()

    def _stop(self) -> None:
        self._soon.stop()
        self._tile = None
        self._moving.hide()

    def _draw_one(self) -> None:
        """Draws one small picture that is wanted, those in sight first; the next one when there is time again."""
        key = (self._theme.palette.dark, self._theme.skin_tone, self.devicePixelRatioF())
        if key != self._drawn_for:
            self._drawn_for = key
            for tile in self.tiles:
                tile.set_picture(None)
        waiting = [tile for tile in self.tiles if not tile.has_picture and not tile.isHidden()]
        if waiting:
            tile = next((tile for tile in waiting if _in_sight(tile)), waiting[0])
            tile.set_picture(self._picture(tile.entry))
            self._draw.start()

    def _picture(self, entry: Entry) -> QPixmap:
        return still(entry.routine, self._atlas, self._guide, self._theme, PICTURE, self.devicePixelRatioF())

    def _redraw(self) -> None:
        if self.isVisible():
            self._draw.start()


def _in_sight(tile: RoutineTile) -> bool:
    return not tile.visibleRegion().isEmpty()
