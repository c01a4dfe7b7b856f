"""Sessions read back with what belongs to them: one query a table, however many sessions there are."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, Select, Table, literal_column, select

from desktop.db import rows
from desktop.db.tables import events, places, ratings, sessions, steps
from desktop.domain.session import SessionRecord


def read_sessions(
    connection: Connection, query: Select[Any], profile: int, *, whole: bool
) -> tuple[SessionRecord, ...]:
    """The sessions a query finds, as a profile sees them; events and steps only where they are wanted `whole`."""
    ids = query.with_only_columns(sessions.c.id)
    found = connection.execute(query).all()
    where, rated = _by_session(connection, places, ids), _by_session(connection, ratings, ids)
    happened = _by_session(connection, events, ids) if whole else {}
    done = _by_session(connection, steps, ids) if whole else {}
    return tuple(
        rows.to_record(
            row,
            rows.Parts(where.get(row.id, ()), rated.get(row.id, ()), happened.get(row.id, ()), done.get(row.id, ())),
            profile,
        )
        for row in found
    )


def _by_session(connection: Connection, table: Table, ids: Select[Any]) -> dict[str, list[Any]]:
    """The rows of a table by the session they belong to: numbered ones by number, ratings as they were given."""
    order = table.c.number if "number" in table.c else literal_column("rowid")
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(select(table).where(table.c.session_id.in_(ids)).order_by(order)):
        found[row.session_id].append(row)
    return found
