"""Sessions written down afterwards, and sessions whose day or time was wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from desktop.domain.body import Place
from desktop.domain.routine import Routine
from desktop.domain.session import SessionRecord, State
from desktop.domain.work_done import planned_work, work_in_order


def session_by_hand(
    session_id: str, routine: Routine, started_at: datetime, seconds: float, places: tuple[Place, ...]
) -> SessionRecord:
    """A session of `seconds` at an aware time; none at all means that it was skipped. What was done is counted in the
    routine's order."""
    done = min(max(seconds, 0.0), routine.total_seconds)
    return SessionRecord(
        id=session_id,
        routine=routine.id,
        title=routine.title,
        started_at=started_at,
        status=_status(done, routine.total_seconds),
        done_seconds=done,
        planned_seconds=routine.total_seconds,
        places=places,
        steps=work_in_order(planned_work(routine.steps), done),
        by_hand=True,
    )


def moved(session: SessionRecord, started_at: datetime) -> SessionRecord:
    """The same session, begun at another (aware) time: what happened in it moves along."""
    later = started_at - session.started_at
    events = tuple(replace(event, at=event.at + later) for event in session.events)
    return replace(session, started_at=started_at, events=events)


def _status(done: float, planned: float) -> State:
    if not done:
        return State.SKIPPED
    return State.FINISHED if done >= planned else State.STOPPED
