"""Ten minutes as they are: real window, real speed, voice and sounds on. What it costs, how even it looks and sounds.

Only what does not depend on how busy the machine is can fail; the other figures are told and kept in
`build/long/figures.json`."""

from __future__ import annotations

import faulthandler
import os
import sqlite3
import sys
import time
from collections.abc import Iterable
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.long.frame_figures import frame_figures
from tests.long.keep import keep
from tests.long.process_figures import Cost, children, cost, cpu_seconds, machine_seconds
from tests.long.rhythm import planned_ticks, rhythm_figures
from tests.long.telling import Telling, telling
from tests.sound.pulse import PulseServer, pulse_server
from tests.sound.speech import MISSING, SpeechService

ROUTINE, SECONDS, MINUTES = "RT18", 600.0, 10
"""Moves, holds, strokes and tapping, on both sides."""
MOST_DRIFT_MS = 20.0
MOST_MIB, MOST_KEPT_MIB = 340.0, 120.0
"""A session's pictures are made step by step and kept up to a bound: memory rises to it, and is given back at the end,
but for what the heap holds on to. That none is lost over many sessions is proved by `test_soak.py`."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.xvfb,
    pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") != "xcb", reason="measured in a real window, by itself"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the figures are read from /proc"),
    pytest.mark.skipif(bool(MISSING), reason=f"not installed: {', '.join(MISSING)}"),
]


def test_ten_minutes_at_real_speed(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    faulthandler.cancel_dump_traceback_later()  # a test usually hangs when it takes so long
    figures: dict[str, Any] = {"routine": ROUTINE, "processors": os.cpu_count()}
    log = tmp_path / "paints.npy"
    with pulse_server() as sound:
        sound.control("load-module", "module-null-sink", "sink_name=said")  # so that ticks are not drowned by words
        sound.control("set-default-sink", "heard")
        sound.surroundings["PULSE_SINK"] = "said"
        service = SpeechService(sound)
        sound.surroundings["PULSE_SINK"] = "heard"
        sound.record()
        shown = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY", "QT_QPA_PLATFORM") if name in os.environ}
        words = (ROUTINE, str(tmp_path / "data"), str(log))
        try:
            with telling("tests.long.real_time", *words, surroundings=service.surroundings | shown) as app:
                began = app.until("began")
                zero = sound.seconds() - began["t"]
                ahead = [recorded_ahead(sound)]
                figures |= watched(app)
                ahead.append(recorded_ahead(sound))
                figures["memory_mib"] |= on_the_map(began["pss"], app.until("back")["pss"])
                figures |= app.until("closed")
                assert app.process.wait(20) == 0
        finally:
            service.kill()
        fast = (ahead[1] - ahead[0]) / figures["took_seconds"]
        figures["rhythm"] = rhythm_figures(sound.heard(), planned_ticks(ROUTINE), zero, fast)
    figures["picture"] = frame_figures(np.load(log))
    figures["kept"] = kept(tmp_path / "data" / "unknot.sqlite3")
    keep("figures", figures, capfd)
    assert figures["kept"]["status"] == "finished"
    assert figures["kept"]["done_seconds"] == pytest.approx(SECONDS, abs=0.5)
    assert figures["faults"] == []
    assert figures["said"] > 0
    assert figures["rhythm"]["ticks_found"] > 0.9 * figures["rhythm"]["ticks_planned"]
    assert abs(figures["rhythm"]["drift_ms"]) < MOST_DRIFT_MS
    assert max(figures["memory_mib"]["pss"]) < MOST_MIB
    assert figures["memory_mib"]["kept_back_on_the_map"] < MOST_KEPT_MIB


def on_the_map(before: float, after: float) -> dict[str, float]:
    return {"on_the_map_before": round(before, 1), "kept_back_on_the_map": round(after - before, 1)}


def recorded_ahead(sound: PulseServer) -> float:
    """Seconds by which the recording is ahead of the clock on the wall, seen when a piece of it has just come."""

    def look() -> float:
        time.sleep(0.002)
        return sound.seconds() - time.monotonic()

    return max(look() for _ in range(500))


def watched(app: Telling) -> dict[str, Any]:
    """What the app and its voice cost from minute to minute, until the routine is over."""
    pid, began, machine = app.process.pid, time.monotonic(), machine_seconds()
    voice = children(pid)
    costs: list[Cost] = [cost(pid)]
    spoken = [sum(map(cpu_seconds, voice))]
    for minute in range(1, MINUTES + 1):
        time.sleep(max(began + 60 * minute - time.monotonic(), 0))
        costs.append(cost(pid))
        spoken.append(sum(map(cpu_seconds, voice)))
    passed = machine_seconds()
    app.until("finished")
    return {
        "cpu_seconds_a_minute": _each(one.cpu for one in costs),
        "voice_cpu_seconds_a_minute": _each(spoken),
        "memory_mib": {
            "pss": [round(one.pss, 1) for one in costs],
            "rss": [round(one.rss, 1) for one in costs],
        },
        "machine": {name: round(passed[name] - machine[name], 1) for name in passed} | {"load": os.getloadavg()},
        "took_seconds": round(time.monotonic() - began, 1),
    }


def kept(database: Path) -> dict[str, Any]:
    """The session as it is in the file, and how long it took by the clock on the wall."""
    with closing(sqlite3.connect(database)) as connection:
        ((status, done),) = connection.execute("SELECT status, done_seconds FROM sessions")
        times = dict(connection.execute("SELECT kind, at_us FROM events WHERE kind IN ('started', 'finished')"))
    return {
        "status": status,
        "done_seconds": round(done, 3),
        "took_seconds": round((times["finished"] - times["started"]) / 1e6, 3),
    }


def _each(totals: Iterable[float]) -> list[float]:
    """What came between each total and the next."""
    return [round(after - before, 2) for before, after in pairwise(totals)]
