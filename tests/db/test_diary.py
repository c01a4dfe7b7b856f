"""The diary read page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desktop.db.diary import PAGE
from desktop.db.repository import Repository
from desktop.domain.diary import Entry, Kind, day_of, key_of, newest_first
from desktop.domain.experiment import Experiment
from desktop.domain.records import DailyCheckIn, DayNote, SideEffects
from desktop.domain.reminder import Reminder
from desktop.domain.session import GUEST, SELF, State
from tests.db.record_samples import RECORDS, whole_session
from tests.db.samples import AT

DAY = AT.date()
ALL = frozenset(Kind)


def days_ago(days: int) -> datetime:
    return AT - timedelta(days=days)


def keep_years(repository: Repository) -> list[Entry]:
    """A session or a check-in every third day for 60 times, the newest first."""
    kept: list[Entry] = []
    for n in range(60):
        at = days_ago(3 * n)
        entry: Entry
        if n % 2:
            entry = replace(whole_session(f"s{n}"), started_at=at, events=(), steps=())
            repository.sessions.keep(entry)
        else:
            entry = DailyCheckIn(at.date(), at, tension=n % 11)
            repository.records.keep(entry)
        kept.append(entry)
    return kept


def test_pages_hold_whole_days_and_everything_once(repository: Repository) -> None:
    kept = keep_years(repository)
    found: list[Entry] = []
    before: date | None = None
    while True:
        page = repository.diary.page(ALL, before)
        assert len({day_of(entry) for entry in page.entries}) <= PAGE
        found += page.entries
        before = page.earlier
        if before is None:
            break
    assert [key_of(entry) for entry in found] == [key_of(entry) for entry in kept]
    assert list(newest_first(found)) == found


def test_it_is_read_again_as_far_back_as_it_was_read(repository: Repository) -> None:
    kept = keep_years(repository)
    page = repository.diary.page(ALL, down_to=day_of(kept[40]))
    assert [key_of(entry) for entry in page.entries] == [key_of(entry) for entry in kept[:41]]
    assert page.earlier == day_of(kept[40])
    assert repository.diary.page(ALL, down_to=day_of(kept[-1])).earlier is None


@pytest.mark.parametrize("kind", Kind)
def test_it_can_be_narrowed_down(repository: Repository, kind: Kind) -> None:
    own = [record for record in RECORDS if not isinstance(record, Experiment | Reminder)]
    for record in RECORDS:
        repository.records.keep(record)
    repository.sessions.keep(whole_session())
    entries = repository.diary.page({kind}).entries
    assert entries
    together = repository.diary.page(ALL).entries
    assert {key_of(e) for e in entries} < {key_of(e) for e in together}
    assert len(together) == len(own) + 1


def test_a_session_that_runs_is_not_in_it(repository: Repository) -> None:
    repository.sessions.keep(replace(whole_session(), status=State.RUNNING))
    assert repository.diary.page(ALL).entries == ()


def test_another_profiles_are_not_in_it(repository: Repository) -> None:
    other = repository.of(repository.profiles.add("Other").id)
    other.records.keep(DayNote("n", DAY, "mine"))
    assert repository.diary.page(ALL).entries == ()
    assert len(other.diary.page(ALL).entries) == 1


def test_what_is_due(repository: Repository) -> None:
    assert repository.diary.due(DAY) == repository.diary.due(DAY + timedelta(days=400))
    done = replace(whole_session(), started_at=days_ago(30), done_seconds=100.0, status=State.FINISHED, receiver=SELF)
    repository.sessions.keep(done)
    due = repository.diary.due(DAY)
    assert (due.effects_of, due.change, due.neck) == (None, True, True)
    repository.sessions.keep(replace(done, id="two", started_at=days_ago(1)))
    repository.sessions.keep(replace(done, id="guest", started_at=AT, receiver=GUEST))
    asked = repository.diary.due(DAY).effects_of
    assert asked is not None
    assert asked.id == "two"
    repository.records.keep(SideEffects("e", AT, session="two"))
    assert repository.diary.due(DAY).effects_of is None
