"""Still positions: every step is told in few of them, each shown long enough, and numbered."""

from __future__ import annotations

from itertools import groupby

import pytest

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.chart import Atlas
from desktop.domain.frame import Phase
from desktop.domain.guide import Guide
from desktop.domain.still import LEAST, MOST, still_frame, stills_at
from desktop.domain.timeline import Timeline

STEP = 0.25


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide()


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return load_atlas()


@pytest.mark.parametrize("routine", ["RT01", "RT05", "RT09", "RT16"])
def test_positions_are_few_numbered_and_shown_long_enough(guide: Guide, atlas: Atlas, routine: str) -> None:
    timeline = Timeline(guide.routines[routine].steps, guide, atlas)
    moments = [STEP * count for count in range(int(timeline.duration / STEP))]
    shown = [stills_at(timeline, t)[0] for t in moments]
    assert all(1 <= still.number <= still.of <= MOST for still in shown)
    assert all(timeline.step_at(still.t) == timeline.step_at(t) for still, t in zip(shown, moments, strict=True))
    runs = [len(list(run)) * STEP for _, run in groupby(shown)]
    short = [seconds for seconds in runs if seconds < LEAST * 0.6]
    assert len(short) <= 0.1 * len(runs)


def test_a_stroke_is_marked_where_the_hands_will_be(guide: Guide, atlas: Atlas) -> None:
    timeline = Timeline(guide.routines["RT01"].steps, guide, atlas)
    now, stills = stills_at(timeline, timeline.start_of(1) + 1.0)
    frame = still_frame(now, stills, timeline.frame_at)
    marked = [trace for trace in frame.traces if trace.spots]
    assert now.of > 1
    assert all(trace.spot == now.number - 1 and len(trace.spots) == now.of for trace in marked)
    assert {trace.spots[now.number - 1] for trace in marked} <= {hand.at for hand in frame.hands}


def test_both_sides_are_shown_where_they_take_turns(guide: Guide, atlas: Atlas) -> None:
    for routine in guide.routines.values():
        timeline = Timeline(routine.steps, guide, atlas)
        for index, step in enumerate(routine.steps):
            if step.side.value != "alternating":
                continue
            times = [timeline.start_of(index) + 0.5 * count for count in range(int(2 * step.seconds))]
            sides = {timeline.frame_at(stills_at(timeline, t)[0].t).side for t in times}
            assert len(sides) == 2, (routine.id, step.name)


def test_the_hands_wait_over_their_first_places(guide: Guide, atlas: Atlas) -> None:
    timeline = Timeline(guide.routines["RT01"].steps, guide, atlas)
    frames = [still_frame(*stills_at(timeline, t), timeline.frame_at) for t in (-4.0, -1.0)]
    assert frames[0] == frames[1]
    assert frames[0].phase is Phase.GET_READY
