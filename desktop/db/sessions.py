"""Sessions with their places, ratings, events and steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from desktop.db import rows
from desktop.db.session_reading import read_sessions
from desktop.db.store import Store
from desktop.db.tables import events, places, ratings, sessions, steps, techniques, work
from desktop.domain.session import Event, Moment, Rating, SessionRecord, State, StepDone, state_after
from desktop.domain.work_done import work_of

_AT_ONCE = 500
_OPEN = [state.value for state in State if not state.ended]


class UnknownSession(LookupError):
    """There is no session with this id."""


class Sessions:
    """Those that concern a profile: done with its app or received by it.

    Methods that name a session by its id raise UnknownSession where there is none."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # while it runs

    def begin(self, record: SessionRecord) -> None:
        """Keeps a new session with all it brings along."""
        with self._store.transaction() as connection:
            self._insert(connection, (record,))

    def add_event(self, session_id: str, event: Event) -> None:
        """Adds one event; the status follows where the event changes it."""
        with self._store.transaction() as connection:
            _require(connection, session_id)
            _append(connection, session_id, event)
            if status := state_after(event.kind):
                _change(connection, session_id, status=status.value)

    def set_progress(self, session_id: str, done_seconds: float) -> None:
        with self._store.transaction() as connection:
            _change(connection, session_id, done_seconds=done_seconds)

    def end(self, session_id: str, status: State, done_seconds: float) -> None:
        """Closes a session and works out what was done of its steps. Raises ValueError for a status that is no end."""
        if not status.ended:
            raise ValueError(f"a session does not end as {status}")
        with self._store.transaction() as connection:
            _change(connection, session_id, status=status.value, done_seconds=done_seconds)
            _count_work(connection, session_id, done_seconds)

    def keep_as_stopped(self, session_id: str) -> None:
        """Closes a session that was cut off, with what was done of it."""
        with self._store.transaction() as connection:
            _change(connection, session_id, status=State.STOPPED.value)
            done = select(sessions.c.done_seconds).where(sessions.c.id == session_id)
            _count_work(connection, session_id, connection.execute(done).scalar_one())

    def set_ratings(self, session_id: str, given: Iterable[Rating]) -> None:
        """Adds ratings; one for the same place and moment replaces the earlier. Others stay."""
        with self._store.transaction() as connection:
            _require(connection, session_id)
            statement = upsert(ratings)
            statement = statement.on_conflict_do_update(
                index_elements=list(ratings.primary_key), set_={"value": statement.excluded.value}
            )
            for row in rows.rating_rows(session_id, given):
                connection.execute(statement, row)
            _sum_up(connection, [session_id])

    def set_note(self, session_id: str, note: str, tags: Sequence[str] | None = None) -> None:
        """Replaces the note, and the tags where some are given."""
        values: dict[str, Any] = {"note": note} if tags is None else {"note": note, "tags": list(tags)}
        with self._store.transaction() as connection:
            _change(connection, session_id, **values)

    # afterwards

    def keep(self, record: SessionRecord) -> SessionRecord | None:
        """Adds a session, or replaces the one with its id by this one as a whole; gives the one it replaced.

        Undone by keeping that one again, or by removing the new one where there was none. Raises LookupError where the
        id is that of a session that concerns others alone."""
        same = sessions.c.id == record.id
        with self._store.transaction() as connection:
            if connection.execute(select(func.count()).where(same, ~self._mine())).scalar_one():
                raise LookupError(f"{record.id} is a session of another profile")
            found = self._read(connection, select(sessions).where(same), whole=True)
            connection.execute(delete(sessions).where(same))
            self._insert(connection, (record,))
        return found[0] if found else None

    def add_all(self, records: Sequence[SessionRecord]) -> None:
        """Adds many that are not there yet, a few hundred at once: ten years of them in seconds."""
        with self._store.transaction() as connection:
            for start in range(0, len(records), _AT_ONCE):
                self._insert(connection, records[start : start + _AT_ONCE])

    def remove(self, session_id: str) -> SessionRecord:
        """Removes a session with everything that belongs to it, and gives it whole: keeping it brings it back."""
        with self._store.transaction() as connection:
            found = self._read(connection, select(sessions).where(sessions.c.id == session_id), whole=True)
            _found(len(found), session_id)
            connection.execute(delete(sessions).where(sessions.c.id == session_id))
        return found[0]

    def one(self, session_id: str) -> SessionRecord:
        """One session, whole."""
        with self._store.reading() as connection:
            found = self._read(connection, select(sessions).where(sessions.c.id == session_id), whole=True)
        _found(len(found), session_id)
        return found[0]

    def within(
        self, since: date | None = None, until: date | None = None, *, whole: bool = False
    ) -> tuple[SessionRecord, ...]:
        """Sessions of the local days from `since` to `until`, the oldest first; without events and steps unless
        `whole`."""
        query = select(sessions).where(self._mine()).order_by(sessions.c.started_us)
        if since:
            query = query.where(sessions.c.local_day >= since.isoformat())
        if until:
            query = query.where(sessions.c.local_day <= until.isoformat())
        with self._store.reading() as connection:
            return self._read(connection, query, whole=whole)

    def last(self) -> SessionRecord | None:
        """The newest session this profile received, whoever's app it was done with; without its events and steps."""
        columns = sessions.c
        mine = select(sessions).where(columns.receiver_id == self._store.profile)
        query = mine.order_by(columns.local_day.desc(), columns.started_us.desc()).limit(1)
        with self._store.reading() as connection:
            found = self._read(connection, query, whole=False)
        return found[0] if found else None

    def interrupted(self) -> tuple[SessionRecord, ...]:
        """Sessions of this profile's app that never came to an end, whole, the newest first. Ask before one begins."""
        mine = sessions.c.profile_id == self._store.profile
        query = select(sessions).where(mine, sessions.c.status.in_(_OPEN)).order_by(sessions.c.started_us.desc())
        with self._store.reading() as connection:
            return self._read(connection, query, whole=True)

    def done(self) -> int:
        """How many sessions this profile received to their end."""
        mine = sessions.c.receiver_id == self._store.profile
        query = select(func.count()).where(mine, sessions.c.status == State.FINISHED.value)
        with self._store.reading() as connection:
            return connection.execute(query).scalar_one()

    def _insert(self, connection: Connection, records: Sequence[SessionRecord]) -> None:
        _insert(connection, sessions, [rows.session_row(r, self._store.profile) for r in records])
        _insert(connection, places, [row for r in records for row in rows.place_rows(r.id, r.places)])
        _insert(connection, ratings, [row for r in records for row in rows.rating_rows(r.id, r.ratings)])
        _insert(connection, events, [row for r in records for row in rows.event_rows(r.id, r.events)])
        _write_work(connection, {r.id: r.steps for r in records})
        _sum_up(connection, [r.id for r in records])

    def _read(self, connection: Connection, query: Select[Any], *, whole: bool) -> tuple[SessionRecord, ...]:
        return read_sessions(connection, query, self._store.profile, whole=whole)

    def _mine(self) -> ColumnElement[bool]:
        me = self._store.profile
        return (sessions.c.profile_id == me) | sessions.c.receiver_id.is_not_distinct_from(me)


