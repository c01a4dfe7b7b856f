"""Plays a real piece of a routine by the guide's own clock: `piece.py ROUTINE STEP SECOND SECONDS [AMBIENT]`.

It is a process of its own, because Qt may end the one whose sound server has gone. Its standard input takes `pause` and
`go`; it says on its standard output how far the guide has come, and what the accompaniment says."""

from __future__ import annotations

import sys
import time
from threading import Thread

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.frame import Frame
from desktop.domain.screening import Plan
from desktop.domain.session import State
from desktop.domain.timeline import Timeline
from desktop.sound.accompaniment import Accompaniment
from desktop.ui.player.clock import Clock
from desktop.ui.player.conductor import Conductor


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Piece(QObject):
    """A session whose accompaniment is heard. Signal: `ordered(str)`, a line of the standard input."""

    ordered = Signal(str)

    def __init__(self, routine: str, step: int, second: float, ambient: str) -> None:
        super().__init__()
        guide = load_guide()
        plan = Plan(guide.routines[routine], (), None, ())
        timeline = Timeline(plan.routine.steps, guide, load_atlas())
        self.clock = Clock()
        self.conductor = Conductor(plan, timeline, self.clock)
        self.accompaniment = Accompaniment()
        self.accompaniment.unavailable.connect(self._say)
        self.accompaniment.set_ambient(ambient, 0.8)
        self.accompaniment.begin(timeline)
        self.conductor.moved.connect(self._on_moved)
        self.conductor.state_changed.connect(self._on_state)
        self.ordered.connect(self._on_order)
        self.start = timeline.start_of(step) + second

    def play(self) -> None:
        self.conductor.start()
        self.clock.seek(self.start)
        say(f"from {time.monotonic():.4f} {self.start:.4f}")

    def report(self) -> None:
        say(f"now {time.monotonic():.4f} {self.clock.t:.4f}")

    def listen(self) -> None:
        for line in sys.stdin:
            self.ordered.emit(line.strip())

    def _on_order(self, order: str) -> None:
        self.conductor.pause() if order == "pause" else self.conductor.go_on()
        say(f"{order} {time.monotonic():.4f}")

    def _on_moved(self, frame: Frame) -> None:
        self.accompaniment.follow(frame, self.conductor.state is State.RUNNING)

    def _on_state(self, state: State) -> None:
        self.accompaniment.follow(self.conductor.frame(), state is State.RUNNING)

    def _say(self, what: str) -> None:
        say(f"amiss {what}")


def main() -> int:
    routine, step, second, seconds, *ambient = sys.argv[1:]
    application = QCoreApplication([])
    piece = Piece(routine, int(step), float(second), ambient[0] if ambient else "")
    Thread(target=piece.listen, daemon=True).start()
    QTimer.singleShot(300, piece.play)
    QTimer.singleShot(300 + int(float(seconds) * 1000), piece.report)
    QTimer.singleShot(400 + int(float(seconds) * 1000), application.quit)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
