"""Easing, gestures, counts and the breathing ring as functions of time."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain import breath, easing
from desktop.domain.body import Side
from desktop.domain.guide import Guide
from desktop.domain.motions import pressing
from desktop.domain.motions.table import action_of
from desktop.domain.routine import Breathing, BreathPattern, Hold, Routine, StepSide
from desktop.domain.score import Score
from desktop.domain.technique import Motion
from desktop.domain.tempo import Tempo

share = st.floats(0, 1)
MOST_CM = 4.0
"""No hand leaves its place further than this within a cycle, but for a palm's round on the back."""
EASINGS = (easing.smooth, easing.reach, easing.stroke)


@pytest.mark.parametrize("ease", EASINGS)
@given(u=share, v=share)
def test_easing_goes_from_nothing_to_all_without_turning_back(
    ease: Callable[[float], float], u: float, v: float
) -> None:
    assert (ease(-1), ease(0), ease(1), ease(2)) == (0, 0, 1, 1)
    low, high = sorted((u, v))
    assert ease(low) <= ease(high) + 1e-12


def test_a_stroke_is_even_in_its_middle() -> None:
    first, second = (easing.stroke(u + 0.1) - easing.stroke(u) for u in (0.35, 0.55))
    assert first == pytest.approx(second)


@pytest.mark.parametrize("kind", sorted(Motion))
@given(phase=share)
def test_every_gesture_is_bounded_and_closes(rt01: Routine, kind: Motion, phase: float) -> None:
    step = replace(rt01.steps[1], hand="ball") if kind is Motion.ROLL else rt01.steps[1]
    action = action_of(kind, step, Tempo(step))
    now, start, end = action.gesture(phase), action.gesture(0.0), action.gesture(4.0)
    assert 0 <= now.grip <= 1
    assert 0 <= now.lift <= 1
    assert -1e-9 <= now.press <= 1 + 1e-9
    assert 0 <= now.fold <= 1
    assert math.hypot(*now.pull) <= (1.0 if kind is Motion.ROCK else 0.8) + 1e-9
    assert math.hypot(now.beside, now.ahead) <= MOST_CM
    assert now.lift < 0.9 or now.press == 0
    assert start[:5] == pytest.approx(end[:5], abs=1e-9)


def test_a_hold_comes_in_slowly_and_lets_go_slowly() -> None:
    held = pressing.hold(0.8, 25.0).gesture
    presses = [held(second / 25).press for second in (0, 1, 2.5, 10, 20, 21, 22.5, 24.99)]
    assert presses[2:5] == [1, 1, 1]
    assert presses[0] < presses[1] < 1
    assert 1 > presses[5] > presses[6] == presses[7] > 0


def test_the_count_of_one_side_after_the_other(rt01: Routine) -> None:
    tempo = Tempo(rt01.steps[7])
    assert (tempo.period, tempo.cycles, tempo.side_seconds) == (3.75, 8, 30)
    assert tempo.sides == (Side.LEFT, Side.RIGHT)
    beats = [tempo.beat(second) for second in (0, 3.75, 29.9, 30, 59.9, 60)]
    assert [beat.side for beat in beats] == [Side.LEFT] * 3 + [Side.RIGHT] * 3
    assert [beat.cycle for beat in beats] == [0, 1, 7, 0, 7, 7]


def test_alternating_hands_change_every_cycle(rt01: Routine) -> None:
    tempo = Tempo(replace(rt01.steps[1], side=StepSide.ALTERNATING))
    assert [tempo.beat(7.5 * k + 1).side for k in range(4)] == [Side.LEFT, Side.RIGHT, Side.LEFT, Side.RIGHT]


@settings(deadline=None)
@given(seconds=st.floats(0, 50), pattern=st.sampled_from(list(BreathPattern)), breaths=st.integers(1, 3))
def test_the_ring_never_jumps(
    guide: Guide, rt01: Routine, seconds: float, pattern: BreathPattern, breaths: int
) -> None:
    step = replace(rt01.steps[4], breathing=Breathing(pattern, breaths))
    if pattern in (BreathPattern.IN_ON_WORK, BreathPattern.OUT_ON_WORK):
        step = replace(step, technique="static_compression", rate=None, hold=Hold(2, 20, 5))
    score = Score(step, guide.techniques[step.technique])

    def fill(t: float) -> float:
        return breath.ring(step, score.tempo.beat(t), t, score.work).fill

    assert 0 <= fill(seconds) <= 1
    if pattern is not BreathPattern.IN_OUT_EACH_CYCLE:
        assert abs(fill(min(seconds + 0.05, 49.99)) - fill(min(seconds, 49.99))) < 0.08


def test_three_slow_out_breaths_in_a_hold(guide: Guide, rt01: Routine) -> None:
    score = Score(rt01.steps[5], guide.techniques["static_compression"])
    ring = [breath.ring(rt01.steps[5], score.tempo.beat(t / 10), t / 10, score.work) for t in range(250)]
    outs = sum(1 for before, now in pairwise(ring) if before.inhale and not now.inhale)
    assert outs == 2  # the first one begins with the hold
    assert not ring[0].inhale
    assert all(now.inhale for now in ring[205:])


def test_out_with_the_stroke_and_in_on_the_way_back(guide: Guide, rt01: Routine) -> None:
    score = Score(rt01.steps[1], guide.techniques["effleurage"])
    assert [score.ring(score.tempo.beat(t), t, 1.0).inhale for t in (2, 4.5, 5, 7)] == [False, False, True, True]


def test_the_ring_takes_up_where_the_last_step_left_it(guide: Guide, rt01: Routine) -> None:
    score = Score(rt01.steps[1], guide.techniques["effleurage"])
    assert score.ring(score.tempo.beat(0), 0, 0.3).fill == pytest.approx(0.3)


def test_a_ring_that_was_empty_fills_before_it_empties(guide: Guide, rt01: Routine) -> None:
    score = Score(rt01.steps[1], guide.techniques["effleurage"])
    filling, emptying = (
        [score.ring(score.tempo.beat(t), t, 0.0) for t in times] for times in ((0.1, 0.3, 0.6), (2.0, 3.0, 4.0))
    )
    assert all(ring.inhale for ring in filling)
    assert filling[0].fill < filling[1].fill < filling[2].fill
    assert not any(ring.inhale for ring in emptying)
    assert emptying[0].fill > emptying[1].fill > emptying[2].fill
