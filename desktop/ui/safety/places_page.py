"""Which places are to be left alone: marked on the body or in the list, where an answer asks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.body import Place
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.ui.map.body_map import BodyMap
from desktop.ui.map.map_column import MapColumn
from desktop.ui.map.nearby import Whereabouts
from desktop.ui.map.selection import Selection
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.paragraph import Paragraph


class Marks(Selection):
    """Every place chosen is one more, or one less where it was marked."""

    def choose(self, places: Iterable[Place], add: bool = False) -> None:  # noqa: ARG002 - it always adds
        super().choose(places, add=True)


class PlacesPage(QWidget):
    """Signals: `marked(object)` the regions as a frozenset; `cancelled()` back to the questions."""

    marked = Signal(object)
    cancelled = Signal()

    def __init__(self, atlas: Atlas, guide: Guide, theme: Theme) -> None:
        super().__init__()
        self._guide = guide
        self._where = Whereabouts(atlas, guide)
        self.marks = Marks(guide, self)
        self.body = BodyMap(atlas, guide, theme, self.marks, self, chosen_look="alone")
        self.column = MapColumn(atlas, guide, theme, self.marks, self)
        self._told = QLabel()
        self._told.setWordWrap(True)
        self.done = QPushButton("Leave these alone")
        self.done.setProperty("role", "primary")
        self._arrange()
        self.column.views.chosen.connect(self.body.set_view)
        self.column.layer.moved.connect(self.body.set_muscle)
        self.column.list_made.connect(self._on_list_made)
        self.body.view_changed.connect(self.column.views.set_view)
        self.marks.changed.connect(self._tell)
        self.done.clicked.connect(self._finish)
        theme.changed.connect(self._fit_body)
        self.setFocusProxy(self.body)
        self.body.set_view(atlas.views[0])
        self._tell()

    def ask(self, regions: Collection[str]) -> None:
        """Begins with these regions marked."""
        self.marks.clear()
        self.marks.choose(Place(region, side) for region in regions for side in self._where.sides(region))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_body()

    def _arrange(self) -> None:
        heading = Paragraph("Which places should be left alone?")
        set_kind(heading, "display")
        hint = Paragraph(
            "Mark them on the body or in the list of places, and what lies next to a wound or an implant that is less "
            "than a hand away. No step will touch them."
        )
        set_kind(hint, "body", soft=True)
        back = QPushButton("Back to the questions")
        back.clicked.connect(self.cancelled)
        beside = QWidget()
        side = QHBoxLayout(beside)
        side.setContentsMargins(SPACE_L, SPACE_S, 0, SPACE_S)
        side.addWidget(self.column)
        body = QGridLayout()
        body.addWidget(self.body, 0, 0)
        body.addWidget(beside, 0, 0, Qt.AlignmentFlag.AlignLeft)
        head = QVBoxLayout()
        head.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, 0)
        head.addWidget(heading)
        head.addWidget(hint)
        foot = QHBoxLayout()
        foot.setContentsMargins(SPACE_XL, 0, SPACE_XL, SPACE_M)
        foot.setSpacing(SPACE_M)
        foot.addWidget(self._told, 1)
        foot.addWidget(back)
        foot.addWidget(self.done)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(SPACE_M)
        page.addLayout(head)
        page.addLayout(body, 1)
        page.addLayout(foot)

    def _fit_body(self) -> None:
        """The body keeps clear of the column that lies over its left."""
        self.body.set_insets(self.column.width() + SPACE_L, 0)

    def _on_list_made(self) -> None:
        self.column.list.chosen.connect(self._on_listed)

    def _on_listed(self, region: str, _add: bool) -> None:
        self.marks.choose(Place(region, side) for side in self._where.sides(region))

    def _tell(self) -> None:
        names = [self._guide.regions[region].name for region in self.marks.regions]
        self._told.setText("Left alone: " + ", ".join(names) if names else "Nothing is marked yet.")
        self.done.setText("Leave these alone" if names else "Go on without a mark")

    def _finish(self) -> None:
        self.marked.emit(frozenset(self.marks.regions))
