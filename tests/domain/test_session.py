"""The session's machine: which event may come when, and what it leads to."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.body import Place, Side
from desktop.domain.session import (
    Event,
    EventKind,
    IllegalTransition,
    Moment,
    Rating,
    Session,
    SessionRecord,
    State,
    state_after,
)

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
PLACE = Place("occiput", Side.LEFT)
ORDINARY = (
    EventKind.STARTED, EventKind.STEP_STARTED, EventKind.PAUSED, EventKind.RESUMED, EventKind.FROZEN,
    EventKind.FELT_WRONG, EventKind.RESUMED, EventKind.STEP_DONE, EventKind.FINISHED,
)  # fmt: skip


def happen(kinds: tuple[EventKind, ...]) -> Session:
    session = Session()
    for kind in kinds:
        session = session.after(Event(kind, AT, 0.0))
    return session


def test_an_ordinary_session() -> None:
    session = happen(ORDINARY)
    assert session.state is State.FINISHED
    assert tuple(event.kind for event in session.events) == ORDINARY


@pytest.mark.parametrize(
    ("kinds", "next_one"),
    [
        ((), EventKind.PAUSED),
        ((EventKind.STARTED,), EventKind.STARTED),
        ((EventKind.STARTED, EventKind.FROZEN), EventKind.STEP_DONE),
        ((EventKind.STARTED, EventKind.FROZEN), EventKind.FINISHED),
        ((EventKind.STARTED,), EventKind.FELT_WRONG),
    ],
)
def test_what_may_not_happen(kinds: tuple[EventKind, ...], next_one: EventKind) -> None:
    session = happen(kinds)
    with pytest.raises(IllegalTransition):
        session.after(Event(next_one, AT, 0.0))
    assert session == happen(kinds)


@given(st.lists(st.sampled_from(list(EventKind)), max_size=30))
def test_nothing_follows_an_end(kinds: list[EventKind]) -> None:
    session = Session()
    for kind in kinds:
        if session.allows(kind):
            session = session.after(Event(kind, AT, 0.0))
    if session.state.ended:
        assert not any(session.allows(kind) for kind in EventKind)
    else:
        assert session.allows(EventKind.STOPPED)


def test_every_kind_of_event_has_a_place_in_the_machine() -> None:
    written_by_hand = State.SKIPPED
    assert {state_after(kind) for kind in EventKind} == {*State, None} - {State.READY, written_by_hand}


@pytest.mark.parametrize("value", [-1, 11])
def test_a_rating_keeps_to_its_scale(value: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        Rating(PLACE, Moment.BEFORE, value)


def test_a_rating_that_was_not_given_is_none() -> None:
    record = SessionRecord(
        "a", "RT01", "", AT, State.FINISHED, 1, 1, (PLACE,), (Rating(PLACE, Moment.BEFORE, 0),)
    )  # fmt: skip
    assert (record.rating(PLACE, Moment.BEFORE), record.rating(PLACE, Moment.AFTER)) == (0, None)
