"""Records beside sessions: what is kept comes back equal, whatever is done can be undone, nobody sees another's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.db.profiles import UnknownProfile
from desktop.db.records import Record
from desktop.db.repository import Repository
from desktop.domain.neck_check import NeckCheck
from desktop.domain.profile import Profile
from desktop.domain.progress import Period
from desktop.domain.records import DailyCheckIn, DayNote
from desktop.domain.reminder import Reminder
from desktop.domain.session import GUEST, SELF, EventKind, Moment, State
from tests.db.record_samples import DAY, RECORDS, STEPS, whole_session
from tests.db.samples import AT, LEFT, RIGHT, event, session

each_kind = pytest.mark.parametrize("record", RECORDS, ids=lambda record: type(record).__name__)
TODAY = Period(DAY, DAY)


@each_kind
def test_a_record_comes_back_as_it_was(repository: Repository, record: Record) -> None:
    assert repository.records.keep(record) is None
    assert repository.records.all(type(record)) == (record,)
    if not isinstance(record, Reminder):
        assert repository.records.within(type(record), TODAY) == (record,)
        assert repository.records.last(type(record)) == record
        assert repository.records.within(type(record), Period(date(2020, 1, 1), DAY - timedelta(days=1))) == ()


@each_kind
def test_a_removed_record_can_be_brought_back(repository: Repository, record: Record) -> None:
    repository.records.keep(record)
    repository.records.remove(record)
    assert repository.records.all(type(record)) == ()
    repository.records.remove(record)
    repository.records.keep(record)
    assert repository.records.all(type(record)) == (record,)


@each_kind
def test_records_belong_to_one_profile(repository: Repository, record: Record) -> None:
    repository.records.keep(record)
    other = repository.of(repository.profiles.add("Mo").id)
    assert other.records.all(type(record)) == ()
    other.records.remove(record)
    assert repository.records.all(type(record)) == (record,)


def test_an_edit_gives_what_it_replaced(repository: Repository) -> None:
    note = DayNote("one", DAY, "first")
    edited = replace(note, text="second", day=DAY - timedelta(days=3), life_event=True)
    repository.records.keep(note)
    assert repository.records.keep(edited) == note
    assert repository.records.all(DayNote) == (edited,)


def test_a_day_has_one_check_in_and_unanswered_stays_unanswered(repository: Repository) -> None:
    first = DailyCheckIn(DAY, AT, tension=3)
    repository.records.keep(first)
    assert repository.records.keep(DailyCheckIn(DAY, AT, sleep=0)) == first
    (found,) = repository.records.all(DailyCheckIn)
    assert (found.tension, found.sleep, found.pain, found.headache, found.painkiller) == (None, 0, None, None, None)


def test_two_profiles_have_a_check_in_each_day(repository: Repository) -> None:
    other = repository.of(repository.profiles.add("Mo").id)
    repository.records.keep(DailyCheckIn(DAY, AT, tension=3))
    other.records.keep(DailyCheckIn(DAY, AT, tension=9))
    assert [r.tension for r in repository.records.all(DailyCheckIn)] == [3]


def test_the_id_of_anothers_record_cannot_be_taken(repository: Repository) -> None:
    note = DayNote("one", DAY, "mine")
    repository.records.keep(note)
    other = repository.of(repository.profiles.add("Mo").id)
    with pytest.raises(LookupError, match="another profile"):
        other.records.keep(replace(note, text="theirs"))
    assert repository.records.all(DayNote) == (note,)


def test_the_id_of_anothers_session_cannot_be_taken(repository: Repository) -> None:
    whole = whole_session()
    repository.sessions.keep(whole)
    other = repository.of(repository.profiles.add("Mo").id)
    with pytest.raises(LookupError, match="another profile"):
        other.sessions.keep(replace(whole, note="theirs"))
    assert repository.sessions.one("one") == whole


def test_a_whole_session_comes_back_as_it_was(repository: Repository) -> None:
    whole = whole_session()
    assert repository.sessions.keep(whole) is None
    assert repository.sessions.one("one") == whole
    assert repository.sessions.remove("one") == whole
    assert repository.sessions.within() == ()
    repository.sessions.keep(whole)
    assert repository.sessions.one("one") == whole


def test_an_edited_session_gives_what_it_replaced(repository: Repository) -> None:
    whole = whole_session()
    repository.sessions.keep(whole)
    edited = replace(whole, started_at=AT - timedelta(days=9), ratings=whole.ratings[:1], steps=(), tags=())
    assert repository.sessions.keep(edited) == whole
    assert repository.sessions.within(whole=True) == (edited,)
    assert repository.sessions.keep(whole) == edited
    assert repository.sessions.one("one") == whole


def test_steps_are_counted_when_a_session_ends(repository: Repository) -> None:
    planned = tuple(replace(step, seconds=0.0, skipped=False) for step in STEPS)
    repository.sessions.begin(replace(session(), steps=planned))
    for happened in (
        event(EventKind.STARTED),
        event(EventKind.STEP_STARTED, 0.0, 1),
        event(EventKind.STEP_DONE, 60.0, 1),
        event(EventKind.STEP_STARTED, 60.0, 2),
        event(EventKind.PRESSURE, 70.0, 2, "2"),
        event(EventKind.STEP_SKIPPED, 80.0, 2),
        event(EventKind.FINISHED, 150.0, 2),
    ):
        repository.sessions.add_event("one", happened)
    repository.sessions.end("one", State.FINISHED, 80.0)
    first, second = repository.sessions.one("one").steps
    assert (first.seconds, first.skipped, first.pressure) == (60.0, False, 4)
    assert (second.seconds, second.skipped, second.pressure) == (20.0, True, 2)


def test_steps_of_a_session_cut_off_are_counted_too(repository: Repository) -> None:
    planned = tuple(replace(step, seconds=0.0, skipped=False) for step in STEPS)
    repository.sessions.begin(replace(session(), steps=planned))
    repository.sessions.add_event("one", event(EventKind.STARTED))
    repository.sessions.add_event("one", event(EventKind.STEP_STARTED, 0.0, 1))
    repository.sessions.set_progress("one", 31.5)
    repository.sessions.keep_as_stopped("one")
    assert [step.seconds for step in repository.sessions.one("one").steps] == [31.5, 0.0]


def test_a_massage_is_seen_by_who_gave_and_who_received_it(repository: Repository) -> None:
    other = repository.of(repository.profiles.add("Mo").id)
    third = repository.of(repository.profiles.add("Jo").id)
    given = replace(session(), receiver=str(other.profile))
    repository.sessions.begin(given)
    assert repository.sessions.within() == (given,)
    seen = replace(given, receiver=SELF, profile=repository.profile)
    assert other.sessions.within() == (seen,)
    assert third.sessions.within() == ()
    assert other.sessions.remove("one") == seen
    other.sessions.keep(seen)
    assert repository.sessions.within() == (given,)


def test_only_what_was_received_is_done(repository: Repository) -> None:
    other = repository.of(repository.profiles.add("Mo").id)
    for name, receiver in (("mine", SELF), ("a guest's", GUEST), ("theirs", str(other.profile))):
        repository.sessions.begin(replace(session(name), receiver=receiver, status=State.FINISHED))
    assert (repository.sessions.done(), other.sessions.done()) == (1, 1)


def test_ratings_an_hour_and_a_morning_later_stand_beside_the_others(repository: Repository) -> None:
    repository.sessions.keep(whole_session())
    found = repository.sessions.one("one")
    assert [found.rating(RIGHT, moment) for moment in Moment] == [5, None, 10, 0]
    assert [found.rating(LEFT, moment) for moment in Moment] == [6, 4, None, None]


def change_and_fail(repository: Repository) -> None:
    with repository.together():
        repository.records.keep(DayNote("lost", DAY, "second"))
        repository.sessions.remove("one")
        repository.sessions.remove("nobody")


def test_what_is_done_together_is_kept_whole_or_not_at_all(repository: Repository) -> None:
    with repository.together():
        repository.records.keep(DayNote("kept", DAY, "first"))
        repository.sessions.keep(whole_session())
    with pytest.raises(LookupError):
        change_and_fail(repository)
    assert [note.id for note in repository.records.all(DayNote)] == ["kept"]
    assert repository.sessions.one("one") == whole_session()


def test_profiles_are_added_and_changed(repository: Repository) -> None:
    assert repository.profiles.all() == (Profile(1),)
    added = repository.profiles.add("Mo ☀")
    changed = replace(added, name="Mo", target_minutes=60, preferences={"theme": "dark", "size": 120})
    repository.profiles.keep(changed)
    assert repository.profiles.all() == (Profile(1), changed)
    assert repository.of(changed.id).profiles.mine() == changed
    with pytest.raises(UnknownProfile, match="9"):
        repository.profiles.keep(Profile(9))
    with pytest.raises(UnknownProfile, match="9"):
        repository.of(9).profiles.mine()


def test_a_neck_check_with_two_tries_is_refused() -> None:
    with pytest.raises(ValueError, match="3 tries"):
        NeckCheck("one", AT, {next(iter(RECORDS[2].tries)): (1.0, 2.0)})  # type: ignore[union-attr]
