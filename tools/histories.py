"""What people may leave behind in Unknot: nothing, three sessions, three months, ten years. Written through the
repository, so that pictures are of real queries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from math import sin
from pathlib import Path
from random import Random

from desktop.assets.catalog import load_guide
from desktop.db.records import Record
from desktop.db.repository import Repository, open_repository
from desktop.domain.body import Place, Side
from desktop.domain.experiment import DAYS, Experiment, drawn_days
from desktop.domain.neck_check import TRIES, NeckCheck, NeckMove
from desktop.domain.profile import FIRST_PROFILE, Profile
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, Step7
from desktop.domain.routine import Routine
from desktop.domain.session import GUEST, SELF, Moment, Rating, SessionRecord, State
from desktop.domain.span import Span
from desktop.domain.work_done import planned_work, work_in_order

_FAVOURITES = ("RT01", "RT03", "RT04", "RT07")
_EVENTS = ("Moved house", "New desk at work", "A week of flu", "Holiday", "Started swimming", "A hard deadline")
_SIDES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class History:
    """`days` of it up to the last one, `busy` the share of days with a session, and the span it is looked at with."""

    name: str
    days: int
    busy: float
    span: Span
    diary: bool = True


HISTORIES = (
    History("empty", 0, 0.0, Span(28)),
    History("three_sessions", 6, 0.5, Span(28), diary=False),
    History("three_months", 91, 0.55, Span(91)),
    History("ten_years", 3650, 0.45, Span(0)),
)


def write_history(file: Path, history: History, last: date) -> None:
    """Makes the file; the same every time for the same last day."""
    repository, random = open_repository(file), Random(7)  # noqa: S311 - nothing secret is drawn
    routines = list(load_guide().routines.values())
    mine = [routine for routine in routines if routine.mode == "self"]
    first = last - timedelta(days=history.days - 1)
    with repository.together():
        for number in range(history.days):
            day = first + timedelta(days=number)
            _write_day(repository, history, day, number, random, mine)
        if history.days > 28:
            _write_rest(repository, first, last, random, mine)
    repository.close()


def _write_day(
    repository: Repository, history: History, day: date, number: int, random: Random, routines: list[Routine]
) -> None:
    away = sin(number / 97) < -0.9
    busy = number % 2 == 1 if history.days < 7 else random.random() < history.busy and not away
    level = 4.5 + 1.6 * sin(number / 60) + 0.8 * sin(number / 11)
    if busy:
        favourites = [routine for routine in routines if routine.id in _FAVOURITES] or routines
        routine = random.choice(favourites if random.random() < 0.8 else routines)
        session = _session(f"s{number}", _at(day, 20), routine, level, random)
        repository.sessions.keep(session if history.diary else replace(session, receiver=SELF))
    if history.diary and random.random() < 0.85 and not away:
        repository.records.keep(_check_in(day, level - 0.7 * busy, random))


def _write_rest(repository: Repository, first: date, last: date, random: Random, routines: list[Routine]) -> None:
    repository.profiles.keep(Profile(FIRST_PROFILE, target_minutes=60))
    for record in _records(first, last, random, routines):
        repository.records.keep(record)


def _session(name: str, at: datetime, routine: Routine, level: float, random: Random) -> SessionRecord:
    stopped = random.random() < 0.08
    done = random.uniform(60, routine.total_seconds) if stopped else float(routine.total_seconds)
    places = tuple(Place(region, side) for region in sorted(routine.regions)[:2] for side in _SIDES)
    moments = (Moment.BEFORE, Moment.AFTER, Moment.PLUS_HOUR, Moment.NEXT_MORNING)
    given = moments[: random.choices((1, 2, 3, 4), (1, 8, 4, 4))[0]]
    drops = {Moment.BEFORE: 0.0, Moment.AFTER: 1.7, Moment.PLUS_HOUR: 1.3, Moment.NEXT_MORNING: 0.4}
    ratings = tuple(
        Rating(place, moment, _scale(level + 1 + (place.side is Side.LEFT) - drops[moment], random))
        for moment in given
        for place in places
    )
    return SessionRecord(
        id=name,
        routine=routine.id,
        title=routine.title,
        started_at=at,
        status=State.STOPPED if stopped else State.FINISHED,
        done_seconds=done,
        planned_seconds=routine.total_seconds,
        places=places,
        ratings=ratings,
        steps=work_in_order(planned_work(routine.steps), done),
        receiver=GUEST if random.random() < 0.05 else SELF,
    )


def _check_in(day: date, level: float, random: Random) -> DailyCheckIn:
    headache = random.random() < 0.03 * level
    return DailyCheckIn(
        day,
        _at(day, 21),
        tension=_scale(level, random),
        stress=_scale(level + 0.6, random),
        sleep=_scale(9.5 - level, random),
        pain=_scale(level - 1.5, random),
        headache=headache,
        painkiller=headache and random.random() < 0.5,
    )


def _records(first: date, last: date, random: Random, routines: list[Routine]) -> Iterator[Record]:
    days = (last - first).days
    for number in range(28, days, 28):
        at, step = _at(first + timedelta(days=number), 19), Step7(random.choice((-1, 0, 1, 1, 2)))
        yield GlobalChange(f"g{number}", at, step)
    for number in range(0, days, 7):
        at, gain = _at(first + timedelta(days=number), 18), min(0.4, number / 300)
        yield NeckCheck(f"n{number}", at, {move: _tries(move, gain, random) for move in NeckMove})
    for number, text in zip(range(20, days, max(25, days // 12)), _EVENTS * 3, strict=False):
        yield DayNote(f"d{number}", first + timedelta(days=number), text, life_event=True)
    drawn = drawn_days(last - timedelta(days=DAYS + 3), [random.randrange(6) for _ in range(7)])
    kept = tuple(type(day)(day.day, day.choice, random.random() < 0.9) for day in drawn)
    yield Experiment("e1", routines[0].id, routines[1].id, kept)


def _tries(move: NeckMove, gain: float, random: Random) -> tuple[float, ...]:
    base = 2.0 if move.turns else 3.0
    tries = (min(move.most, round(2 * (base + gain + random.gauss(0, 0.2))) / 2) for _ in count())
    return tuple(next(tries) for _ in range(TRIES))


def _scale(level: float, random: Random) -> int:
    return min(10, max(0, round(random.gauss(level, 1.2))))


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
