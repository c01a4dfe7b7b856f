"""The screen stays awake while a session runs: seen on a message bus, and let go of at pause, end, stop and crash."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from desktop.awake import Awake
from desktop.domain.session import State
from tests.app.desktop_stand_in import ActedDesktop, acted_desktop, missing

ROOT = Path(__file__).resolve().parents[2]
needs_bus = pytest.mark.skipif(bool(missing()), reason=f"not installed: {', '.join(missing())}")
HOLDS = """
import sys, threading
from desktop.awake import Wish
Wish(print).start()
print("holds", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch) -> Iterator[ActedDesktop]:
    with tempfile.TemporaryDirectory(prefix="unknot-") as folder, acted_desktop(Path(folder)) as desktop:
        for name, value in desktop.surroundings.items():
            monkeypatch.setenv(name, value)
        yield desktop


@pytest.fixture
def awake(qapp: QCoreApplication) -> Iterator[Awake]:
    awake = Awake()
    yield awake
    awake.close()


@needs_bus
def test_the_screen_is_let_go_of_whenever_nothing_runs(qtbot: QtBot, awake: Awake, desktop: ActedDesktop) -> None:
    expected: list[str] = []
    for state in (State.PAUSED, State.FROZEN, State.FINISHED, State.STOPPED):
        awake.follow(State.RUNNING)
        expected.append("Inhibit")
        qtbot.waitUntil(lambda: desktop.asked() == expected)
        awake.follow(state)
        expected.append("UnInhibit")
        qtbot.waitUntil(lambda: desktop.asked() == expected)
    awake.follow(State.FINISHED)
    awake.close()
    assert desktop.asked() == expected


@needs_bus
def test_closing_lets_go(qtbot: QtBot, awake: Awake, desktop: ActedDesktop) -> None:
    awake.follow(State.RUNNING)
    qtbot.waitUntil(lambda: desktop.asked() == ["Inhibit"])
    awake.close()
    assert desktop.asked() == ["Inhibit", "UnInhibit"]


@needs_bus
def test_a_crash_lets_go(qtbot: QtBot, desktop: ActedDesktop) -> None:
    """A desktop drops the wish when the connection it came by ends; so this one has to end."""
    before = desktop.names()
    pipe = subprocess.PIPE
    surroundings = os.environ | desktop.surroundings
    with subprocess.Popen([sys.executable, "-c", HOLDS], cwd=ROOT, env=surroundings, stdin=pipe, stdout=pipe) as holds:
        qtbot.waitUntil(lambda: desktop.asked() == ["Inhibit"], timeout=10_000)
        assert desktop.names() == before + 1
        holds.kill()
    qtbot.waitUntil(lambda: desktop.names() == before)


def test_a_desktop_that_cannot_is_told_once(
    qtbot: QtBot, awake: Awake, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'nobody'}")
    told: list[object] = []
    awake.failed.connect(told.append)
    for _ in range(2):
        with qtbot.waitSignal(awake._broken):
            awake.follow(State.RUNNING)
        awake.follow(State.PAUSED)
    qtbot.waitUntil(lambda: not any(thread.name == "awake" for thread in threading.enumerate()))
    QCoreApplication.processEvents()
    assert len(told) == 1
