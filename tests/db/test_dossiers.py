"""What goes out of the store comes back into one, adds only what is missing, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from desktop.db.errors import StoreError
from desktop.db.repository import Repository, open_repository
from desktop.domain.dossier import Dossier, counts_words
from desktop.domain.look_back import Section
from desktop.domain.profile import Profile
from desktop.domain.records import DayNote
from desktop.domain.session import GUEST, SELF
from desktop.domain.span import Span
from tests.db.record_samples import DAY, whole_session
from tests.db.samples import AT
from tests.out.samples import dossier, dossiers


@cache
def empty_store() -> bytes:
    """A new file: made once, as migrations take their time."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "unknot.sqlite3"
        open_repository(file).close()
        return file.read_bytes()


@contextmanager
def fresh_store() -> Iterator[Repository]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "unknot.sqlite3"
        file.write_bytes(empty_store())
        opened = open_repository(file)
        yield opened
        opened.close()


def told(whole: Dossier) -> bytes:
    """Everything in it, offsets included, whatever the order of what happened at once."""
    by_time = tuple(sorted(whole.sessions, key=lambda s: (s.started_at, s.id)))
    lists: dict[str, Any] = {name: tuple(sorted(getattr(whole, name), key=lambda r: (r.day, r.id))) for name in _DATED}
    return msgspec.json.encode(replace(whole, sessions=by_time, **lists), order="deterministic")


_DATED = ("neck_checks", "side_effects", "global_changes")


@settings(max_examples=25, deadline=None)
@given(dossiers)
def test_an_empty_profile_gets_it_back_without_loss(whole: Dossier) -> None:
    with fresh_store() as store:
        store.dossiers.add(whole)
        assert told(store.dossiers.whole()) == told(whole)


def test_one_of_everything_comes_back_and_twice_changes_nothing(repository: Repository) -> None:
    first = repository.dossiers.add(dossier())
    assert first.counts == dossier().counts
    assert repository.dossiers.whole() == dossier()
    again = repository.dossiers.add(dossier())
    assert counts_words(again.counts) == "nothing"
    assert repository.dossiers.whole() == dossier()


def test_charts_say_the_same_afterwards(repository: Repository) -> None:
    repository.sessions.keep(replace(whole_session(), receiver=SELF))
    with fresh_store() as other:
        other.dossiers.add(repository.dossiers.whole())
        for section in Section:
            ours, theirs = (r.charts.look_back(section, Span(0), DAY) for r in (repository, other))
            assert ours == theirs


def test_what_is_here_stays(repository: Repository) -> None:
    mine = replace(whole_session(), note="as I changed it")
    repository.sessions.keep(mine)
    repository.profiles.keep(Profile(1, "Own name", 30))
    added = repository.dossiers.add(dossier())
    assert repository.sessions.one("one") == mine
    assert added.sessions == ("two",)
    assert repository.profiles.mine() == replace(dossier().profile, name="Own name", target_minutes=30)


def test_it_is_taken_back(repository: Repository) -> None:
    repository.sessions.keep(whole_session())
    before = repository.dossiers.whole()
    added = repository.dossiers.add(dossier())
    repository.records.keep(DayNote("mine", DAY, "written meanwhile"))
    repository.dossiers.take_back(added)
    assert repository.dossiers.whole() == replace(before, day_notes=(DayNote("mine", DAY, "written meanwhile"),))


def test_into_another_profile_beside_the_first(repository: Repository) -> None:
    """Ids are the whole file's: those that are taken become others, the same ones each time."""
    repository.dossiers.add(dossier())
    other = repository.of(repository.profiles.add("Ben").id)
    other.dossiers.add(dossier())
    assert counts_words(other.dossiers.add(dossier()).counts) == "nothing"
    assert other.dossiers.without_sessions().counts == repository.dossiers.without_sessions().counts
    mine, theirs = (r.dossiers.whole().sessions for r in (repository, other))
    assert [s.started_at for s in mine] == [s.started_at for s in theirs]
    assert not {s.id for s in mine} & {s.id for s in theirs}
    (effects,) = other.dossiers.whole().side_effects
    assert effects.session == theirs[0].id


def test_people_are_known_by_number_and_name(repository: Repository) -> None:
    ann = repository.profiles.add("Ann")
    given_to = replace(whole_session("for Ann"), receiver=str(ann.id))
    repository.sessions.keep(given_to)
    out = repository.dossiers.whole()
    assert out.people == {str(ann.id): "Ann"}
    repository.sessions.remove("for Ann")
    repository.dossiers.add(out)
    assert repository.sessions.one("for Ann") == given_to
    with fresh_store() as other:
        other.profiles.add("Somebody else")
        other.dossiers.add(out)
        assert other.sessions.one("for Ann").receiver == GUEST


def test_a_session_somebody_else_gave_stays_mine(repository: Repository) -> None:
    ann = repository.of(repository.profiles.add("Ann").id)
    ann.sessions.keep(replace(whole_session("from Ann"), receiver="1"))
    (mine,) = repository.dossiers.whole().sessions
    assert (mine.receiver, mine.profile) == (SELF, ann.profile)
    with fresh_store() as other:
        other.dossiers.add(repository.dossiers.whole())
        assert other.dossiers.whole().sessions == (replace(mine, profile=0),)


def test_all_of_it_or_nothing(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(repository.dossiers._answers, "save", broken)
    with pytest.raises(StoreError, match="full"):
        repository.dossiers.add(dossier())
    assert counts_words(repository.dossiers.whole().counts) == "nothing"
    assert repository.profiles.mine() == Profile(1)


def test_sessions_come_in_pieces(repository: Repository) -> None:
    repository.sessions.add_all([replace(whole_session(f"{n:04}"), receiver=SELF) for n in range(1001)])
    ids = repository.dossiers.session_ids()
    repository.sessions.remove("0700")
    pieces = [len(piece) for piece in repository.dossiers.sessions(ids)]
    assert pieces == [500, 499, 1]


def test_many_at_once_are_as_one_by_one(repository: Repository) -> None:
    """The counts and means kept beside a session are the same either way."""
    record = whole_session()
    repository.sessions.keep(record)
    one = _row(repository, "one")
    repository.sessions.add_all([replace(record, id="many")])
    assert _row(repository, "many") == one
    assert repository.sessions.one("many") == replace(record, id="many")


def _row(repository: Repository, session: str) -> object:
    found = repository._store.connection.exec_driver_sql(
        "SELECT felt_before, felt_after, steps_done, steps_skipped, local_day FROM sessions WHERE id = ?", (session,)
    ).one()
    repository._store.connection.rollback()
    return tuple(found)


def test_safety_answers_are_told_apart_by_question_and_time(repository: Repository) -> None:
    repository.answers.save({"Q1": ("yes",)}, AT)
    assert repository.dossiers.new_in(dossier()).answers == ()
