"""When each cue is due in the stream of samples: it follows the guide's clock and gathers no drift."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.domain.sounds import SoundCue, between, sound_cues
from desktop.domain.timeline import Timeline
from desktop.sound.samples import RATE

_JUMP = 0.08
"""Seconds between guide and sound from which it is a jump (a seek, a gap in the sound), and not drift."""
_PULL = 0.02
"""The share of a difference that each block makes up for, so that the jitter of what is measured is not heard; more
of it just after a jump, when little has been measured yet."""
_TRUSTED = 1.0
"""Seconds for which the guide is taken to run on without a word from it."""


class Schedule:
    """The cues of a timeline as they fall into blocks of samples. All times but guide seconds `t` are those of one
    steady clock. In an untimed timeline each step goes round, and so does what is heard."""

    def __init__(self, timeline: Timeline) -> None:
        self._timeline, self._cues = timeline, sound_cues(timeline)
        self._told_t, self._told_at, self._running = 0.0, 0.0, False
        self._next: float | None = None
        self._past = 0.0
        self._measured = 0

    def follow(self, t: float, at: float, *, running: bool) -> None:
        """The guide was at `t` at `at`."""
        self._told_t, self._told_at, self._running = t, at, running

    def runs(self, now: float) -> bool:
        """Whether the guide runs, as far as is known: one that says nothing any more does not."""
        return self._running and now - self._told_at < _TRUSTED

    @property
    def over(self) -> bool:
        """Whether the end has been reached, or will be heard any moment."""
        return max(self._told_t, self._past) >= self._timeline.duration

    def due(self, n: int, heard_at: float, now: float) -> Iterator[tuple[int, SoundCue]]:
        """What begins within the next `n` samples, of which the first is heard at `heard_at`: (sample, cue).

        After a jump the chimes that belong to its very beginning are not missed, only late; beats are."""
        if not self.runs(now):
            self._next = None
            return
        measured = self._told_t + heard_at - self._told_at
        if self._next is None or abs(self._ahead(measured, self._next)) > _JUMP:
            arrived = self._told_t + now - self._told_at
            yield from ((0, cue) for cue in between(self._cues, arrived - _JUMP, measured) if cue.sound.is_chime)
            self._next = self._past = measured
            self._measured = 0
        self._measured += 1
        begin = self._next + max(_PULL, 1 / self._measured) * self._ahead(measured, self._next)
        for start, end, shift in self._pieces(begin + n / RATE):
            for cue in between(self._cues, start, end):
                yield min(max(round((cue.t + shift - begin) * RATE), 0), n - 1), cue
            self._next = self._past = end

    def _ahead(self, measured: float, expected: float) -> float:
        """How far the guide is ahead of the sound; going round counts as going on."""
        ahead, turn = measured - expected, self._turn()
        return (ahead + turn / 2) % turn - turn / 2 if turn else ahead

    def _turn(self) -> float:
        """Seconds of a round; 0 where the guide only goes on."""
        return self._timeline.steps[self._timeline.step_at(self._told_t)].seconds if self._timeline.untimed else 0.0

    def _pieces(self, end: float) -> Iterator[tuple[float, float, float]]:
        """From what was last heard to `end`: (start, end, seconds to add), two pieces where a round is over."""
        turn, over = self._turn(), self._timeline.end_of(self._timeline.step_at(self._told_t))
        if turn and end > over >= self._past:
            yield self._past, over, 0.0
            yield over - turn, end - turn, turn
        else:
            yield self._past, max(end, self._past), 0.0
