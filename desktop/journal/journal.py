"""The session that runs, and what has to be remembered of those before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from PySide6.QtCore import QObject

from desktop.domain.body import Place
from desktop.domain.session import GUEST, SELF, Event, EventKind, Rating, SessionRecord, State
from desktop.domain.work_done import planned_work
from desktop.journal.desk import Desk

if TYPE_CHECKING:
    from desktop.db.repository import Repository
    from desktop.domain.look_back import Section
    from desktop.domain.screening import Plan
    from desktop.domain.span import Span

_ENDS = {EventKind.FINISHED: State.FINISHED, EventKind.STOPPED: State.STOPPED}


@dataclass(frozen=True, slots=True)
class Memory:
    """What the safety check remembers: the newest answers with their times, how many sessions were received to their
    end, and the routines received today and yesterday."""

    answers: Mapping[str, tuple[tuple[str, ...], datetime]] = field(default_factory=dict)
    sessions_done: int = 0
    lately: tuple[tuple[str, date], ...] = ()


class Journal(Desk):
    """One session at a time; everything else is read and written as the desk does."""

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(file, parent)
        self._session = ""
        self._done_seconds = 0.0

    def wake(self, cut_off: Callable[[tuple[SessionRecord, ...]], None]) -> None:
        """Opens the file off the screen's thread; `cut_off` gets the sessions that never came to an end."""
        self.ask(_interrupted, cut_off)

    def recall(self, then: Callable[[Memory], None], profile: int | None = None) -> None:
        """What is remembered of a profile, by default the chosen one. Where the memory cannot be read, everything is
        asked anew."""
        whose = profile or self.profile
        self.ask(lambda repository: _recall(repository.of(whose)), then, lambda: then(Memory()))

    def last_places(self, then: Callable[[tuple[Place, ...]], None]) -> None:
        self.ask(_last_places, then)

    def look_back(self, section: Section, span: Span, then: Callable[[Any], None]) -> None:
        """Reads what a question's page shows: Doing, Feeling, Where or Working, as `section` says."""
        today = date.today()  # noqa: DTZ011 - the charts speak of the user's own days
        self.ask(lambda repository: repository.charts.look_back(section, span, today), then)

    def keep_answers(self, answers: Mapping[str, frozenset[str]], profile: int | None = None) -> None:
        """Keeps what a profile answered, by default the chosen one."""
        now, whose = datetime.now(UTC), profile or self.profile
        self._hand_in(lambda repository: repository.of(whose).answers.save(answers, now))

    def begin(
        self, plan: Plan, places: tuple[Place, ...], ratings: tuple[Rating, ...], receiver: str | None = None
    ) -> str:
        """A new session with what was felt before it; gives its id. With a partner the receiver is a guest unless
        another one is named (SELF, or the id of a profile)."""
        routine = plan.routine
        record = SessionRecord(
            id=uuid4().hex,
            routine=routine.id,
            title=routine.title,
            started_at=datetime.now(UTC).astimezone(),
            status=State.RUNNING,
            done_seconds=0.0,
            planned_seconds=routine.total_seconds,
            places=places,
            ratings=ratings,
            steps=planned_work(routine.steps),
            receiver=receiver or (GUEST if routine.mode == "partner" else SELF),
        )
        self._session, self._done_seconds = record.id, 0.0
        self.back_up()  # the app may have been open since yesterday
        self._hand_in(lambda repository: repository.sessions.begin(record))
        return record.id

    def happened(self, event: Event) -> None:
        session, done, end = self._session, self._done_seconds, _ENDS.get(event.kind)
        self._hand_in(lambda repository: repository.sessions.add_event(session, event))
        if end is not None:
            self._hand_in(lambda repository: repository.sessions.end(session, end, done))

    def progressed(self, done_seconds: float) -> None:
        self._done_seconds = done_seconds
        self._recorder.mark(self._session, done_seconds)

    def rated(self, ratings: tuple[Rating, ...], note: str) -> None:
        session = self._session
        self._hand_in(lambda repository: repository.sessions.set_ratings(session, ratings))
        if note:
            self._hand_in(lambda repository: repository.sessions.set_note(session, note))

    def rate_later(self, session: str, ratings: tuple[Rating, ...]) -> None:
        """Adds what was felt an hour after a session, or the next morning."""
        self.do(lambda repository: repository.sessions.set_ratings(session, ratings))

    def keep_as_stopped(self, session: str) -> None:
        self._hand_in(lambda repository: repository.sessions.keep_as_stopped(session))

    def discard(self, session: str) -> None:
        self._hand_in(lambda repository: repository.sessions.remove(session))

    def _hand_in(self, write: Callable[[Repository], object]) -> None:
        """Writes without waiting for what comes of it."""
        profile = self._profile
        self._recorder.submit(lambda repository: write(repository.of(profile)))


def _interrupted(repository: Repository) -> tuple[SessionRecord, ...]:
    return repository.sessions.interrupted()


def _recall(repository: Repository) -> Memory:
    yesterday = datetime.now(UTC).astimezone().date() - timedelta(days=1)
    lately = tuple(
        (session.routine, session.started_at.astimezone().date())
        for session in repository.sessions.within(since=yesterday)
        if session.receiver == SELF
    )
    return Memory(repository.answers.latest(), repository.sessions.done(), lately)


def _last_places(repository: Repository) -> tuple[Place, ...]:
    last = repository.sessions.last()
    return last.places if last else ()
