"""The one place that reads and writes sessions, ratings and answers. Belongs to the thread that opened it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.db import rows
from desktop.db.errors import told_plainly
from desktop.db.opening import open_store
from desktop.db.series import read_days, read_first_day, read_pairs
from desktop.db.tables import answers, events, places, ratings, sessions
from desktop.domain.progress import Period, Series, fill_days
from desktop.domain.session import Event, Rating, SessionRecord, State, state_after

_ENDED = [state.value for state in State if state.ended]
_ME = 1
"""The profile made with the first revision; there is no way yet to have another."""


class UnknownSession(LookupError):
    """There is no session with this id."""


def open_repository(file: Path) -> Repository:
    """The repository of a file, made or brought up to date if need be. Raises a StoreError (see `open_store`)."""
    with told_plainly():
        return Repository(open_store(file))


class Repository:
    """Domain objects in, domain objects out; every method that writes is one transaction, safe once it returns.

    All methods raise a StoreError where the disk or the file refuses; those that name a session by its id raise
    UnknownSession where there is none."""

    def __init__(self, engine: Engine) -> None:
        self._connection: Connection = engine.connect()

    def close(self) -> None:
        self._connection.close()

    def begin_session(self, record: SessionRecord) -> None:
        """Keeps a new session with all it brings along."""
        with self._transaction() as connection:
            connection.execute(insert(sessions), rows.session_row(record, _ME))
            _insert(connection, places, rows.place_rows(record.id, record.places))
            _insert(connection, ratings, rows.rating_rows(record.id, record.ratings))
            for event in record.events:
                _append(connection, record.id, event)

    def add_event(self, session_id: str, event: Event) -> None:
        """Adds one event; the status follows where the event changes it."""
        with self._transaction() as connection:
            _require(connection, session_id)
            _append(connection, session_id, event)
            if status := state_after(event.kind):
                _change(connection, session_id, status=status.value)

    def set_progress(self, session_id: str, done_seconds: float) -> None:
        with self._transaction() as connection:
            _change(connection, session_id, done_seconds=done_seconds)

    def end_session(self, session_id: str, status: State, done_seconds: float) -> None:
        """Closes a session. Raises ValueError for a status that is no end."""
        if not status.ended:
            raise ValueError(f"a session does not end as {status}")
        with self._transaction() as connection:
            _change(connection, session_id, status=status.value, done_seconds=done_seconds)

    def set_ratings(self, session_id: str, given: Iterable[Rating]) -> None:
        """Adds ratings; one for the same place and moment replaces the earlier. Others stay."""
        with self._transaction() as connection:
            _require(connection, session_id)
            statement = upsert(ratings)
            statement = statement.on_conflict_do_update(
                index_elements=list(ratings.primary_key), set_={"value": statement.excluded.value}
            )
            for row in rows.rating_rows(session_id, given):
                connection.execute(statement, row)

    def set_note(self, session_id: str, note: str) -> None:
        with self._transaction() as connection:
            _change(connection, session_id, note=note)

    def keep_as_stopped(self, session_id: str) -> None:
        """Closes a session that was cut off, with what was done of it."""
        with self._transaction() as connection:
            _change(connection, session_id, status=State.STOPPED.value)

    def discard(self, session_id: str) -> None:
        """Forgets a session with everything that belongs to it."""
        with self._transaction() as connection:
            _found(connection.execute(delete(sessions).where(sessions.c.id == session_id)).rowcount, session_id)

    def session(self, session_id: str) -> SessionRecord:
        """One session with its events."""
        found = self._read(select(sessions).where(sessions.c.id == session_id), with_events=True)
        _found(len(found), session_id)
        return found[0]

    def sessions(self, since: date | None = None, until: date | None = None) -> tuple[SessionRecord, ...]:
        """Sessions of the local days from `since` to `until`, the oldest first, without their events."""
        query = select(sessions).order_by(sessions.c.started_us)
        if since:
            query = query.where(sessions.c.local_day >= since.isoformat())
        if until:
            query = query.where(sessions.c.local_day <= until.isoformat())
        return self._read(query, with_events=False)

    def last_session(self) -> SessionRecord | None:
        """The newest session, without its events."""
        found = self._read(select(sessions).order_by(sessions.c.started_us.desc()).limit(1), with_events=False)
        return found[0] if found else None

    def interrupted(self) -> tuple[SessionRecord, ...]:
        """Sessions that never came to an end, with their events, the newest first. Ask before one begins."""
        query = select(sessions).where(sessions.c.status.not_in(_ENDED)).order_by(sessions.c.started_us.desc())
        return self._read(query, with_events=True)

    def sessions_done(self) -> int:
        """How many sessions were played to their end."""
        query = select(func.count()).where(sessions.c.status == State.FINISHED.value)
        with self._transaction() as connection:
            return connection.execute(query).scalar_one()

    def save_answers(self, given: Mapping[str, Iterable[str]], at: datetime) -> None:
        """Keeps the chosen option ids of each question, as given at an aware time. Earlier ones are kept too."""
        moment, offset = rows.split_time(at)
        with self._transaction() as connection:
            _insert(
                connection,
                answers,
                [
                    {
                        "profile_id": _ME,
                        "question": question,
                        "options": list(options),
                        "at_us": moment,
                        "at_offset": offset,
                    }
                    for question, options in given.items()
                ],
            )

    def latest_answers(self) -> dict[str, tuple[tuple[str, ...], datetime]]:
        """The newest answer to each question: option ids and when it was given."""
        query = select(answers).where(answers.c.profile_id == _ME).order_by(answers.c.at_us, answers.c.id)
        with self._transaction() as connection:
            return {
                row.question: (tuple(row.options), rows.join_time(row.at_us, row.at_offset))
                for row in connection.execute(query)
            }

    def series(self, days: int, today: date) -> Series:
        """What the charts show of the last `days` local days; 0 is everything since the first session."""
        with self._transaction() as connection:
            first_day = read_first_day(connection)
            first = today - timedelta(days=days - 1) if days else first_day or today
            period = Period(min(first, today), today)
            found = read_days(connection, period)
            return Series(period, fill_days(found, period), read_pairs(connection, period), first_day)

    def _read(self, query: Select[Any], *, with_events: bool) -> tuple[SessionRecord, ...]:
        ids = query.with_only_columns(sessions.c.id)
        with self._transaction() as connection:
            found = connection.execute(query).all()
            where = _by_session(connection, places, ids)
            rated = _by_session(connection, ratings, ids)
            happened = _by_session(connection, events, ids) if with_events else {}
        return tuple(
            rows.to_record(
                row,
                map(rows.to_place, where.get(row.id, ())),
                map(rows.to_rating, rated.get(row.id, ())),
                map(rows.to_event, happened.get(row.id, ())),
            )
            for row in found
        )

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with told_plainly(), self._connection.begin():
            yield self._connection


def _require(connection: Connection, session_id: str) -> None:
    query = select(func.count()).where(sessions.c.id == session_id)
    _found(connection.execute(query).scalar_one(), session_id)


def _change(connection: Connection, session_id: str, **values: str | float) -> None:
    statement = update(sessions).where(sessions.c.id == session_id).values(**values)
    _found(connection.execute(statement).rowcount, session_id)


def _append(connection: Connection, session_id: str, event: Event) -> None:
    last = select(func.coalesce(func.max(events.c.number), 0)).where(events.c.session_id == session_id)
    number = last.scalar_subquery() + 1
    connection.execute(insert(events).values(number=number, **rows.event_row(session_id, event)))


def _insert(connection: Connection, table: Table, entries: list[dict[str, Any]]) -> None:
    if entries:
        connection.execute(insert(table), entries)


def _by_session(connection: Connection, table: Table, ids: Select[Any]) -> dict[str, list[Any]]:
    """The rows of a table by the session they belong to, in the order of their key."""
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.session_id.in_(ids)).order_by(*table.primary_key)):
        found[row.session_id].append(row)
    return found


def _found(count: int, session_id: str) -> None:
    if not count:
        raise UnknownSession(f"there is no session {session_id}")
