"""Weeks and adherence in words: whole weeks only, the target without blame."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.domain.doing import Adherence, Doing, weeks_of
from desktop.domain.doing_words import adherence_figures, adherence_sentence, week_rows, weeks_caption
from desktop.domain.progress import DayMinutes, Period, fill_days

LAST = date(2026, 11, 20)


def doing(target: int | None = None, first_day: date = date(2026, 10, 1)) -> Doing:
    """Four weeks up to a Friday: 30 minutes on each Monday and Wednesday but in the week of 2 November."""
    period = Period.back_from(LAST, 28)
    busy = [DayMinutes(date(2026, m, d), 30.0, 1) for m, d in ((10, 26), (10, 28), (11, 9), (11, 11), (11, 16))]
    days = fill_days([day for day in busy if day.day >= first_day], period)
    return Doing(period, first_day, days, weeks_of(days), target, Adherence(4, 1, 2, 30, 3, 2))


def test_whole_weeks_are_counted() -> None:
    assert weeks_caption(doing()) == (
        "40 minutes a week on average, 3 whole weeks, 24 Oct to 20 Nov 2026. 1 week without a session."
    )


def test_the_target_is_told_where_it_was_reached() -> None:
    assert "2 of 3 reached your 60 minutes." in weeks_caption(doing(60))
    assert "reached" not in weeks_caption(doing(90))


def test_the_first_days_are_no_whole_week() -> None:
    told = weeks_caption(doing(first_day=date(2026, 11, 16)))
    assert told == "No whole week yet, 16 Nov to 20 Nov 2026. Weeks that are cut off are pale."


def test_rows_say_how_much_of_a_week_is_shown() -> None:
    rows = week_rows(doing())
    assert rows[0] == ("16 Nov 2026", "30 minutes", "1", "5")
    assert rows[1] == ("9 Nov 2026", "60 minutes", "2", "7")
    assert rows[-1][3] == "2"


def test_adherence_in_figures_and_in_a_sentence() -> None:
    figures = adherence_figures(doing().adherence)
    assert [number for number, _ in figures] == ["4", "1", "2", "30", "2"]
    assert [word for _, word in figures][1:4] == ["stopped early", "skipped", "of 33 steps done"]
    assert adherence_sentence(doing()) == (
        "4 sessions finished, 1 stopped early, 2 skipped; 30 of 33 steps done, 24 Oct to 20 Nov 2026. "
        "2 sessions given to others."
    )


def test_what_did_not_happen_is_left_out_of_the_figures() -> None:
    assert adherence_figures(Adherence()) == [("0", "finished")]
    quiet = replace(doing(), adherence=Adherence(1, 0, 0, 5, 0, 0), first_day=LAST - timedelta(days=3))
    assert adherence_sentence(quiet).endswith("5 of 5 steps done, 17 Nov to 20 Nov 2026.")
