"""What Progress is told: worked by hand, equal to a plain count in Python, found by index."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from statistics import fmean

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as listening

from desktop.db.repository import Repository
from desktop.domain.body import Place, Side
from desktop.domain.daily_run import Measure
from desktop.domain.doing import Adherence, Doing
from desktop.domain.experiment import REST, Choice, Experiment, drawn_days
from desktop.domain.feeling import Feeling
from desktop.domain.headaches import HeadacheCard, HeadacheMonth
from desktop.domain.look_back import Section
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.profile import Profile
from desktop.domain.progress import Period, Unit
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, Step7
from desktop.domain.routine import StepSide
from desktop.domain.session import GUEST, Moment, Rating, SessionRecord, State, StepDone
from desktop.domain.span import Span
from desktop.domain.tally import Tally
from desktop.domain.where import Where, side_seconds
from desktop.domain.working import Working
from tests.db.samples import LEFT, RIGHT, session

TODAY = date(2026, 11, 5)
"""A Thursday."""
NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)


def days_ago(days: int, name: str = "", **more: object) -> SessionRecord:
    """A finished session of eight minutes, rated 6 before and 4 after on the left, 5 and 4 on the right."""
    given = {LEFT: (6, 4), RIGHT: (5, 4)}
    ratings = [Rating(p, Moment.BEFORE, b) for p, (b, _) in given.items()]
    ratings += [Rating(p, Moment.AFTER, a) for p, (_, a) in given.items()]
    done = replace(
        session(name or f"{days} ago", NOON - timedelta(days=days)), status=State.FINISHED, done_seconds=480.0
    )
    return replace(done, **{"ratings": tuple(ratings), **more})  # type: ignore[arg-type]


def doing(repository: Repository, days: int = 28) -> Doing:
    found = repository.charts.look_back(Section.DOING, Span(days), TODAY)
    assert isinstance(found, Doing)
    return found


def feeling(repository: Repository, days: int = 28) -> Feeling:
    found = repository.charts.look_back(Section.FEELING, Span(days), TODAY)
    assert isinstance(found, Feeling)
    return found


def where(repository: Repository, days: int = 28) -> Where:
    found = repository.charts.look_back(Section.WHERE, Span(days), TODAY)
    assert isinstance(found, Where)
    return found


def working(repository: Repository, days: int = 28) -> Working:
    found = repository.charts.look_back(Section.WORKING, Span(days), TODAY)
    assert isinstance(found, Working)
    return found


@pytest.mark.parametrize("section", Section)
@pytest.mark.parametrize("days", [28, 0])
def test_nothing_kept_is_nothing_told(repository: Repository, section: Section, days: int) -> None:
    assert repository.charts.look_back(section, Span(days), TODAY).first_day is None


def test_days_weeks_and_what_became_of_sessions(repository: Repository) -> None:
    repository.profiles.keep(Profile(1, target_minutes=45))
    for record in (
        days_ago(9),
        days_ago(3, status=State.STOPPED, done_seconds=120.0, steps=(step(60), step(0, skipped=True))),
        days_ago(3, "skipped", status=State.SKIPPED, done_seconds=0.0, ratings=()),
        days_ago(2, "given", receiver=GUEST),
        days_ago(40, "long ago"),
    ):
        repository.sessions.keep(record)
    found = doing(repository)
    assert found.first_day == TODAY - timedelta(days=40)
    assert (found.sessions, found.minutes, found.missing_days, found.target) == (2, 10, 26, 45)
    assert [week.minutes for week in found.weeks] == [0, 0, 0, 8, 2]
    assert found.adherence == Adherence(finished=1, stopped=1, skipped=1, steps_done=1, steps_skipped=1, given=1)


def test_a_check_in_alone_is_something(repository: Repository) -> None:
    repository.records.keep(DailyCheckIn(TODAY - timedelta(days=2), NOON, tension=4))
    assert doing(repository, 0).period == Period(TODAY - timedelta(days=2), TODAY)


def test_differences_and_dumbbells(repository: Repository) -> None:
    repository.sessions.keep(days_ago(1))
    repository.sessions.keep(days_ago(2, ratings=(Rating(LEFT, Moment.BEFORE, 6),)))
    repository.sessions.keep(days_ago(3, "given", receiver=GUEST))
    repository.sessions.set_ratings("1 ago", [Rating(RIGHT, Moment.AFTER, 9), Rating(LEFT, Moment.PLUS_HOUR, 7)])
    found = feeling(repository)
    assert (found.unit, found.unpaired) == (Unit.SESSION, 1)
    assert [(p.before, p.after, p.started_at) for p in found.pairs] == [(5.5, 6.5, NOON - timedelta(days=1))]
    assert found.differences == Tally.of([1.0])
    assert found.later == {Moment.PLUS_HOUR: Tally.of([1.0])}
    alone = repository.charts.place_pairs(LEFT, Span(28), TODAY)
    assert [(p.before, p.after) for p in alone] == [(6, 4)]


def test_what_is_summed_up_follows_every_edit(repository: Repository) -> None:
    repository.sessions.keep(days_ago(1))
    repository.sessions.keep(days_ago(1, ratings=(Rating(LEFT, Moment.BEFORE, 2), Rating(LEFT, Moment.AFTER, 7))))
    assert feeling(repository).differences == Tally.of([5.0])
    repository.sessions.keep(days_ago(1, ratings=()))
    assert feeling(repository).differences == Tally()
    repository.sessions.remove("1 ago")
    assert doing(repository).first_day is None


@pytest.mark.parametrize(
    ("days", "unit", "count"), [(60, Unit.SESSION, 60), (61, Unit.WEEK, 10), (430, Unit.MONTH, 15)]
)
def test_many_dumbbells_are_drawn_together(repository: Repository, days: int, unit: Unit, count: int) -> None:
    with repository.together():
        for day in range(days):
            repository.sessions.keep(days_ago(day))
    found = feeling(repository, 0)
    assert (found.unit, len(found.pairs)) == (unit, count)
    assert sum(pair.sessions for pair in found.pairs) == days
    assert {(pair.before, pair.after) for pair in found.pairs} == {(5.5, 4)}
    assert found.pairs[0].started_at.date() == TODAY - timedelta(days=days - 1)


def test_runs_headaches_notes_and_the_card(repository: Repository) -> None:
    for day in range(40):
        at = TODAY - timedelta(days=day)
        repository.records.keep(
            DailyCheckIn(at, NOON, tension=day % 11, headache=day % 2 == 0, painkiller=True if day % 4 == 0 else None)
        )
    repository.records.keep(DailyCheckIn(TODAY - timedelta(days=80), NOON, tension=5))
    repository.sessions.keep(days_ago(1))
    note = DayNote("note", TODAY, "moved house", life_event=True)
    change = GlobalChange("change", NOON, Step7.A_LITTLE_WORSE)
    repository.records.keep(note)
    repository.records.keep(change)
    found = feeling(repository, 91)
    run = found.runs[Measure.TENSION]
    assert (len(run.days), run.answered, run.notes) == (91, 41, (note,))
    assert (run.days[-1].value, run.days[-1].median, run.days[-1].session) == (0, 3, False)
    assert run.with_session is not None
    assert run.with_session.n == 1
    assert found.runs[Measure.SLEEP].answered == 0
    assert found.headaches == (
        HeadacheMonth(date(2026, 9, 1), 4, 2, 1, 1),
        HeadacheMonth(date(2026, 10, 1), 31, 15, 7, 7),
        HeadacheMonth(date(2026, 11, 1), 5, 3, 2, 2),
    )
    assert found.card is HeadacheCard.HEADACHES
    assert found.global_changes == (change,)


def test_two_worse_weeks_are_said(repository: Repository) -> None:
    worse = (Rating(LEFT, Moment.BEFORE, 2), Rating(LEFT, Moment.AFTER, 5))
    repository.sessions.keep(days_ago(1, ratings=worse))
    assert not feeling(repository).worse_weeks
    repository.sessions.keep(days_ago(8, ratings=worse))
    assert feeling(repository).worse_weeks
    repository.sessions.keep(days_ago(2))
    repository.sessions.keep(days_ago(3))
    assert not feeling(repository).worse_weeks


def step(seconds: float, side: StepSide = StepSide.BOTH, number: int = 0, *, skipped: bool = False) -> StepDone:
    number = number or (2 if skipped else 1)
    return StepDone(number, f"T{number:02}", ("occiput",), side, 60.0, 3, seconds, skipped)


def test_the_body_map_has_a_slice_for_every_week(repository: Repository) -> None:
    one_sided = (step(60, StepSide.LEFT_THEN_RIGHT, 1), step(20, StepSide.LEFT_THEN_RIGHT, 2), step(10, number=3))
    repository.sessions.keep(days_ago(20, steps=one_sided))
    repository.sessions.keep(days_ago(1, steps=(step(60),)))
    check = NeckCheck("check", NOON, {NeckMove.UP: (1.0, 2.0, 3.0)})
    repository.records.keep(check)
    found = where(repository)
    assert (found.unit, len(found.slices), found.neck) == (Unit.WEEK, 4, (check,))
    assert [s.start.weekday() for s in found.slices] == [0] * 4
    first = found.places(0, 0)
    assert [side_seconds(first, "occiput", side) for side in Side] == [60, 40, 10]
    assert found.slices[1].places == {}
    assert side_seconds(found.places(), "occiput", Side.LEFT) == 120
    assert found.places()[LEFT].tension == Tally.of([6, 6])


def test_long_spans_have_months(repository: Repository) -> None:
    repository.sessions.keep(days_ago(500))
    found = where(repository, 0)
    assert (found.unit, len(found.slices)) == (Unit.MONTH, 18)
    assert found.slices[0].start == date(2025, 6, 1)
    assert found.slices[0].places[RIGHT].tension == Tally.of([5])


def test_by_routine_technique_and_place(repository: Repository) -> None:
    repository.sessions.keep(days_ago(1, steps=(step(60), step(0, skipped=True))))
    repository.sessions.keep(days_ago(2, routine="RT02", ratings=()))
    found = working(repository)
    assert found.routines == {"RT01": Tally.of([-1.5])}
    assert found.techniques == {"T01": Tally.of([-1.5])}
    assert found.places == {LEFT: Tally.of([-2]), RIGHT: Tally.of([-1])}
    assert (found.unrated, found.experiment) == (1, None)


def test_the_experiment_counts_days_as_they_were_drawn(repository: Repository) -> None:
    first = TODAY - timedelta(days=27)
    experiment = Experiment("own", "RT01", REST, drawn_days(first, [0] * 7))
    repository.records.keep(experiment)
    for day in range(-3, 28):
        tension = None if day == 5 else 4 if day % 4 < 2 else 7
        repository.records.keep(DailyCheckIn(first + timedelta(days=day), NOON, tension=tension))
    result = working(repository).experiment
    assert result is not None
    assert result.experiment == experiment
    assert (result.felt[Choice.A], result.felt[Choice.B]) == (Tally.of([4] * 13), Tally.of([7] * 14))
    assert result.difference is not None
    assert result.difference.mean == 3


ZONES = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2026, 10, 20), datetime(2026, 11, 5, 23), timezones=ZONES)  # noqa: DTZ001


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.tuples(MOMENTS, st.integers(0, 10), st.integers(0, 10), st.sampled_from(Side)), max_size=12))
def test_sums_are_those_of_a_plain_count(
    repository: Repository, entered: list[tuple[datetime, int, int, Side]]
) -> None:
    """Whatever the zones, each session counts on the day it was lived, each side for itself."""
    with repository.together():
        for record in repository.sessions.within():
            repository.sessions.remove(record.id)
        for number, (at, before, after, side) in enumerate(entered):
            place = Place("nape", side)
            ratings = (Rating(place, Moment.BEFORE, before), Rating(place, Moment.AFTER, after))
            entry = replace(session(str(number), at), done_seconds=60.0 * (number + 1), ratings=ratings)
            repository.sessions.keep(entry)
    inside = [
        (number, entry)
        for number, entry in enumerate(entered)
        if TODAY - timedelta(days=27) <= entry[0].date() <= TODAY
    ]
    told = {day.day: day.minutes for day in doing(repository).days if day.sessions}
    assert told == {
        day: pytest.approx(sum(n + 1 for n, entry in inside if entry[0].date() == day))
        for day in {entry[0].date() for _, entry in inside}
    }
    differences = [after - before for _, (_, before, after, _) in inside]
    found = feeling(repository)
    assert found.differences == Tally.of(map(float, differences))
    assert found.change is None or found.change.mean == pytest.approx(fmean(differences))
    assert working(repository).places == {
        Place("nape", side): Tally.of(a - b for _, (_, b, a, s) in inside if s is side)
        for side in {entry[3] for _, entry in inside}
    }


@pytest.fixture
def plans(repository: Repository) -> Iterator[list[str]]:
    """How SQLite means to do whatever is asked of it."""
    connection = repository._store.connection
    plans: list[str] = []

    def explain(_connection: object, cursor: object, statement: str, parameters: object, *_more: object) -> None:
        if statement.startswith("SELECT"):
            driver = connection.connection.driver_connection
            assert driver is not None
            plans.extend(row[3] for row in driver.execute(f"EXPLAIN QUERY PLAN {statement}", parameters))

    listening.listen(connection.engine, "before_cursor_execute", explain)
    yield plans
    listening.remove(connection.engine, "before_cursor_execute", explain)


@pytest.mark.parametrize("section", Section)
def test_no_table_is_gone_through_for_four_weeks(repository: Repository, plans: list[str], section: Section) -> None:
    repository.sessions.keep(days_ago(1, steps=(step(60),)))
    repository.records.keep(Experiment("own", "RT01", REST, drawn_days(TODAY, [0] * 7)))
    plans.clear()
    repository.charts.look_back(section, Span(28), TODAY)
    scans = [plan for plan in plans if plan.startswith("SCAN") and not plan.startswith(("SCAN (", "SCAN anon"))]
    assert plans
    assert scans == []
    assert any("ix_sessions_receiver_id (receiver_id=? AND local_day>? AND local_day<?)" in plan for plan in plans)


@pytest.mark.parametrize("read", ["last", "interrupted", "done"])
def test_what_the_start_asks_is_found_by_index(repository: Repository, plans: list[str], read: str) -> None:
    repository.sessions.keep(days_ago(1))
    plans.clear()
    getattr(repository.sessions, read)()
    assert plans[0].startswith("SEARCH sessions USING")
    assert not any(plan.startswith("SCAN") for plan in plans)
