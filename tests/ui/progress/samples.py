"""What was found, to draw: sessions of somebody whose tension goes from 6 to 4 and from 5 to 5 in turn."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from desktop.domain.body import Place, Side
from desktop.domain.doing import Adherence, Doing, weeks_of
from desktop.domain.experiment import Choice, Experiment
from desktop.domain.feeling import Feeling
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.progress import DayMinutes, Pair, Period, Unit, fill_days, week_start
from desktop.domain.tally import Tally
from desktop.domain.where import BodySlice, PlaceFelt, Where
from desktop.domain.working import ExperimentResult, Working

TODAY = date(2026, 11, 20)


def doing(sessions: int, days: int = 28, every: int = 1) -> Doing:
    """That many sessions of eight minutes, one every so many days, the last one today."""
    period, done = Period.back_from(TODAY, days), _days(sessions, every)
    filled = fill_days([DayMinutes(day, 8.0, 1) for day in done], period)
    adherence = Adherence(finished=sessions, steps_done=10 * sessions)
    return Doing(period, done[0] if done else None, filled, weeks_of(filled), None, adherence)


def feeling(sessions: int, days: int = 28, every: int = 1) -> Feeling:
    """The same sessions as they felt."""
    done = _days(sessions, every)
    pairs = tuple(
        Pair(datetime(day.year, day.month, day.day, 20, tzinfo=UTC), "Back of the head", *((6, 4), (5, 5))[n % 2])
        for n, day in enumerate(done)
    )
    return Feeling(
        period=Period.back_from(TODAY, days),
        first_day=done[0] if done else None,
        unit=Unit.SESSION,
        pairs=pairs,
        differences=Tally.of(pair.difference for pair in pairs),
        unpaired=0,
        later={},
        runs={},
        headaches=(),
        card=None,
        global_changes=(),
        worse_weeks=False,
    )


def _days(sessions: int, every: int) -> list[date]:
    return [TODAY - timedelta(days=every * back) for back in reversed(range(sessions))]


def where(slices: int = 3, neck: int = 0) -> Where:
    """So many weeks with eight minutes on the left of the nape and four on its right, two on both sides of the crown;
    the left was rated 6 and 8, the right 3. And so many neck checks, one a week, the last one today."""
    first = week_start(TODAY) - timedelta(weeks=slices - 1)
    places = {
        Place("nape", Side.LEFT): PlaceFelt(480.0, Tally.of([6, 8])),
        Place("nape", Side.RIGHT): PlaceFelt(240.0, Tally.of([3])),
        Place("crown", Side.MIDDLE): PlaceFelt(120.0),
    }
    weeks = tuple(BodySlice(first + timedelta(weeks=number), places) for number in range(slices))
    checks = tuple(neck_check(back) for back in reversed(range(neck)))
    return Where(Period(first, TODAY), first, Unit.WEEK, weeks, checks)


def neck_check(weeks_back: int, left: float = 2.0) -> NeckCheck:
    """Turning 60 degrees to the left (2 clock marks) and 75 to the right."""
    day = TODAY - timedelta(weeks=weeks_back)
    tries = {
        NeckMove.TURN_LEFT: (left, left, left),
        NeckMove.TURN_RIGHT: (2.5, 2.5, 2.5),
        NeckMove.BEND_LEFT: (3.0, 3.0, 4.0),
        NeckMove.BEND_RIGHT: (4.0, 4.0, 4.0),
    }
    return NeckCheck(f"check{weeks_back}", datetime(day.year, day.month, day.day, 9, tzinfo=UTC), tries)


def working(sessions: int, experiment: Experiment | None = None) -> Working:
    """That many sessions of one routine, each two lower, and two of another that were one higher."""
    lower = Tally.of([-2.0] * sessions)
    felt = {Choice.A: Tally.of([4, 5, 6, 5, 4, 6, 5]), Choice.B: Tally.of([7, 8, 7, 6, 7, 8, 7])}
    return Working(
        period=Period.back_from(TODAY, 28),
        first_day=TODAY - timedelta(days=27),
        routines={"RT01": lower, "RT05": Tally.of([1.0, 1.0])} if sessions else {},
        techniques={"circular_friction": lower} if sessions else {},
        places={Place("nape", Side.LEFT): lower} if sessions else {},
        unrated=1,
        experiment=ExperimentResult(experiment, felt) if experiment else None,
    )
