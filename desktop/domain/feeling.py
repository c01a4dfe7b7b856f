"""What did it feel like? Before and after sessions, from day to day, and over months (content sheet 6.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.daily_run import DailyRun, Measure
from desktop.domain.headaches import HeadacheCard, HeadacheMonth
from desktop.domain.progress import Change, Pair, Period, Unit
from desktop.domain.records import GlobalChange
from desktop.domain.session import Moment
from desktop.domain.tally import MedianChange, Tally, mean_change, median_change


@dataclass(frozen=True, slots=True)
class Feeling:
    """`pairs` are dumbbells, the oldest first: one a session, or the means of a `unit` where there are too many.

    `differences` are after less before of every session, rounded to hundredths; `unpaired` sessions were not rated
    both times. `later` are the differences to before, an hour after and the next morning. `headaches` has every month
    with an answer; `card` looks at the last thirty days too. `worse_weeks`: two in a row, a reason to pause."""

    period: Period
    first_day: date | None
    unit: Unit
    pairs: tuple[Pair, ...]
    differences: Tally
    unpaired: int
    later: Mapping[Moment, Tally]
    runs: Mapping[Measure, DailyRun]
    headaches: tuple[HeadacheMonth, ...]
    card: HeadacheCard | None
    global_changes: tuple[GlobalChange, ...]
    worse_weeks: bool

    @property
    def change(self) -> Change | None:
        """The mean difference with its interval."""
        return mean_change(self.differences)

    def later_of(self, moment: Moment) -> Tally:
        """The differences to before, at a moment after it; none at all is an empty one."""
        return self.differences if moment is Moment.AFTER else self.later.get(moment, Tally())

    @property
    def check(self) -> MedianChange | None:
        """The median with the interval of the sign test, as a check on the mean's."""
        return median_change(self.differences)
