from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.player.clock import FRAME_MS, HIDDEN_MS, Clock, steady_seconds
from tests.ui.player.conftest import Seconds


def test_it_runs_only_between_start_and_pause(clock: Clock, seconds: Seconds) -> None:
    clock.seek(-5.0)
    seconds.now += 3
    clock.tick()
    assert clock.t == -5.0
    clock.start()
    seconds.now += 2
    clock.tick()
    clock.pause()
    seconds.now += 1
    clock.tick()
    assert clock.t == -3.0


def test_time_paused_is_not_made_up_for(clock: Clock, seconds: Seconds) -> None:
    clock.start()
    clock.pause()
    seconds.now += 60
    clock.start()
    seconds.now += 1
    clock.tick()
    assert clock.t == 1.0


def test_a_faster_clock_counts_more_guide_seconds(clock: Clock, seconds: Seconds, qtbot: QtBot) -> None:
    clock.set_speed(10)
    clock.start()
    seconds.now += 0.25
    with qtbot.waitSignal(clock.ticked) as ticked:
        clock.tick()
    assert ticked.args == [2.5, 2.5]


@pytest.mark.parametrize("speed", [0, -1])
def test_a_clock_never_runs_backwards(clock: Clock, speed: float) -> None:
    with pytest.raises(ValueError, match="forwards"):
        clock.set_speed(speed)


def test_a_closed_lid_pauses_and_counts_nothing(clock: Clock, seconds: Seconds, qtbot: QtBot) -> None:
    clock.start()
    seconds.now += 5.1
    with qtbot.waitSignal(clock.gapped):
        clock.tick()
    assert not clock.running
    assert clock.t == 0.0


def test_seeking_starts_from_there(clock: Clock, seconds: Seconds) -> None:
    clock.start()
    seconds.now += 1
    clock.seek(30.0)
    seconds.now += 1
    clock.tick()
    assert clock.t == 31.0


def test_it_ticks_slowly_while_nobody_looks(clock: Clock) -> None:
    clock.set_seen(False)
    assert clock._timer.interval() == HIDDEN_MS
    clock.set_seen(True)
    assert clock._timer.interval() == FRAME_MS


def test_real_time_goes_on(qtbot: QtBot) -> None:
    clock = Clock(steady_seconds)
    clock.start()
    qtbot.waitUntil(lambda: clock.t > 0.05)
    clock.pause()
