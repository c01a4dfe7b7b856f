"""Neck checks as they are drawn and said: turning in degrees, the band for turning only."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.neck_series import neck_points, usual, value_of
from desktop.domain.neck_words import neck_caption, neck_rows, point_words

LEFT, RIGHT = NeckMove.TURN_LEFT, NeckMove.TURN_RIGHT


def check(day: date, left: float, chin: float | None = None) -> NeckCheck:
    tries = {LEFT: (left, left, left + 0.5)} | ({} if chin is None else {NeckMove.CHIN: (chin, chin, chin)})
    return NeckCheck(day.isoformat(), datetime(day.year, day.month, day.day, tzinfo=UTC), tries)


def weekly(number: int) -> list[NeckCheck]:
    return [check(date(2016, 1, 4) + timedelta(weeks=week), 2.0) for week in range(number)]


def test_the_middle_try_in_degrees_or_fingers() -> None:
    one = check(date(2026, 11, 1), 2.0, chin=1.0)
    assert (value_of(one, LEFT), value_of(one, NeckMove.CHIN), value_of(one, RIGHT)) == (60.0, 1.0, None)
    assert usual([one, check(date(2026, 11, 8), 3.0)], LEFT) == 75.0
    assert usual([one], RIGHT) is None


def test_few_checks_are_drawn_each_many_by_month_or_quarter() -> None:
    assert [point.checks for point in neck_points(weekly(3))] == [1, 1, 1]
    months, quarters = neck_points(weekly(104)), neck_points(weekly(520))
    assert (len(months), sum(point.checks for point in months)) == (24, 104)
    assert (len(quarters), sum(point.checks for point in quarters)) == (40, 520)
    assert {point.values[LEFT] for point in quarters} == {60.0}


def test_what_is_said_of_a_point() -> None:
    (point,) = neck_points([check(date(2026, 11, 1), 2.0, chin=1.0)])
    assert point_words(point, (LEFT, NeckMove.CHIN, RIGHT)) == (
        "1 Nov 2026",
        "Turning left: 60 degrees",
        "Chin to chest: 1 finger",
        "Turning right: left out",
    )
    assert point_words(neck_points(weekly(104))[0], (LEFT,))[0] == "From 4 Jan 2016, the middle of 4 checks"


def test_only_turning_is_measured_against_the_band() -> None:
    checks = [check(date(2026, 11, day), left, chin=day) for day, left in ((1, 2.0), (8, 2.0), (9, 3.0))]
    assert neck_caption(checks) == (
        "3 checks, 1 Nov to 9 Nov 2026. Turning left: usually 60 degrees, 2 of 3 within 14 of that."
    )
    assert neck_rows(checks)[0] == (
        "9 Nov 2026", "90 degrees", "left out", "left out", "left out", "9 fingers", "left out",
    )  # fmt: skip
