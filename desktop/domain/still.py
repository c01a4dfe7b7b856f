"""A routine without movement: each step as still positions, numbered, one after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from desktop.domain.frame import Frame, HandPose, Phase, Trace
from desktop.domain.routine import StepSide
from desktop.domain.score import Score
from desktop.domain.timeline import Timeline

LEAST: Final = 1.5
"""Seconds a position is shown at least."""
MOST: Final = 4
"""Positions a cycle is told in at most."""
_JUST_BEFORE: Final = 0.01


@dataclass(frozen=True, slots=True)
class Still:
    """What is shown for a while: the guide second it is taken from, and which position of its cycle that is."""

    t: float
    number: int = 1
    of: int = 1


def stills_at(timeline: Timeline, t: float) -> tuple[Still, tuple[Still, ...]]:
    """What is shown at guide second `t`, and every position of the cycle it belongs to."""
    index = timeline.step_at(t)
    start = timeline.start_of(index)
    if t < start:
        waiting = Still(start - _JUST_BEFORE)
        return waiting, (waiting,)
    if t >= timeline.end_of(index):
        done = Still(t)
        return done, (done,)
    score, elapsed = timeline.scores[index], t - start
    beat = score.tempo.beat(elapsed)
    begin, phases = _positions(score, elapsed - beat.since, beat.cycle)
    stills = tuple(
        Still(start + min(begin + phase * score.tempo.period, score.step.seconds - _JUST_BEFORE), number, len(phases))
        for number, phase in enumerate(phases, 1)
    )
    return stills[_part(score, beat.phase, len(phases))], stills


def still_frame(now: Still, stills: Sequence[Still], frame_at: Callable[[float], Frame]) -> Frame:
    """The frame of a position; along a stroke all the positions of its cycle are marked as numbered spots."""
    frame = frame_at(now.t)
    if now.of == 1 or frame.phase is not Phase.STEP or any(trace.spots for trace in frame.traces):
        return frame
    hands = [frame_at(still.t).hands for still in stills]
    marked = [_marked(trace, hands, now.number - 1) for trace in frame.traces]
    return replace(frame, traces=(*frame.traces, *marked))


def _marked(trace: Trace, hands: Sequence[Sequence[HandPose]], spot: int) -> Trace:
    """The positions of the hand that goes along a trace."""
    at = [next((hand.at for hand in pair if hand.side is trace.side), pair[-1].at) for pair in hands]
    return replace(trace, spots=tuple(at), spot=spot)


def _positions(score: Score, begin: float, cycle: int) -> tuple[float, tuple[float, ...]]:
    """When the cycles that are shown as one begin, in seconds of the step, and the phases shown of them."""
    tempo = score.tempo
    if tempo.held_share is not None:
        held = tempo.held_share
        return begin + cycle * tempo.period, (0.6 * held, (1 + held) / 2) if held < 1 else (0.6,)
    parts = min(int(tempo.period / LEAST), MOST)
    if parts > 1:
        return begin + cycle * tempo.period, tuple((part + 0.5) / parts * score.work for part in range(parts))
    together = ceil(LEAST / tempo.period - 1e-9)
    if score.step.side is StepSide.ALTERNATING:
        together += 1 - together % 2  # an odd number: so that both sides are shown in turn
    shown = min(cycle - cycle % together + together // 2, tempo.cycles - 1)
    return begin + shown * tempo.period, (0.5,)


def _part(score: Score, phase: float, parts: int) -> int:
    """Which of a cycle's positions is shown at a phase; the last one stays while the hands go back."""
    held = score.tempo.held_share
    if held is not None:
        return int(phase >= held and parts > 1)
    return min(int(phase / score.work * parts), parts - 1)
