"""The card of what is chosen: facts, tension, routines, Start; or why a place is left alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.body import Place, Region, Side
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine
from desktop.ui import words
from desktop.ui.map.card_facts import CardFacts
from desktop.ui.map.nearby import Whereabouts
from desktop.ui.map.refusal_note import RefusalNote
from desktop.ui.map.routine_panel import RoutinePanel
from desktop.ui.map.selection import Refused, Selection
from desktop.ui.map.tension_panel import TensionPanel
from desktop.ui.measures import CARD_WIDTH
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS, Kind, Theme, set_kind
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.segments import Segments
from desktop.ui.widgets.soft_edge import SoftEdge
from desktop.ui.widgets.tension_slider import TensionSlider

_BOTH = "both"
_OWN = "How firm is allowed is our own careful choice and awaits a professional's review."
_SIDES = {Side.LEFT.value: (Side.LEFT,), _BOTH: (Side.LEFT, Side.RIGHT), Side.RIGHT.value: (Side.RIGHT,)}


class RegionCard(Panel):
    """Follows a `Selection`. `start_requested`: routine id, places, ratings (tuples); `closed` when it is put away,
    `content_changed` when it needs another height."""

    start_requested = Signal(str, object, object)
    closed = Signal()
    content_changed = Signal()

    def __init__(
        self, guide: Guide, theme: Theme, selection: Selection, where: Whereabouts, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, margin=0)
        self._guide, self._selection, self._where = guide, selection, where
        self.setAccessibleName("What is chosen")
        self._fit_width()
        theme.changed.connect(self._fit_width)
        self._name = _label("display")
        self._anatomical = _label("small", soft=True)
        self._inner = QWidget()
        self._scroll = QScrollArea()
        self._close = IconButton(theme, "close", "Close", keys="Esc")
        self.sides = Segments(theme, (("left", "Left"), (_BOTH, "Both"), ("right", "Right")), "Side")
        self.facts = CardFacts(theme)
        self.tension = TensionPanel(guide, theme)
        self.routines = RoutinePanel(theme)
        self.sources = _label("small", soft=True)
        self.refusal = RefusalNote(theme)
        self.start = QPushButton("Start")
        self._arrange()
        self._close.clicked.connect(selection.clear)
        self._close.clicked.connect(self.closed)
        self.sides.chosen.connect(self._on_side_chosen)
        self.routines.picked.connect(self._on_picked)
        self.refusal.nearest_chosen.connect(self._on_nearest_chosen)
        self.start.clicked.connect(self._on_start)
        selection.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Shows what the selection holds now; an empty one leaves the card as it was (it is sliding away)."""
        if self._selection.refused is not None:
            self._show_refused(self._selection.refused)
        elif self._selection.places:
            self._show_places(self._selection.places)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.content_changed.emit()
        return super().eventFilter(watched, event)

    def take_focus(self) -> None:
        """For somebody who chose by key: on to the first thing that can be answered."""
        stops = (*self.tension.findChildren(TensionSlider), self.refusal.button, self._close)
        next(stop for stop in stops if stop.isVisible()).setFocus(Qt.FocusReason.TabFocusReason)

    def wanted_height(self) -> int:
        """What the card needs to show everything without scrolling."""
        parts = (self._head, self._inner_column, self._foot)
        for part in parts:
            part.activate()
        return sum(_height(part, self.width()) for part in parts) + 2 * self.column.spacing()

    def _fit_width(self) -> None:
        self.setFixedWidth(self._theme.room(CARD_WIDTH))

    def _arrange(self) -> None:
        self.start.setProperty("role", "primary")
        self.start.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.start.setCursor(Qt.CursorShape.PointingHandCursor)
        self._head = head = QHBoxLayout()
        head.setContentsMargins(SPACE_XL, SPACE_L, SPACE_L, 0)
        names = QVBoxLayout()
        names.setSpacing(SPACE_XS)
        names.addWidget(self._name)
        names.addWidget(self._anatomical)
        head.addLayout(names, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.column.setSpacing(SPACE_S)
        self.column.addLayout(head)
        self._arrange_inner()
        self.column.addWidget(self._scroll, 1)
        self._foot = foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_XL, 0, SPACE_XL, SPACE_L)
        foot.addWidget(self.start)
        self.column.addLayout(foot)

    def _arrange_inner(self) -> None:
        self._inner_column = column = QVBoxLayout(self._inner)
        column.setContentsMargins(SPACE_XL, SPACE_XS, SPACE_XL, SPACE_S)
        column.setSpacing(SPACE_M)
        for part in (self.sides, self.facts, self.tension, self.routines, self.refusal, self.sources):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inner)
        self._inner.installEventFilter(self)
        self._edge = SoftEdge(self._scroll, self._theme)

    def _show_places(self, places: Sequence[Place]) -> None:
        regions = [self._guide.regions[slug] for slug in self._selection.regions]
        self._show_names(regions)
        self._show_sides(regions)
        self.facts.show_regions(regions)
        self._show_sources(regions)
        self.tension.show_places(places)
        routines = self._routines(regions)
        self.routines.show_routines(routines)
        self.routines.setVisible(bool(routines))
        for part in (self.facts, self.tension, self.sources):
            part.setVisible(True)
        self.start.setVisible(bool(routines))
        self.refusal.setVisible(not routines)
        if not routines:
            self._offer_nearest("No routine works here yet.", regions[0].slug)

    def _show_names(self, regions: Sequence[Region]) -> None:
        one = len(regions) == 1
        self._name.setText(regions[0].name if one else f"{len(self._selection.places)} places")
        self._anatomical.setText(regions[0].anatomical_name if one else ", ".join(r.name for r in regions))

    def _show_sides(self, regions: Sequence[Region]) -> None:
        sides = self._selection.sides(regions[0].slug)
        self.sides.setVisible(len(regions) == 1 and Side.MIDDLE not in sides)
        if self.sides.isVisibleTo(self):
            self.sides.set_key(_BOTH if len(sides) > 1 else next(iter(sides)).value)

    def _show_sources(self, regions: Sequence[Region]) -> None:
        """Where what is said of a place comes from, and that its ceiling is our own (content sheet 8 and 9)."""
        read = self._guide.sources.told(slug for region in regions for slug in region.sources)
        self.sources.setText("\n".join(["Where this comes from", *read, _OWN]))

    def _show_refused(self, refused: Refused) -> None:
        self._name.setText(refused.name)
        self._anatomical.setText(self._guide.regions[refused.region].anatomical_name if refused.region else "")
        for part in (self.sides, self.facts, self.tension, self.routines, self.sources, self.start):
            part.setVisible(False)
        self.refusal.setVisible(True)
        self._offer_nearest(refused.reason, refused.region)

    def _offer_nearest(self, reason: str, region: str) -> None:
        nearest = self._where.nearest(region, self._workable) if region else ""
        self.refusal.show_reason(reason, self._guide.regions[nearest].name if nearest else "", nearest)

    def _routines(self, regions: Sequence[Region]) -> list[Routine]:
        """Those that work on any of the regions, the ones that cover the most first."""
        covering: dict[str, int] = {}
        for region in regions:
            for routine in self._guide.routines_for(region.slug):
                covering[routine.id] = covering.get(routine.id, 0) + 1
        order = {routine_id: index for index, routine_id in enumerate(self._guide.routines)}
        found = sorted(covering, key=lambda routine_id: (-covering[routine_id], order[routine_id]))
        return [self._guide.routines[routine_id] for routine_id in found]

    def _workable(self, slug: str) -> bool:
        return not self._selection.barred(slug) and bool(self._guide.routines_for(slug))

    def _on_side_chosen(self, key: str) -> None:
        self._selection.set_sides(self._selection.regions[0], _SIDES[key])

    def _on_picked(self, routine: Routine) -> None:
        self.start.setText(f"Start · {words.minutes(routine.total_seconds)}")
        self.start.setAccessibleName(f"Start {routine.title}, {words.minutes(routine.total_seconds)}")

    def _on_nearest_chosen(self, region: str) -> None:
        self._selection.choose(tuple(Place(region, side) for side in self._where.sides(region)))

    def _on_start(self) -> None:
        if (routine := self.routines.routine) is not None:
            self.start_requested.emit(routine.id, self._selection.places, self.tension.ratings)


def _height(part: QLayout, width: int) -> int:
    if part.hasHeightForWidth():
        return part.totalHeightForWidth(width)
    return part.totalSizeHint().height()


def _label(kind: Kind, soft: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    set_kind(label, kind, soft)
    return label
