"""The thread that feeds a device: whatever the device does, nobody waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from threading import Event

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.sound.accompaniment import Accompaniment
from desktop.sound.device import Device
from desktop.sound.performance import Performance
from desktop.sound.samples import RATE, SampleBank
from desktop.sound.stream import NO_DEVICE, PERIOD
from tests.domain.plain_atlas import PlainAtlas

GUIDE = load_guide()


class FakeDevice(Device):
    """There or not, held up or not; it keeps what it is fed with and takes it all at once."""

    def __init__(self) -> None:
        super().__init__()
        self.there, self.blocks, self.rests, self.closed = True, list[bytes](), 0, False
        self.free = Event()
        self.free.set()

    def open(self) -> bool:
        self.free.wait(5)
        return self.there

    def feed(self, block: Callable[[int, float], bytes]) -> bool:
        self.blocks.append(block(960, 0.0))
        return self.there

    def rest(self) -> None:
        self.rests += 1

    def close(self) -> None:
        self.closed = True


class Playing:
    """An accompaniment on a fake device, and a frame of its timeline to follow."""

    def __init__(self) -> None:
        self.device, self.heard = FakeDevice(), Accompaniment()
        self.heard._stream._device = self.device
        self.timeline = Timeline(GUIDE.routines["RT01"].steps, GUIDE, PlainAtlas())
        self.frame = self.timeline.frame_at(0.0)
        self.said: list[str] = []
        self.heard.unavailable.connect(self.said.append)
        self.heard.begin(self.timeline)


@pytest.fixture
def playing(qtbot: QtBot) -> Iterator[Playing]:
    playing = Playing()
    yield playing
    playing.device.free.set()
    playing.heard.close()


def test_it_plays_while_the_guide_runs_and_rests_when_it_stands_still(playing: Playing, qtbot: QtBot) -> None:
    playing.heard.follow(playing.frame, True)
    qtbot.waitUntil(lambda: len(playing.device.blocks) > 3, timeout=2000)
    assert any(np.frombuffer(block, "<i2").any() for block in playing.device.blocks)  # the chime of the first step
    playing.heard.follow(playing.frame, False)
    rests = playing.device.rests
    qtbot.waitUntil(lambda: playing.device.rests > rests, timeout=2000)
    count, used = len(playing.device.blocks), time.thread_time()
    qtbot.wait(200)
    assert len(playing.device.blocks) == count
    assert time.thread_time() - used < 0.1


def test_a_device_that_is_missing_is_told_of_once_and_used_when_it_comes(playing: Playing, qtbot: QtBot) -> None:
    playing.device.there = False
    frame = playing.frame
    for _ in range(10):
        playing.heard.follow(frame, True)
        qtbot.wait(10)
    assert playing.said == [NO_DEVICE]
    playing.device.there = True

    def heard_again() -> bool:
        playing.heard.follow(frame, True)
        return playing.said == [NO_DEVICE, ""]

    qtbot.waitUntil(heard_again, timeout=3000)


def test_a_device_that_hangs_holds_up_nobody(playing: Playing) -> None:
    playing.device.free.clear()
    begun = time.perf_counter()
    for _ in range(100):
        playing.heard.follow(playing.frame, True)
        playing.heard.duck(True)
        playing.heard.mute(False)
    assert time.perf_counter() - begun < 0.1


def test_a_sound_that_cannot_be_read_is_told_of(playing: Playing, qtbot: QtBot) -> None:
    playing.heard._stream.order(playing.heard._performance.set_ambient, "nothing", 0.5)
    qtbot.waitUntil(lambda: bool(playing.said), timeout=2000)
    assert "cannot be read" in playing.said[0]
    with pytest.raises(ValueError, match="no ambient sound"):
        playing.heard.set_ambient("nothing", 0.5)


def test_closing_ends_thread_and_device(playing: Playing) -> None:
    playing.heard.close()
    assert not playing.heard._stream.is_alive()
    assert playing.device.closed


def test_an_accompaniment_that_never_played_closes_as_well(qtbot: QtBot) -> None:
    heard = Accompaniment()
    heard.set_rhythm_volume(0.5)
    heard.close()


def test_a_second_of_mixing_costs_next_to_nothing() -> None:
    performance = Performance(SampleBank())
    performance.begin(Timeline(GUIDE.routines["RT09"].steps, GUIDE, PlainAtlas()), Viewpoint.PARTNER)
    performance.set_ambient("rain", 1.0)
    used = time.thread_time()
    for place in range(round(10 / PERIOD)):  # ten seconds
        t = place * PERIOD
        performance.follow(t, t, True)
        performance.block(round(PERIOD * RATE), t, t)
    assert time.thread_time() - used < 0.2  # two per cent of a core
