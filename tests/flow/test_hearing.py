"""A session with its voice and sounds: whatever becomes of them, it ends on time and is kept."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import Unknot
from desktop.data_folder import DataFolder
from desktop.domain.session import State
from tests.flow.conftest import Opener, begin, player_of
from tests.sound.speech import MISSING, SpeechService, speech_service

SPEED = 120.0
"""Guide seconds a real second: RT01 takes four."""
RT01_SECONDS = 480.0


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechService]:
    with speech_service() as service:
        for name in ("SPEECHD_ADDRESS", "XDG_RUNTIME_DIR"):
            monkeypatch.setenv(name, service.surroundings[name])
        yield service


def play_to_the_end(qtbot: QtBot, app: Unknot) -> float:
    """How many real seconds it took more than the clock says."""
    player = player_of(qtbot, app)
    player.clock.set_speed(SPEED)
    begun, left = time.monotonic(), RT01_SECONDS - player.clock.t
    qtbot.waitUntil(lambda: player.state is State.FINISHED, timeout=20_000)
    return time.monotonic() - begun - left / SPEED


def kept(folder: DataFolder) -> list[tuple[str]]:
    with closing(sqlite3.connect(folder.database)) as connection:
        return connection.execute("SELECT status FROM sessions").fetchall()


def test_with_nothing_to_be_heard_it_ends_on_time_and_says_why_in_the_settings(
    qtbot: QtBot, open_app: Opener, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    app = open_app()
    begin(qtbot, app, 5)
    assert play_to_the_end(qtbot, app) < 1.5
    app.window.want_settings()
    settings = app.desk.settings
    assert settings is not None
    qtbot.waitUntil(lambda: "speech-dispatcher" in settings.sound.trouble.text(), timeout=10_000)
    assert not settings.sound.voice_button.isEnabled()
    app.window.close()
    assert kept(folder) == [("finished",)]


@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")
def test_a_voice_that_dies_in_the_middle_takes_nothing_along(
    qtbot: QtBot, open_app: Opener, folder: DataFolder, service: SpeechService
) -> None:
    app = open_app()
    begin(qtbot, app, 5)
    player, hearing = player_of(qtbot, app), app.hearing
    assert hearing is not None
    qtbot.waitUntil(lambda: bool(hearing.voice.voices), timeout=15_000)
    with qtbot.waitSignal(hearing.voice.speaking, timeout=15_000):
        qtbot.keyClick(player, Qt.Key.Key_Right)  # to the first step, whose cue is read
    service.kill()
    with qtbot.waitSignal(hearing.voice.unavailable, timeout=15_000):
        qtbot.keyClick(player, Qt.Key.Key_Right)
    assert player.state is State.RUNNING
    assert play_to_the_end(qtbot, app) < 1.5
    app.window.close()
    assert kept(folder) == [("finished",)]
