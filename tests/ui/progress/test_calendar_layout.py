"""Where the days lie: each has a place of its own, inside the room, later ones never before earlier ones."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.progress import Period, week_start
from desktop.ui.progress.calendar_layout import height_of, in_weeks, laid_out, weeks_in

LAST = date(2026, 11, 20)
LINE = 16.0


@given(st.integers(1, 4500), st.integers(0, 400), st.integers(700, 1700))
def test_every_day_or_week_has_a_place_of_its_own_in_the_room(days: int, back: int, width: int) -> None:
    period = Period.back_from(LAST - timedelta(days=back), days)
    height = height_of(period, LINE)
    calendar = laid_out(period, width, height, LINE)
    weeks = (week_start(period.last) - week_start(period.first)).days // 7 + 1
    assert len(calendar.middles) == (weeks if in_weeks(period) else days)
    half = calendar.cell / 2 - 0.01
    assert all(half <= x <= width - half and half <= y <= height - half for x, y in calendar.middles)
    assert len({(round(x), round(y)) for x, y in calendar.middles}) == len(calendar.middles)


@pytest.mark.parametrize("days", [1, 28, 91, 365, 1000, 3650])
def test_each_mark_is_found_where_it_lies(days: int) -> None:
    period = Period.back_from(LAST, days)
    calendar = laid_out(period, 1100, height_of(period, LINE), LINE)
    for mark in {0, len(calendar.middles) // 2, len(calendar.middles) - 1}:
        assert calendar.mark_at(*calendar.middles[mark]) == mark
    assert calendar.mark_at(-50, -50) is None


def test_months_are_as_on_the_wall() -> None:
    calendar = laid_out(Period(date(2026, 11, 1), date(2026, 11, 30)), 400, 300, LINE)
    first, second, ninth = calendar.middles[0], calendar.middles[1], calendar.middles[8]
    assert second[0] < first[0]  # the first is a Sunday
    assert second[1] == pytest.approx(first[1] + calendar.cell)
    assert ninth == pytest.approx((second[0], second[1] + calendar.cell))
    assert calendar.words[0].text == "Nov 2026"


def test_a_year_is_a_strip_with_mondays_on_top() -> None:
    period = Period.back_from(LAST, 365)
    calendar = laid_out(period, 1100, height_of(period, LINE), LINE)
    tops = {calendar.middles[n][1] for n in range(365) if (period.first + timedelta(days=n)).weekday() == 0}
    assert tops == {min(y for _, y in calendar.middles)}
    assert (calendar.across, calendar.along) == (7, 1)


def test_weeks_of_ten_years_stand_below_each_other_by_the_year() -> None:
    period = Period(date(2017, 1, 4), LAST)
    calendar = laid_out(period, 1100, height_of(period, LINE), LINE)
    rows = [y for _, y in calendar.middles]
    assert len(set(rows)) == 10
    assert [word.text for word in calendar.words if word.left_of] == [str(year) for year in range(2017, 2027)]
    assert next(weeks_in(period)) == date(2017, 1, 2)
