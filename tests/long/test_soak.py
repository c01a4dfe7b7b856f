"""Every routine played four times over in one process: nothing is left behind, and memory stays flat."""

from __future__ import annotations

import faulthandler
import os
import sys
from pathlib import Path

import pytest

from tests.long.keep import keep
from tests.long.telling import telling

ROUNDS, ROUTINES = 4, 21
MOST_GROWTH_MIB = 8.0
"""From the second round on; in the first one everything is loaded."""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the figures are read from /proc"),
]


def test_all_routines_again_and_again(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    faulthandler.cancel_dump_traceback_later()  # a test usually hangs when it takes so long
    silent = {"PULSE_SERVER": "unix:/nowhere", "QT_QPA_PLATFORM": "offscreen"}
    with telling("tests.long.soak", str(ROUNDS), str(tmp_path), surroundings=os.environ | silent) as soak:
        rounds = [soak.until("round") for _ in range(ROUNDS)]
        assert soak.process.wait(20) == 0
    keep("soak", {"rounds": rounds}, capfd)
    for figures in rounds:
        assert (figures["played"], figures["faults"]) == (ROUTINES, [])
        assert figures["left"] == {"objects": rounds[0]["left"]["objects"], "ticking": 0, "windows": 0, "threads": 1}
    assert rounds[-1]["memory_mib"] - rounds[1]["memory_mib"] < MOST_GROWTH_MIB
