"""One record of every kind, for the tests of the memory."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from desktop.db.records import Record
from desktop.domain.experiment import REST, Experiment, drawn_days
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.records import DailyCheckIn, DayNote, Effect, GlobalChange, SideEffects, Step7
from desktop.domain.reminder import Reminder
from desktop.domain.routine import StepSide
from desktop.domain.session import GUEST, EventKind, Moment, Rating, SessionRecord, State, StepDone
from tests.db.samples import AT, LEFT, RIGHT, event, session

DAY = AT.date()
STEPS = (
    StepDone(1, "T02", ("occiput",), StepSide.LEFT_THEN_RIGHT, 60.0, 4, 45.0),
    StepDone(2, "T05", ("occiput", "nape"), StepSide.BOTH, 90.0, 3, 0.0, skipped=True),
)
RECORDS: tuple[Record, ...] = (
    DailyCheckIn(DAY, AT, tension=6, sleep=0, headache=True, painkiller=False),
    DayNote("note", DAY, "moved house ☀", life_event=True),
    NeckCheck("check", AT, {NeckMove.TURN_LEFT: (2.0, 2.5, 1.5), NeckMove.CHIN: (1.0, 1.0, 2.0)}, "warm"),
    SideEffects("after", AT, frozenset({Effect.SORE, Effect.TIRED}), "one", "a little"),
    GlobalChange("change", AT, Step7.A_LITTLE_BETTER),
    Experiment("own", "RT01", REST, drawn_days(DAY, (0, 1, 2, 3, 4, 5, 0)), DAY + timedelta(20)),
    Reminder("evening", "RT03", time(21, 30), frozenset({0, 2, 4}), False, AT + timedelta(minutes=10)),
)


def whole_session(name: str = "one") -> SessionRecord:
    """A session with everything a session can have."""
    return replace(
        session(name),
        status=State.STOPPED,
        done_seconds=45.0,
        ratings=(
            Rating(LEFT, Moment.BEFORE, 6),
            Rating(LEFT, Moment.AFTER, 4),
            Rating(RIGHT, Moment.BEFORE, 5),
            Rating(RIGHT, Moment.NEXT_MORNING, 0),
            Rating(RIGHT, Moment.PLUS_HOUR, 10),
        ),
        events=(event(EventKind.STARTED), event(EventKind.STEP_STARTED, 0, 1), event(EventKind.STOPPED, 45.0, 1)),
        note="after a long day ☀",
        tags=("desk", "evening"),
        steps=STEPS,
        receiver=GUEST,
        by_hand=True,
    )
