"""When a reminder is told of: by the clock on the wall, once, never heaped up."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.reminder import GRACE, Reminder, Snooze, due, looked_until, next_due, snooze_end, snoozed
from desktop.domain.reminder_words import days_words, gentle_words, next_words, when_words

WINTER, SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
NINE = Reminder("one", "RT01", time(9, 0))
NOON = Reminder("two", "RT02", time(12, 0))
MINUTE = timedelta(minutes=1)


def at(hour: int, minute: int = 0, day: int = 20, zone: timezone = WINTER) -> datetime:
    """In November 2026, of which the 20th is a Friday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=zone)


@pytest.mark.parametrize(
    ("since", "now", "told"),
    [
        (at(8, 59), at(9, 0), True),
        (at(9, 0), at(9, 1), False),
        (at(8, 58), at(8, 59), False),
        (at(8, 0), at(9, 59), True),
        (at(8, 0), at(10, 30), False),
        (at(8, 0, day=18), at(9, 30), True),
    ],
    ids=["on time", "once", "not before", "woken up soon", "let go", "after days"],
)
def test_it_is_told_of_when_its_time_was_reached(since: datetime, now: datetime, told: bool) -> None:
    assert due([NINE], since, now) is (NINE if told else None)


def test_only_on_its_days_and_only_while_active() -> None:
    weekend = replace(NINE, days=frozenset({5, 6}))
    assert due([weekend], at(8, 59), at(9)) is None
    assert due([weekend], at(8, 59, day=21), at(9, day=21)) is weekend
    assert due([replace(NINE, active=False)], at(8, 59), at(9)) is None


def test_after_a_sleep_only_the_latest_is_told_of() -> None:
    half_past = replace(NINE, id="three", at=time(9, 30))
    assert due([half_past, NINE], at(7), at(9, 45)) is half_past


def test_just_after_midnight_the_evening_is_still_told_of() -> None:
    late = replace(NINE, at=time(23, 50))
    assert due([late], at(23, 40), at(0, 5, day=21)) is late
    friday = replace(late, days=frozenset({4}))
    assert due([friday], at(23, 40), at(0, 5, day=21)) is friday


def test_an_hour_that_summer_time_skips_comes_right_after_it() -> None:
    skipped = replace(NINE, at=time(2, 30))
    before = datetime(2026, 3, 29, 1, 59, tzinfo=WINTER)
    after = before.astimezone(SUMMER) + MINUTE
    assert after.time() == time(3, 0)
    assert due([skipped], before, after) is skipped


def test_an_hour_that_comes_twice_is_told_of_once() -> None:
    twice = replace(NINE, at=time(2, 30))
    looked, told = datetime(2026, 10, 25, 1, 0, tzinfo=SUMMER), 0
    for minute in range(1, 240):
        now = (datetime(2026, 10, 25, 1, 0, tzinfo=SUMMER) + minute * MINUTE).astimezone(
            SUMMER if minute < 120 else WINTER
        )
        told += due([twice], looked, now) is not None
        looked = looked_until(looked, now)
    assert told == 1


def test_a_clock_set_right_by_days_is_followed() -> None:
    wrong, right = at(12, day=25), at(8, 59)
    assert looked_until(wrong, right) == right
    assert due([NINE], looked_until(wrong, right), right + MINUTE) is NINE


def test_a_snooze_rings_once_more_also_after_a_restart() -> None:
    later = snoozed(NINE, snooze_end(Snooze.MINUTES, at(9)))
    assert due([later], at(9, 0), at(9, 9)) is None
    assert due([later], at(9, 9), at(9, 10)) is later
    assert due([later], at(9, 30), at(9, 30)) is later
    assert due([later], at(11), at(11)) is None
    assert due([later], at(8, 59, day=21), at(9, day=21)) is later


def test_not_today_means_not_today() -> None:
    afternoon = replace(NINE, at=time(15, 0))
    quiet = snoozed(afternoon, snooze_end(Snooze.TODAY, at(9)))
    assert due([quiet], at(14, 59), at(15)) is None
    assert due([quiet], at(23, 59), at(0, day=21)) is None
    assert due([quiet], at(14, 59, day=21), at(15, day=21)) is quiet


def test_not_today_lasts_until_midnight_on_the_day_the_clock_changes() -> None:
    late = snoozed(
        replace(NINE, at=time(23, 30)), snooze_end(Snooze.TODAY, datetime(2026, 10, 25, 1, 0, tzinfo=SUMMER))
    )
    evening = datetime(2026, 10, 25, 23, 29, tzinfo=WINTER)
    assert due([late], evening, evening + MINUTE) is None
    midnight = datetime(2026, 10, 26, 0, 0, tzinfo=WINTER)
    assert due([late], midnight - MINUTE, midnight) is None


@given(
    st.integers(0, 525_600),
    st.times(),
    st.frozensets(st.integers(0, 6), min_size=1),
)
def test_what_comes_next_is_what_is_told_of_next(minute: int, time_: time, days: frozenset[int]) -> None:
    now = at(0) + minute * MINUTE
    reminder = replace(NINE, at=time_, days=days)
    coming = next_due([reminder], now)
    assert coming is not None
    then = coming[0]
    assert timedelta() < then - now <= timedelta(days=7)
    assert then.weekday() in days
    just_before = then - timedelta.resolution
    assert due([reminder], max(now, just_before - GRACE / 2), just_before) is None
    assert due([reminder], just_before, then) is reminder


def test_the_next_of_several_and_a_snoozed_one() -> None:
    assert next_due([NOON, NINE], at(10)) == (at(12), NOON)
    assert next_due([NOON, NINE], at(13)) == (at(9, day=21), NINE)
    later = snoozed(NINE, at(9, 10))
    assert next_due([NOON, later], at(9)) == (at(9, 10), later)
    quiet = snoozed(NOON, snooze_end(Snooze.TODAY, at(9)))
    assert next_due([quiet], at(9)) == (at(12, day=21), quiet)
    assert next_due([replace(NINE, days=frozenset())], at(9)) is None
    assert next_due([], at(9)) is None


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (range(7), "Every day"),
        (range(5), "Mon to Fri"),
        ((5, 6), "Sat and Sun"),
        ((2,), "Wed"),
        ((0, 3), "Mon and Thu"),
        ((0, 2, 6), "Mon, Wed and Sun"),
        ((), "On no day"),
    ],
)
def test_days_are_said_as_people_say_them(days: tuple[int, ...], said: str) -> None:
    assert days_words(frozenset(days)) == said


def test_what_is_said_is_gentle() -> None:
    assert when_words(NINE) == "Every day at 09:00"
    assert gentle_words("Desk break", 5) == "If you feel like it: Desk break, about 5 min."
    assert next_words(at(9, day=20), at(8)) == "The next one comes today at 09:00."
    assert next_words(at(9, day=21), at(8)) == "The next one comes tomorrow at 09:00."
    assert next_words(at(9, day=27), at(8)) == "The next one comes on Friday at 09:00."
