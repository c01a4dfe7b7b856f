"""The diary's order and words, sessions by hand, and how the neck check reads its values."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.domain.by_hand import moved, session_by_hand
from desktop.domain.diary import Entry, Kind, day_of, key_of, neck_check_due, newest_first, types_of
from desktop.domain.diary_words import event_words, facts_of, heading_of, line_of, title_of
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.neck_guide import left_out, short_words, stop_words, stops
from desktop.domain.records import DailyCheckIn, DayNote, Effect, GlobalChange, SideEffects, Step7
from desktop.domain.session import GUEST, Event, EventKind, State
from desktop.domain.work_done import seconds_by_place

AT = datetime(2026, 11, 20, 20, 30, tzinfo=timezone(timedelta(hours=2)))
DAY = AT.date()
LEFT = Place("occiput", Side.LEFT)
ROUTINE = load_guide().routines["RT01"]
SESSION = session_by_hand("s", ROUTINE, AT, ROUTINE.total_seconds, (LEFT,))
ENTRIES: tuple[Entry, ...] = (
    SESSION,
    DailyCheckIn(DAY, AT, tension=6, pain=0, headache=True, painkiller=False),
    DayNote("n", DAY, "Moved house\nand more", life_event=True),
    NeckCheck("k", AT - timedelta(hours=1), {NeckMove.TURN_LEFT: (2.0, 2.5, 2.5)}),
    SideEffects("e", AT + timedelta(minutes=1), frozenset({Effect.TIRED, Effect.SORE})),
    GlobalChange("g", AT - timedelta(days=1), Step7.A_LITTLE_BETTER),
)


def said(entry: Entry) -> str:
    return ". ".join((title_of(entry), line_of(entry), *map(": ".join, facts_of(entry, lambda place: place.side))))


def test_the_newest_day_comes_first_and_what_is_of_the_whole_day_before_its_hours() -> None:
    ordered = newest_first(ENTRIES)
    assert [type(entry).__name__ for entry in ordered] == [
        "DayNote", "DailyCheckIn", "SideEffects", "SessionRecord", "NeckCheck", "GlobalChange",
    ]  # fmt: skip
    assert len({key_of(entry) for entry in ordered}) == len(ordered)


def test_every_kind_is_said_in_words() -> None:
    told = {type(entry).__name__: said(entry) for entry in ENTRIES}
    assert "8 min, finished" in told["SessionRecord"]
    assert "by hand" in told["SessionRecord"]
    assert "left" in told["SessionRecord"]
    assert "Tension 6, pain 0, headache" in told["DailyCheckIn"]
    assert "Painkiller: no" in told["DailyCheckIn"]
    assert "tress" not in told["DailyCheckIn"]
    assert told["DayNote"].startswith("Life event. Moved house. ")
    assert "75 degrees" in told["NeckCheck"]
    assert "Soreness, unusual tiredness" in told["SideEffects"]
    assert "A little better" in told["GlobalChange"]
    assert heading_of(SESSION) == "Friday, 20 Nov 2026"


def test_what_was_not_done_or_not_for_oneself_is_said() -> None:
    skipped = session_by_hand("s", ROUTINE, AT, 0, ())
    assert (skipped.status, line_of(skipped)) == (State.SKIPPED, "Skipped")
    assert "for somebody else" in line_of(replace(SESSION, receiver=GUEST))
    assert line_of(SideEffects("e", AT)) == "Nothing unpleasant"
    assert event_words(Event(EventKind.STEP_SKIPPED, AT, 3.0, 4)) == "Step 4 skipped"


@given(st.floats(0, 2 * ROUTINE.total_seconds))
def test_a_session_by_hand_counts_what_was_done_and_no_more(seconds: float) -> None:
    session = session_by_hand("s", ROUTINE, AT, seconds, ())
    assert sum(step.seconds for step in session.steps) == pytest.approx(min(seconds, ROUTINE.total_seconds))
    assert (session.status is State.FINISHED) == (seconds >= ROUTINE.total_seconds)
    assert all(seconds >= 0 for seconds in seconds_by_place(session.steps).values())


def test_a_session_that_is_moved_takes_its_events_along() -> None:
    with_event = replace(SESSION, events=(Event(EventKind.STARTED, AT + timedelta(seconds=5), 0.0),))
    there = datetime(2026, 3, 29, 8, 0, tzinfo=UTC)
    session = moved(with_event, there)
    assert day_of(session) == date(2026, 3, 29)
    assert session.events[0].at - session.started_at == timedelta(seconds=5)


def test_the_kinds_cover_every_record_once() -> None:
    assert sorted(kind.__name__ for kind in types_of(frozenset(Kind))) == sorted(type(e).__name__ for e in ENTRIES)
    assert types_of({Kind.NECK}) == (NeckCheck,)


@pytest.mark.parametrize(
    ("answers", "out"),
    [
        ({}, False),
        ({"Q2": ["no"], "Q4": ["no"], "Q5": ["no"], "Q6": ["pregnant"]}, False),
        ({"Q2": ["neck_not_cleared"]}, True),
        ({"Q4": ["not_sure"]}, True),
        ({"Q5": ["no", "disc"]}, True),
    ],
)
def test_answers_leave_the_neck_check_out(answers: dict[str, list[str]], out: bool) -> None:
    assert left_out(answers) is out


def test_clock_marks_are_read_on_the_side_the_head_turns_to() -> None:
    assert stop_words(NeckMove.TURN_LEFT, 2.0) == "10 o'clock"
    assert stop_words(NeckMove.TURN_RIGHT, 2.0) == "2 o'clock"
    assert stop_words(NeckMove.TURN_LEFT, 2.5) == "between 9 and 10 o'clock"
    assert stop_words(NeckMove.TURN_RIGHT, 0.5) == "between 12 and 1 o'clock"
    assert stop_words(NeckMove.TURN_LEFT, 0.0) == "12 o'clock"


@pytest.mark.parametrize("move", NeckMove)
def test_every_stop_can_be_kept(move: NeckMove) -> None:
    for value in stops(move):
        assert NeckCheck("k", AT, {move: (value,) * 3}).middle(move) == value
        assert stop_words(move, value)
    assert stops(move)[-1] == move.most


def test_halves_are_short() -> None:
    assert [short_words(value) for value in (0.0, 0.5, 1.0, 3.5)] == ["0", "½", "1", "3½"]


def test_a_neck_check_is_due_once_a_week() -> None:
    assert not neck_check_due(DAY, None, None)
    assert neck_check_due(DAY, None, DAY - timedelta(days=7))
    assert not neck_check_due(DAY, DAY - timedelta(days=6), DAY - timedelta(days=300))
