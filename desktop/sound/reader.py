"""Reads the lines of a routine as the guide's clock passes them: each once, whatever is skipped or gone back to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from desktop.domain.frame import Frame
from desktop.domain.spoken import Line, LineKind
from desktop.sound.voice import Voice

_LEAP_SECONDS = 2.0
"""A clock that is further on than this was moved by hand."""
_GRACE_SECONDS = 0.5


class Reader:
    """Follows one routine after another."""

    def __init__(self, voice: Voice) -> None:
        self._voice = voice
        self._lines: Sequence[Line] = ()
        self._frame: Frame | None = None
        self._line: Line | None = None
        self._cut: Line | None = None
        self._rounds = 0
        self._running = True

    def begin(self, lines: Sequence[Line]) -> None:
        """A routine begins, or goes on with other lines: then what has been said is not said again."""
        self.hush()
        self._lines, self._frame, self._line, self._cut, self._rounds = lines, None, None, None, 0

    def follow(self, frame: Frame) -> None:
        """To be called at each tick of the running clock and when it is moved."""
        before, self._frame = self._frame, frame
        if before is None:
            first = self._lines[:1]
            self._say([line for line in first if 0 <= frame.t - line.t <= _GRACE_SECONDS])
        elif self._goes_round(before, frame):
            self._rounds += 1
            self._say(self._between(self._start_of(frame), frame.t))
        elif 0 <= frame.t - before.t <= _LEAP_SECONDS:
            self._rounds = self._rounds if frame.step == before.step else 0
            self._say(self._between(before.t, frame.t))
        else:
            self._leap(frame)

    def pause(self) -> None:
        """Silence; a line that is cut off is read again by `go_on`."""
        if self._running:
            self._cut = self._line if self._voice.speaks else None
            self._running = False
            self.hush()

    def go_on(self) -> None:
        cut, self._cut, self._running = self._cut, None, True
        self._say([cut] if cut else [])

    def finish(self) -> None:
        """The routine is done: what is left to be said after its end."""
        self._running, self._cut = True, None
        self._say([line for line in self._lines if line.kind is LineKind.REST])

    def hush(self) -> None:
        self._voice.hush()

    def _goes_round(self, before: Frame, frame: Frame) -> bool:
        """Whether an untimed step has begun anew by itself, and was not begun anew by hand."""
        return frame.untimed and frame.step == before.step and frame.t < before.t and frame.done >= before.done > 0

    def _leap(self, frame: Frame) -> None:
        """Another moment: silence, and the cue of its step where the clock will not pass it any more."""
        self.hush()
        self._rounds, self._cut = 0, None
        cues = [line for line in self._lines if line.kind is LineKind.CUE and line.step == frame.step]
        if frame.t - self._start_of(frame) <= _LEAP_SECONDS:
            self._say([cue for cue in cues if cue.t <= frame.t])

    def _start_of(self, frame: Frame) -> float:
        return frame.t - frame.elapsed

    def _between(self, after: float, until: float) -> Sequence[Line]:
        """The lines after one moment and up to another."""
        at = attrgetter("t")
        return self._lines[bisect_right(self._lines, after, key=at) : bisect_right(self._lines, until, key=at)]

    def _say(self, lines: Sequence[Line]) -> None:
        """The last of them, for the others are late already; while nothing runs it is kept for `go_on`."""
        if lines and not self._running:
            self._cut = lines[-1]
            return
        for line in lines[-1:]:
            words = line.again if self._rounds else line.text
            if words:
                self._line = line
                self._voice.say(words, line.seconds, line.loudness)
