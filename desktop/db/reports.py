"""Everything a report on paper tells, in a few queries however long the period is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import CompoundSelect, Connection, func, literal, literal_column, select, union_all

from desktop.db.charts import Charts
from desktop.db.profiles import Profiles
from desktop.db.queries import PLAYED, on_days, received
from desktop.db.records import Records
from desktop.db.store import Store
from desktop.db.tables import day_notes, ratings, sessions, techniques
from desktop.domain.body import Place, Side
from desktop.domain.look_back import Section
from desktop.domain.progress import Period
from desktop.domain.records import SideEffects
from desktop.domain.report import Note, PlaceChange, Report, RoutineDone
from desktop.domain.session import Moment
from desktop.domain.span import Span

if TYPE_CHECKING:
    from desktop.domain.doing import Doing
    from desktop.domain.feeling import Feeling
    from desktop.domain.where import Where

_MOST_NOTES = 60
"""More never fit on a page."""


class Reports:
    """Those of one profile."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def read(self, span: Span, today: date) -> Report:
        with self._store.reading() as connection:
            charts = Charts(self._store)
            doing = cast("Doing", charts.look_back(Section.DOING, span, today))
            part = _Part(connection, self._store.profile, doing.period)
            return Report(
                name=Profiles(self._store).mine().name,
                made_on=today,
                doing=doing,
                feeling=cast("Feeling", charts.look_back(Section.FEELING, span, today)),
                where=cast("Where", charts.look_back(Section.WHERE, span, today)),
                changes=part.changes(),
                techniques=part.techniques(),
                routines=part.routines(),
                side_effects=Records(self._store).within(SideEffects, doing.period),
                notes=part.notes(),
                notes_there=part.count_notes(),
            )


@dataclass(frozen=True, slots=True)
class _Part:
    """One profile's part of the file in a period."""

    connection: Connection
    profile: int
    period: Period

    def changes(self) -> Mapping[Place, PlaceChange]:
        before, after = ratings.alias("before"), ratings.alias("after")
        same = (
            (after.c.session_id == before.c.session_id)
            & (after.c.region == before.c.region)
            & (after.c.side == before.c.side)
            & (after.c.moment == Moment.AFTER.value)
        )
        query = (
            select(before.c.region, before.c.side, func.count(), func.avg(before.c.value), func.avg(after.c.value))
            .select_from(sessions)
            .join(before, (before.c.session_id == sessions.c.id) & (before.c.moment == Moment.BEFORE.value))
            .join(after, same)
            .where(received(self.profile, self.period), PLAYED)
            .group_by(before.c.region, before.c.side)
        )
        return {
            Place(region, Side(side)): PlaceChange(n, felt_before, felt_after)
            for region, side, n, felt_before, felt_after in self.connection.execute(query)
        }

    def techniques(self) -> Mapping[str, float]:
        """Seconds of each technique, the most used first."""
        seconds = func.sum(techniques.c.seconds)
        query = (
            select(techniques.c.technique, seconds)
            .join(sessions, techniques.c.session_id == sessions.c.id)
            .where(received(self.profile, self.period), PLAYED)
            .group_by(techniques.c.technique)
            .order_by(seconds.desc(), techniques.c.technique)
        )
        return dict(self.connection.execute(query).all())

    def routines(self) -> tuple[RoutineDone, ...]:
        """The longest done first; a routine is called what it was called last."""
        seconds = func.sum(sessions.c.done_seconds)
        query = (
            select(func.max(sessions.c.title), func.count(), seconds)
            .where(received(self.profile, self.period), PLAYED)
            .group_by(sessions.c.routine)
            .order_by(seconds.desc(), sessions.c.routine)
        )
        return tuple(RoutineDone(*row) for row in self.connection.execute(query))

    def notes(self) -> tuple[Note, ...]:
        newest = self._notes().order_by(literal_column("day").desc()).limit(_MOST_NOTES)
        return tuple(
            Note(date.fromisoformat(day), text, bool(event)) for day, text, event in self.connection.execute(newest)
        )

    def count_notes(self) -> int:
        return self.connection.execute(select(func.count()).select_from(self._notes().subquery())).scalar_one()

    def _notes(self) -> CompoundSelect[Any]:
        of_sessions = select(sessions.c.local_day.label("day"), sessions.c.note.label("text"), literal(False)).where(
            received(self.profile, self.period), sessions.c.note != ""
        )
        of_days = select(day_notes.c.local_day, day_notes.c.text, day_notes.c.life_event).where(
            day_notes.c.profile_id == self.profile, on_days(day_notes.c.local_day, self.period)
        )
        return union_all(of_sessions, of_days)
