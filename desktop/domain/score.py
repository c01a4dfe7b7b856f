"""A step's score: everything about it that is time alone, before any place on the body is known."""

from __future__ import annotations

import math

from desktop.domain import breath
from desktop.domain.easing import between, smooth
from desktop.domain.frame import Breath
from desktop.domain.motions.table import motion_of, work_share
from desktop.domain.routine import Step
from desktop.domain.technique import Technique
from desktop.domain.tempo import Beat, Tempo

_TAKING_UP_SECONDS = 1.5


class Score:
    """The count of a step, its breathing ring and the body's own movement."""

    def __init__(self, step: Step, technique: Technique) -> None:
        self.step = step
        self.motion = motion_of(technique, step)
        self.tempo = Tempo(step)
        self.work = work_share(self.motion, step, self.tempo.held_share)

    def ring(self, beat: Beat, elapsed: float, from_fill: float = 0.0) -> Breath:
        """The ring; it takes up smoothly from how full the last step left it."""
        now = breath.ring(self.step, beat, elapsed, self.work)
        if elapsed >= _TAKING_UP_SECONDS:
            return now
        return Breath(now.fill > from_fill, between(from_fill, now.fill, smooth(elapsed / _TAKING_UP_SECONDS)))

    def fill_at_end(self) -> float:
        """How full the ring is when the step ends."""
        seconds = self.step.seconds
        return breath.ring(self.step, self.tempo.beat(seconds), seconds, self.work).fill

    def amount(self, phase: float) -> float:
        """How far the body's own movement has gone at a phase: there and back evenly, or there, held, and back."""
        share, period = self.tempo.held_share, self.tempo.period
        if share is None:
            return 0.5 - 0.5 * math.cos(2 * math.pi * phase)
        there = min(4 / period, share / 2)
        return smooth(phase / there) - smooth((phase - share) / max(1 - share, 1e-6))

    def holding(self, beat: Beat) -> bool:
        """Whether a hold is on, and not the release after it."""
        return self.tempo.held_share is not None and beat.phase < self.tempo.held_share

    def held(self, beat: Beat) -> float:
        """How much of a hold has passed, 0 to 1; it empties in the release."""
        share = self.tempo.held_share
        if share is None:
            return 0.0
        return beat.phase / share if beat.phase < share else (1 - beat.phase) / max(1 - share, 1e-6)
