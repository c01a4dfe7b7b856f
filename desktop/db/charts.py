"""What the charts show, grouped by SQLite. Only what the profile itself received is spoken of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection

from desktop.db import feeling as felt
from desktop.db import working
from desktop.db.daily_runs import read_runs
from desktop.db.doing import read_doing
from desktop.db.queries import read_first_day
from desktop.db.records import find_last, find_within
from desktop.db.store import Store
from desktop.db.where import read_slices, slices_unit
from desktop.domain.body import Place
from desktop.domain.doing import Doing, counted
from desktop.domain.experiment import Experiment
from desktop.domain.feeling import Feeling
from desktop.domain.headaches import headache_card
from desktop.domain.look_back import Section
from desktop.domain.neck_check import NeckCheck
from desktop.domain.progress import Pair, Period
from desktop.domain.records import DayNote, GlobalChange
from desktop.domain.span import Span
from desktop.domain.where import Where
from desktop.domain.working import Working

Found = Doing | Feeling | Where | Working


class Charts:
    """Each reading is one transaction: what it brings belongs together."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look_back(self, section: Section, span: Span, today: date) -> Found:
        """What the page of one question shows."""
        readers: dict[Section, Callable[[Connection, Period, date | None, date], Found]] = {
            Section.DOING: self._doing,
            Section.FEELING: self._feeling,
            Section.WHERE: self._where,
            Section.WORKING: self._working,
        }
        with self._store.reading() as connection:
            first_day = read_first_day(connection, self._store.profile)
            return readers[section](connection, span.period(today, first_day), first_day, today)

    def place_pairs(self, place: Place, span: Span, today: date) -> tuple[Pair, ...]:
        """The newest dumbbells of one place alone, as many as can be told apart."""
        with self._store.reading() as connection:
            period = span.period(today, read_first_day(connection, self._store.profile))
            return felt.read_place_pairs(connection, self._store.profile, period, place, felt.MOST_PAIRS)

    def _doing(self, connection: Connection, period: Period, first_day: date | None, _today: date) -> Doing:
        return read_doing(connection, self._store.profile, period, first_day)

    def _feeling(self, connection: Connection, period: Period, first_day: date | None, today: date) -> Feeling:
        profile = self._store.profile
        differences = felt.read_differences(connection, profile, period)
        unit = felt.pairs_unit(differences.n, period, first_day)
        months = felt.read_headaches(connection, profile, period)
        notes = find_within(connection, profile, DayNote, period)
        return Feeling(
            period=period,
            first_day=first_day,
            unit=unit,
            pairs=felt.read_pairs(connection, profile, period, unit),
            differences=differences,
            unpaired=felt.count_unrated(connection, profile, period),
            later=felt.read_later(connection, profile, period),
            runs=read_runs(connection, profile, period, notes),
            headaches=months,
            card=headache_card((*months, felt.read_last_thirty(connection, profile, today))),
            global_changes=find_within(connection, profile, GlobalChange, period),
            worse_weeks=felt.worse_weeks(connection, profile, period.last),
        )

    def _where(self, connection: Connection, period: Period, first_day: date | None, _today: date) -> Where:
        shown = counted(period, first_day)
        unit = slices_unit(shown)
        slices = read_slices(connection, self._store.profile, shown, unit)
        return Where(period, first_day, unit, slices, find_within(connection, self._store.profile, NeckCheck, period))

    def _working(self, connection: Connection, period: Period, first_day: date | None, _today: date) -> Working:
        profile = self._store.profile
        experiment = find_last(connection, profile, Experiment)
        return Working(
            period=period,
            first_day=first_day,
            routines=working.read_routines(connection, profile, period),
            techniques=working.read_techniques(connection, profile, period),
            places=working.read_places(connection, profile, period),
            unrated=felt.count_unrated(connection, profile, period),
            experiment=working.read_result(connection, profile, experiment) if experiment else None,
        )
