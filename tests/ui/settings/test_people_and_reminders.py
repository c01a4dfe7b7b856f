"""The panels for people and reminders: by mouse and keyboard, telling only what somebody chose, with room for words."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.profile import Profile
from desktop.domain.reminder import Reminder
from desktop.ui.main_window import MainWindow
from desktop.ui.profile_switch import ProfileSwitch
from desktop.ui.settings.profiles_panel import ProfilesPanel
from desktop.ui.settings.reminders_panel import RemindersPanel
from desktop.ui.theme import Theme

PEOPLE = (Profile(1), Profile(2, "Anna-Katharina"), Profile(3, "Mo"))
TITLES = {"RT01": "Back-of-head ease", "RT11": "Slow and firm upper back"}
NINE = Reminder("one", "RT11", time(9, 0), frozenset({0, 3}))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(760, 900)
    return window


@pytest.fixture
def people(window: QWidget, theme: Theme) -> ProfilesPanel:
    panel = ProfilesPanel(theme)
    panel.setParent(window)
    panel.show_profiles(PEOPLE, active=1)
    return panel


@pytest.fixture
def reminders(window: QWidget, theme: Theme) -> RemindersPanel:
    panel = RemindersPanel(theme)
    panel.setParent(window)
    panel.set_routines(TITLES)
    panel.show_reminders([NINE, replace(NINE, id="two", routine="gone", active=False)])
    return panel


def show(qtbot: QtBot, panel: QWidget, width: int = 760) -> None:
    panel.resize(width, 900)
    panel.window().show()
    panel.window().activateWindow()
    qtbot.waitUntil(panel.window().isActiveWindow)


def test_nobody_needs_a_name(people: ProfilesPanel) -> None:
    assert [row.name.text() for row in people.rows.values()] == ["You", "Anna-Katharina", "Mo"]
    people.show_profiles(PEOPLE, active=3)
    assert people.rows[1].name.text() == "No name yet"


def test_only_others_are_switched_to_and_only_oneself_is_erased(people: ProfilesPanel, qtbot: QtBot) -> None:
    show(qtbot, people)
    assert [row.use.isVisible() for row in people.rows.values()] == [False, True, True]
    assert [row.erase.isVisible() for row in people.rows.values()] == [True, False, False]
    with qtbot.waitSignal(people.switch_wished) as told:
        qtbot.keyClick(people.rows[3].use, Qt.Key.Key_Space)
    assert told.args == [3]


def test_a_name_is_given_by_keyboard_and_left_with_escape(people: ProfilesPanel, qtbot: QtBot) -> None:
    show(qtbot, people)
    qtbot.keyClick(people.rows[1].rename, Qt.Key.Key_Space)
    assert people.form.line.hasFocus()
    qtbot.keyClick(people.form.line, Qt.Key.Key_Return)
    assert people.form.isVisible()
    qtbot.keyClicks(people.form.line, "Jo")
    with qtbot.waitSignal(people.renamed) as told:
        qtbot.keyClick(people.form.line, Qt.Key.Key_Return)
    assert told.args == [1, "Jo"]
    qtbot.keyClick(people.add_button, Qt.Key.Key_Space)
    with qtbot.assertNotEmitted(people.added):
        qtbot.keyClick(people.form.line, Qt.Key.Key_Escape)
    assert not people.form.isVisible()


def test_a_reminder_is_changed_and_keeps_its_id(reminders: RemindersPanel, qtbot: QtBot) -> None:
    show(qtbot, reminders)
    first = reminders.rows[0]
    assert first.active.text() == "Mon and Thu at 09:00: Slow and firm upper back"
    qtbot.mouseClick(first.change, Qt.MouseButton.LeftButton)
    assert reminders.form.routine.hasFocus()
    qtbot.mouseClick(reminders.form.days[6], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(reminders.wished) as told:
        qtbot.mouseClick(reminders.form.save, Qt.MouseButton.LeftButton)
    assert told.args == [replace(NINE, days=frozenset({0, 3, 6}))]


def test_no_day_and_no_routine_is_no_reminder(reminders: RemindersPanel, qtbot: QtBot) -> None:
    reminders.form.ask(replace(NINE, routine="gone"))
    assert not reminders.form.save.isEnabled()
    reminders.form.ask(NINE)
    assert reminders.form.save.isEnabled()
    for day in (0, 3):
        reminders.form.days[day].click()
    assert not reminders.form.save.isEnabled()


def test_one_whose_routine_is_gone_can_be_removed(reminders: RemindersPanel, qtbot: QtBot) -> None:
    assert "not there any more" in reminders.rows[1].active.text()
    with qtbot.waitSignal(reminders.removed) as told:
        reminders.rows[1].remove.click()
    assert told.args[0].id == "two"


def test_showing_tells_nobody(reminders: RemindersPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(reminders.wished), qtbot.assertNotEmitted(reminders.stay_chosen):
        reminders.show_reminders([replace(NINE, active=False)])
        reminders.show_stay(stays=True)
        reminders.form.ask(NINE)


def test_it_says_what_it_needs(reminders: RemindersPanel) -> None:
    assert "while it is running" in reminders.runs.text()
    reminders.show_tray(there=False)
    assert "only inside its window" in reminders.runs.text()
    reminders.show_coming("The next one comes today at 09:00.")
    assert reminders.stay.isEnabled()
    reminders.show_coming("")
    assert not reminders.stay.isEnabled()


@pytest.mark.parametrize("percent", [80, 200])
def test_no_word_is_cut_off(
    people: ProfilesPanel, reminders: RemindersPanel, theme: Theme, qtbot: QtBot, percent: int
) -> None:
    theme.set_text_percent(percent)
    people.form.ask("What are they called?")
    reminders.form.ask(NINE)
    for panel in (people, reminders):
        show(qtbot, panel, 696)
        QApplication.processEvents()
        buttons = [button for button in panel.findChildren(QPushButton) if button.isVisible()]
        cut = [button.text() for button in buttons if too_narrow(button)]
        assert buttons
        assert cut == []


def too_narrow(button: QPushButton) -> bool:
    wanted: QSize = button.sizeHint()
    return button.width() < wanted.width()


def test_everything_has_a_name_of_its_own(people: ProfilesPanel, reminders: RemindersPanel) -> None:
    rows = [*people.rows.values(), *reminders.rows]
    names = [button.accessibleName() for row in rows for button in row.findChildren(QPushButton)]
    assert all(names)
    assert len(set(names)) == len(names)


def test_the_rail_names_who_it_is_and_offers_the_others(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow()
    window.furnish(theme)
    qtbot.addWidget(window)
    switch = ProfileSwitch(window.rail)
    switch.show_profiles(PEOPLE[:1], active=1)
    assert switch.button.isHidden()
    switch.show_profiles(PEOPLE, active=2)
    assert not switch.button.isHidden()
    assert switch.button.text() == "Anna-Kat…"
    assert switch.button.toolTip() == "Anna-Katharina uses Unknot now"
    named = {action.text(): action for action in switch.menu.actions()}
    with qtbot.waitSignal(switch.chosen) as told:
        named["Mo"].trigger()
    assert told.args == [3]
    with qtbot.waitSignal(switch.settings_wished):
        named["People ..."].trigger()
