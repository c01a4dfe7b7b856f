"""Sessions for the tests of the memory."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from desktop.domain.body import Place, Side
from desktop.domain.session import Event, EventKind, Moment, Rating, SessionRecord, State

ZONE = timezone(timedelta(hours=5, minutes=30))
AT = datetime(2026, 11, 2, 23, 40, 0, 250001, tzinfo=ZONE)
"""Late in the evening: the day is another one in UTC."""
LEFT, RIGHT = Place("occiput", Side.LEFT), Place("occiput", Side.RIGHT)


def session(name: str = "one", at: datetime = AT, before: dict[Place, int] | None = None) -> SessionRecord:
    given = {LEFT: 6} if before is None else before
    ratings = tuple(Rating(place, Moment.BEFORE, value) for place, value in given.items())
    return SessionRecord(name, "RT01", "Back of the head", at, State.READY, 0.0, 480.0, (LEFT, RIGHT), ratings)


def event(kind: EventKind, t: float = 0.0, step: int = 0, detail: str = "") -> Event:
    return Event(kind, AT + timedelta(seconds=t), t, step, detail)
