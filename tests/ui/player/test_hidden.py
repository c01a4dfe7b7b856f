"""Nobody looks: the guide goes on for the ear, and nothing is painted or made ready."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.frame import Frame
from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.ui.player.clock import FRAME_MS, HIDDEN_MS
from desktop.ui.player.player_place import PlayerPlace
from tests.ui.player.conftest import Seconds


@pytest.fixture
def running(qtbot: QtBot, player: PlayerPlace, plan: Plan, timeline: Timeline) -> PlayerPlace:
    player.open("session", plan, timeline, ())
    qtbot.wait(50)
    return player


@pytest.mark.parametrize("away", [QWidget.hide, QWidget.showMinimized])
def test_a_hidden_window_ticks_slowly_and_paints_nothing(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    running: PlayerPlace,
    seconds: Seconds,
    away: Callable[[QWidget], None],
) -> None:
    told: list[Frame] = []
    painted: list[Frame] = []
    away(running.window())
    qtbot.wait(50)
    assert running.clock._timer.interval() == HIDDEN_MS
    running.moved.connect(told.append)
    monkeypatch.setattr(running.guide.stage, "_paint_work", lambda _painter, frame: painted.append(frame))
    seconds.now += 0.3
    running.clock.tick()
    qtbot.wait(150)
    assert told
    assert not painted
    assert not running.guide.stage._idle.isActive()


def test_seen_again_it_is_painted_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, running: PlayerPlace) -> None:
    painted: list[Frame] = []
    running.window().hide()
    monkeypatch.setattr(running.guide.stage, "_paint_work", lambda _painter, frame: painted.append(frame))
    running.window().show()
    qtbot.waitUntil(lambda: bool(painted))
    assert running.clock._timer.interval() == FRAME_MS
