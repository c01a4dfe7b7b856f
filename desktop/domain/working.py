"""What works for me? By routine, technique and place, and one's own experiment (content sheet 6.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop.domain.body import Place
from desktop.domain.experiment import Choice, Experiment
from desktop.domain.progress import ENOUGH, Change, Period
from desktop.domain.tally import MedianChange, Tally, mean_change, mean_difference, median_change


@dataclass(frozen=True, slots=True)
class ExperimentResult:
    """The tension of the daily check-ins on the days of each choice, as they were drawn, whatever was done then."""

    experiment: Experiment
    felt: Mapping[Choice, Tally]

    def mean(self, choice: Choice) -> Change | None:
        return mean_change(self.felt[choice])

    @property
    def difference(self) -> Change | None:
        """B less A with its interval: for one person, in this period. None while there are too few days."""
        return mean_difference(self.felt[Choice.A], self.felt[Choice.B])


@dataclass(frozen=True, slots=True)
class Working:
    """Differences (after less before, in hundredths) of the sessions with a routine, with a technique, and of the
    places themselves. `unrated`: sessions that were not rated both times. `experiment` is the newest."""

    period: Period
    first_day: date | None
    routines: Mapping[str, Tally]
    techniques: Mapping[str, Tally]
    places: Mapping[Place, Tally]
    unrated: int
    experiment: ExperimentResult | None


def told(tally: Tally) -> MedianChange | None:
    """The median change with its interval; silent below ENOUGH values."""
    return median_change(tally) if tally.n >= ENOUGH else None
