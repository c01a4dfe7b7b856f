"""Everything of a profile read for a file, and what a file brings added to what is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from sqlalchemy import Connection, Table, delete, or_, select

from desktop.db.answers import Answers
from desktop.db.profiles import Profiles
from desktop.db.records import Record, Records
from desktop.db.rows import split_time
from desktop.db.session_reading import read_sessions
from desktop.db.sessions import Sessions
from desktop.db.store import Store
from desktop.db.tables import (
    answers,
    day_notes,
    experiments,
    global_changes,
    neck_checks,
    reminders,
    sessions,
    side_effects,
)
from desktop.domain.dossier import Counts, Dossier, SafetyAnswer
from desktop.domain.experiment import Experiment
from desktop.domain.neck_check import NeckCheck
from desktop.domain.profile import Profile
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects
from desktop.domain.reminder import Reminder
from desktop.domain.session import GUEST, SELF, SessionRecord

_AT_ONCE = 500
"""Sessions read in one transaction: nobody who writes meanwhile waits for long."""
_TABLES: Mapping[str, Table] = {
    "day_notes": day_notes,
    "neck_checks": neck_checks,
    "side_effects": side_effects,
    "global_changes": global_changes,
    "experiments": experiments,
    "reminders": reminders,
}
"""Records that are told apart by an id, by their name in a dossier."""


@dataclass(frozen=True, slots=True)
class Added:
    """What an import brought, to be taken back; `earlier` is the profile as it was."""

    sessions: tuple[str, ...]
    records: tuple[Record, ...]
    answers: tuple[SafetyAnswer, ...]
    earlier: Profile
    counts: Counts


class Dossiers:
    """Those of one profile."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._records, self._answers, self._profiles = Records(store), Answers(store), Profiles(store)

    def without_sessions(self) -> Dossier:
        """All but the sessions, which are read piece by piece."""
        read = self._records.all
        with self._store.reading() as connection:
            return Dossier(
                profile=self._profiles.mine(),
                people=self._people(connection),
                check_ins=read(DailyCheckIn),
                day_notes=read(DayNote),
                neck_checks=read(NeckCheck),
                side_effects=read(SideEffects),
                global_changes=read(GlobalChange),
                experiments=read(Experiment),
                reminders=read(Reminder),
                answers=tuple(SafetyAnswer(*answer) for answer in self._answers.all()),
            )

    def session_ids(self) -> tuple[str, ...]:
        """Sessions done with the profile's app or received by it, the oldest first."""
        query = select(sessions.c.id).where(self._mine()).order_by(sessions.c.started_us, sessions.c.id)
        with self._store.reading() as connection:
            return tuple(connection.execute(query).scalars())

    def sessions(self, ids: Sequence[str]) -> Iterator[tuple[SessionRecord, ...]]:
        """Those sessions, whole, in handy pieces; one that was removed meanwhile is left out."""
        for start in range(0, len(ids), _AT_ONCE):
            wanted = select(sessions).where(sessions.c.id.in_(ids[start : start + _AT_ONCE]))
            ordered = wanted.order_by(sessions.c.started_us, sessions.c.id)
            with self._store.reading() as connection:
                found = read_sessions(connection, ordered, self._store.profile, whole=True)
            yield found

    def whole(self) -> Dossier:
        found = [record for piece in self.sessions(self.session_ids()) for record in piece]
        return replace(self.without_sessions(), sessions=tuple(found))

    def new_in(self, brought: Dossier) -> Dossier:
        """The part of a dossier that is not here yet, as it would be added: what is here stays as it is.

        Entries are told apart by id, check-ins by day, safety answers by question and time. An id that belongs to
        another profile's entry becomes another one, always the same. Other people are known again by number and name;
        where they are not here they become a guest."""
        with self._store.reading() as connection:
            renamed, own = self._ids(connection, sessions, [record.id for record in brought.sessions])
            fresh: dict[str, Any] = {
                name: self._fresh(connection, table, getattr(brought, name)) for name, table in _TABLES.items()
            }
            days = {record.day for record in self._records.all(DailyCheckIn)}
            answered = {(question, at) for question, _, at in self._answers.all()}
            known = self._known(brought.people)
            mine = self._profiles.mine()
        fresh["side_effects"] = tuple(
            replace(record, session=renamed.get(record.session, record.session)) for record in fresh["side_effects"]
        )
        return Dossier(
            profile=_filled(mine, brought.profile),
            check_ins=tuple(record for record in brought.check_ins if record.day not in days),
            answers=tuple(answer for answer in brought.answers if (answer.question, answer.at) not in answered),
            sessions=tuple(
                _as_seen_here(replace(record, id=renamed[record.id]), known, self._store.profile)
                for record in brought.sessions
                if renamed[record.id] not in own
            ),
            **fresh,
        )

    def add(self, brought: Dossier) -> Added:
        """Adds what is not here yet, all of it or nothing."""
        with self._store.transaction():
            fresh, earlier = self.new_in(brought), self._profiles.mine()
            self._profiles.keep(fresh.profile)
            Sessions(self._store).add_all(fresh.sessions)
            records = (*fresh.check_ins, *(record for name in _TABLES for record in getattr(fresh, name)))
            for record in records:
                self._records.keep(record)
            for answer in fresh.answers:
                self._answers.save({answer.question: answer.options}, answer.at)
        ids = tuple(session.id for session in fresh.sessions)
        return Added(ids, records, fresh.answers, earlier, fresh.counts)

    def take_back(self, added: Added) -> None:
        """Removes what an import brought."""
        with self._store.transaction() as connection:
            for start in range(0, len(added.sessions), _AT_ONCE):
                some = added.sessions[start : start + _AT_ONCE]
                connection.execute(delete(sessions).where(sessions.c.id.in_(some)))
            for record in added.records:
                self._records.remove(record)
            for answer in added.answers:
                mine = (answers.c.profile_id == self._store.profile) & (answers.c.question == answer.question)
                connection.execute(delete(answers).where(mine, answers.c.at_us == split_time(answer.at)[0]))
            self._profiles.keep(added.earlier)

    def _mine(self) -> Any:
        return or_(sessions.c.profile_id == self._store.profile, sessions.c.receiver_id == self._store.profile)

    def _people(self, connection: Connection) -> dict[str, str]:
        """The names of the others that this profile's sessions speak of."""
        spoken_of = {
            number
            for column in (sessions.c.profile_id, sessions.c.receiver_id)
            for number in connection.execute(select(column).distinct().where(self._mine())).scalars()
        }
        return {str(other.id): other.name for other in self._profiles.all() if other.id in spoken_of - {self._me}}

    def _known(self, people: Mapping[str, str]) -> frozenset[str]:
        """Numbers of the people of a file who are here, under the same name."""
        here = {str(profile.id): profile.name for profile in self._profiles.all()}
        return frozenset(number for number, name in people.items() if name and here.get(number) == name)

    def _fresh(self, connection: Connection, table: Table, brought: Sequence[Any]) -> tuple[Any, ...]:
        renamed, own = self._ids(connection, table, [record.id for record in brought])
        return tuple(replace(record, id=renamed[record.id]) for record in brought if renamed[record.id] not in own)

    def _ids(self, connection: Connection, table: Table, ids: Sequence[str]) -> tuple[dict[str, str], set[str]]:
        """What each id is called here, and which of them this profile has already."""
        visible = self._mine() if table is sessions else table.c.profile_id == self._me
        own = set(connection.execute(select(table.c.id).where(visible)).scalars())
        others = set(connection.execute(select(table.c.id).where(table.c.profile_id != self._me)).scalars()) - own
        renamed = {id_: uuid5(NAMESPACE_OID, f"{self._me} {id_}").hex for id_ in ids}
        return {id_: new if new in own or id_ in others else id_ for id_, new in renamed.items()}, own

    @property
    def _me(self) -> int:
        return self._store.profile


def _filled(mine: Profile, brought: Profile) -> Profile:
    """A profile with what it does not say yet from another one."""
    target = brought.target_minutes if mine.target_minutes is None else mine.target_minutes
    return Profile(mine.id, mine.name or brought.name, target, mine.preferences or brought.preferences)


def _as_seen_here(record: SessionRecord, known: frozenset[str], me: int) -> SessionRecord:
    """A session with the people it speaks of as they are here."""
    receiver = record.receiver
    if receiver not in (SELF, GUEST):
        receiver = GUEST if receiver not in known else SELF if receiver == str(me) else receiver
    giver = record.profile if str(record.profile) in known and record.profile != me else 0
    return replace(record, receiver=receiver, profile=giver)
