"""A session: one small state machine whose transitions are events, and the record the events make."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from desktop.domain.body import Place
from desktop.domain.routine import StepSide


class State(StrEnum):
    """Where a session stands. FROZEN is the stop key: hands let go, a choice is waiting."""

    READY = "ready"
    RUNNING = "running"
    PAUSED = "paused"
    FROZEN = "frozen"
    FINISHED = "finished"
    STOPPED = "stopped"
    SKIPPED = "skipped"
    """Meant to be done and not begun; nothing is counted of it."""

    @property
    def ended(self) -> bool:
        return self in (State.FINISHED, State.STOPPED, State.SKIPPED)


class EventKind(StrEnum):
    """What can happen in a session."""

    STARTED = "started"
    STEP_STARTED = "step_started"
    STEP_DONE = "step_done"
    STEP_SKIPPED = "step_skipped"
    PAUSED = "paused"
    RESUMED = "resumed"
    SOUGHT = "sought"
    FROZEN = "frozen"
    PRESSURE = "pressure"
    ANSWERED = "answered"
    FELT_WRONG = "felt_wrong"
    STOPPED = "stopped"
    FINISHED = "finished"


class Moment(StrEnum):
    """When a rating was given; PLUS_HOUR is about an hour after the session."""

    BEFORE = "before"
    AFTER = "after"
    PLUS_HOUR = "plus_hour"
    NEXT_MORNING = "next_morning"


@dataclass(frozen=True, slots=True)
class Event:
    """`at` is aware; `t` guide seconds; `step` a number of the routine (0: none); `detail` a word or a number."""

    kind: EventKind
    at: datetime
    t: float
    step: int = 0
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """A tension rating, 0 to 10. A rating that was not given is not there; it is never a number."""

    place: Place
    moment: Moment
    value: int

    def __post_init__(self) -> None:
        if not 0 <= self.value <= 10:
            raise ValueError(f"a rating is 0 to 10, not {self.value}")


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step as it was planned for the session, and the guide `seconds` that were really done of it.

    `pressure` (0 to 10) is the planned one, or the last one chosen while the step ran; `side` and seconds are as in
    Step: one side after the other means half the time each."""

    number: int
    technique: str
    regions: tuple[str, ...]
    side: StepSide
    planned_seconds: float
    pressure: int
    seconds: float = 0.0
    skipped: bool = False


SELF, GUEST = "self", "guest"
"""Who received a massage: the person whose record it is, or somebody who has no profile."""


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """What is kept of a session. `done_seconds` counts guide time really played; times are aware.

    `receiver` is SELF, GUEST or the id of another profile, as seen by the profile that reads it. `profile` is the id
    of the profile whose app it was, 0 where that is the one that reads. `by_hand`: written down afterwards."""

    id: str
    routine: str
    title: str
    started_at: datetime
    status: State
    done_seconds: float
    planned_seconds: float
    places: tuple[Place, ...]
    ratings: tuple[Rating, ...] = ()
    events: tuple[Event, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    steps: tuple[StepDone, ...] = ()
    receiver: str = SELF
    profile: int = 0
    by_hand: bool = False

    def rating(self, place: Place, moment: Moment) -> int | None:
        return next((r.value for r in self.ratings if r.place == place and r.moment == moment), None)


class IllegalTransition(Exception):
    """The session is not in a state from which this can be done."""


_MOVES: dict[EventKind, tuple[frozenset[State], State | None]] = {
    EventKind.STARTED: (frozenset({State.READY}), State.RUNNING),
    EventKind.PAUSED: (frozenset({State.RUNNING}), State.PAUSED),
    EventKind.RESUMED: (frozenset({State.PAUSED, State.FROZEN}), State.RUNNING),
    EventKind.FROZEN: (frozenset({State.RUNNING, State.PAUSED}), State.FROZEN),
    EventKind.STOPPED: (frozenset({State.READY, State.RUNNING, State.PAUSED, State.FROZEN}), State.STOPPED),
    EventKind.FINISHED: (frozenset({State.RUNNING, State.PAUSED}), State.FINISHED),
    EventKind.STEP_STARTED: (frozenset({State.RUNNING, State.PAUSED}), None),
    EventKind.STEP_DONE: (frozenset({State.RUNNING, State.PAUSED}), None),
    EventKind.STEP_SKIPPED: (frozenset({State.RUNNING, State.PAUSED}), None),
    EventKind.SOUGHT: (frozenset({State.RUNNING, State.PAUSED}), None),
    EventKind.PRESSURE: (frozenset({State.RUNNING, State.PAUSED}), None),
    EventKind.ANSWERED: (frozenset({State.RUNNING, State.PAUSED}), None),
    EventKind.FELT_WRONG: (frozenset({State.FROZEN}), None),
}
"""From which states an event may come, and the state it leads to (None: it stays)."""


def state_after(kind: EventKind) -> State | None:
    """The state an event of this kind leads to; None where the session stays as it is."""
    return _MOVES[kind][1]


@dataclass(frozen=True, slots=True)
class Session:
    """The state and the events so far. `after` gives the next session; it never changes this one."""

    state: State = State.READY
    events: tuple[Event, ...] = field(default=())

    def allows(self, kind: EventKind) -> bool:
        return self.state in _MOVES[kind][0]

    def after(self, event: Event) -> Session:
        """The session once `event` has happened. Raises IllegalTransition where it cannot."""
        if not self.allows(event.kind):
            raise IllegalTransition(f"{event.kind} while {self.state}")
        return replace(self, state=state_after(event.kind) or self.state, events=(*self.events, event))
