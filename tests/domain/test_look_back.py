"""Runs, weeks, months and maps worked by hand; what was done of steps; lots, sides and when to ask again."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.body import Place, Side
from desktop.domain.daily_run import Measure, run_of, trend
from desktop.domain.doing import counted, missing, weeks_of
from desktop.domain.experiment import BLOCK, DAYS, REST, Choice, Experiment, drawn_days
from desktop.domain.headaches import HeadacheCard, HeadacheMonth, headache_card
from desktop.domain.neck_check import NeckCheck, NeckMove, degrees
from desktop.domain.progress import DayMinutes, Period, fill_days
from desktop.domain.records import DailyCheckIn, global_change_due
from desktop.domain.routine import StepSide
from desktop.domain.session import Event, EventKind, StepDone
from desktop.domain.tally import Tally
from desktop.domain.where import BodySlice, PlaceFelt, Where, side_difference, side_seconds
from desktop.domain.work_done import seconds_by_place, seconds_by_technique, work_in_order, work_of

MONDAY = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 8, tzinfo=UTC)
FORTNIGHT = Period(MONDAY, MONDAY + timedelta(days=13))


def days_from(first: date, values: list[int]) -> dict[date, int]:
    return {first + timedelta(days=i): value for i, value in enumerate(values)}


def test_the_median_of_seven_days_ends_with_the_day() -> None:
    before = MONDAY - timedelta(days=6)
    run = run_of(Measure.TENSION, FORTNIGHT, days_from(before, [9, 1, 8, 2, 7, 3, 4, 10]), frozenset({MONDAY}))
    assert run.days[0].median == 4  # 9 1 8 2 7 3 4
    assert run.days[1].median == 4  # 1 8 2 7 3 4 10
    assert run.days[2].median == 5.5  # 8 2 7 3 4 10
    assert run.days[4].median == 5.5  # 7 3 4 10: just enough
    assert run.days[5].median is None
    assert (run.days[0].value, run.days[2].value) == (4, None)
    assert (run.answered, run.missing_days) == (2, 12)


def test_days_with_a_session_and_without_stand_apart() -> None:
    run = run_of(Measure.PAIN, FORTNIGHT, days_from(MONDAY, [1, 5, 3]), frozenset({MONDAY}))
    assert run.with_session is not None
    assert run.without is not None
    assert (run.with_session.n, run.with_session.median) == (1, 1)
    assert (run.without.n, run.without.least, run.without.median, run.without.most) == (2, 3, 4, 5)
    assert run_of(Measure.PAIN, FORTNIGHT, {}, frozenset()).without is None


@pytest.mark.parametrize(
    ("first", "last", "called"),
    [
        ([6, 7] * 7, [3, 4] * 7, True),
        ([6, 7] * 7, [5, 5] * 7, False),  # less than two points
        ([10, 9] * 7, [7, 7] * 7, False),  # two points and more, but less than 30 %
        ([0, 10] * 7, [8, 0] * 7, False),  # the interval has 0 in it
        ([3, 4] * 7, [6, 7] * 7, True),  # worse is told as plainly
        ([6, 7], [3, 4], False),  # too short
    ],
)
def test_a_trend_needs_two_points_a_third_and_an_interval(first: list[int], last: list[int], called: bool) -> None:
    values = [*first, *last]
    period = Period(MONDAY, MONDAY + timedelta(days=len(values) - 1))
    found = trend(run_of(Measure.TENSION, period, days_from(MONDAY, values), frozenset()))
    assert (found is not None) is called


def test_weeks_begin_on_monday_and_say_how_many_days_they_have() -> None:
    period = Period(MONDAY - timedelta(days=2), MONDAY + timedelta(days=7))
    found = [DayMinutes(MONDAY - timedelta(days=1), 5, 1), DayMinutes(MONDAY, 8, 2), DayMinutes(period.last, 3, 1)]
    weeks = weeks_of(fill_days(found, period))
    assert [(w.start, w.minutes, w.sessions, w.days) for w in weeks] == [
        (MONDAY - timedelta(days=7), 5, 1, 2),
        (MONDAY, 8, 2, 7),
        (MONDAY + timedelta(days=7), 3, 1, 1),
    ]


def test_nobody_missed_a_day_before_the_first() -> None:
    assert counted(FORTNIGHT, None) == FORTNIGHT
    assert counted(FORTNIGHT, MONDAY + timedelta(days=4)).days == 10
    assert counted(FORTNIGHT, FORTNIGHT.last + timedelta(days=9)).days == 1
    assert missing(FORTNIGHT, MONDAY + timedelta(days=4), [MONDAY, FORTNIGHT.last]) == 9


@pytest.mark.parametrize(
    ("headache", "painkiller", "card"),
    [
        (14, 9, None),
        (15, 0, HeadacheCard.HEADACHES),
        (0, 15, HeadacheCard.PAINKILLERS),
        (3, 10, HeadacheCard.STRONG),
        (15, 15, HeadacheCard.HEADACHES),
    ],
)
def test_the_card_of_the_content_sheet(headache: int, painkiller: int, card: HeadacheCard | None) -> None:
    quiet = HeadacheMonth(MONDAY, 30, 1, 1, 1)
    assert headache_card([quiet, HeadacheMonth(MONDAY, 30, headache, painkiller, 0)]) is card


@given(st.lists(st.integers(0, 5), min_size=7, max_size=7))
def test_every_block_of_four_days_has_two_of_each(lots: list[int]) -> None:
    days = drawn_days(MONDAY, lots)
    assert [entry.day for entry in days] == [MONDAY + timedelta(days=i) for i in range(DAYS)]
    for start in range(0, DAYS, BLOCK):
        assert [entry.choice for entry in days[start : start + BLOCK]].count(Choice.A) == 2


def test_all_six_orders_can_be_drawn() -> None:
    drawn = {tuple(entry.choice for entry in drawn_days(MONDAY, [lot] * 7)[:4]) for lot in range(6)}
    assert len(drawn) == 6
    with pytest.raises(ValueError, match="7 lots"):
        drawn_days(MONDAY, [0])


def test_an_experiment_runs_out_or_is_given_up() -> None:
    experiment = Experiment("one", "RT01", REST, drawn_days(MONDAY, [0] * 7))
    assert experiment.last == MONDAY + timedelta(days=27)
    assert replace(experiment, ended=MONDAY).runs_on(MONDAY + timedelta(days=1)) is False
    kept = experiment.kept_on(MONDAY, kept=True).on(MONDAY)
    assert kept is not None
    assert kept.kept


@pytest.mark.parametrize(
    ("first", "last", "due"), [(None, None, False), (27, None, False), (28, None, True), (90, 5, False)]
)
def test_the_global_question_comes_every_four_weeks(first: int | None, last: int | None, due: bool) -> None:
    ago = [None if days is None else MONDAY - timedelta(days=days) for days in (first, last)]
    assert global_change_due(MONDAY, *ago) is due


def test_the_middle_of_three_tries_counts() -> None:
    check = NeckCheck("one", AT, {NeckMove.TURN_LEFT: (3.0, 1.0, 2.5), NeckMove.BEND_RIGHT: (4.0, 4.0, 9.0)})
    assert (check.middle(NeckMove.TURN_LEFT), check.middle(NeckMove.BEND_RIGHT)) == (2.5, 4.0)
    assert check.middle(NeckMove.TURN_RIGHT) is None
    assert degrees(2.5) == 75
    assert [move.side for move in NeckMove] == [
        Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT, Side.MIDDLE, Side.MIDDLE,
    ]  # fmt: skip
    with pytest.raises(ValueError, match="0 to 4"):
        NeckCheck("one", AT, {NeckMove.TURN_LEFT: (3.0, 1.0, 4.5)})


def test_an_answer_off_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="sleep is 0 to 10"):
        DailyCheckIn(MONDAY, AT, sleep=11)


def felt(seconds: float, *tension: float) -> PlaceFelt:
    return PlaceFelt(seconds, Tally.of(tension))


LEFT, RIGHT, BOTH = (Place("nape", side) for side in (Side.LEFT, Side.RIGHT, Side.MIDDLE))


def test_slices_add_up_and_sides_are_compared() -> None:
    slices = (
        BodySlice(MONDAY, {LEFT: felt(60, 8, 6), BOTH: felt(90)}),
        BodySlice(MONDAY + timedelta(days=7)),
        BodySlice(MONDAY + timedelta(days=14), {LEFT: felt(30, 7), RIGHT: felt(10, 3)}),
    )
    where = Where(FORTNIGHT, MONDAY, "week", slices, ())  # type: ignore[arg-type]
    everything = where.places()
    assert everything[LEFT].seconds == 90
    assert everything[LEFT].tension == Tally.of([6, 7, 8])
    assert [side_seconds(everything, "nape", side) for side in Side] == [180, 100, 90]
    difference = side_difference(everything, "nape")
    assert (difference.seconds, difference.tension) == (80, 4)
    assert where.places(1, 1) == {}
    assert side_difference(where.places(0, 0), "nape").tension is None


def step(number: int, side: StepSide, seconds: float = 0.0, planned: float = 60.0) -> StepDone:
    return StepDone(number, f"T{number:02}", ("nape",), side, planned, 3, seconds)


def test_one_side_after_the_other_gets_half_each() -> None:
    done = [step(1, StepSide.LEFT_THEN_RIGHT, 60), step(2, StepSide.RIGHT_THEN_LEFT, 40), step(3, StepSide.BOTH, 5)]
    assert seconds_by_place(done) == {LEFT: 30 + 10, RIGHT: 30 + 30, BOTH: 5}
    assert seconds_by_technique([*done, step(4, StepSide.BOTH)]) == {"T01": 60, "T02": 40, "T03": 5}


@given(st.sampled_from(StepSide), st.floats(0, 200))
def test_left_and_right_are_never_swapped_and_no_second_is_lost(side: StepSide, seconds: float) -> None:
    mirror = {StepSide.LEFT_THEN_RIGHT: StepSide.RIGHT_THEN_LEFT, StepSide.RIGHT_THEN_LEFT: StepSide.LEFT_THEN_RIGHT}
    found = seconds_by_place([step(1, side, seconds)])
    mirrored = seconds_by_place([step(1, mirror.get(side, side), seconds)])
    assert {Place(p.region, p.side.other): s for p, s in mirrored.items()} == found
    assert sum(found.values()) == pytest.approx(seconds)
    if side is StepSide.LEFT_THEN_RIGHT:
        assert found.get(LEFT, 0.0) >= found.get(RIGHT, 0.0)


def happened(*said: tuple[EventKind, float, int]) -> list[Event]:
    return [Event(kind, AT, t, number) for kind, t, number in said]


def test_steps_are_counted_from_the_events() -> None:
    planned = (step(1, StepSide.BOTH), step(2, StepSide.BOTH), step(3, StepSide.BOTH))
    events = happened(
        (EventKind.STARTED, -5, 0),
        (EventKind.STEP_STARTED, 0, 1),
        (EventKind.STEP_DONE, 60, 1),
        (EventKind.STEP_STARTED, 60, 2),
        (EventKind.PAUSED, 70, 2),
        (EventKind.RESUMED, 70, 2),
        (EventKind.SOUGHT, 75, 2),
        (EventKind.STEP_STARTED, 0, 1),
        (EventKind.STEP_SKIPPED, 20, 1),
        (EventKind.STEP_STARTED, 60, 2),
        (EventKind.STOPPED, 90, 2),
    )
    done = work_of(planned, events, 125)
    assert [(d.seconds, d.skipped) for d in done] == [(80, True), (45, False), (0, False)]


@given(st.floats(0, 170))
def test_a_session_cut_off_has_all_its_seconds(done_seconds: float) -> None:
    planned = (step(1, StepSide.BOTH), step(2, StepSide.BOTH), step(3, StepSide.BOTH))
    events = happened((EventKind.STARTED, -5, 0))
    for number in range(1, 1 + min(int(done_seconds // 60) + 1, 3)):
        events += happened((EventKind.STEP_STARTED, 60 * (number - 1), number))
        if done_seconds >= 60 * number:
            events += happened((EventKind.STEP_DONE, 60 * number, number))
    assert sum(d.seconds for d in work_of(planned, events, done_seconds)) == pytest.approx(done_seconds)
    by_hand = work_in_order(planned, done_seconds)
    assert [d.seconds for d in by_hand] == pytest.approx([d.seconds for d in work_of(planned, events, done_seconds)])
