"""A reminder from the settings to the routine: told of once, put off, opened, and silent while hands are at work."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import Unknot
from desktop.data_folder import DataFolder
from desktop.db.repository import open_repository
from desktop.desks import household
from desktop.desks.reminding import Reminding, wall_clock
from desktop.domain.reminder import Reminder
from desktop.preferences import load_preferences
from desktop.ui import tray as tray_module
from desktop.ui.main_window import LIBRARY
from tests.flow.conftest import Opener, begin, player_of, press
from tests.ui.tray_stand_in import StandIn

STAYS = "Unknot goes on here"
NINE = Reminder("one", "RT11", time(9, 0))
FIRST = "If you feel like it: "


class Clock:
    """Stands where it is put."""

    def __init__(self) -> None:
        self.now = wall_clock().replace(hour=8, minute=59, second=30, microsecond=0)

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **by: int) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def reminder(folder: DataFolder) -> Reminder:
    repository = open_repository(folder.database)
    repository.records.keep(NINE)
    repository.close()
    return NINE


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(household, "Reminding", partial(Reminding, clock=clock))
    return clock


def reminding(qtbot: QtBot, app: Unknot) -> Reminding:
    qtbot.waitUntil(lambda: app.household is not None and bool(app.household.reminding.reminders))
    assert app.household is not None
    return app.household.reminding


def shown(app: Unknot) -> str:
    return app.notice.text if app.notice.isVisible() else ""


@pytest.mark.xvfb
def test_it_is_told_of_put_off_and_opens_its_routine(
    qtbot: QtBot, open_app: Opener, clock: Clock, reminder: Reminder, folder: DataFolder
) -> None:
    app = open_app()
    reminds = reminding(qtbot, app)
    reminds.look_at_clock()
    assert not shown(app).startswith(FIRST)
    clock.go_on(minutes=1)
    reminds.look_at_clock()
    assert shown(app).startswith(FIRST)
    app.notice.press("In 10 minutes")
    assert not app.notice.isVisible()
    for _ in range(9):
        clock.go_on(minutes=1)
        reminds.look_at_clock()
        assert not app.notice.isVisible()
    clock.go_on(minutes=1)
    reminds.look_at_clock()
    assert shown(app).startswith(FIRST)
    app.notice.press("Open")
    assert app.window.shown == LIBRARY
    assert app.library is not None
    assert app.library.page.start.isVisible()
    assert app._guide.routines["RT11"].short_title in shown_title(app)
    assert reminds.waiting is None


def shown_title(app: Unknot) -> str:
    assert app.library is not None
    return app.library.page._title.text()


def test_not_today_is_kept_over_a_restart(
    qtbot: QtBot, open_app: Opener, clock: Clock, reminder: Reminder, folder: DataFolder
) -> None:
    app = open_app()
    reminds = reminding(qtbot, app)
    clock.go_on(minutes=1)
    reminds.look_at_clock()
    app.notice.press("Not today")
    app.window.close()
    clock.go_on(hours=-1)
    again = open_app()
    reminds = reminding(qtbot, again)
    clock.go_on(hours=1, minutes=1)
    reminds.look_at_clock()
    assert not shown(again).startswith(FIRST)
    clock.go_on(hours=23, minutes=59)
    reminds.look_at_clock()
    assert shown(again).startswith(FIRST)


def test_hands_at_work_are_not_disturbed(qtbot: QtBot, open_app: Opener, clock: Clock, reminder: Reminder) -> None:
    app = open_app()
    reminds = reminding(qtbot, app)
    begin(qtbot, app, 4)
    player = player_of(qtbot, app)
    clock.go_on(minutes=1)
    reminds.look_at_clock()
    assert not app.notice.isVisible()
    player.card.end_wished.emit()
    player.rating.done.emit((), "")
    player.left.emit()
    clock.go_on(minutes=5)
    reminds.look_at_clock()
    assert shown(app).startswith(FIRST)


def test_one_is_made_changed_and_removed_in_the_settings(qtbot: QtBot, open_app: Opener, clock: Clock) -> None:
    app = open_app()
    qtbot.waitUntil(lambda: app.household is not None and bool(app.household.people.profiles))
    app.window.want_settings()
    assert app.desk.settings is not None
    panel = app.desk.settings.reminders
    assert "only inside its window" in panel.runs.text()
    assert panel.stay.isHidden()
    press(qtbot, panel.add_button)
    assert not panel.form.save.isEnabled()
    next(action for action in panel.form.menu.actions() if action.data() == "RT11").trigger()
    panel.form.days[5].click()
    qtbot.keyClick(panel.form.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(panel.rows) == 1)
    kept = panel.rows[0].reminder
    assert (kept.routine, kept.at, kept.days) == ("RT11", time(15, 0), frozenset(range(6)))
    assert "15:00" in panel.coming.text()
    panel.rows[0].active.click()
    qtbot.waitUntil(lambda: not panel.rows[0].reminder.active)
    assert panel.coming.isHidden()
    press(qtbot, panel.rows[0].remove)
    qtbot.waitUntil(lambda: not panel.rows)
    app.notice.press("Undo")
    qtbot.waitUntil(lambda: len(panel.rows) == 1)
    assert panel.rows[0].reminder.id == kept.id


def test_nobody_is_reminded_of_what_others_wish(
    qtbot: QtBot, open_app: Opener, clock: Clock, reminder: Reminder, folder: DataFolder
) -> None:
    repository = open_repository(folder.database)
    other = repository.profiles.add("Anna")
    repository.close()
    app = open_app()
    reminds = reminding(qtbot, app)
    assert app.household is not None
    app.household.people.switch(other.id)
    qtbot.waitUntil(lambda: app.journal.profile == other.id and not reminds.reminders)
    QApplication.processEvents()
    clock.go_on(minutes=1)
    reminds.look_at_clock()
    assert not shown(app).startswith(FIRST)


@pytest.fixture
def desktop_tray(monkeypatch: pytest.MonkeyPatch) -> type[StandIn]:
    """This desktop has a tray."""
    monkeypatch.setattr(tray_module, "QSystemTrayIcon", StandIn)
    StandIn.made.clear()
    return StandIn


@pytest.mark.xvfb
def test_in_the_tray_it_goes_on_reminding_once_the_window_is_closed(
    qtbot: QtBot, open_app: Opener, clock: Clock, reminder: Reminder, desktop_tray: type[StandIn], folder: DataFolder
) -> None:
    app = open_app()
    reminds = reminding(qtbot, app)
    assert reminds.tray is not None
    app.window.want_settings()
    assert app.desk.settings is not None
    press(qtbot, app.desk.settings.reminders.stay)
    app._show_map()
    app.window.close()
    icon = desktop_tray.made[-1]
    assert app.window.isHidden()
    assert [words.startswith(STAYS) for words in icon.told] == [True]
    clock.go_on(minutes=1)
    reminds.look_at_clock()
    assert icon.told[-1].startswith(FIRST)
    icon.messageClicked.emit()
    assert app.window.isVisible()
    assert app.window.shown == LIBRARY
    app.window.close()
    assert app.window.isHidden()
    assert sum(words.startswith(STAYS) for words in icon.told) == 1
    with qtbot.waitSignal(app.window.closing):
        reminds.quit()
    assert not icon.shown
    assert load_preferences(folder.preferences).stay


def test_without_the_wish_closing_ends_it_and_without_reminders_there_is_no_tray(
    qtbot: QtBot, open_app: Opener, clock: Clock, reminder: Reminder, desktop_tray: type[StandIn]
) -> None:
    app = open_app()
    reminds = reminding(qtbot, app)
    app.window.want_settings()
    assert app.desk.settings is not None
    panel = app.desk.settings.reminders
    qtbot.waitUntil(lambda: bool(panel.rows))
    panel.rows[0].active.click()
    qtbot.waitUntil(lambda: reminds.tray is None)
    assert not desktop_tray.made[-1].shown
    panel.rows[0].active.click()
    qtbot.waitUntil(lambda: reminds.tray is not None)
    with qtbot.waitSignal(app.window.closing):
        app.window.close()


def test_quitting_from_the_tray_asks_a_running_session(
    qtbot: QtBot, open_app: Opener, clock: Clock, reminder: Reminder, desktop_tray: type[StandIn]
) -> None:
    app = open_app()
    reminds = reminding(qtbot, app)
    begin(qtbot, app, 4)
    player = player_of(qtbot, app)
    with qtbot.assertNotEmitted(app.window.closing):
        reminds.quit()
    assert player.card.isVisible()
    assert app.window.isVisible()
