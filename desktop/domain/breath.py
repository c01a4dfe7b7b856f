"""The breathing ring (content sheet 7.3): at its own pace, or in step with the hands. Never a hold."""

from __future__ import annotations

from desktop.domain.easing import smooth
from desktop.domain.frame import Breath
from desktop.domain.routine import BreathPattern, Step
from desktop.domain.tempo import Beat

_PACES = {BreathPattern.LONGER_OUT: (4.0, 6.0), BreathPattern.EVEN: (5.0, 5.0)}
"""Seconds in and out: the sheet's BR3 and BR2."""

_IN_SHARE = 0.4
"""Of a breath that goes with a cycle: the way out is the longer one."""

SHORTEST = 3.0
"""Seconds; nobody is asked to breathe faster."""


def ring(step: Step, beat: Beat, elapsed: float, work: float) -> Breath:
    """The ring `elapsed` seconds into a step whose hands work for the first `work` of each cycle."""
    pattern, breaths = step.breathing.pattern, step.breathing.breaths
    if pattern in _PACES:
        inhale, exhale = _PACES[pattern]
        return _in_then_out(elapsed % (inhale + exhale) / (inhale + exhale), inhale / (inhale + exhale))
    if pattern is BreathPattern.IN_OUT_EACH_CYCLE:
        return _in_then_out(beat.phase, _IN_SHARE)
    if pattern is BreathPattern.IN_ON_WORK:
        return _in_then_out(beat.phase, work)
    if pattern is BreathPattern.OUT_ON_SPOT:
        return _out_then_in(_phase_on_spot(step, beat), 1 - _IN_SHARE)
    return _outs_while_working(beat.phase, work, breaths)


def shortest_breath(step: Step, period: float) -> float:
    """Seconds of the shortest breath the ring will ask for."""
    pattern = step.breathing.pattern
    if pattern in _PACES:
        return sum(_PACES[pattern])
    if pattern is BreathPattern.OUT_ON_SPOT:
        return period * _cycles_on_spot(step)
    return period / step.breathing.breaths


def _in_then_out(phase: float, share: float) -> Breath:
    if phase < share:
        return Breath(True, smooth(phase / share))
    return Breath(False, 1 - smooth((phase - share) / (1 - share)))


def _out_then_in(phase: float, share: float) -> Breath:
    if phase < share:
        return Breath(False, 1 - smooth(phase / share))
    return Breath(True, smooth((phase - share) / (1 - share)))


def _outs_while_working(phase: float, work: float, breaths: int) -> Breath:
    """`breaths` times out while the hands work, in between and while they let go."""
    work = min(work, 1 - _IN_SHARE / 2)
    whole = work / (breaths - _IN_SHARE)
    done = phase / whole
    if done < breaths - 1:
        return _out_then_in(done % 1, 1 - _IN_SHARE)
    last_out = whole * (1 - _IN_SHARE)
    begun = phase - whole * (breaths - 1)
    if begun < last_out:
        return Breath(False, 1 - smooth(begun / last_out))
    return Breath(True, smooth((phase - work) / (1 - work)))


def _phase_on_spot(step: Step, beat: Beat) -> float:
    cycles = _cycles_on_spot(step)
    return (beat.cycle % cycles + beat.phase) / cycles


def _cycles_on_spot(step: Step) -> int:
    return (step.path.cycles_per_spot if step.path else None) or 1
