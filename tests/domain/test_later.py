"""A session is asked about again at the right time, once, and only where there is something to compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from desktop.domain.body import Place, Side
from desktop.domain.later import later_question
from desktop.domain.session import GUEST, Moment, Rating, SessionRecord, State

ZONE = timezone(timedelta(hours=2))
PLACE, OTHER = Place("occiput", Side.LEFT), Place("nape", Side.LEFT)
EVENING = datetime(2026, 11, 20, 20, 0, tzinfo=ZONE)
SESSION = SessionRecord(
    "one", "RT01", "Back-of-head ease", EVENING, State.FINISHED, 480.0, 480.0, (PLACE, OTHER),
    ratings=(Rating(PLACE, Moment.AFTER, 4),),
)  # fmt: skip


def moment(session: SessionRecord, now: datetime) -> Moment | None:
    question = later_question([session], now)
    return question.moment if question else None


@pytest.mark.parametrize(
    ("after", "wanted"),
    [
        (timedelta(minutes=40), None),
        (timedelta(minutes=65), Moment.PLUS_HOUR),
        (timedelta(hours=3), Moment.PLUS_HOUR),
        (timedelta(hours=5), None),
        (timedelta(hours=9), Moment.NEXT_MORNING),
        (timedelta(hours=15, minutes=59), Moment.NEXT_MORNING),
        (timedelta(hours=16, minutes=1), None),
        (timedelta(hours=35), None),
    ],
)
def test_it_is_asked_an_hour_later_and_the_next_morning(after: timedelta, wanted: Moment | None) -> None:
    assert moment(SESSION, EVENING + after) == wanted


def test_after_midnight_the_next_morning_is_the_same_day() -> None:
    late = replace(SESSION, started_at=EVENING.replace(hour=1))
    assert moment(late, EVENING.replace(hour=8)) is Moment.NEXT_MORNING


@pytest.mark.parametrize(
    "session",
    [
        replace(SESSION, ratings=()),
        replace(SESSION, receiver=GUEST),
        replace(SESSION, status=State.RUNNING),
        replace(SESSION, places=()),
    ],
)
def test_it_is_not_asked_where_there_is_nothing_to_compare(session: SessionRecord) -> None:
    assert moment(session, EVENING + timedelta(hours=1, minutes=10)) is None


def test_only_places_not_yet_rated_are_asked_about() -> None:
    now = EVENING + timedelta(minutes=70)
    given = replace(SESSION, ratings=(*SESSION.ratings, Rating(PLACE, Moment.PLUS_HOUR, 3)))
    question = later_question([given], now)
    assert question is not None
    assert question.places == (OTHER,)
    whole = replace(given, ratings=(*given.ratings, Rating(OTHER, Moment.PLUS_HOUR, 3)))
    assert later_question([whole], now) is None


def test_the_newest_session_comes_first() -> None:
    newer = replace(SESSION, id="two", started_at=EVENING + timedelta(minutes=20))
    question = later_question([SESSION, newer], EVENING + timedelta(minutes=90))
    assert question is not None
    assert question.session == "two"
