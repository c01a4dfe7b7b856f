"""What goes in comes out again: equal, whole, and grouped as the charts need it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.db.errors import StoreError
from desktop.db.repository import Repository, open_repository
from desktop.db.sessions import UnknownSession
from desktop.domain.body import Place
from desktop.domain.doing import Doing
from desktop.domain.feeling import Feeling
from desktop.domain.look_back import Section
from desktop.domain.progress import DayMinutes, Period
from desktop.domain.session import EventKind, Moment, Rating, State
from desktop.domain.span import Span
from tests.db.samples import AT, LEFT, RIGHT, event, session


def test_a_session_comes_back_as_it_was(repository: Repository, file: Path) -> None:
    repository.sessions.begin(session())
    happened = (event(EventKind.STARTED), event(EventKind.PRESSURE, 12.5, 1, "4"), event(EventKind.FINISHED, 480))
    for each in happened:
        repository.sessions.add_event("one", each)
    repository.sessions.end("one", State.FINISHED, 480.0)
    repository.sessions.set_note("one", "lighter ☀")
    repository.close()
    again = open_repository(file)
    found = again.sessions.one("one")
    again.close()
    assert found == replace(session(), status=State.FINISHED, done_seconds=480.0, events=happened, note="lighter ☀")
    assert found.started_at.utcoffset() == AT.utcoffset()


def test_a_record_may_bring_its_events(repository: Repository) -> None:
    whole = replace(session(), events=(event(EventKind.STARTED),))
    repository.sessions.begin(whole)
    assert repository.sessions.one("one") == whole


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (EventKind.STARTED, State.RUNNING),
        (EventKind.FROZEN, State.FROZEN),
        (EventKind.STOPPED, State.STOPPED),
        (EventKind.STEP_DONE, State.READY),
    ],
)
def test_the_status_follows_the_events(repository: Repository, kind: EventKind, status: State) -> None:
    repository.sessions.begin(session())
    repository.sessions.add_event("one", event(kind))
    assert repository.sessions.one("one").status is status


def test_a_rating_replaces_the_earlier_one_and_leaves_the_others(repository: Repository) -> None:
    repository.sessions.begin(session())
    repository.sessions.set_ratings("one", [Rating(LEFT, Moment.AFTER, 5), Rating(RIGHT, Moment.AFTER, 3)])
    repository.sessions.set_ratings("one", [Rating(LEFT, Moment.AFTER, 2)])
    found = repository.sessions.one("one")
    assert (found.rating(LEFT, Moment.BEFORE), found.rating(LEFT, Moment.AFTER)) == (6, 2)
    assert (found.rating(RIGHT, Moment.BEFORE), found.rating(RIGHT, Moment.AFTER)) == (None, 3)


def test_interrupted_sessions_can_be_kept_or_forgotten(repository: Repository) -> None:
    for name, hours in (("ended", 0), ("cut", 1), ("cut later", 2)):
        repository.sessions.begin(session(name, AT + timedelta(hours=hours)))
        repository.sessions.add_event(name, event(EventKind.STARTED))
        repository.sessions.set_progress(name, 61.5)
    repository.sessions.end("ended", State.FINISHED, 480)
    assert [(r.id, r.done_seconds, len(r.events)) for r in repository.sessions.interrupted()] == [
        ("cut later", 61.5, 1),
        ("cut", 61.5, 1),
    ]
    repository.sessions.keep_as_stopped("cut")
    repository.sessions.remove("cut later")
    assert repository.sessions.interrupted() == ()
    assert [(r.id, r.status) for r in repository.sessions.within()] == [
        ("ended", State.FINISHED),
        ("cut", State.STOPPED),
    ]


def test_a_forgotten_session_leaves_nothing(repository: Repository, file: Path) -> None:
    import sqlite3

    repository.sessions.begin(session())
    repository.sessions.add_event("one", event(EventKind.STARTED))
    repository.sessions.remove("one")
    with sqlite3.connect(file) as connection:
        for table in (
            "sessions",
            "session_places",
            "events",
            "ratings",
            "session_steps",
            "session_work",
            "session_techniques",
        ):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,), table
    connection.close()


def test_sessions_are_found_by_local_day(repository: Repository) -> None:
    for name, days in (("a", 0), ("b", 1), ("c", 2)):
        repository.sessions.begin(session(name, AT + timedelta(days=days)))
    assert [r.id for r in repository.sessions.within(since=date(2026, 11, 3))] == ["b", "c"]
    assert [r.id for r in repository.sessions.within(until=date(2026, 11, 3))] == ["a", "b"]
    assert [r.id for r in repository.sessions.within(date(2026, 11, 3), date(2026, 11, 3))] == ["b"]


def test_the_newest_session_is_the_last_one(repository: Repository) -> None:
    assert repository.sessions.last() is None
    repository.sessions.begin(session("newer", AT))
    repository.sessions.begin(session("older", AT - timedelta(days=1)))
    assert repository.sessions.last() == session("newer", AT)


def test_the_last_session_is_one_that_was_received(repository: Repository) -> None:
    other = repository.profiles.add("Mo")
    repository.sessions.begin(session("own", AT))
    repository.sessions.begin(replace(session("given", AT + timedelta(hours=1)), receiver=str(other.id)))
    last, theirs = repository.sessions.last(), repository.of(other.id).sessions.last()
    assert last is not None
    assert last.id == "own"
    assert theirs is not None
    assert theirs.id == "given"


def test_only_finished_sessions_count_as_done(repository: Repository) -> None:
    for name, status in (("a", State.FINISHED), ("b", State.STOPPED), ("c", None)):
        repository.sessions.begin(session(name))
        if status:
            repository.sessions.end(name, status, 100)
    assert repository.sessions.done() == 1


def test_the_latest_answer_of_each_question(repository: Repository) -> None:
    assert repository.answers.latest() == {}
    repository.answers.save({"Q1": ("no",), "Q5": ("a", "b")}, AT)
    repository.answers.save({"Q1": ("yes",)}, AT + timedelta(days=1))
    repository.answers.save({"Q1": ("older",)}, AT - timedelta(days=1))
    assert repository.answers.latest() == {
        "Q1": (("yes",), AT + timedelta(days=1)),
        "Q5": (("a", "b"), AT),
    }


def doing(repository: Repository, days: int, today: date) -> Doing:
    found = repository.charts.look_back(Section.DOING, Span(days), today)
    assert isinstance(found, Doing)
    return found


def test_minutes_are_summed_by_the_persons_own_day(repository: Repository) -> None:
    berlin = timezone(timedelta(hours=1))
    moments = (
        datetime(2026, 11, 2, 0, 10, tzinfo=berlin),  # still the 1st in UTC
        datetime(2026, 11, 2, 23, 50, tzinfo=timezone(timedelta(hours=-8))),  # already the 3rd in UTC
        datetime(2026, 11, 4, 12, 0, tzinfo=UTC),
    )
    for number, at in enumerate(moments):
        repository.sessions.begin(session(str(number), at))
        repository.sessions.set_progress(str(number), 240)
    repository.sessions.begin(session("opened, never played"))
    found = doing(repository, 4, date(2026, 11, 5))
    assert found.period == Period(date(2026, 11, 2), date(2026, 11, 5))
    assert found.days == (
        DayMinutes(date(2026, 11, 2), 8.0, 2),
        DayMinutes(date(2026, 11, 3), 0.0, 0),
        DayMinutes(date(2026, 11, 4), 4.0, 1),
        DayMinutes(date(2026, 11, 5), 0.0, 0),
    )


def test_everything_begins_with_the_first_session(repository: Repository) -> None:
    today = date(2026, 11, 5)
    empty = doing(repository, 0, today)
    assert (empty.period, empty.first_day) == (Period(today, today), None)
    repository.sessions.begin(session())
    repository.sessions.set_progress("one", 1)
    assert doing(repository, 0, today).period == Period(date(2026, 11, 2), today)
    assert doing(repository, 1, today).first_day == date(2026, 11, 2)


def test_a_clock_set_back_does_not_break_the_charts(repository: Repository) -> None:
    repository.sessions.begin(session())
    repository.sessions.set_progress("one", 1)
    assert doing(repository, 0, date(2020, 1, 1)).sessions == 0


def test_pairs_need_both_ratings_of_the_same_place(repository: Repository) -> None:
    given: dict[str, tuple[dict[Place, int], dict[Place, int]]] = {
        "both places": ({LEFT: 6, RIGHT: 5}, {LEFT: 3, RIGHT: 4}),
        "one of two": ({LEFT: 8, RIGHT: 1}, {LEFT: 9}),
        "different places": ({LEFT: 6}, {RIGHT: 3}),
        "only before": ({LEFT: 6}, {}),
    }
    for hour, (name, (before, after)) in enumerate(given.items()):
        repository.sessions.begin(session(name, AT - timedelta(hours=9 - hour), before))
        repository.sessions.set_progress(name, 60)
        repository.sessions.set_ratings(name, [Rating(place, Moment.AFTER, value) for place, value in after.items()])
    feeling = repository.charts.look_back(Section.FEELING, Span(1), AT.date())
    assert isinstance(feeling, Feeling)
    found = feeling.pairs
    assert [(p.before, p.after) for p in found] == [(5.5, 3.5), (8.0, 9.0)]
    assert found[0].started_at == AT - timedelta(hours=9)


@pytest.mark.parametrize("name", ["add_event", "set_progress", "end", "set_note", "keep_as_stopped"])
def test_an_unknown_session_is_said(repository: Repository, name: str) -> None:
    more = {
        "add_event": (event(EventKind.STARTED),),
        "set_progress": (1.0,),
        "end": (State.FINISHED, 1.0),
        "set_note": ("",),
    }
    with pytest.raises(UnknownSession, match="nobody"):
        getattr(repository.sessions, name)("nobody", *more.get(name, ()))


def test_what_the_tables_refuse_is_a_store_error_and_leaves_nothing_half_done(repository: Repository) -> None:
    repository.sessions.begin(session())
    with pytest.raises(StoreError):
        repository.sessions.begin(session(before={RIGHT: 3}))
    assert repository.sessions.one("one").rating(RIGHT, Moment.BEFORE) is None


def test_a_time_without_a_zone_is_refused(repository: Repository) -> None:
    with pytest.raises(ValueError, match="time zone"):
        repository.sessions.begin(session(at=datetime(2026, 1, 1)))  # noqa: DTZ001


def test_a_session_cannot_end_as_running(repository: Repository) -> None:
    repository.sessions.begin(session())
    with pytest.raises(ValueError, match="running"):
        repository.sessions.end("one", State.RUNNING, 1)
