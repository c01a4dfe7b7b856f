"""Where people write down: opens the forms of the diary, keeps what they give, and can take it back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desktop.domain.body import Place
from desktop.domain.diary import DiaryPage as Page
from desktop.domain.diary import Due, Entry, Kind
from desktop.domain.guide import Guide
from desktop.domain.neck_check import NeckCheck
from desktop.domain.neck_guide import LEFT_OUT, QUESTIONS, left_out
from desktop.domain.progress import Period
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects, Step7
from desktop.domain.session import SessionRecord
from desktop.journal import Journal, Undo
from desktop.ui.main_window import PROGRESS, MainWindow
from desktop.ui.theme import Theme
from desktop.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from desktop.db.repository import Repository
    from desktop.domain.chart import Atlas
    from desktop.journal import Memory
    from desktop.ui.diary.check_in_form import CheckInForm
    from desktop.ui.diary.diary_page import DiaryPage
    from desktop.ui.diary.sheet import Sheet
    from desktop.ui.progress.progress_place import ProgressPlace

DIARY = "diary"


class DiaryDesk(QObject):
    """Between the forms, the journal and the notice bar. Signals: `answered()` questions of the safety check were
    answered here and kept; `charts_wanted()`."""

    answered = Signal()
    charts_wanted = Signal()

    def __init__(self, journal: Journal, notice: NoticeBar, theme: Theme, guide: Guide, window: MainWindow) -> None:
        """Forms lie over `window`, the diary is one of its places."""
        super().__init__(window)
        self._journal, self._notice, self._theme, self._guide, self._window = journal, notice, theme, guide, window
        self._atlas: Atlas | None = None
        self._page: DiaryPage | None = None
        self._sheet: Sheet | None = None
        journal.changed.connect(self._on_changed)

    def attend(self, progress: ProgressPlace, atlas: Atlas) -> None:
        """Does from now on what Progress asks for; `atlas` is the body whose places are offered."""
        self._atlas = atlas
        progress.diary_wanted.connect(self.show_diary)
        progress.check_in_wanted.connect(self._check_in_now)
        progress.neck_check_wanted.connect(self._check_neck_now)

    def show_diary(self) -> None:
        """It belongs to Progress, which stays marked."""
        self.page()
        self._window.show_place(DIARY)
        self._window.rail.set_place(PROGRESS)
        self.look()

    @property
    def sheet(self) -> Sheet | None:
        """The form that is open."""
        return self._sheet

    def page(self) -> DiaryPage:
        """The diary, made when it is first asked for."""
        if self._page is None:
            self._page = self._make_page()
        return self._page

    def look(self) -> None:
        """Reads anew what the diary shows and asks."""
        page, today = self.page(), _today()
        page.look()
        self._journal.ask(partial(_due, today), page.ask)

    # forms

    def check_in(self, day: date | None = None) -> None:
        """How a day is, today's where none is given."""
        from desktop.ui.diary.check_in_form import CheckInForm

        form = CheckInForm(self._theme, day or _today(), _today(), self._window)
        form.day_wanted.connect(partial(self._fill_in, form))
        form.kept.connect(self._keep)
        self._open(form)
        self._fill_in(form, form.day.day)

    def check_neck(self, check: NeckCheck | None = None) -> None:
        """The neck check; what the safety check would have to know first is asked before it."""
        self._journal.recall(partial(self._check_neck, check))

    def write_note(self, note: DayNote | None = None) -> None:
        from desktop.ui.diary.note_form import NoteForm

        form = NoteForm(self._theme, _today(), note, self._window)
        form.kept.connect(self._keep)
        self._open(form)

    def tell_effects(self, given: SideEffects | None = None) -> None:
        from desktop.ui.diary.effects_form import EffectsForm

        form = EffectsForm(self._theme, _today(), given or SideEffects(uuid4().hex, _now()), self._window)
        form.kept.connect(self._keep)
        self._open(form)

    def compare(self, given: GlobalChange | None = None) -> None:
        from desktop.ui.diary.change_form import ChangeForm

        asked = given or GlobalChange(uuid4().hex, _now(), Step7.SAME)
        form = ChangeForm(self._theme, _today(), asked, given is not None, self._window)
        form.kept.connect(self._keep)
        self._open(form)

    def write_session(self, session: SessionRecord | None = None) -> None:
        """A new one, or one that is put right: it has to be whole."""
        from desktop.ui.diary.session_form import SessionForm

        form = SessionForm(self._theme, self._guide, self._places_of, _now(), session, self._window)
        form.kept.connect(self._keep)
        self._open(form)

    # what is kept

    def _keep(self, record: Entry) -> None:
        self._journal.keep(record, partial(self._offer, "Kept."))

    def _remove(self, record: Entry) -> None:
        self._journal.remove(record, partial(self._offer, "Deleted."))

    def _offer(self, said: str, undo: Undo) -> None:
        self._notice.tell(said, [("Undo", undo)])

    def _on_changed(self) -> None:
        if self._page is not None and self._page.isVisible():
            self.look()

    def _open(self, form: Sheet) -> None:
        """One form at a time."""
        if self._sheet is not None:
            self._sheet.reject()
        self._sheet = form
        form.finished.connect(self._on_closed)
        form.open()

    def _on_closed(self) -> None:
        self._sheet = None

    def _fill_in(self, form: CheckInForm, day: date) -> None:
        self._journal.ask(partial(_check_in_of, day), partial(self._present, form, day))

    def _present(self, form: CheckInForm, day: date, found: DailyCheckIn | None) -> None:
        if form is self._sheet:
            form.present(day, found)

    def _check_neck(self, check: NeckCheck | None, memory: Memory) -> None:
        from desktop.domain.answers import due_questions, known_answers
        from desktop.ui.diary.neck_form import NeckForm

        safety = self._guide.safety
        known = known_answers(safety, {question: options for question, (options, _) in memory.answers.items()})
        due = {q.id for q in due_questions(safety, {q: memory.answers[q][1] for q in known}, datetime.now(UTC))}
        if check is None and left_out({question: known[question] for question in QUESTIONS if question in known}):
            self._notice.tell(LEFT_OUT)
            return
        asked = [q for q in safety.questions if q.id in QUESTIONS and q.id in due] if check is None else []
        form = NeckForm(self._theme, _today(), check or NeckCheck(uuid4().hex, _now()), asked, self._window)
        form.kept.connect(self._keep)
        form.answered.connect(self._on_answered)
        self._open(form)

    def _on_answered(self, answers: Mapping[str, frozenset[str]]) -> None:
        self._journal.keep_answers(answers)
        self.answered.emit()

    # the page

    def _make_page(self) -> DiaryPage:
        from desktop.ui.diary.diary_page import DiaryPage

        page = DiaryPage(self._theme, self._guide)
        page.wanted.connect(self._read)
        page.opened.connect(self._read_whole)
        page.edit_wanted.connect(self._edit)
        page.delete_wanted.connect(self._remove)
        page.add_wanted.connect(self._add)
        page.charts_wanted.connect(self.charts_wanted)
        page.due.nothing_unpleasant.connect(self._nothing_unpleasant)
        page.due.effects_wanted.connect(self._effects_of)
        page.due.change_wanted.connect(self._compare)
        page.due.neck_check_wanted.connect(self._check_neck_now)
        self._window.add_place(DIARY, page)
        return page

    def _read(self, kinds: Collection[Kind], before: date | None, down_to: date | None) -> None:
        page = self.page()
        then = page.present if before is None else page.add_page
        self._journal.ask(partial(_page_of, kinds, before, down_to), partial(then, kinds))

    def _read_whole(self, entry: Entry) -> None:
        if isinstance(entry, SessionRecord):
            self._journal.ask(partial(_whole, entry.id), self.page().show_whole)

    def _add(self, what: str) -> None:
        makers: Mapping[str, Callable[[], None]] = {
            "session": self.write_session,
            "check_in": self.check_in,
            "neck": self.check_neck,
            "note": self.write_note,
            "effects": self.tell_effects,
            "change": self.compare,
        }
        makers[what]()

    def _edit(self, entry: Entry) -> None:
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

    def _nothing_unpleasant(self, session: SessionRecord) -> None:
        self._keep(SideEffects(uuid4().hex, _now(), session=session.id))

    def _effects_of(self, session: SessionRecord) -> None:
        self.tell_effects(SideEffects(uuid4().hex, _now(), session=session.id))

    def _compare(self) -> None:
        self.compare()

    def _check_in_now(self) -> None:
        self.check_in()

    def _check_neck_now(self) -> None:
        self.check_neck()

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


def _due(today: date, repository: Repository) -> Due:
    """What may be asked; no neck check where the answers to the safety check leave it out."""
    answers = {question: options for question, (options, _) in repository.answers.latest().items()}
    due = repository.diary.due(today)
    return replace(due, neck=due.neck and not left_out(answers))


def _check_in_of(day: date, repository: Repository) -> DailyCheckIn | None:
    return next(iter(repository.records.within(DailyCheckIn, Period(day, day))), None)


def _page_of(kinds: Collection[Kind], before: date | None, down_to: date | None, repository: Repository) -> Page:
    return repository.diary.page(kinds, before, down_to)


def _whole(session: str, repository: Repository) -> SessionRecord:
    return repository.sessions.one(session)
