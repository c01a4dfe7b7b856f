"""What of a session that was cut off leads back into it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop.desks.next_opening import last_step, routines_of
from desktop.domain.session import Event, EventKind, SessionRecord, State

NOW = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
SESSION = SessionRecord("one", "RT01", "Back-of-head ease", NOW, State.RUNNING, 90.0, 480.0, ())


@pytest.mark.parametrize(
    ("routine", "found"),
    [("RT01", ("RT01",)), ("RT01+RT02", ("RT01", "RT02")), ("RT01+gone", ()), ("gone", ())],
)
def test_only_routines_that_are_still_there_can_be_gone_on_with(routine: str, found: tuple[str, ...]) -> None:
    assert routines_of(replace(SESSION, routine=routine), {"RT01", "RT02"}) == found


def test_it_goes_on_in_the_step_that_was_begun_last() -> None:
    steps = [Event(EventKind.STEP_STARTED, NOW, 30.0 * number, number) for number in (1, 2, 3)]
    paused = Event(EventKind.PAUSED, NOW, 70.0, 3)
    assert last_step(replace(SESSION, events=(*steps, paused))) == 3
    assert last_step(SESSION) == 0
