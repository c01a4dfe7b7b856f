"""What the app takes up again when it is opened: a session that was cut off, or how it is some time after the last."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.guide import Guide
from desktop.domain.later import later_question
from desktop.domain.session import SELF, EventKind, SessionRecord
from desktop.journal import Journal
from desktop.ui.map.later_card import LaterCard
from desktop.ui.map.map_place import MapPlace
from desktop.ui.theme import Theme
from desktop.ui.widgets.notice_bar import NoticeBar

if TYPE_CHECKING:
    from desktop.db.repository import Repository

_LATELY = timedelta(days=2)


class NextOpening(QObject):
    """Signal: `go_on_wished(SessionRecord)`, a session that was cut off and is to be gone on with; what was done of it
    is kept as stopped."""

    go_on_wished = Signal(object)

    def __init__(self, journal: Journal, notice: NoticeBar, map_: MapPlace, theme: Theme, guide: Guide) -> None:
        super().__init__(map_)
        self._journal, self._notice = journal, notice
        self._offers = False
        self._known: Collection[str] = guide.routines.keys()
        self.card = LaterCard(map_, theme, guide.regions)
        self.card.rated.connect(journal.rate_later)

    def look(self) -> None:
        """Opens the record, and offers or asks where there is something to."""
        self._journal.wake(self._on_cut_off)
        self._journal.ask(_lately, self._on_lately)

    def _on_cut_off(self, sessions: tuple[SessionRecord, ...]) -> None:
        """Sessions that a crash or a power cut ended: what was done of them is kept unless somebody discards it."""
        for session in sessions[1:]:
            self._journal.keep_as_stopped(session.id)
        if sessions:
            self._offers = True
            self._offer(sessions[0])

    def _offer(self, session: SessionRecord) -> None:
        minutes = max(1, round(session.done_seconds / 60))
        ways = [
            ("Keep what was done", partial(self._journal.keep_as_stopped, session.id)),
            ("Discard it", partial(self._journal.discard, session.id)),
        ]
        if routines_of(session, self._known) and session.receiver == SELF:
            ways.insert(0, ("Go on from there", partial(self._go_on, session)))
        self._notice.tell(f"Your last session ({session.title}) was cut off after about {minutes} min.", ways)

    def _go_on(self, session: SessionRecord) -> None:
        self._journal.keep_as_stopped(session.id)
        self.go_on_wished.emit(session)

    def _on_lately(self, sessions: tuple[SessionRecord, ...]) -> None:
        """One thing at a time: after a session that was cut off nothing is asked about the one before it."""
        question = later_question(sessions, datetime.now(UTC).astimezone())
        if question is not None and not self._offers:
            self.card.ask(question)


def routines_of(session: SessionRecord, known: Collection[str]) -> tuple[str, ...]:
    """The ids of the routines a session went through in a row; none where one of them is not known."""
    ids = tuple(session.routine.split("+"))
    return ids if all(routine in known for routine in ids) else ()


def last_step(session: SessionRecord) -> int:
    """The number of the step that was begun last, 0 before the first."""
    begun = [event.step for event in session.events if event.kind is EventKind.STEP_STARTED]
    return begun[-1] if begun else 0


def _lately(repository: Repository) -> tuple[SessionRecord, ...]:
    return repository.sessions.within(since=(datetime.now(UTC).astimezone() - _LATELY).date())
