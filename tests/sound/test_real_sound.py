"""A real piece of a routine through a real sound server, recorded: what is heard, when, and on which side."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Self

import numpy as np
import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.viewpoint import Viewpoint
from desktop.sound.samples import RATE
from tests.sound.listening import ticks_in
from tests.sound.pulse import MISSING, SINK, PulseServer, pulse_server

ROOT = Path(__file__).resolve().parents[2]
TWO_SIDES = ("RT07", "1", "26.5")
"""Strokes of 1.5 s, the last on the left side; after 3.5 s the right one begins."""

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}")


@pytest.fixture
def server() -> Iterator[PulseServer]:
    with pulse_server() as server:
        server.record()
        yield server


class Playing:
    """The process that plays a piece, and what it says."""

    def __init__(self, surroundings: dict[str, str], *words: str) -> None:
        command = (sys.executable, "-X", "faulthandler", "-m", "tests.sound.piece", *words)
        pipe = subprocess.PIPE
        self.process = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdin=pipe, stdout=pipe, text=True)
        self.said: list[str] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self.process:
            self.process.kill()

    def until(self, word: str) -> list[str]:
        """Waits for a line that begins so; gives its other words."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line.strip())
            if line.startswith(word):
                return line.split()[1:]
        raise AssertionError(f"never said {word}: {self.said}")

    def order(self, word: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()

    def done(self) -> float:
        """How many seconds the guide was off its time in the end. The process has to end well."""
        begun, start = map(float, next(line for line in self.said if line.startswith("from")).split()[1:])
        now, t = map(float, self.until("now"))
        assert self.process.wait(10) == 0
        return abs((t - start) - (now - begun))


def test_ticks_come_on_their_side_at_the_tempo(server: PulseServer) -> None:
    view = load_guide().routines["RT07"].steps[1].view
    left = Viewpoint.AS_ON_ME.pan(Side.LEFT, view)
    with Playing(server.surroundings, *TWO_SIDES, "5.5") as playing:
        playing.until("from")
        begun = server.seconds()
        assert playing.done() < 0.05
        found = ticks_in(server.heard())
        assert [after - before for (before, _), (after, _) in pairwise(found)] == pytest.approx([1.5] * 3, rel=0.05)
        assert [np.sign(share - 0.5) for _, share in found] == [left, left, -left, -left]
        assert [t - begun for t, _ in found] == pytest.approx([0.5, 2.0, 3.5, 5.0], abs=0.15)  # as it is seen
        assert "amiss" not in " ".join(playing.said)


def test_a_pause_is_heard_at_once_and_the_rhythm_goes_on_after_it(server: PulseServer) -> None:
    with Playing(server.surroundings, *TWO_SIDES, "4.5", "rain") as playing:
        playing.until("from")
        time.sleep(1.5)
        playing.order("pause")
        playing.until("pause")
        paused = server.seconds()
        time.sleep(0.9)
        resumed = server.seconds()
        playing.order("go")
        playing.until("now")
        heard = np.abs(server.heard()).max(axis=1)
        assert heard[int((paused - 0.5) * RATE) : int(paused * RATE)].max() > 0.002
        assert heard[int((paused + 0.25) * RATE) : int(resumed * RATE)].max() == 0
        assert heard[int((resumed + 0.5) * RATE) : int((resumed + 1.5) * RATE)].max() > 0.002


def test_the_routine_goes_on_when_the_sound_server_ends(server: PulseServer) -> None:
    with Playing(server.surroundings, *TWO_SIDES, "7") as playing:
        playing.until("from")
        time.sleep(1)
        server.kill()
        playing.until("amiss")
        playing.order("pause")
        playing.order("go")
        playing.until("go")
        assert playing.process.poll() is None


def test_sound_comes_back_with_a_device(server: PulseServer) -> None:
    with Playing(server.surroundings, *TWO_SIDES, "9", "rain") as playing:
        playing.until("from")
        server.control("unload-module", SINK[0])
        playing.until("amiss There")
        assert server.control("load-module", *SINK)
        server.record()
        playing.until("amiss")
        before = server.seconds()
        assert playing.done() < 0.05
        assert np.abs(server.heard()[int(before * RATE) :]).max() > 0.002


def test_without_any_device_the_routine_keeps_its_time() -> None:
    with pulse_server() as server:
        server.kill()
        with Playing(server.surroundings, *TWO_SIDES, "2") as playing:
            playing.until("from")
            assert playing.done() < 0.05
            assert [line for line in playing.said if line.startswith("amiss")] == [playing.said[1]]
