"""A session that waits between its steps, goes round in them, is answered, learns, and changes its way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.chart import Atlas
from desktop.domain.check_ins import Answer
from desktop.domain.firmness import Firmness
from desktop.domain.frame import Frame, Phase
from desktop.domain.guide import Guide
from desktop.domain.pace import Pace
from desktop.domain.screening import Plan
from desktop.domain.session import Event, EventKind, State
from desktop.domain.way import Way
from desktop.domain.work_done import planned_work, work_of
from desktop.ui.player.clock import Clock
from desktop.ui.player.conductor import Conductor
from tests.ui.player.conftest import Seconds, walk

K = EventKind
Begin = Callable[..., Conductor]


@pytest.fixture
def events() -> list[Event]:
    return []


@pytest.fixture
def begin(plan: Plan, guide: Guide, atlas: Atlas, clock: Clock, events: list[Event]) -> Iterator[Begin]:
    """Starts a session in a way, with what is known of its places."""
    made: list[Conductor] = []

    def begin(way: Way, firmness: Firmness | None = None) -> Conductor:
        conductor = Conductor(*way.laid(plan, guide, atlas), clock, firmness=firmness)
        made.append(conductor)
        conductor.happened.connect(events.append)
        conductor.start()
        return conductor

    yield begin
    for conductor in made:
        conductor.release()


def kinds(events: list[Event]) -> list[tuple[EventKind, int]]:
    return [(event.kind, event.step) for event in events]


def test_a_wait_belongs_to_the_next_step_and_is_no_work(
    begin: Begin, events: list[Event], clock: Clock, seconds: Seconds, plan: Plan
) -> None:
    conductor = begin(Way(change_over=10))
    first = plan.routine.steps[0].seconds
    walk(clock, seconds, 5 + first + 4)
    assert conductor.frame().phase is Phase.CHANGE_OVER
    assert kinds(events)[-2:] == [(K.STEP_DONE, 1), (K.STEP_STARTED, 2)]
    assert [event.t for event in events[-2:]] == [first, first + 10]
    assert conductor.done_seconds == pytest.approx(first)
    conductor.next_step()
    assert clock.t == first + 10
    assert kinds(events)[-1] == (K.STEP_STARTED, 2)


def test_a_whole_session_with_waits_does_what_was_planned(
    begin: Begin, events: list[Event], clock: Clock, seconds: Seconds, plan: Plan
) -> None:
    conductor = begin(Way(change_over=5))
    walk(clock, seconds, 5 + plan.routine.total_seconds + 2 * 5 + 1)
    assert conductor.state is State.FINISHED
    assert conductor.done_seconds == pytest.approx(plan.routine.total_seconds)
    done = work_of(planned_work(plan.routine.steps), events, conductor.done_seconds)
    assert [step.seconds for step in done] == [step.seconds for step in plan.routine.steps]


def test_an_untimed_step_goes_round_until_somebody_ends_it(
    begin: Begin, events: list[Event], clock: Clock, seconds: Seconds, plan: Plan
) -> None:
    conductor = begin(Way(untimed=True))
    step = plan.routine.steps[0]
    walk(clock, seconds, 5 + 3 * step.seconds - 1)
    assert conductor.index == 0
    frame = conductor.frame()
    assert frame.untimed
    assert frame.elapsed == pytest.approx(step.seconds - 1)
    conductor.end_step()
    assert conductor.index == 1
    assert clock.t == pytest.approx(step.seconds)
    assert kinds(events)[-2:] == [(K.STEP_DONE, 1), (K.STEP_STARTED, 2)]
    assert K.STEP_SKIPPED not in [event.kind for event in events]
    done = work_of(planned_work(plan.routine.steps), events, conductor.done_seconds)
    assert done[0].seconds == pytest.approx(3 * step.seconds - 1, abs=0.6)
    assert conductor.done_seconds == pytest.approx(3 * step.seconds - 1)


def test_the_last_untimed_step_ends_the_session_and_rounds_count_from_nothing_in_each(
    begin: Begin, clock: Clock, seconds: Seconds, plan: Plan
) -> None:
    conductor = begin(Way(untimed=True))
    walk(clock, seconds, 5 + 1.5 * plan.routine.steps[0].seconds)
    assert conductor.frame().done > 0
    conductor.end_step()
    assert conductor.frame().done == 0
    conductor.end_step()
    conductor.end_step()
    assert conductor.state is State.FINISHED


def test_enter_ends_no_step_that_has_a_clock(begin: Begin, clock: Clock, seconds: Seconds) -> None:
    conductor = begin(Way())
    walk(clock, seconds, 8)
    conductor.end_step()
    assert conductor.index == 0


@pytest.mark.parametrize(("answer", "by"), [(Answer.LIGHTER, -1), (Answer.SAME, 0), (Answer.FIRMER, 1)])
def test_an_answer_is_kept_and_obeyed_at_once(begin: Begin, events: list[Event], answer: Answer, by: int) -> None:
    conductor = begin(Way())
    conductor.go_to_step(2)
    before = conductor.pressure
    conductor.answer(answer)
    assert (K.ANSWERED, answer) in [(event.kind, event.detail) for event in events]
    assert conductor.pressure.level == min(before.level + by, before.ceiling)


def test_no_answer_passes_the_ceiling(begin: Begin, plan: Plan) -> None:
    conductor = begin(Way())
    conductor.go_to_step(2)
    for _ in range(12):
        conductor.answer(Answer.FIRMER)
    assert conductor.pressure.level == plan.ceilings[3]


def test_stop_freezes_at_once(begin: Begin, clock: Clock) -> None:
    conductor = begin(Way())
    conductor.answer(Answer.STOP)
    assert conductor.state is State.FROZEN
    assert not clock.running


def test_what_was_wished_of_a_place_is_offered_again_below_the_new_ceiling(
    begin: Begin, events: list[Event], plan: Plan
) -> None:
    learned: list[Firmness] = []
    first = begin(Way())
    first.firmness_changed.connect(learned.append)
    first.go_to_step(2)
    first.lighter()
    planned, level = first.pressure.planned, first.pressure.level
    assert level == planned - 1
    events.clear()
    second = begin(Way(), learned[-1].later())
    second.go_to_step(2)
    assert second.pressure.level == level
    assert (K.PRESSURE, str(level)) in [(event.kind, event.detail) for event in events]
    firm = begin(Way(), Firmness(dict.fromkeys(plan.routine.steps[2].regions, 9)))
    firm.go_to_step(2)
    assert firm.pressure.level == plan.ceilings[3]


def test_another_pace_goes_on_where_it_is(
    begin: Begin, clock: Clock, seconds: Seconds, plan: Plan, guide: Guide, atlas: Atlas
) -> None:
    conductor = begin(Way())
    conductor.go_to_step(1)
    walk(clock, seconds, 6)
    t = clock.t
    conductor.continue_with(*Way(Pace.CALM).laid(plan, guide, atlas))
    assert (clock.t, conductor.index) == (t, 1)
    assert conductor.pressure.planned == plan.routine.steps[1].pressure - 1


def test_other_waits_move_the_moment_and_lose_no_work(
    begin: Begin, events: list[Event], clock: Clock, seconds: Seconds, plan: Plan, guide: Guide, atlas: Atlas
) -> None:
    conductor = begin(Way())
    walk(clock, seconds, 5 + plan.routine.steps[0].seconds + 20)
    conductor.continue_with(*Way(change_over=10).laid(plan, guide, atlas))
    assert clock.t == pytest.approx(plan.routine.steps[0].seconds + 10 + 20)
    assert conductor.frame().elapsed == pytest.approx(20)
    walk(clock, seconds, plan.routine.steps[1].seconds - 20 + 1)
    done = work_of(planned_work(plan.routine.steps), events, conductor.done_seconds)
    assert done[1].seconds == pytest.approx(plan.routine.steps[1].seconds, abs=0.6)


def test_a_wait_that_is_taken_away_ends_at_once(
    begin: Begin, clock: Clock, seconds: Seconds, plan: Plan, guide: Guide, atlas: Atlas
) -> None:
    conductor = begin(Way(change_over=10))
    walk(clock, seconds, 5 + plan.routine.steps[0].seconds + 3)
    conductor.continue_with(*Way().laid(plan, guide, atlas))
    assert conductor.index == 1
    assert clock.t == plan.routine.steps[0].seconds


def test_a_changed_system_clock_changes_nothing(
    plan: Plan, guide: Guide, atlas: Atlas, clock: Clock, seconds: Seconds
) -> None:
    wall = [datetime(2026, 3, 29, 1, 59, tzinfo=UTC)]
    conductor = Conductor(*Way().laid(plan, guide, atlas), clock, lambda: wall[0])
    frames: list[Frame] = []
    conductor.moved.connect(frames.append)
    conductor.start()
    walk(clock, seconds, 6)
    wall[0] -= timedelta(hours=3)
    walk(clock, seconds, 2)
    assert conductor.state is State.RUNNING
    assert frames[-1].t == pytest.approx(3.0)
    conductor.release()
