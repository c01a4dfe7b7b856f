"""When to ask again how tense it is: about an hour after a session, and the next morning (content sheet 5.8, 6.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desktop.domain.body import Place
from desktop.domain.session import SELF, Moment, SessionRecord, State

HOUR_FROM, HOUR_UNTIL = timedelta(minutes=50), timedelta(hours=3)
"""So long after a session its end is about an hour ago."""
MORNING_FROM, MORNING_UNTIL = 4, 12
"""Hours of a local day; before the first one it is still the night of the day before."""
_DONE: Final = (State.FINISHED, State.STOPPED)


@dataclass(frozen=True, slots=True)
class LaterQuestion:
    """A session's places whose tension has not been rated again yet."""

    session: str
    title: str
    moment: Moment
    places: tuple[Place, ...]


def later_question(sessions: Iterable[SessionRecord], now: datetime) -> LaterQuestion | None:
    """What to ask at `now` (aware, local) about the newest of one's own sessions that were rated; None mostly."""
    rated = [session for session in sessions if _is_rated(session)]
    for session in sorted(rated, key=lambda session: session.started_at, reverse=True):
        moment = _moment(session, now)
        places = tuple(place for place in session.places if moment and session.rating(place, moment) is None)
        if moment and places:
            return LaterQuestion(session.id, session.title, moment, places)
    return None


def _is_rated(session: SessionRecord) -> bool:
    return session.receiver == SELF and session.status in _DONE and bool(session.ratings)


def _moment(session: SessionRecord, now: datetime) -> Moment | None:
    ended = session.started_at + timedelta(seconds=session.done_seconds)
    if HOUR_FROM <= now - ended <= HOUR_UNTIL:
        return Moment.PLUS_HOUR
    day = (ended.astimezone(now.tzinfo) - timedelta(hours=MORNING_FROM)).date()
    is_next = (now - timedelta(hours=MORNING_FROM)).date() == day + timedelta(days=1)
    return Moment.NEXT_MORNING if is_next and MORNING_FROM <= now.hour < MORNING_UNTIL else None
