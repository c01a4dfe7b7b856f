"""The app killed at fifty random moments of a session: at most a second of it is lost, and the file is sound."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Timer

import pytest

from desktop.db.repository import open_repository
from desktop.domain.session import State
from tests.long.keep import keep
from tests.long.spoiling import SEED
from tests.long.telling import telling

KILLS, LONGEST = 50, 5.0

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows"),
]


def test_fifty_kills(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    random, lost = Random(SEED), []
    for number in range(KILLS):
        folder = tmp_path / str(number)
        done = played_and_killed(folder, number, random.uniform(0.0, LONGEST))
        lost.append(done - kept(folder / "unknot.sqlite3"))
    figures = {"kills": KILLS, "seed": SEED, "most_seconds_lost": max(lost), "least_seconds_lost": min(lost)}
    keep("kills", figures, capfd)
    assert max(lost) <= 1.0
    assert min(lost) > -0.05  # told a moment after it was kept


def played_and_killed(folder: Path, seed: int, seconds: float) -> float:
    """Seconds guided at the moment of the kill, as far as was told."""
    done = 0.0
    silent = {"PULSE_SERVER": "unix:/nowhere", "QT_QPA_PLATFORM": "offscreen"}
    with telling("tests.long.killed", str(folder), str(seed), surroundings=os.environ | silent) as session:
        session.until("began")
        killing = Timer(seconds, session.process.kill)
        killing.start()
        for word, figures in session.lines():
            done = figures["seconds"] if word == "done" else done
        killing.join()
    return done


def kept(file: Path) -> float:
    """Seconds of the session in the file. It is the only one, has not ended, and the file is sound."""
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    repository = open_repository(file)
    (cut,) = repository.sessions.interrupted()
    repository.close()
    assert cut.status is State.RUNNING
    return cut.done_seconds
