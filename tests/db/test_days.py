"""The day a thing was lived on stays its day, wherever the computer is taken and whatever the clocks do."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.db.repository import Repository, open_repository
from desktop.db.rows import join_time, split_time
from desktop.domain.doing import Doing
from desktop.domain.look_back import Section
from desktop.domain.neck_check import NeckCheck
from desktop.domain.progress import Period
from desktop.domain.span import Span
from tests.db.samples import session

ZONES = {
    "Berlin": "CET-1CEST,M3.5.0,M10.5.0/3",
    "New York": "EST5EDT,M3.2.0,M11.1.0",
    "Lord Howe": "LHST-10:30LHDT-11,M10.1.0,M4.1.0",  # half an hour of summer time
    "Kiritimati": "LINT-14",
    "Baker": "BKT12",
    "Kathmandu": "NPT-5:45",
    "UTC": "UTC0",
}

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone cannot be changed here")


@pytest.fixture
def zone() -> Iterator[None]:
    """Puts the clock back where it was."""
    before = os.environ["TZ"]
    yield
    move_to(before)


def move_to(zone: str) -> None:
    os.environ["TZ"] = zone
    time.tzset()


def told_days(repository: Repository, period: Period) -> dict[date, int]:
    found = repository.charts.look_back(Section.DOING, Span(own=period), period.last)
    assert isinstance(found, Doing)
    return {day.day: day.sessions for day in found.days if day.sessions}


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("there", ZONES.values(), ids=ZONES)
def test_a_day_stays_the_day_in_every_zone(file: Path, there: str) -> None:
    """Begun at 23:40 in each zone, looked at from another: 28 hours lie between the clocks of the outermost."""
    first = open_repository(file)
    for name, here in ZONES.items():
        move_to(here)
        at = datetime(2026, 11, 5, 23, 40).astimezone()
        first.sessions.begin(replace(session(name, at), done_seconds=60.0))
        first.records.keep(NeckCheck(name, at))
    first.close()
    move_to(there)
    again = open_repository(file)
    day = date(2026, 11, 5)
    assert told_days(again, Period(day - timedelta(days=3), day + timedelta(days=3))) == {day: len(ZONES)}
    assert {record.started_at.isoformat()[:16] for record in again.sessions.within()} == {"2026-11-05T23:40"}
    assert {check.day for check in again.records.all(NeckCheck)} == {day}
    assert len(again.records.within(NeckCheck, Period(day, day))) == len(ZONES)
    again.close()


@pytest.mark.usefixtures("zone")
@pytest.mark.parametrize("name", ["Berlin", "New York", "Lord Howe"])
def test_every_hour_of_a_year_comes_back_as_the_clock_showed_it(name: str) -> None:
    """Hours that are left out or come twice in spring and autumn included."""
    move_to(ZONES[name])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    for hours in range(366 * 24):
        at = (start + timedelta(hours=hours, minutes=30)).astimezone()
        again = join_time(*split_time(at))
        assert (again, again.isoformat(), again.date()) == (at, at.isoformat(), at.date())


@pytest.mark.usefixtures("zone")
def test_the_hour_that_comes_twice_is_one_day_with_two_sessions(repository: Repository) -> None:
    move_to(ZONES["Berlin"])
    first = datetime(2026, 10, 25, 0, 30, tzinfo=UTC).astimezone()
    second = first.astimezone(UTC) + timedelta(hours=1)
    for name, at in (("summer", first), ("winter", second.astimezone())):
        repository.sessions.begin(replace(session(name, at), done_seconds=60.0))
    found = repository.sessions.within()
    assert [record.started_at.strftime("%H:%M %z") for record in found] == ["02:30 +0200", "02:30 +0100"]
    assert told_days(repository, Period(date(2026, 10, 20), date(2026, 10, 30))) == {date(2026, 10, 25): 2}


MOMENTS = st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1))  # noqa: DTZ001 - as the clock on the wall shows it


@pytest.mark.usefixtures("zone")
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(MOMENTS, st.sampled_from(sorted(ZONES.values())), st.sampled_from(sorted(ZONES.values())))
def test_a_moment_entered_here_and_read_there_is_the_same(wall: datetime, here: str, there: str) -> None:
    move_to(here)
    at = wall.astimezone()
    entered = split_time(at)
    move_to(there)
    again = join_time(*entered)
    assert (again, again.date(), again.isoformat()) == (at, at.date(), at.isoformat())
