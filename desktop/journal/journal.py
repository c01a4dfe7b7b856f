"""Keeps what happens: hands everything to the recorder's thread and brings back what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desktop.courier import Courier
from desktop.db.recorder import Recorder
from desktop.domain.body import Place
from desktop.domain.session import Event, EventKind, Rating, SessionRecord, State

if TYPE_CHECKING:
    from desktop.db.repository import Repository
    from desktop.domain.progress import Series
    from desktop.domain.screening import Plan

_ENDS = {EventKind.FINISHED: State.FINISHED, EventKind.STOPPED: State.STOPPED}


@dataclass(frozen=True, slots=True)
class Memory:
    """What the safety check remembers: the newest answers with their times, how many sessions were done, and the
    routines of today and yesterday."""

    answers: Mapping[str, tuple[tuple[str, ...], datetime]] = field(default_factory=dict)
    sessions_done: int = 0
    lately: tuple[tuple[str, date], ...] = ()


class Journal(QObject):
    """One session at a time. Signals: `failed(object)` the error of something that could not be kept or read."""

    failed = Signal(object)

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._courier = Courier(self)
        self._courier.failed.connect(self.failed)
        self._recorder = Recorder(file, self._courier.trouble)
        self._session = ""
        self._done_seconds = 0.0

    def wake(self, cut_off: Callable[[tuple[SessionRecord, ...]], None]) -> None:
        """Opens the file off the screen's thread; `cut_off` gets the sessions that never came to an end."""
        self._courier.fetch(self._recorder.submit(_interrupted), cut_off)

    def recall(self, then: Callable[[Memory], None]) -> None:
        """Where the memory cannot be read, everything is asked anew."""
        self._courier.fetch(self._recorder.submit(_recall), then, lambda: then(Memory()))

    def last_places(self, then: Callable[[tuple[Place, ...]], None]) -> None:
        self._courier.fetch(self._recorder.submit(_last_places), then)

    def series(self, days: int, then: Callable[[Series], None]) -> None:
        """What the charts show of the last `days` local days; 0 is everything."""
        today = date.today()  # noqa: DTZ011 - the charts speak of the user's own days
        self._courier.fetch(self._recorder.submit(lambda repository: repository.series(days, today)), then)

    def keep_answers(self, answers: Mapping[str, frozenset[str]]) -> None:
        now = datetime.now(UTC)
        self._recorder.submit(lambda repository: repository.save_answers(answers, now))

    def begin(self, plan: Plan, places: tuple[Place, ...], ratings: tuple[Rating, ...]) -> str:
        """A new session with what was felt before it; gives its id."""
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
        )
        self._session, self._done_seconds = record.id, 0.0
        self._recorder.submit(lambda repository: repository.begin_session(record))
        return record.id

    def happened(self, event: Event) -> None:
        session, done, end = self._session, self._done_seconds, _ENDS.get(event.kind)
        self._recorder.submit(lambda repository: repository.add_event(session, event))
        if end is not None:
            self._recorder.submit(lambda repository: repository.end_session(session, end, done))

    def progressed(self, done_seconds: float) -> None:
        self._done_seconds = done_seconds
        self._recorder.mark(self._session, done_seconds)

    def rated(self, ratings: tuple[Rating, ...], note: str) -> None:
        session = self._session
        self._recorder.submit(lambda repository: repository.set_ratings(session, ratings))
        if note:
            self._recorder.submit(lambda repository: repository.set_note(session, note))

    def keep_as_stopped(self, session: str) -> None:
        self._recorder.submit(lambda repository: repository.keep_as_stopped(session))

    def discard(self, session: str) -> None:
        self._recorder.submit(lambda repository: repository.discard(session))

    def close(self) -> None:
        """Waits until everything handed in is on the disk."""
        self._recorder.close()


def _interrupted(repository: Repository) -> tuple[SessionRecord, ...]:
    return repository.interrupted()


def _recall(repository: Repository) -> Memory:
    yesterday = datetime.now(UTC).astimezone().date() - timedelta(days=1)
    lately = tuple((s.routine, s.started_at.astimezone().date()) for s in repository.sessions(since=yesterday))
    return Memory(repository.latest_answers(), repository.sessions_done(), lately)


def _last_places(repository: Repository) -> tuple[Place, ...]:
    last = repository.last_session()
    return last.places if last else ()
