"""The forms of the diary: opens them over the window with what there is already, and gives what is to be kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desktop.domain.answers import due_questions, known_answers
from desktop.domain.body import Place
from desktop.domain.diary import Entry
from desktop.domain.guide import Guide
from desktop.domain.neck_check import NeckCheck
from desktop.domain.neck_guide import LEFT_OUT, QUESTIONS, left_out
from desktop.domain.progress import Period
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects, Step7
from desktop.domain.session import SessionRecord
from desktop.journal import Journal
from desktop.ui.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.db.repository import Repository
    from desktop.domain.chart import Atlas
    from desktop.domain.screening import Question
    from desktop.journal import Memory
    from desktop.ui.diary.check_in_form import CheckInForm
    from desktop.ui.diary.sheet import Sheet


class DiaryForms(QObject):
    """One form at a time. Signals: `kept(Entry)` is to be kept; `told(str)` a sentence for the user; `answered()`:
    questions of the safety check were answered here and kept."""

    kept = Signal(object)
    told = Signal(str)
    answered = Signal()

    def __init__(self, journal: Journal, theme: Theme, guide: Guide, window: QWidget) -> None:
        """Forms lie over `window`."""
        super().__init__(window)
        self._journal, self._theme, self._guide, self._window = journal, theme, guide, window
        self._atlas: Atlas | None = None
        self._sheet: Sheet | None = None

    @property
    def sheet(self) -> Sheet | None:
        """The form that is open."""
        return self._sheet

    def use_atlas(self, atlas: Atlas) -> None:
        """The body whose places are offered for sessions."""
        self._atlas = atlas

    def add(self, what: str) -> None:
        """A new record of a kind, one of `diary_page.ADDED`."""
        makers: Mapping[str, Callable[[], None]] = {
            "session": self.write_session,
            "check_in": self.check_in,
            "neck": self.check_neck,
            "note": self.write_note,
            "effects": self.tell_effects,
            "change": self.compare,
        }
        makers[what]()

    def edit(self, entry: Entry) -> None:
        """What was kept, to be put right. Of a session everything is read first."""
        match entry:
            case SessionRecord():
                self._journal.ask(partial(_whole, entry.id), self.write_session)
            case DailyCheckIn():
                self.check_in(entry.day)
            case DayNote():
                self.write_note(entry)
            case NeckCheck():
                self.check_neck(entry)
            case SideEffects():
                self.tell_effects(entry)
            case GlobalChange():
                self.compare(entry)

    def check_in(self, day: date | None = None) -> None:
        """How a day is, today's where none is given."""
        from desktop.ui.diary.check_in_form import CheckInForm

        form = CheckInForm(self._theme, day or _today(), _today(), self._window)
        form.day_wanted.connect(partial(self._fill_in, form))
        self._open(form)
        self._fill_in(form, form.day.day)

    def check_neck(self, check: NeckCheck | None = None) -> None:
        """The neck check; what the safety check would have to know first is asked before it."""
        self._journal.recall(partial(self._check_neck, check))

    def write_note(self, note: DayNote | None = None) -> None:
        from desktop.ui.diary.note_form import NoteForm

        self._open(NoteForm(self._theme, _today(), note, self._window))

    def tell_effects(self, given: SideEffects | None = None) -> None:
        from desktop.ui.diary.effects_form import EffectsForm

        self._open(EffectsForm(self._theme, _today(), given or SideEffects(uuid4().hex, _now()), self._window))

    def compare(self, given: GlobalChange | None = None) -> None:
        """How it is now, compared with the start."""
        from desktop.ui.diary.change_form import ChangeForm

        asked = given or GlobalChange(uuid4().hex, _now(), Step7.SAME)
        self._open(ChangeForm(self._theme, _today(), asked, given is not None, self._window))

    def write_session(self, session: SessionRecord | None = None) -> None:
        """A new one, or one that is put right: it has to be whole."""
        from desktop.ui.diary.session_form import SessionForm

        self._open(SessionForm(self._theme, self._guide, self._places_of, _now(), session, self._window))

    def _open(self, form: Sheet) -> None:
        if self._sheet is not None:
            self._sheet.reject()
        self._sheet = form
        form.kept.connect(self.kept)
        form.finished.connect(self._on_closed)
        form.open()

    def _on_closed(self) -> None:
        self._sheet = None

    def _fill_in(self, form: CheckInForm, day: date) -> None:
        then = partial(self._present, form, day)
        self._journal.ask(partial(_check_in_of, day), then, partial(then, None))

    def _present(self, form: CheckInForm, day: date, found: DailyCheckIn | None) -> None:
        if form is self._sheet:
            form.present(day, found)

    def _check_neck(self, check: NeckCheck | None, memory: Memory) -> None:
        from desktop.ui.diary.neck_form import NeckForm

        known = known_answers(self._guide.safety, {name: options for name, (options, _) in memory.answers.items()})
        if check is None and left_out({name: known[name] for name in QUESTIONS if name in known}):
            self.told.emit(LEFT_OUT)
            return
        asked = self._to_ask({name: memory.answers[name][1] for name in known}) if check is None else ()
        form = NeckForm(self._theme, _today(), check or NeckCheck(uuid4().hex, _now()), asked, self._window)
        form.answered.connect(self._on_answered)
        self._open(form)

    def _to_ask(self, answered: Mapping[str, datetime]) -> Sequence[Question]:
        """The questions that have to be answered before the neck is moved: their answers are missing or old."""
        return [q for q in due_questions(self._guide.safety, answered, datetime.now(UTC)) if q.id in QUESTIONS]

    def _on_answered(self, answers: Mapping[str, frozenset[str]]) -> None:
        self._journal.keep_answers(answers)
        self.answered.emit()

    def _places_of(self, regions: Sequence[str]) -> list[Place]:
        """The places of these regions on the map: left and right where there are both, else the middle."""
        if self._atlas is None:
            return []
        drawn = {outline.place for view in self._atlas.views for outline in self._atlas.chart(view).outlines}
        wanted = [part for slug in regions for part in (self._guide.regions[slug].members or (slug,))]
        pressed = [slug for slug in dict.fromkeys(wanted) if not self._guide.regions[slug].no_press]
        return [place for slug in pressed for place in sorted(drawn, key=_by_side) if place.region == slug]


def _by_side(place: Place) -> str:
    return place.side.value


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the diary speaks of the user's own days


def _now() -> datetime:
    return datetime.now(UTC).astimezone()


def _check_in_of(day: date, repository: Repository) -> DailyCheckIn | None:
    return next(iter(repository.records.within(DailyCheckIn, Period(day, day))), None)


def _whole(session: str, repository: Repository) -> SessionRecord:
    return repository.sessions.one(session)
