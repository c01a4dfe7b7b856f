"""What is said of feeling: always n, period and missing days; too few are said to be too few; never a cause."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain import feeling_words as words
from desktop.domain.daily_run import DailyRun, Measure, run_of
from desktop.domain.feeling import Feeling
from desktop.domain.headaches import HeadacheCard, HeadacheMonth
from desktop.domain.progress import Period, Unit
from desktop.domain.records import DayNote, GlobalChange, Step7
from desktop.domain.session import Moment
from desktop.domain.tally import Tally

LAST = date(2026, 11, 20)
PERIOD = Period.back_from(LAST, 28)


def feeling(**changes: object) -> Feeling:
    empty = Feeling(PERIOD, PERIOD.first, Unit.SESSION, (), Tally(), 0, {}, {}, (), None, (), worse_weeks=False)
    return replace(empty, **changes)  # type: ignore[arg-type]


def run(values: dict[int, int], measure: Measure = Measure.TENSION) -> DailyRun:
    """`values` by days back from the last."""
    return run_of(measure, PERIOD, {LAST - timedelta(days=n): v for n, v in values.items()}, frozenset({LAST}))


def test_later_ratings_each_with_their_n() -> None:
    later = {Moment.PLUS_HOUR: Tally.of([-1, -2, -1, -2, -1, -2]), Moment.NEXT_MORNING: Tally.of([-1])}
    found = feeling(differences=Tally.of([-2, -3]), later=later)
    assert words.later_caption(found) == (
        "Compared with before the session. An hour after on average 1.5 lower (95 % interval 0.9 to 2.1, 6 sessions). "
        "Next morning: 1 session, too few to say. 24 Oct to 20 Nov 2026."
    )
    assert words.later_rows(found) == [
        ("Right after", "too few to say", "2"),
        ("An hour after", "1.5 lower, 95 % interval 0.9 to 2.1", "6"),
        ("Next morning", "too few to say", "1"),
    ]
    assert "Next morning: not rated yet." in words.later_caption(feeling(later={}))


def test_a_run_says_what_is_missing() -> None:
    assert words.run_caption(run({9: 4, 8: 5, 0: 6})) == (
        "3 days answered, 11 Nov to 20 Nov 2026; 7 days without an answer."
    )
    assert words.run_caption(run({0: 6})) == "1 day answered, 20 Nov 2026."
    assert words.NIGHTS in words.run_caption(run({0: 6}, Measure.SLEEP))


def test_a_trend_is_told_only_where_it_is_one() -> None:
    fell = run({n: 8 - (n < 14) * 4 + n % 2 for n in range(28)})
    assert words.run_caption(fell).endswith(
        "The last 14 days were on average 4.0 lower than the first 14 (95 % interval 3.6 to 4.4), "
        "in the range many people notice. This shows what happened, not why."
    )
    assert "on average" not in words.run_caption(run({n: 5 + n % 2 for n in range(28)}))


def test_rows_of_a_run_hold_whatever_there_is_of_a_day() -> None:
    found = replace(run({1: 4}), notes=(DayNote("a", LAST - timedelta(days=2), "Flu", life_event=True),))
    assert words.run_rows(found) == [
        ("20 Nov 2026", "", "", "yes", ""), ("19 Nov 2026", "4", "", "", ""), ("18 Nov 2026", "", "", "", "Flu"),
    ]  # fmt: skip


def test_headache_days_of_the_days_that_were_answered() -> None:
    months = (HeadacheMonth(date(2026, 10, 1), 6, 2, 1, 1), HeadacheMonth(date(2026, 11, 1), 18, 1, 1, 1))
    assert words.headaches_caption(feeling(headaches=months)) == (
        "Headache on 3 days and a painkiller on 2, of 24 days answered, 24 Oct to 20 Nov 2026. "
        "4 days without an answer."
    )
    assert words.headache_rows(months)[0] == ("Nov 2026", "1", "1", "18")


@pytest.mark.parametrize("due", list(HeadacheCard))
def test_the_appointment_card_is_quoted_with_its_reason(due: HeadacheCard) -> None:
    card = load_guide().safety.cards["appointment"]
    told = words.headache_advice(due, card)
    assert told.startswith("You noted a ")
    assert told.endswith(f"{card.title}: {words.headache_line(card)}")
    assert words.headache_advice(None, card) == ""
    assert words.headache_advice(due, None) == ""


def test_the_answer_every_four_weeks() -> None:
    changes = tuple(
        GlobalChange(str(n), datetime(2026, 11, n, 20, tzinfo=UTC), step)
        for n, step in ((1, Step7.WORSE), (19, Step7.A_LITTLE_BETTER))
    )
    assert words.global_caption(feeling(global_changes=changes)) == (
        "Compared with when you started, at the last of 2 answers: a little better. 24 Oct to 20 Nov 2026."
    )
    assert words.global_rows(changes) == [("19 Nov 2026", "a little better"), ("1 Nov 2026", "worse")]


def test_the_drift_is_explained_and_the_median_checks_the_mean() -> None:
    assert words.felt_info(feeling(differences=Tally.of([-1] * 5))) == words.REGRESSION
    told = words.felt_info(feeling(differences=Tally.of([-1, -1, -2, -2, -3, -3, -2])))
    assert "the median of all 7 is 2.0 lower (sign test, 95 % interval 1.0 to 3.0)." in told


def test_no_word_names_a_cause_or_a_share() -> None:
    said = f"{words.REGRESSION} {words.NO_EXPERIMENT} {words.NIGHTS}".lower()
    assert not any(word in said for word in ("because of", "reduced", "effect", "works", "% lower", "difference"))


def test_months_of_a_long_run_have_a_median_each() -> None:
    period = Period(date(2025, 1, 1), date(2026, 12, 31))
    values = {period.first + timedelta(days=n): 3 if n < 31 else 7 for n in range(40)}
    found = run_of(Measure.TENSION, period, values, frozenset())
    assert found.is_long
    assert not run({}).is_long
    medians = found.month_medians()
    assert len(medians) == 24
    assert medians[0] == (15.0, 3)
    assert medians[1] == (44.5, 7)
    assert medians[2][1] is None
