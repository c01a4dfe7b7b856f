"""The journal: what is handed in is kept for who handed it in, can be taken back, and is said to have changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.db.repository import Repository
from desktop.domain.body import Place, Side
from desktop.domain.doing import Doing
from desktop.domain.look_back import Section
from desktop.domain.records import DayNote
from desktop.domain.screening import Plan
from desktop.domain.session import GUEST, SELF, Event, EventKind, Moment, Rating, SessionRecord, State
from desktop.domain.span import Span
from desktop.journal import Journal, Memory, Undo

NOW = datetime(2026, 11, 5, 12, tzinfo=UTC)
PLACE = Place("occiput", Side.LEFT)
NOTE = DayNote("one", NOW.date(), "first")


@pytest.fixture
def journal(tmp_path: Path, qtbot: QtBot) -> Iterator[Journal]:
    journal = Journal(tmp_path / "unknot.sqlite3")
    yield journal
    journal.close()


def asked(qtbot: QtBot, ask: Callable[[Callable[[Any], None]], None]) -> Any:
    """What a question brings."""
    answers: list[Any] = []
    ask(answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def notes(qtbot: QtBot, journal: Journal) -> tuple[DayNote, ...]:
    found: tuple[DayNote, ...] = asked(qtbot, lambda then: journal.ask(lambda r: r.records.all(DayNote), then))
    return found


def sessions(qtbot: QtBot, journal: Journal) -> tuple[SessionRecord, ...]:
    found: tuple[SessionRecord, ...] = asked(
        qtbot, lambda then: journal.ask(lambda r: r.sessions.within(whole=True), then)
    )
    return found


def plan(routine: str) -> Plan:
    return Plan(load_guide().routines[routine], dropped=(), ceiling=None, notes=())


def play(journal: Journal, routine: str = "RT01", receiver: str | None = None) -> str:
    """The first step to its end, then stopped."""
    chosen = plan(routine)
    name = journal.begin(chosen, (PLACE,), (Rating(PLACE, Moment.BEFORE, 6),), receiver)
    seconds = chosen.routine.steps[0].seconds
    for kind, t, step in (
        (EventKind.STARTED, -5.0, 0),
        (EventKind.STEP_STARTED, 0.0, 1),
        (EventKind.STEP_DONE, seconds, 1),
        (EventKind.STEP_STARTED, seconds, 2),
        (EventKind.STOPPED, seconds, 2),
    ):
        journal.progressed(max(t, 0.0))
        journal.happened(Event(kind, NOW, t, step))
    return name


def test_keeping_changing_and_removing_can_be_taken_back(journal: Journal, qtbot: QtBot) -> None:
    edited = replace(NOTE, text="second")
    added = asked(qtbot, lambda then: journal.keep(NOTE, then))
    changed = asked(qtbot, lambda then: journal.keep(edited, then))
    removed = asked(qtbot, lambda then: journal.remove(edited, then))
    assert notes(qtbot, journal) == ()
    removed()
    assert notes(qtbot, journal) == (edited,)
    changed()
    assert notes(qtbot, journal) == (NOTE,)
    added()
    assert notes(qtbot, journal) == ()


def test_a_removed_session_comes_back_whole(journal: Journal, qtbot: QtBot) -> None:
    play(journal)
    (whole,) = sessions(qtbot, journal)
    assert len(whole.events) == 5
    shown = replace(whole, events=(), steps=())
    undo: Undo = asked(qtbot, lambda then: journal.remove(shown, then))
    assert sessions(qtbot, journal) == ()
    undo()
    assert sessions(qtbot, journal) == (whole,)


def test_every_change_is_said_once_it_is_kept(journal: Journal, qtbot: QtBot) -> None:
    with qtbot.waitSignal(journal.changed):
        journal.keep(NOTE)
    with qtbot.waitSignal(journal.changed):
        journal.remove(NOTE)
    assert notes(qtbot, journal) == ()


def test_what_cannot_be_kept_is_said_and_nothing_changes(journal: Journal, qtbot: QtBot) -> None:
    journal.use_profile(9)
    with qtbot.waitSignal(journal.failed), qtbot.assertNotEmitted(journal.changed):
        journal.keep(NOTE)


def test_work_belongs_to_the_profile_it_was_handed_in_for(journal: Journal, qtbot: QtBot) -> None:
    other = asked(qtbot, lambda then: journal.do(lambda repository: repository.profiles.add("Mo"), then))
    undo: Undo = asked(qtbot, lambda then: journal.keep(NOTE, then))
    journal.keep(replace(NOTE, id="two"))
    journal.use_profile(other.id)
    assert (journal.profile, notes(qtbot, journal)) == (other.id, ())
    undo()
    journal.use_profile(1)
    assert [note.id for note in notes(qtbot, journal)] == ["two"]


def test_a_session_counts_its_steps_when_it_ends(journal: Journal, qtbot: QtBot) -> None:
    play(journal)
    (found,) = sessions(qtbot, journal)
    planned = plan("RT01").routine.steps
    assert (found.status, found.receiver) == (State.STOPPED, SELF)
    assert [step.planned_seconds for step in found.steps] == [step.seconds for step in planned]
    assert [step.seconds for step in found.steps] == [planned[0].seconds, *[0.0] * (len(planned) - 1)]


@pytest.mark.parametrize(("receiver", "kept", "mine"), [(None, GUEST, False), (SELF, SELF, True), ("2", "2", False)])
def test_a_partner_is_a_guest_unless_named(
    journal: Journal, qtbot: QtBot, receiver: str | None, kept: str, mine: bool
) -> None:
    """What others receive is not remembered as one's own."""
    journal.do(lambda repository: repository.profiles.add("Mo"))
    play(journal, "RT10", receiver)
    (found,) = sessions(qtbot, journal)
    assert found.receiver == kept
    memory: Memory = asked(qtbot, journal.recall)
    assert [routine for routine, _ in memory.lately] == ["RT10"] * mine


def test_a_rating_given_later_stands_beside_the_first(journal: Journal, qtbot: QtBot) -> None:
    name = play(journal)
    journal.rated((Rating(PLACE, Moment.AFTER, 4),), "lighter")
    with qtbot.waitSignal(journal.changed):
        journal.rate_later(name, (Rating(PLACE, Moment.NEXT_MORNING, 3),))
    (found,) = sessions(qtbot, journal)
    assert [found.rating(PLACE, moment) for moment in Moment] == [6, 4, None, 3]
    assert found.note == "lighter"


def test_looking_back_brings_what_the_question_asks(journal: Journal, qtbot: QtBot) -> None:
    def back_date(repository: Repository) -> None:
        (record,) = repository.sessions.within(whole=True)
        repository.sessions.keep(replace(record, started_at=record.started_at - timedelta(days=400), by_hand=True))

    play(journal)
    journal.do(back_date)
    found = asked(qtbot, lambda then: journal.look_back(Section.DOING, Span(0), then))
    assert isinstance(found, Doing)
    assert (found.sessions, found.period.days) == (1, 401)
