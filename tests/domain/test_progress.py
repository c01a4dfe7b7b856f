"""Change told honestly: the numbers against scipy, the words against the content sheet (6.2, 6.7)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from desktop.domain.captions import (
    PAUSE_ADVICE,
    advice,
    change_rows,
    day_rows,
    day_words,
    minutes_caption,
    minutes_words,
    pairs_caption,
    period_words,
)
from desktop.domain.doing import Adherence, Doing, counted, weeks_of
from desktop.domain.feeling import Feeling
from desktop.domain.progress import (
    Change,
    DayMinutes,
    Pair,
    Period,
    Unit,
    change_words,
    fill_days,
    t_975,
)
from desktop.domain.tally import Tally, mean_change

LAST = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FOUR_WEEKS = Period.back_from(LAST, 28)


def pairs(*ratings: tuple[float, float]) -> tuple[Pair, ...]:
    """One a day, the last one today."""
    first = NOON - timedelta(days=len(ratings) - 1)
    return tuple(Pair(first + timedelta(days=i), "Back of the head", b, a) for i, (b, a) in enumerate(ratings))


def done(*ratings: tuple[float, float]) -> Doing:
    days = fill_days([DayMinutes(pair.started_at.date(), 8.0, 1) for pair in pairs(*ratings)], FOUR_WEEKS)
    return Doing(FOUR_WEEKS, FOUR_WEEKS.first, days, weeks_of(days), None, Adherence())


def felt(*ratings: tuple[float, float], unrated: int = 0, worse: bool = False) -> Feeling:
    found = pairs(*ratings)
    return Feeling(
        period=FOUR_WEEKS,
        first_day=FOUR_WEEKS.first,
        unit=Unit.SESSION,
        pairs=found,
        differences=Tally.of(pair.difference for pair in found),
        unpaired=unrated,
        later={},
        runs={},
        headaches=(),
        card=None,
        global_changes=(),
        worse_weeks=worse,
    )


@pytest.mark.parametrize("freedom", [5, 6, 9, 11, 19, 29, 60, 364, 5000])
def test_quantiles_are_those_of_student(freedom: int) -> None:
    assert t_975(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), abs=0.002)


def test_quantiles_of_the_content_sheet() -> None:
    assert [round(t_975(n - 1), 2) for n in (6, 10, 20)] == [2.57, 2.26, 2.09]


@given(st.lists(st.floats(-10, 10), min_size=6, max_size=60))
def test_the_interval_is_the_textbooks(differences: list[float]) -> None:
    assume(max(differences) - min(differences) > 1e-6 * max(map(abs, differences)))  # scipy warns of nearly equal ones
    change = mean_change(Tally.of(differences))
    assert change is not None
    assert change.low is not None
    assert change.high is not None
    spread = stats.tstd(differences)
    reach = stats.t.ppf(0.975, len(differences) - 1) * spread / len(differences) ** 0.5
    assert change.high - change.mean == pytest.approx(reach, rel=0.001, abs=1e-9)
    assert change.mean - change.low == pytest.approx(reach, rel=0.001, abs=1e-9)


def test_too_few_have_no_interval() -> None:
    assert mean_change(Tally.of([-1, -2, -3, -4, -5])) == Change(5, -3)
    assert mean_change(Tally()) is None
    with pytest.raises(ValueError, match="too few"):
        t_975(4)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (6, 6, "about the same"),
        (6, 5, "about the same"),
        (6, 7, "about the same"),
        (6, 4, "a bit lower"),
        (6, 8, "a bit higher"),
        (6, 3, "clearly lower"),
        (6, 9, "clearly higher"),
        (0, 3, "clearly higher"),
        (10, 7, "clearly lower"),
        (5.5, 4.0, "a bit lower"),
    ],
)
def test_one_change_in_words(before: float, after: float, words: str) -> None:
    assert change_words(before, after) == words


@given(st.integers(0, 10), st.integers(0, 10))
def test_worse_is_told_as_plainly_as_better(before: int, after: int) -> None:
    there, back = change_words(before, after), change_words(after, before)
    assert there.split()[-1] == {"lower": "higher", "higher": "lower", "same": "same"}[back.split()[-1]]
    assert ("clearly" in there) == ("clearly" in back)


def test_gaps_are_days_without_minutes() -> None:
    period = Period(date(2026, 2, 27), date(2026, 3, 2))
    filled = fill_days([DayMinutes(date(2026, 3, 1), 8, 1), DayMinutes(date(2025, 1, 1), 8, 1)], period)
    assert [(d.day.day, d.minutes, d.sessions) for d in filled] == [(27, 0, 0), (28, 0, 0), (1, 8, 1), (2, 0, 0)]


def test_a_period_runs_forwards() -> None:
    assert Period.back_from(LAST, 1).days == 1
    with pytest.raises(ValueError, match="before it begins"):
        Period(LAST, LAST - timedelta(days=1))


def test_words_for_days_periods_and_minutes() -> None:
    assert day_words(date(2026, 9, 3)) == "3 Sept"
    assert period_words(FOUR_WEEKS) == "24 Oct to 20 Nov 2026"
    assert period_words(Period(LAST, LAST)) == "20 Nov 2026"
    assert period_words(Period(date(2025, 12, 30), date(2026, 1, 2))) == "30 Dec 2025 to 2 Jan 2026"
    assert [minutes_words(m) for m in (0, 0.4, 1.2, 8)] == ["0 minutes", "less than a minute", "1 minute", "8 minutes"]


def test_days_before_the_first_session_are_not_missed() -> None:
    shown = replace(done((6, 4), (5, 4)), first_day=date(2026, 11, 18))
    assert minutes_caption(shown) == "16 minutes in 2 sessions, 18 Nov to 20 Nov 2026. 1 day without a session."
    assert minutes_caption(replace(shown, first_day=date(2026, 11, 19))).endswith("No day without a session.")
    assert counted(FOUR_WEEKS, None) == counted(FOUR_WEEKS, date(2025, 1, 1)) == FOUR_WEEKS
    assert counted(FOUR_WEEKS, date(2027, 1, 1)) == Period(LAST, LAST)


def test_the_caption_of_the_minutes() -> None:
    assert minutes_caption(done((6, 4), (5, 4))) == (
        "16 minutes in 2 sessions, 24 Oct to 20 Nov 2026. 26 days without a session."
    )


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (felt(), "No session with a rating before and after, 24 Oct to 20 Nov 2026."),
        (
            felt((6, 4), unrated=2),
            (
                "1 session with both ratings: too few to say more than the dots show. "
                "24 Oct to 20 Nov 2026; 2 sessions without both ratings."
            ),
        ),
        (
            felt((6, 4), (6, 5), (7, 4), (5, 4), (6, 4), (8, 5)),
            (
                "After sessions your tension was on average 2.0 lower (95 % interval 1.1 to 2.9, 6 sessions). "
                "This shows what happened, not why. 24 Oct to 20 Nov 2026."
            ),
        ),
        (
            felt((4, 6), (5, 6), (4, 7), (4, 5), (4, 6), (5, 8)),
            (
                "After sessions your tension was on average 2.0 higher (95 % interval 1.1 to 2.9, 6 sessions). "
                "This shows what happened, not why. 24 Oct to 20 Nov 2026."
            ),
        ),
        (
            felt((4, 6), (6, 4), (4, 5), (5, 4), (4, 4), (5, 5)),
            (
                "After sessions your tension was on average the same (95 % interval from 1.5 lower to 1.5 higher, "
                "6 sessions). This shows what happened, not why. 24 Oct to 20 Nov 2026."
            ),
        ),
    ],
)
def test_the_caption_of_the_pairs(shown: Feeling, told: str) -> None:
    assert pairs_caption(shown) == told


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 10)), max_size=28))
def test_no_caption_claims_a_cause_or_a_percentage(ratings: list[tuple[int, int]]) -> None:
    told = " ".join((minutes_caption(done(*ratings)), pairs_caption(felt(*ratings)), advice(felt(*ratings))))
    assert str(len(ratings)) in told or not ratings
    assert "24 Oct to 20 Nov 2026" in told
    assert "%" not in told.replace("95 % interval", "")
    for word in (
        "because",
        "reduce",
        "improve",
        "thanks",
        "treat",
        "heal",
        "relie",
        "cure",
        "help",
        "due to",
        "effect",
    ):
        assert word not in told.lower()


def test_two_worse_weeks_bring_the_advice() -> None:
    assert advice(felt((3, 6), worse=True)) == PAUSE_ADVICE
    assert advice(felt((3, 6))) == ""


def test_every_day_and_pair_can_be_read_as_a_row() -> None:
    shown = felt((6, 4), (5.5, 5))
    assert day_rows(done((6, 4), (5.5, 5))) == [("20 Nov 2026", "8 minutes", "1"), ("19 Nov 2026", "8 minutes", "1")]
    assert change_rows(shown) == [
        ("20 Nov 2026", "5.5", "5", "about the same"),
        ("19 Nov 2026", "6", "4", "a bit lower"),
    ]
