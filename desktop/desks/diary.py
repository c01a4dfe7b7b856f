"""Where people write down: keeps what the diary's forms give, can take it back, and fills the diary."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desktop.desks.diary_forms import DiaryForms
from desktop.domain.diary import DiaryPage as Page
from desktop.domain.diary import Due, Entry, Kind
from desktop.domain.guide import Guide
from desktop.domain.neck_guide import left_out
from desktop.domain.records import SideEffects
from desktop.domain.session import SessionRecord
from desktop.journal import Journal, Undo
from desktop.ui.main_window import PROGRESS, MainWindow
from desktop.ui.theme import Theme
from desktop.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from desktop.db.repository import Repository
    from desktop.domain.chart import Atlas
    from desktop.ui.diary.diary_page import DiaryPage
    from desktop.ui.progress.progress_place import ProgressPlace

DIARY = "diary"


class DiaryDesk(QObject):
    """Between the forms, the journal and the notice bar. Signals: `answered()` questions of the safety check were
    answered here and kept; `charts_wanted()`."""

    answered = Signal()
    charts_wanted = Signal()

    def __init__(self, journal: Journal, notice: NoticeBar, theme: Theme, guide: Guide, window: MainWindow) -> None:
        """The diary is one of the places of `window`."""
        super().__init__(window)
        self._journal, self._notice, self._theme, self._guide, self._window = journal, notice, theme, guide, window
        self._page: DiaryPage | None = None
        self.forms = DiaryForms(journal, theme, guide, window)
        self.forms.kept.connect(self.keep)
        self.forms.told.connect(notice.tell)
        self.forms.answered.connect(self.answered)
        journal.changed.connect(self._on_changed)

    def attend(self, progress: ProgressPlace, atlas: Atlas) -> None:
        """Does from now on what Progress asks for; `atlas` is the body whose places are offered."""
        self.forms.use_atlas(atlas)
        progress.diary_wanted.connect(self.show_diary)
        progress.check_in_wanted.connect(self.forms.check_in)
        progress.neck_check_wanted.connect(self.forms.check_neck)

    def show_diary(self) -> None:
        """It belongs to Progress, which stays marked."""
        self.page()
        self._window.show_place(DIARY)
        self._window.rail.set_place(PROGRESS)
        self.look()

    def page(self) -> DiaryPage:
        """The diary, made when it is first asked for."""
        if self._page is None:
            self._page = self._make_page()
        return self._page

    def look(self) -> None:
        """Reads anew what the diary shows and asks."""
        page, today = self.page(), date.today()  # noqa: DTZ011 - the diary speaks of the user's own days
        page.look()
        self._journal.ask(partial(_due, today), page.ask)

    def keep(self, record: Entry) -> None:
        """Keeps a record and offers to take that back; the diary goes to it."""
        if self._page is not None:
            self._page.go_to(record)
        self._journal.keep(record, partial(self._offer, "Kept."))

    def _remove(self, record: Entry) -> None:
        self._journal.remove(record, partial(self._offer, "Deleted."))

    def _offer(self, said: str, undo: Undo) -> None:
        self._notice.tell(said, [("Undo", undo)])

    def _on_changed(self) -> None:
        if self._page is not None and self._page.isVisible():
            self.look()

    def _make_page(self) -> DiaryPage:
        from desktop.ui.diary.diary_page import DiaryPage

        page = DiaryPage(self._theme, self._guide)
        page.wanted.connect(self._read)
        page.opened.connect(self._read_whole)
        page.add_wanted.connect(self.forms.add)
        page.edit_wanted.connect(self.forms.edit)
        page.delete_wanted.connect(self._remove)
        page.charts_wanted.connect(self.charts_wanted)
        page.due.nothing_unpleasant.connect(self._nothing_unpleasant)
        page.due.effects_wanted.connect(self._effects_of)
        page.due.change_wanted.connect(self.forms.compare)
        page.due.neck_check_wanted.connect(self.forms.check_neck)
        self._window.add_place(DIARY, page)
        return page

    def _read(self, kinds: Collection[Kind], before: date | None, down_to: date | None) -> None:
        page = self.page()
        then = page.present if before is None else page.add_page
        self._journal.ask(partial(_page_of, kinds, before, down_to), partial(then, kinds))

    def _read_whole(self, entry: Entry) -> None:
        if isinstance(entry, SessionRecord):
            self._journal.ask(partial(_whole, entry), self.page().show_whole)

    def _nothing_unpleasant(self, session: SessionRecord) -> None:
        self.keep(_effects_since(session))

    def _effects_of(self, session: SessionRecord) -> None:
        self.forms.tell_effects(_effects_since(session))


def _effects_since(session: SessionRecord) -> SideEffects:
    return SideEffects(uuid4().hex, datetime.now(UTC).astimezone(), session=session.id)


def _due(today: date, repository: Repository) -> Due:
    """What may be asked; no neck check where the answers to the safety check leave it out."""
    answers = {question: options for question, (options, _) in repository.answers.latest().items()}
    due = repository.diary.due(today)
    return replace(due, neck=due.neck and not left_out(answers))


def _page_of(kinds: Collection[Kind], before: date | None, down_to: date | None, repository: Repository) -> Page:
    return repository.diary.page(kinds, before, down_to)


def _whole(session: SessionRecord, repository: Repository) -> SessionRecord:
    return repository.sessions.one(session.id)
