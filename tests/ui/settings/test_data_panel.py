"""The panel about one's data: what is asked for, where to, and what needs a second click."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.settings.backup_list import RESTORE, SURE
from desktop.ui.settings.data_panel import DataPanel
from desktop.ui.settings.taking_out import KINDS
from desktop.ui.theme import Theme
from tests.ui.conftest import in_window

DAYS = [f"{day} Nov 2026, 09:00" for day in range(20, 10, -1)]


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> QWidget:
    return in_window(qtbot, DataPanel(theme, "/home/somebody"), 712, 1100)


@pytest.fixture
def panel(window: QWidget) -> DataPanel:
    found = window.findChild(DataPanel)
    assert isinstance(found, DataPanel)
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_a_copy_asks_where_to(panel: DataPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    asked: list[str] = []

    def chosen(_parent: QWidget, _title: str, name: str, _filter: str) -> tuple[str, str]:
        asked.append(name)
        return "/tmp/there", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    with qtbot.waitSignal(panel.out.wanted) as told:
        qtbot.mouseClick(panel.out.buttons[kind], Qt.MouseButton.LeftButton)
    assert told.args == [kind, Path("/tmp/there")]
    assert asked[0].startswith("unknot-")
    assert asked[0].endswith(f".{KINDS[kind][1]}")


def test_a_dialog_left_asks_for_nothing(panel: DataPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(panel.out.wanted), qtbot.assertNotEmitted(panel.into.chosen):
        panel.out.buttons["json"].click()
        panel.into.button.click()


def test_a_file_is_looked_into_once_it_is_chosen(
    panel: DataPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/tmp/copy.json", ""))
    with qtbot.waitSignal(panel.into.chosen) as told:
        panel.into.button.click()
    assert told.args == [Path("/tmp/copy.json")]
    panel.into.preview.ask("It holds much.")
    assert panel.into.preview.no.hasFocus()
    with qtbot.waitSignal(panel.into.declined), qtbot.assertNotEmitted(panel.into.accepted):
        qtbot.keyClick(panel.into.preview.no, Qt.Key.Key_Space)
    assert not panel.into.preview.isVisible()


def test_only_the_second_click_goes_back(panel: DataPanel, qtbot: QtBot) -> None:
    panel.backups.show_backups(DAYS)
    with qtbot.assertNotEmitted(panel.backups.wanted):
        panel.backups.button(1).click()
        panel.backups.button(2).click()
    assert [panel.backups.button(number).text() for number in (1, 2)] == [RESTORE, SURE]
    with qtbot.waitSignal(panel.backups.wanted) as told:
        panel.backups.button(2).click()
    assert told.args == [2]


def test_more_backups_are_a_click_away(panel: DataPanel) -> None:
    panel.backups.show_backups(DAYS)
    shown = [panel.backups.button(number).isVisible() for number in range(len(DAYS))]
    assert shown == [True] * 5 + [False] * 5
    panel.backups.all_button.click()
    assert all(panel.backups.button(number).isVisible() for number in range(len(DAYS)))


def test_the_grave_question_stands_on_keeping(panel: DataPanel, qtbot: QtBot) -> None:
    panel.question.ask("Erase everything?")
    assert panel.question.no.hasFocus()
    with qtbot.assertNotEmitted(panel.erase_accepted):
        qtbot.keyClick(panel.question.no, Qt.Key.Key_Space)
    panel.question.ask("Erase everything?")
    with qtbot.waitSignal(panel.erase_accepted):
        panel.question.yes.click()


def test_while_something_is_written_nothing_else_can_be_asked_for(panel: DataPanel) -> None:
    panel.out.show_progress("Writing: 40%")
    assert not any(button.isEnabled() for button in panel.out.buttons.values())
    panel.out.show_progress("")
    assert all(button.isEnabled() for button in panel.out.buttons.values())


@pytest.mark.parametrize("percent", [100, 200])
def test_no_button_is_cut_off(panel: DataPanel, theme: Theme, percent: int) -> None:
    theme.set_text_percent(percent)
    panel.backups.show_backups(DAYS)
    panel.question.ask("Erase everything?")
    own = [button for button in panel.out.findChildren(QPushButton) if button.text() == "Own"]
    own[0].click()
    QApplication.processEvents()
    for button in panel.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width(), button.text()
            assert button.mapTo(panel, button.rect().topRight()).x() <= panel.width(), button.text()
