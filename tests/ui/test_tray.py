"""The picture beside the clock, with a stand-in for the desktop's part: offscreen there is none."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.domain.reminder import Snooze
from desktop.ui import tray as module
from desktop.ui.tray import Tray
from tests.ui.tray_stand_in import StandIn


@pytest.fixture
def tray(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tray]:
    monkeypatch.setattr(module, "QSystemTrayIcon", StandIn)
    tray = Tray(QColor("#0e7c7b"))
    yield tray
    tray.close()


def entry(tray: Tray, name: str) -> int:
    return [action.text() for action in tray.menu.actions()].index(name)


def test_its_menu_has_all_and_puts_off_only_what_waits(tray: Tray, qtbot: QtBot) -> None:
    names = [action.text() for action in tray.menu.actions() if action.text()]
    assert names == ["Open Unknot", "In 10 minutes", "In an hour", "Not today", "Quit"]
    later = tray.menu.actions()[entry(tray, "In an hour")]
    assert not later.isEnabled()
    tray.set_waiting(True)
    with qtbot.waitSignal(tray.snoozed) as told:
        later.trigger()
    assert told.args == [Snooze.HOUR]
    with qtbot.assertNotEmitted(tray.snoozed), qtbot.waitSignal(tray.opened):
        tray.menu.actions()[0].trigger()
    with qtbot.waitSignal(tray.quit_wished):
        tray.menu.actions()[entry(tray, "Quit")].trigger()


def test_a_click_opens_and_a_pressed_notification_takes_up(tray: Tray, qtbot: QtBot) -> None:
    icon = StandIn.made[-1]
    assert icon.shown
    with qtbot.waitSignal(tray.opened):
        icon.activated.emit(StandIn.ActivationReason.Trigger)
    with qtbot.assertNotEmitted(tray.opened):
        icon.activated.emit(StandIn.ActivationReason.Context)
    tray.tell("Unknot", "If you feel like it")
    assert icon.told == ["If you feel like it"]
    with qtbot.waitSignal(tray.taken_up):
        icon.messageClicked.emit()


def test_it_has_a_picture_for_every_size(tray: Tray) -> None:
    sizes = {size.width() for size in StandIn.made[-1].picture.availableSizes()}
    assert sizes == {16, 22, 32, 48}
