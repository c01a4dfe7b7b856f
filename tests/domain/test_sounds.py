"""The cues of every routine: on the tempo, at the hand's side, as many as there are cycles."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.guide import Guide
from desktop.domain.routine import StepKind, StepSide
from desktop.domain.sounds import CLOSEST, Sound, SoundCue, beats_heard, between, sound_cues
from desktop.domain.timeline import Timeline
from tests.domain.plain_atlas import PlainAtlas

ROUTINES = sorted(load_guide().routines)


def timeline_of(guide: Guide, routine: str, change_over: float = 0.0) -> Timeline:
    return Timeline(guide.routines[routine].steps, guide, PlainAtlas(), change_over)


def of_step(timeline: Timeline, cues: tuple[SoundCue, ...], index: int) -> list[SoundCue]:
    """The rhythm of a step: beats and holds, no chimes."""
    found = between(cues, timeline.start_of(index), timeline.end_of(index))
    return [cue for cue in found if not cue.sound.is_chime]


@pytest.mark.parametrize("routine", ROUTINES)
def test_the_rhythm_is_the_tempo_of_the_hands(guide: Guide, routine: str) -> None:
    timeline = timeline_of(guide, routine)
    cues = sound_cues(timeline)
    assert [cue.t for cue in cues] == sorted(cue.t for cue in cues)
    for index, score in enumerate(timeline.scores):
        tempo, heard = score.tempo, beats_heard(score.tempo.period)
        starts = [cue for cue in of_step(timeline, cues, index) if cue.sound is not Sound.RELEASE]
        assert len(starts) == len(tempo.sides) * -(-tempo.cycles // heard)
        for before, after in pairwise(starts):
            if before.side is after.side or score.step.side is StepSide.ALTERNATING:
                assert after.t - before.t == pytest.approx(heard * tempo.period)
        assert all(after.t - before.t >= CLOSEST - 1e-9 for before, after in pairwise(starts))


@pytest.mark.parametrize("routine", ROUTINES)
def test_it_is_heard_where_the_hand_is(guide: Guide, routine: str) -> None:
    timeline = timeline_of(guide, routine)
    cues = sound_cues(timeline)
    for index, step in enumerate(timeline.steps):
        sides = [cue.side for cue in of_step(timeline, cues, index) if cue.sound is not Sound.RELEASE]
        half = len(sides) // 2
        if step.side in (StepSide.BOTH, StepSide.MIDLINE):
            assert set(sides) == {None}
        elif step.side is StepSide.ALTERNATING:
            assert sides == [Side.LEFT, Side.RIGHT] * half
        else:
            first = Side.LEFT if step.side is StepSide.LEFT_THEN_RIGHT else Side.RIGHT
            assert sides == [first] * half + [first.other] * half


@pytest.mark.parametrize("routine", ROUTINES)
def test_a_chime_for_each_step_each_second_side_and_the_end(guide: Guide, routine: str) -> None:
    timeline = timeline_of(guide, routine)
    chimes = [cue for cue in sound_cues(timeline) if cue.sound.is_chime]
    two_sided = [i for i, score in enumerate(timeline.scores) if len(score.tempo.sides) == 2]
    starts = [timeline.start_of(i) for i in range(len(timeline.steps))]
    assert [c.t for c in chimes if c.sound is Sound.NEXT_STEP] == pytest.approx(starts)
    switches = [timeline.start_of(i) + timeline.steps[i].seconds / 2 for i in two_sided]
    assert [c.t for c in chimes if c.sound is Sound.SWITCH_SIDE] == pytest.approx(switches)
    assert [c.t for c in chimes if c.sound is Sound.END] == [timeline.duration]


@pytest.mark.parametrize("routine", ROUTINES)
def test_holds_have_two_tones_and_rests_only_a_beat(guide: Guide, routine: str) -> None:
    timeline = timeline_of(guide, routine)
    cues = sound_cues(timeline)
    for index, step in enumerate(timeline.steps):
        rhythm = of_step(timeline, cues, index)
        if step.hold is None or step.kind in (StepKind.REST, StepKind.POSE):
            assert {cue.sound for cue in rhythm} == {Sound.TICK}
            continue
        presses = [cue for cue in rhythm if cue.sound is Sound.PRESS]
        releases = [cue for cue in rhythm if cue.sound is Sound.RELEASE]
        assert len(releases) == (len(presses) if step.hold.release else 0)
        assert all(cue.pressure == step.pressure for cue in rhythm)
        for press, release in zip(presses, releases, strict=False):
            assert release.t - press.t == pytest.approx(step.hold.hold) == press.seconds


@pytest.mark.parametrize(("routine", "number"), [("RT03", 9), ("RT09", 13), ("RT09", 14), ("RT13", 11)])
def test_a_blow_is_heard_when_it_lands(guide: Guide, routine: str, number: int) -> None:
    """And the mark it leaves on the skin begins at the same moment."""
    timeline = Timeline(guide.routines[routine].steps, guide, load_atlas())
    index = number - 1
    ticks = of_step(timeline, sound_cues(timeline), index)[4:8]
    for tick in ticks:
        before, after = timeline.frame_at(tick.t - 0.001), timeline.frame_at(tick.t + 0.001)
        assert min((mark.age for mark in after.ripples), default=1.0) < 0.01
        assert min((mark.age for mark in before.ripples), default=1.0) > 0.1


def test_the_next_step_is_announced_when_the_wait_for_it_begins(guide: Guide) -> None:
    timeline = timeline_of(guide, "RT01", change_over=6.0)
    steps = [cue.t for cue in sound_cues(timeline) if cue.sound is Sound.NEXT_STEP]
    assert steps == [0.0, *(timeline.end_of(index) for index in range(9))]


@given(st.floats(0.05, 60))
def test_no_more_than_three_ticks_a_second_and_no_fewer_than_needed(period: float) -> None:
    heard = beats_heard(period)
    assert heard * period >= CLOSEST - 1e-6
    assert heard == 1 or (heard - 1) * period < CLOSEST


@given(st.lists(st.floats(-5, 500), min_size=1, max_size=20))
def test_pieces_of_time_hold_every_cue_once(timeline: Timeline, cuts: list[float]) -> None:
    cues = sound_cues(timeline)
    edges = [-10.0, *sorted(cuts), 1e4]
    assert [cue for start, end in pairwise(edges) for cue in between(cues, start, end)] == list(cues)
