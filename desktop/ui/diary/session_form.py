"""A session written down by hand, or one that is put right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from desktop.domain.body import Place
from desktop.domain.by_hand import moved, session_by_hand
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine
from desktop.domain.session import GUEST, SELF, SessionRecord
from desktop.ui.diary.labelled import Labelled
from desktop.ui.diary.moment_row import MomentRow
from desktop.ui.diary.places_field import PlacesField
from desktop.ui.diary.sheet import Sheet
from desktop.ui.progress.experiment_form import ChoiceMenu
from desktop.ui.theme import Theme
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.segments import Segments
from desktop.ui.words import side_of

NOTE_LENGTH = 500
_RECEIVERS = ((SELF, "I received it"), (GUEST, "I gave it to somebody"))
PlacesOf = Callable[[Sequence[str]], Sequence[Place]]
"""The places of the map that regions have."""


class SessionForm(Sheet):
    """Signal: `kept(SessionRecord)`. Of a session that is there, time, ratings, note and tags can be changed; a new one
    also asks for its routine and how long it was done."""

    def __init__(
        self, theme: Theme, guide: Guide, places_of: PlacesOf, at: datetime, session: SessionRecord | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        """`at` is now, an aware local time."""
        title = "Change this session" if session else "Write down a session"
        super().__init__(theme, title, parent)
        self._guide, self._places_of, self._session = guide, places_of, session
        self.moment = MomentRow(theme, session.started_at if session else at, at.date())
        self.column.addWidget(Labelled("When", self.moment))
        self.routine, self.minutes = self._make_routine(), QSpinBox()
        self.receiver = Segments(theme, _RECEIVERS, "Who received it")
        self.receiver.set_key(SELF)
        if session is None:
            self._ask_what()
        else:
            self.column.insertWidget(0, Paragraph(session.title.partition(" (")[0]))
        self.places = PlacesField(theme, self._name)
        self.column.addWidget(Labelled("How tense was it?", self.places))
        self.note, self.tags = QLineEdit(), QLineEdit()
        self._ask_more(session)
        self.column.addStretch(1)
        self._fill(session)
        self.moment.day.setFocus()

    def on_keep(self) -> None:
        tags = tuple(dict.fromkeys(tag for part in self.tags.text().split(",") if (tag := part.strip())))
        self.kept.emit(
            replace(
                self._begun(),
                places=self.places.places,
                ratings=self.places.ratings,
                note=self.note.text().strip(),
                tags=tags,
            )
        )
        self.accept()

    def _begun(self) -> SessionRecord:
        """The session at the time that is chosen, without what was felt."""
        if self._session is not None:
            return moved(self._session, self.moment.at)
        routine, minutes = self._chosen(), self.minutes.value()
        seconds = routine.total_seconds if minutes >= self.minutes.maximum() else 60.0 * minutes
        session = session_by_hand(uuid4().hex, routine, self.moment.at, seconds, ())
        return replace(session, receiver=self.receiver.key) if routine.mode == "partner" else session

    def _make_routine(self) -> ChoiceMenu:
        names = {slug: routine.short_title for slug, routine in self._guide.routines.items()}
        menu = ChoiceMenu("Routine", names, next(iter(names)))
        menu.chosen.connect(self._on_routine)
        return menu

    def _ask_what(self) -> None:
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.minutes.setSuffix(" min")
        self.minutes.setSpecialValueText("skipped")
        self.minutes.setAccessibleName("Minutes, none where it was skipped")
        self.column.addWidget(Labelled("What", self.routine, small=True))
        self.column.addWidget(self.receiver)
        self.column.addWidget(Labelled("How long", self.minutes, small=True))

    def _ask_more(self, session: SessionRecord | None) -> None:
        self.note.setText(session.note if session else "")
        self.note.setMaxLength(NOTE_LENGTH)
        self.note.setAccessibleName("Note")
        self.tags.setText(", ".join(session.tags) if session else "")
        self.tags.setMaxLength(NOTE_LENGTH)
        self.tags.setAccessibleName("Tags")
        self.tags.setPlaceholderText("office, evening")
        self.column.addWidget(Labelled("Note", self.note))
        self.column.addWidget(Labelled("Tags, with commas between them", self.tags))

    def _fill(self, session: SessionRecord | None) -> None:
        if session is None:
            self._on_routine()
            return
        routine = self._guide.routines.get(session.routine)
        worked = {region for step in session.steps for region in step.regions} | (routine.regions if routine else set())
        self.places.offer(self._places_of(sorted(worked)))
        for place in session.places:
            self.places.put(place, session.ratings)

    def _on_routine(self) -> None:
        """Another routine has another length, and other places."""
        routine = self._chosen()
        self.receiver.setVisible(routine.mode == "partner")
        whole = max(round(routine.total_seconds / 60), 1)
        self.minutes.setMaximum(whole)
        self.minutes.setValue(whole)
        self.places.clear()
        self.places.offer(self._places_of(sorted(routine.regions)))

    def _chosen(self) -> Routine:
        return self._guide.routines[self.routine.key]

    def _name(self, place: Place) -> str:
        return side_of(self._guide.regions[place.region].name, place.side)
