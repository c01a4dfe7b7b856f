"""Tallies against the plain values they stand for, statistics against scipy and against cases worked by hand."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from desktop.domain.tally import Tally, box_of, mean_change, mean_difference, median_change, together

points = st.lists(st.integers(-10, 10).map(float), min_size=1, max_size=80)
many = st.lists(st.integers(-10, 10).map(float), min_size=6, max_size=80)


@given(points, st.floats(0, 1))
def test_a_tally_says_what_its_values_say(values: list[float], share: float) -> None:
    tally = Tally.of(values)
    assert tally.n == len(values)
    assert tally.mean == pytest.approx(statistics.fmean(values))
    assert tally.median == statistics.median(values)
    assert [tally.at(rank) for rank in range(len(values))] == sorted(values)
    assert tally.quantile(share) == pytest.approx(stats.mstats.mquantiles(values, [share], 1, 1)[0], abs=1e-9)


@given(points, points)
def test_tallies_add_up(first: list[float], second: list[float]) -> None:
    assert Tally.of(first) + Tally.of(second) == Tally.of(first + second) == together(map(Tally.of, (first, second)))


@given(many.filter(lambda values: len(set(values)) > 1))
def test_the_mean_and_its_interval_are_those_of_the_values(values: list[float]) -> None:
    found = mean_change(Tally.of(values))
    expected = stats.ttest_1samp(values, 0).confidence_interval(0.95)
    assert found is not None
    assert found.n == len(values)
    assert found.mean == pytest.approx(statistics.fmean(values))
    assert [found.low, found.high] == pytest.approx([expected.low, expected.high], abs=0.02)


@given(many.filter(lambda values: len(set(values)) > 1), many.filter(lambda values: len(set(values)) > 1))
def test_the_difference_of_means_is_welchs(a: list[float], b: list[float]) -> None:
    found = mean_difference(Tally.of(a), Tally.of(b))
    expected = stats.ttest_ind(b, a, equal_var=False).confidence_interval(0.95)
    assert found is not None
    assert found.mean == pytest.approx(statistics.fmean(b) - statistics.fmean(a))
    assert [found.low, found.high] == pytest.approx([expected.low, expected.high], abs=0.02)


def test_equal_values_have_no_spread() -> None:
    found = mean_difference(Tally.of([3.0] * 6), Tally.of([5.0] * 7))
    assert found is not None
    assert (found.n, found.mean, found.low, found.high) == (13, 2, 2, 2)


@pytest.mark.parametrize("n", [6, 7, 8, 9, 12, 13, 20, 25, 50, 101, 1000, 36_500])
def test_the_interval_of_the_median_is_that_of_the_sign_test(n: int) -> None:
    """The k-th values from either end, k the 2.5 % point of heads in n throws."""
    found = median_change(Tally.of(map(float, range(1, n + 1))))
    k = int(stats.binom.ppf(0.025, n, 0.5))
    k = k if stats.binom.cdf(k - 1, n, 0.5) <= 0.025 else k - 1
    assert found is not None
    assert (found.low, found.high) == (k, n + 1 - k)
    assert stats.binom.cdf(k - 1, n, 0.5) <= 0.025 < stats.binom.cdf(k, n, 0.5)


def test_medians_worked_by_hand() -> None:
    """Six values: only their ends bound 95 % (1 - 2/64 = 96.9 %); ten: the second from either end (97.9 %)."""
    six = median_change(Tally.of([-4, -3, -2, -2, 0, 1]))
    ten = median_change(Tally.of([-9, -5, -4, -3, -3, -2, -1, 0, 1, 2]))
    assert six is not None
    assert ten is not None
    assert (six.n, six.median, six.low, six.high) == (6, -2, -4, 1)
    assert (ten.n, ten.median, ten.low, ten.high) == (10, -2.5, -5, 1)


def test_little_data_has_no_interval() -> None:
    assert median_change(Tally()) is None
    assert mean_change(Tally()) is None
    assert box_of(Tally()) is None
    few = Tally.of([1, 2, 3, 4, 5])
    median, mean = median_change(few), mean_change(few)
    assert median is not None
    assert mean is not None
    assert (median.median, median.low, mean.mean, mean.low) == (3, None, 3, None)
    assert mean_difference(few, Tally.of([1, 2, 3, 4, 5, 6])) is None


def test_a_box_worked_by_hand() -> None:
    box = box_of(Tally.of([1, 2, 2, 3, 4, 7, 9]))
    assert box is not None
    assert (box.n, box.least, box.lower, box.median, box.upper, box.most) == (7, 1, 2, 3, 5.5, 9)


def test_no_rank_beyond_the_last() -> None:
    with pytest.raises(IndexError, match="no rank 2 among 2"):
        Tally.of([1, 2]).at(2)
