"""What a routine sounds like: the cues that ticks, tones and chimes are played from, and their visible twins too."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from desktop.domain.body import Side
from desktop.domain.motions.table import action_of
from desktop.domain.routine import Hands, StepKind
from desktop.domain.score import Score
from desktop.domain.timeline import Timeline

CLOSEST = 0.3
"""Seconds between ticks; of what is done faster every second or third beat is heard."""


class Sound(StrEnum):
    """A soft tick of the rhythm, the two tones of a hold, and three chimes."""

    TICK = "tick"
    PRESS = "press"
    RELEASE = "release"
    NEXT_STEP = "next_step"
    SWITCH_SIDE = "switch_side"
    END = "end"

    @property
    def is_chime(self) -> bool:
        return self in (Sound.NEXT_STEP, Sound.SWITCH_SIDE, Sound.END)


@dataclass(frozen=True, slots=True)
class SoundCue:
    """At guide second `t` something begins that goes on for `seconds`: a beat, a hold, a release, a step, a side; with
    the end nothing does. `side` is the side of the body the hand is on, None for both at once and for neither;
    `pressure` the planned one, 0 to 10."""

    t: float
    sound: Sound
    side: Side | None = None
    pressure: float = 0.0
    seconds: float = 0.0


def sound_cues(timeline: Timeline) -> tuple[SoundCue, ...]:
    """All cues of a timeline in order; a chime comes before the beat it falls on. Steps that go round until somebody
    ends them begin and end without one."""
    cues = [cue for index in range(len(timeline.steps)) for cue in _of_step(timeline, index)]
    return tuple(cues) if timeline.untimed else (*cues, SoundCue(timeline.duration, Sound.END))


def between(cues: Sequence[SoundCue], start: float, end: float) -> Sequence[SoundCue]:
    """The cues from `start` on and before `end`."""
    at = attrgetter("t")
    return cues[bisect_left(cues, start, key=at) : bisect_left(cues, end, key=at)]


def beats_heard(period: float) -> int:
    """Of how many beats one is heard."""
    return math.ceil(CLOSEST / period - 1e-9)


def _of_step(timeline: Timeline, index: int) -> Iterator[SoundCue]:
    score, start = timeline.scores[index], timeline.start_of(index)
    step, tempo = score.step, score.tempo
    announced = timeline.announced(index) if index else start
    if not timeline.untimed:
        yield SoundCue(announced, Sound.NEXT_STEP, tempo.sides[0], step.pressure, step.seconds)
    for turn, side in enumerate(tempo.sides):
        begin = start + turn * tempo.side_seconds
        if turn:
            yield SoundCue(begin, Sound.SWITCH_SIDE, side, step.pressure, tempo.side_seconds)
        yield from _of_side(score, begin, turn * tempo.side_seconds)


def _of_side(score: Score, begin: float, elapsed: float) -> Iterator[SoundCue]:
    """The rhythm of a side that begins at `begin`, `elapsed` seconds into its step."""
    step, tempo, hold = score.step, score.tempo, score.step.hold
    pressing = hold is not None and step.kind not in (StepKind.REST, StepKind.POSE)
    heard = beats_heard(tempo.period)
    for cycle in range(0, tempo.cycles, heard):
        since = cycle * tempo.period
        side, t = tempo.beat(elapsed + since).side, begin + since
        if hold is None or not pressing:
            yield SoundCue(t + _lands(score), Sound.TICK, side, step.pressure, heard * tempo.period)
            continue
        yield SoundCue(t, Sound.PRESS, side, step.pressure, hold.hold)
        if hold.release:  # where there is none a chime ends the hold
            yield SoundCue(t + hold.hold, Sound.RELEASE, side, step.pressure, hold.release)


def _lands(score: Score) -> float:
    """Seconds from the start of a cycle to its blow; 0 for all that is no blow. Two hands take turns cycle by cycle, so
    that each of them comes down half as fast."""
    action = action_of(score.motion, score.step, score.tempo)
    if action.lands is None:
        return 0.0
    one = score.step.path is not None and score.step.path.hands is Hands.SINGLE
    return action.lands * (1 if one else action.counts) % 1 * score.tempo.period
