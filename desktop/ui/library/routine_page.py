"""A routine in full: how it looks, what it is for, what to mind, its steps, where it comes from; and Start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.library import Entry, main_places
from desktop.domain.routine import Routine
from desktop.ui.library.miniature import Miniature
from desktop.ui.library.routine_tile import facts
from desktop.ui.map.routine_panel import StepList
from desktop.ui.map.tension_panel import TensionPanel
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.layouts import empty
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.soft_edge import SoftEdge

_PICTURE_HEIGHT = 230


class RoutinePage(Panel):
    """`start_requested`: routine ids in order, places, ratings (tuples). `added`: the entry to be put in a row."""

    start_requested = Signal(object, object, object)
    added = Signal(object)

    def __init__(self, atlas: Atlas, guide: Guide, theme: Theme) -> None:
        super().__init__(theme, margin=0)
        self._guide = guide
        self._entry: Entry | None = None
        self.miniature = Miniature(atlas, guide, theme)
        self.miniature.setFixedHeight(_PICTURE_HEIGHT)
        self._title, self._facts = Paragraph(), Paragraph()
        set_kind(self._title, "title")
        set_kind(self._facts, "small", soft=True)
        self._told = Told()
        self.tension = TensionPanel(guide, theme)
        self._steps = StepList()
        self.start = QPushButton("Start")
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._on_start)
        self.add = QPushButton("Add to a row")
        self.add.setToolTip("Do several routines one after the other, such as head, then neck, then back")
        self.add.clicked.connect(self._on_add)
        self._arrange()

    @property
    def entry(self) -> Entry | None:
        return self._entry

    def show_entry(self, entry: Entry) -> None:
        routine = entry.routine
        self._entry = entry
        self._title.setText(routine.short_title)
        self._facts.setText(facts(entry))
        self._told.tell((
            ("", routine.purpose), ("How to be", routine.position), ("What you need", routine.kit),
            ("When to leave it", routine.caution), ("What is done", self._techniques(routine)),
            ("Where this comes from", self._sources(routine)),
        ))  # fmt: skip
        self._steps.show_routine(routine)
        self.tension.show_places(main_places(self._guide, routine))
        self.miniature.show_routine(routine)
        self.miniature.play()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _arrange(self) -> None:
        text = QWidget()
        inner = QVBoxLayout(text)
        inner.setContentsMargins(SPACE_XL, SPACE_M, SPACE_XL, SPACE_M)
        inner.setSpacing(SPACE_M)
        for part in (self._title, self._facts, self._told, self.tension, self._steps):
            inner.addWidget(part)
        inner.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(text)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        SoftEdge(scroll, self._theme)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_XL, SPACE_M, SPACE_XL, SPACE_L)
        foot.addWidget(ButtonRow(self.start, self.add, widened=self.start))
        self.column.setSpacing(0)
        self.column.addWidget(self.miniature)
        self.column.addWidget(scroll, 1)
        self.column.addLayout(foot)

    def _techniques(self, routine: Routine) -> str:
        """Its techniques in the order they come, with the names they have elsewhere."""
        used = [self._guide.techniques[slug] for slug in dict.fromkeys(step.technique for step in routine.steps)]
        return "\n".join(" – ".join(filter(None, (one.name, one.classical_name))) for one in used)

    def _sources(self, routine: Routine) -> str:
        """The published references the routine and its techniques rest on, and what waits for a professional's eye."""
        of_techniques = (slug for step in routine.steps for slug in self._guide.techniques[step.technique].sources)
        lines = self._guide.sources.told((*routine.sources, *of_techniques))
        return "\n".join([*lines, "The step texts and seconds are our own and await a professional's review."])

    def _on_start(self) -> None:
        if self._entry is not None:
            places = main_places(self._guide, self._entry.routine)
            self.start_requested.emit((self._entry.routine.id,), places, self.tension.ratings)

    def _on_add(self) -> None:
        if self._entry is not None:
            self.added.emit(self._entry)


class Told(QWidget):
    """Headed paragraphs; one without text is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_S)

    def tell(self, parts: Sequence[tuple[str, str]]) -> None:
        empty(self._column)
        for heading, text in parts:
            if text:
                self._add(heading, text)

    def _add(self, heading: str, text: str) -> None:
        if heading:
            label = Paragraph(heading)
            set_kind(label, "strong")
            self._column.addWidget(label)
        paragraph = Paragraph(text)
        set_kind(paragraph, "small")
        self._column.addWidget(paragraph)
