from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.player.pressure import Pressure
from desktop.ui.player.pressure_row import PressureRow
from desktop.ui.theme import Theme
from desktop.ui.widgets.icon_button import IconButton


def texts(player: PlayerPlace) -> list[str]:
    return [label.text() for label in player.guide.panel.findChildren(QLabel)]


@pytest.fixture
def shown(player: PlayerPlace, plan: Plan) -> PlayerPlace:
    player.guide.panel.set_steps(plan.routine.steps)
    return player


def test_it_says_the_step_its_cue_and_what_comes_next(shown: PlayerPlace, plan: Plan, timeline: Timeline) -> None:
    shown.guide.panel.show_frame(timeline.frame_at(40.0))
    assert {"Step 2 of 3", "Crown-to-shoulder strokes"} <= set(texts(shown))
    assert plan.routine.steps[2].name in texts(shown)
    assert shown.guide.panel.cue.text == plan.routine.steps[1].cue


def test_before_the_start_it_says_get_ready(shown: PlayerPlace, timeline: Timeline) -> None:
    shown.guide.panel.show_frame(timeline.frame_at(-3.0))
    assert {"Get ready", "Hands and breath"} <= set(texts(shown))


def test_after_the_last_step_comes_rest(shown: PlayerPlace, timeline: Timeline) -> None:
    shown.guide.panel.show_frame(timeline.frame_at(100.0))
    assert "Rest" in texts(shown)


def test_the_pressure_row_stops_at_the_ceiling(qtbot: QtBot, theme: Theme) -> None:
    row = PressureRow(theme)
    qtbot.addWidget(row)
    row.show_pressure(Pressure(planned=4, ceiling=4, level=4))
    minus, plus = row.findChildren(IconButton)
    assert (minus.isEnabled(), plus.isEnabled()) == (True, False)
    with qtbot.waitSignal(row.lighter):
        qtbot.mouseClick(minus, Qt.MouseButton.LeftButton)
