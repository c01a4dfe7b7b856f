"""Lists that are silent on little data, and one's own experiment from its start to its result."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.domain.experiment import REST, Choice, Experiment, drawn_days
from desktop.domain.tally import Tally
from desktop.domain.working_words import REGRESSION
from desktop.ui.progress.change_list import ChangeList
from desktop.ui.progress.experiment_card import ExperimentCard
from desktop.ui.progress.working_page import WorkingPage
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show, part
from tests.ui.progress.samples import working


def running(days: int = 11, lots: tuple[int, ...] = (0, 3, 5, 1, 2, 4, 0)) -> Experiment:
    """Began that many days ago."""
    today = date.today()  # noqa: DTZ011 - as the card does
    return Experiment("one", "RT01", REST, drawn_days(today - timedelta(days=days), lots))


@pytest.fixture
def page(theme: Theme, shown: Show) -> WorkingPage:
    made = WorkingPage(theme, load_guide())
    shown(made, 1100, 1800)
    made.present(working(8))
    return made


def experiment(page: WorkingPage) -> ExperimentCard:
    return part(page, ExperimentCard)


def seen(page: WorkingPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def press(page: WorkingPage, name: str) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text() == name and b.isVisible())
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_names_come_from_the_guide_and_few_sessions_say_nothing(page: WorkingPage, qtbot: QtBot) -> None:
    routines, techniques, places = page.findChildren(ChangeList)
    QTest.keyClick(routines, Qt.Key.Key_Down)
    assert routines.accessibleDescription() == (
        "Back-of-head ease, 2.0 lower, 8 sessions, Interval: 2.0 lower at either end"
    )
    QTest.keyClick(routines, Qt.Key.Key_Down)
    assert routines.accessibleDescription() == "Temple and jaw release, too few to say, 2 sessions"
    assert techniques.reading(0)[0] == "Circular rubbing"
    assert places.reading(0)[0] == "Back of the neck, left"


def test_lower_and_higher_are_drawn_alike_to_either_side(page: WorkingPage) -> None:
    page.present(replace(working(8), routines={"RT01": Tally.of([-2.0] * 6), "RT05": Tally.of([2.0] * 6)}))
    routines = part(page, ChangeList)
    middle = routines.x_of(0)
    assert routines.place_of(0).x() - middle == pytest.approx(middle - routines.place_of(1).x())
    image, accent = routines.grab().toImage(), routines.theme.palette.accent
    line = routines.height() / 3.2
    for mark in range(2):
        assert image.pixelColor(int(routines.place_of(mark).x()), int((mark + 1.5) * line)) == accent


def test_regression_to_the_mean_is_explained_and_no_list_speaks_of_a_difference(page: WorkingPage) -> None:
    page.present(replace(working(8, running()), experiment=None))
    told = seen(page)
    assert REGRESSION in told
    outside = [text for text in told if text not in seen_in(experiment(page))]
    assert not any("difference" in text.lower() for text in outside)


def seen_in(card: ExperimentCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_many_lines_are_shown_when_asked_for(page: WorkingPage, qtbot: QtBot) -> None:
    page.present(replace(working(0), routines={f"own{number}": Tally.of([0.0]) for number in range(14)}))
    routines = part(page, ChangeList)
    assert routines.count == 10
    press(page, "All 14")
    assert routines.count == 14


def test_an_experiment_is_set_up_with_two_choices(page: WorkingPage, qtbot: QtBot) -> None:
    wanted = QSignalSpy(page.experiment_wanted)
    press(page, "Set one up")
    form = experiment(page).form
    assert form.isVisible()
    form.other.choose("RT01")
    form.other.chosen.emit("RT01")
    assert not form.start.isEnabled()
    form.other.choose(REST)
    form.other.chosen.emit(REST)
    press(page, "Start today")
    assert wanted.at(0) == ["RT01", REST]
    page.present(working(9))
    assert form.isVisible()
    press(page, "Not now")
    assert not form.isVisible()


def test_todays_draw_can_be_started_and_marked(page: WorkingPage, qtbot: QtBot) -> None:
    one = running(0, (0,) * 7)
    page.present(working(8, one))
    assert page.column.indexOf(experiment(page)) == 1
    assert "Today: Back-of-head ease" in seen(page)
    with qtbot.waitSignal(page.routine_wanted) as started:
        press(page, "Start it")
    assert started.args == ["RT01"]
    with qtbot.waitSignal(page.experiment_changed) as changed:
        press(page, "Done")
    kept, said = changed.args
    assert kept.days[0].kept is True
    assert said.endswith("marked as done.")
    with qtbot.waitSignal(page.check_in_wanted):
        press(page, "Check in")


def test_rest_is_as_long_as_the_routine_and_marks_its_day(page: WorkingPage, qtbot: QtBot) -> None:
    page.present(working(8, running(0, (5,) * 7)))
    today = experiment(page).today
    assert today.start.isHidden()
    assert any("Sit or lie down with music you like for 8 minutes" in text for text in seen(page))
    press(page, "Start the time")
    seconds = round(load_guide().routines["RT01"].total_seconds)
    assert today.rest.text() == f"{seconds // 60}:{seconds % 60:02} left, stop"
    with qtbot.waitSignal(page.experiment_changed) as changed:
        for _ in range(seconds):
            today.rest.pass_second()
    assert changed.args[0].days[0].kept is True
    assert not today.rest.resting
    today.rest.click()
    page.hide()
    assert not today.rest.resting


def test_an_earlier_day_can_be_marked_and_days_to_come_stay_hidden(page: WorkingPage, qtbot: QtBot) -> None:
    page.present(working(8, running(11)))
    days = experiment(page).days
    assert days.count == 12
    QTest.keyClick(days, Qt.Key.Key_Home)
    QTest.keyClick(days, Qt.Key.Key_Return)
    with qtbot.waitSignal(page.experiment_changed) as changed:
        press(page, "Not done")
    assert [day.kept for day in changed.args[0].days[:2]] == [False, None]


def test_giving_it_up_ends_it_today(page: WorkingPage, qtbot: QtBot) -> None:
    page.present(working(8, running(11)))
    with qtbot.waitSignal(page.experiment_changed) as changed:
        press(page, "Give it up")
    assert changed.args[0].ended == date.today()  # noqa: DTZ011
    page.present(working(8, changed.args[0]))
    assert not experiment(page).runs
    assert page.column.indexOf(experiment(page)) == page.column.count() - 2
    press(page, "A new experiment")
    assert experiment(page).form.isVisible()


def test_the_result_has_both_groups_and_is_for_one_person(page: WorkingPage, qtbot: QtBot) -> None:
    page.present(working(8, running(40)))
    groups = experiment(page).groups
    QTest.keyClick(groups, Qt.Key.Key_Down)
    assert groups.accessibleDescription().startswith("Back-of-head ease, mean 5.0 (95 % interval")
    assert groups.x_of(10) > groups.x_of(0)
    assert any("Difference: on the days drawn for Rest with music" in text for text in seen(page))
    assert any("for you, in this period" in text for text in seen(page))
    assert set(Choice) == set(groups._names)


def test_both_themes_and_no_room_are_no_trouble(page: WorkingPage, theme: Theme) -> None:
    page.present(working(8, running()))
    theme.set_mode("dark")
    page.resize(60, 60)
    assert not page.grab().isNull()
