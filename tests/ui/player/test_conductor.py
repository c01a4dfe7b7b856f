from __future__ import annotations

from collections.abc import Iterator

import pytest

from desktop.domain.frame import Frame
from desktop.domain.screening import Plan
from desktop.domain.session import Event, EventKind, IllegalTransition, State
from desktop.domain.timeline import Timeline
from desktop.ui.player.clock import Clock
from desktop.ui.player.conductor import Conductor
from tests.ui.player.conftest import Seconds, walk

K = EventKind


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def conductor(plan: Plan, timeline: Timeline, clock: Clock, events: list[Event]) -> Iterator[Conductor]:
    conductor = Conductor(plan, timeline, clock)
    conductor.happened.connect(events.append)
    conductor.start()
    yield conductor
    conductor.release()


def kinds(events: list[Event]) -> list[tuple[EventKind, int]]:
    return [(event.kind, event.step) for event in events]


def test_a_whole_session_tells_each_step_once(
    conductor: Conductor, events: list[Event], clock: Clock, seconds: Seconds, timeline: Timeline
) -> None:
    walk(clock, seconds, 5 + timeline.duration + 1)
    assert kinds(events) == [
        (K.STARTED, 0), (K.STEP_STARTED, 1), (K.STEP_DONE, 1), (K.STEP_STARTED, 2), (K.STEP_DONE, 2),
        (K.STEP_STARTED, 3), (K.STEP_DONE, 3), (K.FINISHED, 3),
    ]  # fmt: skip
    assert conductor.state is State.FINISHED
    assert conductor.done_seconds == pytest.approx(timeline.duration)
    assert not clock.running


def test_events_carry_aware_times_and_the_steps_own_bounds(
    conductor: Conductor, events: list[Event], clock: Clock, seconds: Seconds, timeline: Timeline
) -> None:
    clock.set_speed(50)
    walk(clock, seconds, 3)
    assert all(event.at.tzinfo is not None for event in events)
    started = [event.t for event in events if event.kind is K.STEP_STARTED]
    assert started == [timeline.start_of(index) for index in range(len(started))]


def test_the_lead_in_is_not_counted_as_done(conductor: Conductor, clock: Clock, seconds: Seconds) -> None:
    walk(clock, seconds, 4.5)
    assert conductor.done_seconds == 0.0
    walk(clock, seconds, 2)
    assert conductor.done_seconds == pytest.approx(1.5)


def test_pausing_stands_still(conductor: Conductor, events: list[Event], clock: Clock, seconds: Seconds) -> None:
    walk(clock, seconds, 8)
    conductor.pause_or_go_on()
    walk(clock, seconds, 4)
    assert conductor.state is State.PAUSED
    assert clock.t == pytest.approx(3.0)
    conductor.pause_or_go_on()
    assert kinds(events)[-2:] == [(K.PAUSED, 1), (K.RESUMED, 1)]
    assert clock.running


def test_skipping_leads_to_the_next_step_and_from_the_last_to_the_end(
    conductor: Conductor, events: list[Event], clock: Clock, timeline: Timeline
) -> None:
    conductor.next_step()
    assert clock.t == 0.0
    conductor.next_step()
    assert clock.t == timeline.start_of(1)
    conductor.next_step()
    conductor.next_step()
    assert kinds(events)[-3:] == [(K.STEP_STARTED, 3), (K.STEP_SKIPPED, 3), (K.FINISHED, 3)]
    assert conductor.done_seconds == 0.0


def test_going_back_restarts_the_step_and_soon_after_its_start_the_one_before(
    conductor: Conductor, clock: Clock, seconds: Seconds, timeline: Timeline
) -> None:
    conductor.go_to_step(1)
    walk(clock, seconds, 10)
    conductor.previous_step()
    assert clock.t == timeline.start_of(1)
    conductor.previous_step()
    assert clock.t == 0.0
    conductor.previous_step()
    assert clock.t == 0.0


def test_a_seek_says_where_from_and_where_to(conductor: Conductor, events: list[Event]) -> None:
    conductor.go_to_step(2)
    assert kinds(events)[-2:] == [(K.SOUGHT, 0), (K.STEP_STARTED, 3)]
    assert events[-2].detail == "3"


def test_frozen_is_frozen(conductor: Conductor, events: list[Event], clock: Clock) -> None:
    conductor.next_step()
    conductor.freeze()
    told = len(events)
    conductor.next_step()
    conductor.previous_step()
    conductor.press(-1)
    conductor.pause_or_go_on()
    assert len(events) == told
    assert not clock.running
    conductor.go_on()
    assert conductor.state is State.RUNNING


def test_what_felt_wrong_is_kept_before_the_end(conductor: Conductor, events: list[Event]) -> None:
    conductor.freeze()
    conductor.felt_wrong("tingling")
    conductor.stop()
    assert [(event.kind, event.detail) for event in events[-2:]] == [(K.FELT_WRONG, "tingling"), (K.STOPPED, "")]
    with pytest.raises(IllegalTransition):
        conductor.stop()


def test_pressure_is_kept_for_the_next_steps_within_each_ceiling(
    conductor: Conductor, events: list[Event], plan: Plan
) -> None:
    conductor.go_to_step(2)
    planned = conductor.step.pressure
    conductor.press(-1)
    assert (events[-1].kind, events[-1].detail) == (K.PRESSURE, str(planned - 1))
    for _ in range(12):
        conductor.press(1)
    assert conductor.pressure.level == plan.ceilings[3]
    for _ in range(12):
        conductor.press(-1)
    conductor.go_to_step(1)
    assert conductor.pressure.level == 1


def test_a_gap_pauses_the_session(conductor: Conductor, clock: Clock, seconds: Seconds) -> None:
    seconds.now += 60
    clock.tick()
    assert conductor.state is State.PAUSED


def test_progress_is_told_about_twice_a_second(conductor: Conductor, clock: Clock, seconds: Seconds) -> None:
    told: list[float] = []
    conductor.next_step()
    conductor.progressed.connect(told.append)
    walk(clock, seconds, 10, step=1 / 32)
    assert 18 <= len(told) <= 20
    assert told == sorted(told)


def test_a_released_session_hears_no_more(plan: Plan, timeline: Timeline, clock: Clock, seconds: Seconds) -> None:
    frames: list[Frame] = []
    conductor = Conductor(plan, timeline, clock)
    conductor.start()
    conductor.moved.connect(frames.append)
    conductor.release()
    walk(clock, seconds, 2)
    assert frames == []
