from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.player.stage_note import StageNote
from desktop.ui.theme import Theme


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(600, 400)
    return stage


def test_it_is_there_only_while_it_says_something(theme: Theme, stage: QWidget) -> None:
    note = StageNote(theme, stage)
    assert note.isHidden()
    note.say("Paused", "Space goes on")
    assert not note.isHidden()
    note.say("")
    assert note.isHidden()


def test_it_stays_in_the_middle_near_the_foot(theme: Theme, stage: QWidget) -> None:
    note = StageNote(theme, stage)
    note.say("Starts in 5")
    stage.resize(900, 700)
    stage.grab()
    assert abs(note.geometry().center().x() - 450) <= 1
    assert 600 < note.geometry().bottom() < 700


def test_it_never_takes_a_click(theme: Theme, stage: QWidget) -> None:
    assert StageNote(theme, stage).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
