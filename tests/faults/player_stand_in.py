"""Run as a process of its own: remembers a session as the player would, and tells on its output when it began.

Arguments: database file, real seconds between two marks. Never ends by itself."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from desktop.db.recorder import Recorder
from desktop.domain.body import Place, Side
from desktop.domain.session import Event, EventKind, SessionRecord, State


def play(file: Path, pause: float) -> None:
    recorder = Recorder(file)
    now = datetime.now(UTC)
    record = SessionRecord("cut", "RT01", "", now, State.READY, 0.0, 480.0, (Place("occiput", Side.LEFT),))
    recorder.submit(lambda store: store.sessions.begin(record))
    recorder.submit(lambda store: store.sessions.add_event("cut", Event(EventKind.STARTED, now, 0.0))).result()
    begun = time.monotonic()
    sys.stdout.write(f"{begun}\n")
    sys.stdout.flush()
    while True:
        recorder.mark("cut", time.monotonic() - begun)
        time.sleep(pause)


play(Path(sys.argv[1]), float(sys.argv[2]))
