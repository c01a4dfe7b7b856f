"""One entry of the diary, whole: what was kept, its ratings, steps and events."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.domain.body import Place
from desktop.domain.captions import first_upper
from desktop.domain.diary import Entry, at_of, key_of
from desktop.domain.diary_words import duration_words, event_words, facts_of, heading_of, title_of
from desktop.domain.guide import Guide
from desktop.domain.session import SessionRecord, StepDone
from desktop.ui.diary.place_ratings import MOMENTS
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, SPACE_XS, Kind, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.words import side_of

_SIDES = {"both": "", "midline": "", "alternating": "", "left_then_right": ", left then right",
          "right_then_left": ", right then left"}  # fmt: skip


class EntryPane(Panel):
    """Signals: `edit_wanted(Entry)`, `delete_wanted(Entry)`."""

    edit_wanted = Signal(object)
    delete_wanted = Signal(object)

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, margin=SPACE_L)
        self._guide = guide
        self._entry: Entry | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("What was kept")
        self.edit, self.delete = QPushButton("Change"), QPushButton("Delete")
        self.edit.clicked.connect(self._on_edit)
        self.delete.clicked.connect(self._on_delete)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(ButtonRow(self.edit, self.delete))

    @property
    def entry(self) -> Entry | None:
        return self._entry

    @property
    def told(self) -> str:
        """All that is said."""
        return "\n".join(label.text() for label in self._scroll.findChildren(QLabel))

    def present(self, entry: Entry) -> None:
        """Shows an entry; a session as far as it is read: steps and events come when it is whole."""
        above = self._scroll.verticalScrollBar().value() if self._is_shown(entry) else 0
        self._entry = entry
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SPACE_S, 0)
        column.setSpacing(SPACE_M)
        when = at_of(entry)
        column.addWidget(_of_kind(Paragraph(title_of(entry)), "title"))
        column.addWidget(_soft(heading_of(entry) + (f", {when:%H:%M}" if when else "")))
        column.addLayout(_grid(facts_of(entry, self._name)))
        if isinstance(entry, SessionRecord):
            self._add_session(column, entry)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.verticalScrollBar().setValue(above)

    def _is_shown(self, entry: Entry) -> bool:
        return self._entry is not None and key_of(entry) == key_of(self._entry)

    def _add_session(self, column: QVBoxLayout, session: SessionRecord) -> None:
        if session.note:
            column.addWidget(_of_kind(Paragraph("Note"), "strong"))
            column.addWidget(Paragraph(session.note))
        if session.ratings:
            column.addWidget(_of_kind(Paragraph("Tension, 0 to 10"), "strong"))
            column.addLayout(_grid(self._felt(session)))
        if session.steps:
            column.addWidget(_of_kind(Paragraph("Steps"), "strong"))
            column.addLayout(_grid([self._step(step) for step in session.steps]))
        if session.events:
            column.addWidget(_of_kind(Paragraph("What happened"), "strong"))
            column.addLayout(_grid([(f"{e.at:%H:%M:%S}", event_words(e)) for e in session.events]))

    def _felt(self, session: SessionRecord) -> list[tuple[str, str]]:
        """Ratings place by place, in the order of their moments."""
        rows = []
        for place in dict.fromkeys(rating.place for rating in session.ratings):
            given = ((word, session.rating(place, moment)) for moment, word in MOMENTS.items())
            said = ", ".join(f"{word.lower()} {value}" for word, value in given if value is not None)
            rows.append((self._name(place), first_upper(said)))
        return rows

    def _step(self, step: StepDone) -> tuple[str, str]:
        technique = self._guide.techniques.get(step.technique)
        regions = ", ".join(self._region(slug) for slug in step.regions)
        name = technique.name if technique else first_upper(step.technique.replace("_", " "))
        what = f"{name}: {regions}" if regions else name
        done = "skipped" if step.skipped else duration_words(step.seconds) if step.seconds else "not done"
        return f"{step.number}", f"{what}{_SIDES[step.side.value]} ({done})"

    def _region(self, slug: str) -> str:
        region = self._guide.regions.get(slug)
        return region.name if region else slug

    def _name(self, place: Place) -> str:
        return side_of(self._region(place.region), place.side)

    def _on_edit(self) -> None:
        if self._entry is not None:
            self.edit_wanted.emit(self._entry)

    def _on_delete(self) -> None:
        if self._entry is not None:
            self.delete_wanted.emit(self._entry)


def _grid(rows: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    grid.setHorizontalSpacing(SPACE_L)
    grid.setVerticalSpacing(SPACE_XS)
    for line, (label, value) in enumerate(rows):
        name = QLabel(label)
        name.setProperty("soft", True)
        grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Paragraph(value), line, 1)
    return grid


def _of_kind(label: Paragraph, kind: Kind) -> Paragraph:
    set_kind(label, kind)
    return label


def _soft(text: str) -> Paragraph:
    label = Paragraph(text)
    set_kind(label, "small", soft=True)
    return label
