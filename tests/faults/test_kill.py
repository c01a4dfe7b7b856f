"""A process killed in the middle of a session loses at most one second of it."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.db.repository import open_repository
from desktop.domain.session import EventKind, State

STAND_IN = Path(__file__).with_name("player_stand_in.py")
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize("pause", [0.5, 0.001], ids=["as the player does", "as fast as it goes"])
def test_killed_mid_session(tmp_path: Path, pause: float) -> None:
    file = tmp_path / "unknot.sqlite3"
    for attempt in range(2):
        done = play_and_kill(file, pause, random.Random(attempt).uniform(0.6, 1.3))
        repository = open_repository(file)
        (cut,) = repository.sessions.interrupted()
        assert done - 1.0 <= cut.done_seconds <= done
        assert (cut.status, cut.places[0].region) == (State.RUNNING, "occiput")
        assert [event.kind for event in cut.events] == [EventKind.STARTED]
        repository.sessions.remove(cut.id)
        repository.close()


def play_and_kill(file: Path, pause: float, seconds: float) -> float:
    """Guide seconds that had passed at the moment of the kill."""
    with subprocess.Popen(
        [sys.executable, str(STAND_IN), str(file), str(pause)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        begun = float(process.stdout.readline())
        time.sleep(seconds)
        process.kill()
        return time.monotonic() - begun
