"""What is said of routines and of one's own experiment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.domain.experiment import REST, Choice, Experiment, drawn_days
from desktop.domain.experiment_words import (
    WHAT_IT_ASKS,
    WHY_FAIR,
    experiment_rows,
    group_words,
    name_of,
    progress_words,
    result_words,
)
from desktop.domain.progress import Period
from desktop.domain.tally import Tally
from desktop.domain.working import ExperimentResult, Working
from desktop.domain.working_words import (
    HOW_READ,
    REGRESSION,
    TOO_FEW,
    change_rows,
    median_interval,
    median_words,
    table_rows,
    working_caption,
)

DAY = date(2026, 11, 20)
WORKING = Working(Period.back_from(DAY, 28), date(2026, 11, 1), {}, {}, {}, 2, None)
EXPERIMENT = Experiment("one", "RT01", REST, drawn_days(DAY - timedelta(days=11), (0, 3, 5, 1, 2, 4, 0)))
NAMES = ("Neck", "Rest")


def result(a: list[float], b: list[float]) -> ExperimentResult:
    return ExperimentResult(EXPERIMENT, {Choice.A: Tally.of(a), Choice.B: Tally.of(b)})


def test_lines_go_by_n_and_are_silent_below_six() -> None:
    rows = change_rows({"Few": Tally.of([-2.0] * 5), "Many": Tally.of([1.5] * 6), "None": Tally()})
    assert [(row.name, row.n, median_words(row)) for row in rows] == [("Many", 6, "1.5 higher"), ("Few", 5, TOO_FEW)]
    assert median_interval(rows[0]) == "interval: 1.5 higher at either end"
    assert median_interval(rows[1]) == ""
    assert table_rows(rows)[1] == ("Few", "5", TOO_FEW, "")


def test_worse_is_said_as_plainly_as_better() -> None:
    lower, higher = change_rows({"a": Tally.of([-3, -2, -2, -1, -1, 0]), "b": Tally.of([3, 2, 2, 1, 1, 0])})
    assert (median_words(lower), median_interval(lower)) == ("1.5 lower", "interval from 3.0 lower to the same")
    assert (median_words(higher), median_interval(higher)) == ("1.5 higher", "interval from the same to 3.0 higher")


def test_the_caption_has_n_period_and_missing() -> None:
    rows = change_rows({"a": Tally.of([1] * 6), "b": Tally.of([1])})
    assert working_caption(rows, WORKING, "routine") == (
        "1 Nov to 20 Nov 2026: 2 routines, 1 of them with too few sessions to say. 2 sessions without both ratings."
    )
    assert "all with too few" in working_caption(rows[1:], WORKING, "routine")
    assert working_caption([], WORKING, "routine").endswith("no session with a rating before and after.")


def test_lists_never_speak_of_a_difference() -> None:
    assert "difference" not in f"{REGRESSION} {HOW_READ}".lower()


def test_a_result_needs_six_days_on_either_side() -> None:
    assert result_words(result([5] * 5, [4] * 9), NAMES) == (
        "A difference can be spoken of from 6 check-ins on either side; one side has 5 so far."
    )


def test_a_result_is_for_one_person_in_this_period() -> None:
    said = result_words(result([4, 5, 6, 5, 4, 6, 5], [7, 8, 7, 6, 7, 8, 7]), NAMES)
    assert said.startswith("Difference: on the days drawn for Rest tension was on average 2.1 higher than for Neck (95")
    assert "7 and 7 days" in said
    assert "chance alone is unlikely" in said
    assert said.endswith("This holds for you, in this period.")
    assert "may be chance" in result_words(result([4, 5, 6, 5, 4, 6], [5, 4, 5, 6, 5, 6]), NAMES)


def test_groups_are_silent_below_six() -> None:
    few = result([5] * 5, [])
    assert group_words(few.mean(Choice.A)) == "5 days: too few to say"
    assert group_words(few.mean(Choice.B)) == "no check-in yet"
    assert group_words(result([4] * 6, []).mean(Choice.A)) == "mean 4.0 (95 % interval 4.0 to 4.0), 6 days"


def test_how_far_it_is() -> None:
    found = result([5] * 5, [4] * 6)
    assert progress_words(found, DAY) == "Day 12 of 28. 11 check-ins with tension, 1 day so far without one."
    done = progress_words(found, DAY + timedelta(days=30))
    assert done == "Complete: 28 days. 11 check-ins with tension, 17 days without one."
    given_up = replace(found, experiment=replace(EXPERIMENT, ended=DAY))
    assert progress_words(given_up, DAY + timedelta(days=3)).startswith("Given up after 12 days.")


def test_the_table_holds_no_day_to_come() -> None:
    kept = replace(result([], []), experiment=EXPERIMENT.kept_on(DAY, kept=True))
    rows = experiment_rows(kept, NAMES, DAY)
    assert rows[:2] == [("All days", name, "no check-in yet") for name in NAMES]
    assert len(rows) == 2 + 12
    assert (rows[2][0], rows[2][2]) == ("20 Nov 2026", "done")
    assert {row[1] for row in rows} == set(NAMES)


def test_names() -> None:
    assert name_of(REST, {}) == "Rest with music"
    assert name_of("RT99", {"RT01": "Ease"}) == "RT99"
    assert "28 days" in WHAT_IT_ASKS[0]
    assert "difference" not in WHY_FAIR
