"""Labels: few, even, in order, and never more than there is room for."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.progress import Period
from desktop.ui.progress.ticks import day_ticks, minute_ticks, month_ticks, named_ticks

LAST = date(2026, 11, 20)


@given(st.floats(1, 100_000))
def test_minutes_reach_over_the_highest_bar(most: float) -> None:
    values = [value for value, _ in minute_ticks(most)]
    assert values[0] == 0
    assert values[-1] >= most
    assert 3 <= len(values) <= 5
    assert len({b - a for a, b in pairwise(values)}) == 1


def test_minutes_in_words() -> None:
    assert minute_ticks(10) == [(0, "0"), (5, "5"), (10, "10 min")]
    assert minute_ticks(31) == [(0, "0"), (15, "15"), (30, "30"), (45, "45 min")]


@given(st.integers(1, 4000), st.integers(3, 20))
def test_days_are_labelled_once_in_order_up_to_the_last(days: int, most: int) -> None:
    ticks = day_ticks(Period.back_from(LAST, days), most)
    places = [x for x, _ in ticks]
    assert ticks[-1] == (days - 1, "20 Nov")
    assert places == sorted(set(places))
    assert len(ticks) <= most + 1
    assert all(0 <= x < days for x in places)


def test_weeks_begin_on_mondays_and_months_on_their_first() -> None:
    assert day_ticks(Period.back_from(LAST, 28), 8) == [
        (2, "26 Oct"), (9, "2 Nov"), (16, "9 Nov"), (23, "16 Nov"), (27, "20 Nov"),
    ]  # fmt: skip
    assert day_ticks(Period.back_from(LAST, 365), 6)[:2] == [(41, "Jan 2026"), (100, "Mar")]


def test_clock_changes_do_not_move_a_day() -> None:
    """Summer time ends on 25 October: the days stay a whole number apart."""
    ticks = day_ticks(Period(date(2026, 10, 20), date(2026, 10, 27)), 20)
    assert [x for x, _ in ticks] == list(range(8))


def test_names_are_counted_back_from_the_newest() -> None:
    assert named_ticks(["a", "b", "c", "d", "e"], 3) == [(0, "a"), (2, "c"), (4, "e")]
    assert named_ticks(["a", "a", "b", "b"], 9) == [(0, "a"), (2, "b")]
    assert named_ticks([], 3) == []


def test_months_are_told_where_they_begin_at_even_steps() -> None:
    days = [date(2025 + n // 12, n % 12 + 1, 5) for n in range(24)]
    assert month_ticks(days, 24)[:2] == [(0, "Jan 2025"), (1, "Feb 2025")]
    assert month_ticks(days, 3) == [(0, "Jan 2025"), (12, "Jan 2026")]
    assert month_ticks([date(2026, 1, 5), date(2026, 1, 9), date(2026, 2, 2)], 9) == [(0, "Jan 2026"), (2, "Feb 2026")]
    assert month_ticks([], 3) == []
