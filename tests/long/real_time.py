"""A whole session at real speed, as a process of its own: `real_time.py ROUTINE DATA_FOLDER LOG.npy`.

Tells `began` with the guide's second, `finished`, `back` once the map is there again, and `closed` with what was said
aloud; on the map it tells its memory in MiB."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import numpy as np

from desktop.preferences import Preferences
from desktop.start import make_application
from tests.long.frame_watch import FrameWatch
from tests.long.guided import Guided, tell
from tests.long.process_figures import cost

CHIME_MS = 3000
"""The end still rings."""


def main() -> None:
    routine, folder, log = sys.argv[1:]
    make_application()
    watch = FrameWatch()
    chosen = Preferences(theme="light", tell_half_time=True, tell_last_seconds=True, rhythm_volume=100)
    guided = Guided(Path(folder), chosen)
    hearing = guided.app._hear()
    said: list[bool] = []
    hearing.voice.speaking.connect(said.append)
    hearing.prepare()
    guided.driver.pause(4.0)  # as long as somebody takes to answer the questions: a voice is found meanwhile
    before = cost(os.getpid()).pss
    player = guided.begin(routine)
    tell("began", t=player.clock.t, pss=before)
    watch.follow(lambda: player.clock.t)
    guided.until_finished(player, CHIME_MS)
    watch.follow(None)
    tell("finished", t=player.clock.t)
    guided.rate(player)
    guided.driver.pause(1.0)
    tell("back", pss=cost(os.getpid()).pss)
    guided.close()
    np.save(log, watch.log)
    tell("closed", said=said.count(True), faults=guided.faults)


if __name__ == "__main__":
    main()
