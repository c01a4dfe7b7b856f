"""Between rows and domain objects. Nothing outside `db` sees a row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from desktop.domain.body import Place, Side
from desktop.domain.routine import StepSide
from desktop.domain.session import GUEST, SELF, Event, EventKind, Moment, Rating, SessionRecord, State, StepDone
from desktop.domain.work_done import seconds_by_place, seconds_by_technique

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def split_time(at: datetime) -> tuple[int, int]:
    """Microseconds since 1970 and minutes ahead of UTC. Raises ValueError for a naive time."""
    offset = at.utcoffset()
    if offset is None:
        raise ValueError(f"{at} has no time zone")
    return (at - _EPOCH) // _MICROSECOND, round(offset.total_seconds() / 60)


def join_time(microseconds: int, offset: int) -> datetime:
    zone = timezone(timedelta(minutes=offset))
    return (_EPOCH + microseconds * _MICROSECOND).astimezone(zone)


def session_row(record: SessionRecord, profile: int) -> dict[str, Any]:
    started, offset = split_time(record.started_at)
    return {
        "id": record.id,
        "profile_id": record.profile or profile,
        "receiver_id": _receiver_id(record.receiver, profile),
        "routine": record.routine,
        "title": record.title,
        "started_us": started,
        "started_offset": offset,
        "local_day": record.started_at.date().isoformat(),
        "status": record.status.value,
        "done_seconds": record.done_seconds,
        "planned_seconds": record.planned_seconds,
        "note": record.note,
        "tags": list(record.tags),
        "by_hand": record.by_hand,
    }


def _receiver_id(receiver: str, profile: int) -> int | None:
    return {SELF: profile, GUEST: None}[receiver] if receiver in (SELF, GUEST) else int(receiver)


def _receiver(receiver_id: int | None, profile: int) -> str:
    if receiver_id is None:
        return GUEST
    return SELF if receiver_id == profile else str(receiver_id)


def place_rows(session_id: str, places: Iterable[Place]) -> list[dict[str, Any]]:
    return [
        {"session_id": session_id, "number": number, "region": place.region, "side": place.side.value}
        for number, place in enumerate(places)
    ]


def rating_rows(session_id: str, ratings: Iterable[Rating]) -> list[dict[str, Any]]:
    return [
        {
            "session_id": session_id,
            "moment": rating.moment.value,
            "region": rating.place.region,
            "side": rating.place.side.value,
            "value": rating.value,
        }
        for rating in ratings
    ]


def step_rows(session_id: str, steps: Iterable[StepDone]) -> list[dict[str, Any]]:
    return [
        {
            "session_id": session_id,
            "number": step.number,
            "technique": step.technique,
            "regions": list(step.regions),
            "side": step.side.value,
            "planned_seconds": step.planned_seconds,
            "pressure": step.pressure,
            "seconds": step.seconds,
            "skipped": step.skipped,
        }
        for step in steps
    ]


def work_rows(session_id: str, steps: Iterable[StepDone]) -> list[dict[str, Any]]:
    return [
        {"session_id": session_id, "region": place.region, "side": place.side.value, "seconds": seconds}
        for place, seconds in seconds_by_place(steps).items()
    ]


def technique_rows(session_id: str, steps: Iterable[StepDone]) -> list[dict[str, Any]]:
    return [
        {"session_id": session_id, "technique": technique, "seconds": seconds}
        for technique, seconds in seconds_by_technique(steps).items()
    ]


def event_row(session_id: str, event: Event) -> dict[str, Any]:
    at, offset = split_time(event.at)
    return {
        "session_id": session_id,
        "kind": event.kind.value,
        "at_us": at,
        "at_offset": offset,
        "guide_seconds": event.t,
        "step": event.step,
        "detail": event.detail,
    }


def event_rows(session_id: str, events: Iterable[Event]) -> list[dict[str, Any]]:
    """In order, numbered from 1."""
    return [{"number": number, **event_row(session_id, event)} for number, event in enumerate(events, start=1)]


def to_place(row: Any) -> Place:
    return Place(row.region, Side(row.side))


def to_rating(row: Any) -> Rating:
    return Rating(to_place(row), Moment(row.moment), row.value)


def to_event(row: Any) -> Event:
    return Event(EventKind(row.kind), join_time(row.at_us, row.at_offset), row.guide_seconds, row.step, row.detail)


def to_step(row: Any) -> StepDone:
    return StepDone(
        number=row.number,
        technique=row.technique,
        regions=tuple(row.regions),
        side=StepSide(row.side),
        planned_seconds=row.planned_seconds,
        pressure=row.pressure,
        seconds=row.seconds,
        skipped=row.skipped,
    )


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows that belong to a session."""

    places: Sequence[Any] = ()
    ratings: Sequence[Any] = ()
    events: Sequence[Any] = ()
    steps: Sequence[Any] = ()


def to_record(row: Any, parts: Parts, profile: int) -> SessionRecord:
    """A session as a profile sees it."""
    return SessionRecord(
        id=row.id,
        routine=row.routine,
        title=row.title,
        started_at=join_time(row.started_us, row.started_offset),
        status=State(row.status),
        done_seconds=row.done_seconds,
        planned_seconds=row.planned_seconds,
        places=tuple(map(to_place, parts.places)),
        ratings=tuple(map(to_rating, parts.ratings)),
        events=tuple(map(to_event, parts.events)),
        note=row.note,
        tags=tuple(row.tags),
        steps=tuple(map(to_step, parts.steps)),
        receiver=_receiver(row.receiver_id, profile),
        profile=0 if row.profile_id == profile else row.profile_id,
        by_hand=row.by_hand,
    )
