"""Waits between steps and steps without a clock, on a plain body; the way somebody chose, laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.firmness import MOST, Firmness
from desktop.domain.frame import Phase
from desktop.domain.guide import Guide
from desktop.domain.pace import Pace
from desktop.domain.routine import Routine
from desktop.domain.screening import Plan
from desktop.domain.sounds import Sound, sound_cues
from desktop.domain.timeline import HOVER, Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import Way
from tests.domain.plain_atlas import PlainAtlas

WAIT = 10.0
FRAME_SECONDS = 1 / 60


@pytest.fixture(scope="module")
def waiting(rt01: Routine, guide: Guide) -> Timeline:
    return Timeline(rt01.steps[:4], guide, PlainAtlas(), WAIT)


@pytest.fixture(scope="module")
def untimed(rt01: Routine, guide: Guide) -> Timeline:
    return Timeline(rt01.steps[:4], guide, PlainAtlas(), untimed=True)


def test_the_timeline_grows_by_the_waits(waiting: Timeline) -> None:
    seconds = [step.seconds for step in waiting.steps]
    assert waiting.duration == sum(seconds) + 3 * WAIT
    assert waiting.start_of(2) == seconds[0] + seconds[1] + 2 * WAIT
    assert waiting.announced(2) == waiting.start_of(2) - WAIT == waiting.end_of(1)


def test_in_a_wait_the_next_step_is_announced_and_its_hands_hover(waiting: Timeline) -> None:
    frame = waiting.frame_at(waiting.start_of(1) - 4.0)
    assert (frame.phase, frame.step) == (Phase.CHANGE_OVER, 1)
    assert frame.elapsed == pytest.approx(6.0)
    assert frame.remaining == pytest.approx(4.0)
    assert frame.hands
    assert all(hand.lift == pytest.approx(HOVER) for hand in frame.hands)
    assert frame.progress == pytest.approx(waiting.steps[0].seconds / sum(step.seconds for step in waiting.steps))


def test_waits_are_no_work(waiting: Timeline) -> None:
    end = waiting.end_of(0)
    assert waiting.worked(end) == waiting.worked(end + 7.0) == waiting.steps[0].seconds
    assert waiting.worked(waiting.duration) == sum(step.seconds for step in waiting.steps)
    assert waiting.worked(-3.0) == 0.0


@pytest.mark.parametrize("index", [1, 2, 3])
@pytest.mark.parametrize("at", ["announced", "start_of"])
def test_hands_and_breath_do_not_jump_where_a_wait_begins_and_ends(waiting: Timeline, index: int, at: str) -> None:
    t = getattr(waiting, at)(index)
    before, after = waiting.frame_at(t - 1e-4), waiting.frame_at(t + 1e-4)
    assert after.breath.fill == pytest.approx(before.breath.fill, abs=0.01)
    lifts = [[hand.lift for hand in frame.hands] for frame in (before, after)]
    assert min(lifts[0], default=1.0) == pytest.approx(min(lifts[1], default=1.0), abs=0.01)


@given(st.floats(0, 0.999), st.integers(1, 5))
@settings(deadline=None, max_examples=60)
def test_a_further_round_does_the_same_again(untimed: Timeline, share: float, gone: int) -> None:
    index = 1
    t = untimed.start_of(index) + max(share * untimed.steps[index].seconds, 2.0)
    first, later = untimed.frame_at(t), untimed.frame_at(t, gone)
    assert later.untimed
    assert (later.hands, later.traces, later.cycle) == (first.hands, first.traces, first.cycle)
    assert later.done == first.done + gone * untimed.scores[index].tempo.all_cycles


@pytest.mark.parametrize("index", range(4))
def test_a_round_takes_up_where_the_last_one_ended(untimed: Timeline, index: int) -> None:
    end = untimed.frame_at(untimed.end_of(index) - 1e-4, 1)
    again = untimed.frame_at(untimed.start_of(index) + 1e-4, 2)
    assert again.breath.fill == pytest.approx(end.breath.fill, abs=0.01)
    assert again.done == end.done or again.done == end.done + 1
    for hand, other in zip(end.hands, again.hands, strict=False):
        assert hand.lift == pytest.approx(1.0, abs=0.01)
        assert other.lift == pytest.approx(1.0, abs=0.01)


def test_cycles_are_counted_on_both_sides(guide: Guide) -> None:
    step = next(step for step in guide.routines["RT01"].steps if step.number == 8)
    tempo = Timeline([step], guide, PlainAtlas()).scores[0].tempo
    assert len(tempo.sides) == 2
    assert [tempo.done(share * step.seconds) for share in (0.0, 0.5, 1.0)] == [0, tempo.cycles, 2 * tempo.cycles]
    assert tempo.all_cycles == 2 * tempo.cycles


def test_untimed_steps_chime_for_nothing(untimed: Timeline, waiting: Timeline) -> None:
    chimes = {Sound.NEXT_STEP, Sound.END}
    assert not chimes & {cue.sound for cue in sound_cues(untimed)}
    assert chimes < {cue.sound for cue in sound_cues(waiting)}


def test_a_way_lays_a_plan_out(guide: Guide, rt01: Routine) -> None:
    plan = Plan(replace(rt01, steps=rt01.steps[:3]), (), None, ())
    calm, timeline = Way(Pace.CALM, change_over=5).laid(plan, guide, PlainAtlas())
    assert calm.routine.steps[1].pressure == plan.routine.steps[1].pressure - 1
    assert (timeline.change_over, timeline.untimed, timeline.steps) == (5, False, calm.routine.steps)
    _, untimed = Way(change_over=5, untimed=True).laid(plan, guide, PlainAtlas())
    assert (untimed.change_over, untimed.untimed) == (0, True)


def test_with_a_partner_the_viewpoint_is_another_one() -> None:
    way = Way().seen_from(Viewpoint.MIRROR, "self_or_partner").seen_from(Viewpoint.AS_ON_ME, "partner")
    assert (way.viewpoint("self"), way.viewpoint("partner")) == (Viewpoint.MIRROR, Viewpoint.AS_ON_ME)


def test_a_wish_counts_for_its_places_and_a_lighter_one_for_all_until_told_otherwise() -> None:
    firm = Firmness().wished(["nape"], 2)
    assert (firm.offset(["nape"]), firm.offset(["jaw"])) == (2, 0)
    light = firm.wished(["jaw"], -1)
    assert (light.offset(["nape"]), light.offset(["occiput"]), light.offset(["nape", "jaw"])) == (2, -1, -1)


@given(st.lists(st.tuples(st.sampled_from(["nape", "jaw", "occiput"]), st.integers(-20, 20)), max_size=12))
def test_what_is_kept_for_another_session_is_bounded_and_nothing_that_is_as_planned(
    wishes: list[tuple[str, int]],
) -> None:
    firmness = Firmness()
    for place, offset in wishes:
        firmness = firmness.wished([place], offset)
    later = firmness.later()
    assert all(0 < abs(offset) <= MOST for offset in later.by_place.values())
    assert later.elsewhere == 0
