"""Values with how often each occurred: what the database counts, and what is said of it (content sheet 6.7).

Scales have eleven steps, so a tally stays small however many sessions there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from math import exp, floor, fsum, lgamma, log, sqrt

from desktop.domain.progress import ENOUGH, Change, t_975

_ALPHA = 0.05


@dataclass(frozen=True, slots=True)
class Tally:
    """`counts` are pairs of value and number, by rising value, every number above 0."""

    counts: tuple[tuple[float, int], ...] = ()

    @classmethod
    def of(cls, values: Iterable[float]) -> Tally:
        return cls.counted(Counter(values))

    @classmethod
    def counted(cls, counts: Mapping[float, int]) -> Tally:
        return cls(tuple(sorted((value, count) for value, count in counts.items() if count)))

    def __add__(self, other: Tally) -> Tally:
        return Tally.counted(Counter(dict(self.counts)) + Counter(dict(other.counts)))

    @property
    def n(self) -> int:
        return sum(count for _, count in self.counts)

    @property
    def mean(self) -> float:
        """Raises ZeroDivisionError without any value."""
        return fsum(value * count for value, count in self.counts) / self.n

    @property
    def variance(self) -> float:
        """Of a sample: divided by one less than there are. Raises ZeroDivisionError for fewer than two."""
        mean = self.mean
        return fsum(count * (value - mean) ** 2 for value, count in self.counts) / (self.n - 1)

    def at(self, rank: int) -> float:
        """The value at a rank, from 0 for the least. Raises IndexError beyond the last."""
        ends = accumulate(count for _, count in self.counts)
        for (value, _), end in zip(self.counts, ends, strict=True):
            if 0 <= rank < end:
                return value
        raise IndexError(f"no rank {rank} among {self.n}")

    def quantile(self, share: float) -> float:
        """Between the two nearest ranks in proportion (type 7 of Hyndman and Fan). Raises IndexError without any."""
        place = share * (self.n - 1)
        low = floor(place)
        below = self.at(low)
        return below if place == low else below + (place - low) * (self.at(low + 1) - below)

    @property
    def median(self) -> float:
        return self.quantile(0.5)


def together(tallies: Iterable[Tally]) -> Tally:
    counts: Counter[float] = Counter()
    for tally in tallies:
        for value, number in tally.counts:
            counts[value] += number
    return Tally.counted(counts)


@dataclass(frozen=True, slots=True)
class Box:
    """A box plot's numbers: least, quartiles, most."""

    n: int
    least: float
    lower: float
    median: float
    upper: float
    most: float


def box_of(tally: Tally) -> Box | None:
    """None without any value."""
    if not tally.counts:
        return None
    lower, median, upper = (tally.quantile(share) for share in (0.25, 0.5, 0.75))
    return Box(tally.n, tally.counts[0][0], lower, median, upper, tally.counts[-1][0])


@dataclass(frozen=True, slots=True)
class MedianChange:
    """A median of n values; `low` and `high` bound its interval of at least 95 %, None below ENOUGH values."""

    n: int
    median: float
    low: float | None = None
    high: float | None = None


def median_change(tally: Tally) -> MedianChange | None:
    """The median with the interval of the sign test, which supposes nothing of how values spread; None without any.

    Bounds are the k-th values from either end, with the greatest k for which a fair coin falls so unevenly in at most
    one case of twenty."""
    n = tally.n
    if not n:
        return None
    rank = _sign_rank(n) if n >= ENOUGH else 0
    if not rank:
        return MedianChange(n, tally.median)
    return MedianChange(n, tally.median, tally.at(rank - 1), tally.at(n - rank))


def mean_change(tally: Tally) -> Change | None:
    """The mean with the t-interval (content sheet 6.7), bounds None below ENOUGH values; None without any."""
    n = tally.n
    if n < ENOUGH:
        return Change(n, tally.mean) if n else None
    reach = t_975(n - 1) * sqrt(tally.variance / n)
    return Change(n, tally.mean, tally.mean - reach, tally.mean + reach)


def mean_difference(a: Tally, b: Tally) -> Change | None:
    """How much greater b is on average, with Welch's interval; None where either has fewer than ENOUGH values."""
    if min(a.n, b.n) < ENOUGH:
        return None
    shares = (a.variance / a.n, b.variance / b.n)
    spread = sum(shares)
    mean = b.mean - a.mean
    if not spread:
        return Change(a.n + b.n, mean, mean, mean)
    freedom = spread**2 / (shares[0] ** 2 / (a.n - 1) + shares[1] ** 2 / (b.n - 1))
    reach = t_975(freedom) * sqrt(spread)
    return Change(a.n + b.n, mean, mean - reach, mean + reach)


def _sign_rank(n: int) -> int:
    """The greatest k with P(X < k) at most 2.5 %, where X counts heads in n throws; 0 where there is none."""
    rank, likely = max(0, floor(n / 2 - 4 * sqrt(n))), 0.0
    while (likely := likely + _coin(n, rank)) <= _ALPHA / 2:
        rank += 1
    return rank


def _coin(n: int, heads: int) -> float:
    return exp(lgamma(n + 1) - lgamma(heads + 1) - lgamma(n - heads + 1) - n * log(2))
