"""Queries for "What works for me?"."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from desktop.db.queries import DIFFERENCE, PLAYED, RATED, on_days, received, tallies
from desktop.db.tables import daily, ratings, sessions, techniques
from desktop.domain.body import Place, Side
from desktop.domain.experiment import Choice, Experiment
from desktop.domain.progress import Period
from desktop.domain.session import Moment
from desktop.domain.tally import Tally
from desktop.domain.working import ExperimentResult


def read_routines(connection: Connection, profile: int, period: Period) -> Mapping[str, Tally]:
    """Differences of the sessions with each routine."""
    query = (
        select(sessions.c.routine, DIFFERENCE, func.count())
        .where(received(profile, period), PLAYED, RATED)
        .group_by(sessions.c.routine, DIFFERENCE)
    )
    return tallies((routine, value, count) for routine, value, count in connection.execute(query))


def read_techniques(connection: Connection, profile: int, period: Period) -> Mapping[str, Tally]:
    """Differences of the sessions in which each technique was done."""
    query = (
        select(techniques.c.technique, DIFFERENCE, func.count())
        .join(sessions, techniques.c.session_id == sessions.c.id)
        .where(received(profile, period), PLAYED, RATED)
        .group_by(techniques.c.technique, DIFFERENCE)
    )
    return tallies((technique, value, count) for technique, value, count in connection.execute(query))


def read_places(connection: Connection, profile: int, period: Period) -> Mapping[Place, Tally]:
    """Differences of each place itself."""
    before, after = ratings.alias("before"), ratings.alias("after")
    difference = after.c.value - before.c.value
    query = (
        select(before.c.region, before.c.side, difference, func.count())
        .select_from(sessions)
        .join(before, (before.c.session_id == sessions.c.id) & (before.c.moment == Moment.BEFORE.value))
        .join(
            after,
            (after.c.session_id == sessions.c.id)
            & (after.c.moment == Moment.AFTER.value)
            & (after.c.region == before.c.region)
            & (after.c.side == before.c.side),
        )
        .where(received(profile, period), PLAYED, RATED)
        .group_by(before.c.region, before.c.side, difference)
    )
    found = connection.execute(query)
    return tallies((Place(region, Side(side)), value, count) for region, side, value, count in found)


def read_result(connection: Connection, profile: int, experiment: Experiment) -> ExperimentResult:
    """The tension of the check-ins on the experiment's days."""
    query = select(daily.c.local_day, daily.c.tension).where(
        daily.c.profile_id == profile,
        on_days(daily.c.local_day, Period(experiment.first, experiment.last)),
        daily.c.tension.is_not(None),
    )
    felt = dict(connection.execute(query).all())
    drawn = [entry for entry in experiment.days if entry.day.isoformat() in felt]
    return ExperimentResult(
        experiment,
        {c: Tally.of(felt[entry.day.isoformat()] for entry in drawn if entry.choice is c) for c in Choice},
    )