def _count_work(connection: Connection, session_id: str, done_seconds: float) -> None:
    """Works out from the events what was done of the planned steps."""
    planned = connection.execute(select(steps).where(steps.c.session_id == session_id).order_by(steps.c.number))
    happened = connection.execute(select(events).where(events.c.session_id == session_id).order_by(events.c.number))
    done = work_of(tuple(map(rows.to_step, planned)), tuple(map(rows.to_event, happened)), done_seconds)
    _write_work(connection, {session_id: done})


def _write_work(connection: Connection, done: Mapping[str, Sequence[StepDone]]) -> None:
    """Replaces what was done, by session."""
    for table, to_rows in ((steps, rows.step_rows), (work, rows.work_rows), (techniques, rows.technique_rows)):
        connection.execute(delete(table).where(table.c.session_id.in_(done)))
        _insert(connection, table, [row for session_id, its in done.items() for row in to_rows(session_id, its)])
    statement = update(sessions).where(sessions.c.id == bindparam("session"))
    connection.execute(
        statement.values(steps_done=bindparam("done"), steps_skipped=bindparam("passed")),
        [
            {
                "session": session_id,
                "done": sum(step.seconds > 0 and not step.skipped for step in its),
                "passed": sum(step.skipped for step in its),
            }
            for session_id, its in done.items()
        ],
    )


def _sum_up(connection: Connection, session_ids: Sequence[str]) -> None:
    """Keeps the mean tension of the places rated before and after beside each session."""
    before, after = ratings.alias("before"), ratings.alias("after")
    both = (
        (before.c.session_id == sessions.c.id)
        & (before.c.moment == Moment.BEFORE.value)
        & (after.c.session_id == sessions.c.id)
        & (after.c.moment == Moment.AFTER.value)
        & (after.c.region == before.c.region)
        & (after.c.side == before.c.side)
    )
    means = {
        "felt_before": select(func.avg(before.c.value)).where(both).scalar_subquery(),
        "felt_after": select(func.avg(after.c.value)).where(both).scalar_subquery(),
    }
    connection.execute(update(sessions).where(sessions.c.id.in_(session_ids)).values(means))


def _require(connection: Connection, session_id: str) -> None:
    query = select(func.count()).where(sessions.c.id == session_id)
    _found(connection.execute(query).scalar_one(), session_id)


def _change(connection: Connection, session_id: str, **values: Any) -> None:
    statement = update(sessions).where(sessions.c.id == session_id).values(**values)
    _found(connection.execute(statement).rowcount, session_id)


def _append(connection: Connection, session_id: str, event: Event) -> None:
    last = select(func.coalesce(func.max(events.c.number), 0)).where(events.c.session_id == session_id)
    number = last.scalar_subquery() + 1
    connection.execute(insert(events).values(number=number, **rows.event_row(session_id, event)))


def _insert(connection: Connection, table: Table, entries: list[dict[str, Any]]) -> None:
    if entries:
        connection.execute(insert(table), entries)


def _found(count: int, session_id: str) -> None:
    if not count:
        raise UnknownSession(f"there is no session {session_id}")
