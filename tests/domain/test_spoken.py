"""The spoken lines of all routines: each fits its step, none runs into another, sides are named as they are seen."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.check_ins import QUESTION, check_ins
from desktop.domain.spoken import LINGER, QUIET, Line, LineKind, Manner, line_at, spoken_lines
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from tests.domain.plain_atlas import PlainAtlas

GUIDE = load_guide()
TALKATIVE = Manner(half_time=True, last_seconds=True, words_a_minute=QUIET)


def timeline_of(routine: str) -> Timeline:
    return Timeline(GUIDE.routines[routine].steps, GUIDE, PlainAtlas())


def of_kind(lines: tuple[Line, ...], kind: LineKind) -> list[Line]:
    return [line for line in lines if line.kind is kind]


@pytest.mark.parametrize("manner", [Manner(), TALKATIVE], ids=["plain", "talkative"])
@pytest.mark.parametrize("routine", list(GUIDE.routines))
def test_no_line_runs_into_another_or_out_of_its_side(routine: str, manner: Manner) -> None:
    timeline = timeline_of(routine)
    lines = spoken_lines(timeline, Viewpoint.AS_ON_ME, manner)
    assert all(before.t + before.seconds < after.t for before, after in pairwise(lines))
    for line in lines:
        if line.kind in (LineKind.CUE, LineKind.SIDE):
            step = timeline.step_at(line.t)
            side = timeline.scores[step].tempo.side_seconds
            since = (line.t - timeline.start_of(step)) % side
            assert since + line.seconds < side


@pytest.mark.parametrize("routine", list(GUIDE.routines))
def test_each_step_is_told_once_and_each_switch_names_the_side(routine: str) -> None:
    timeline = timeline_of(routine)
    lines = spoken_lines(timeline, Viewpoint.PARTNER, TALKATIVE)
    cues = of_kind(lines, LineKind.CUE)
    assert [timeline.step_at(line.t) for line in cues] == list(range(len(timeline.steps)))
    assert all(line.text.endswith(step.cue) for line, step in zip(cues, timeline.steps, strict=True))
    seconds = [tempo.sides[1] for tempo in (score.tempo for score in timeline.scores) if len(tempo.sides) > 1]
    assert [line.text.split()[-1] for line in of_kind(lines, LineKind.SIDE)] == [f"{side}." for side in seconds]
    assert all("their" in line.text for line in of_kind(lines, LineKind.SIDE))


@pytest.mark.parametrize("routine", list(GUIDE.routines))
def test_every_check_in_is_spoken_while_its_question_is_shown(routine: str) -> None:
    timeline = timeline_of(routine)
    asked = of_kind(spoken_lines(timeline, Viewpoint.AS_ON_ME, TALKATIVE), LineKind.CHECK_IN)
    moments = check_ins(timeline.steps)
    assert [line.text for line in asked] == [QUESTION] * len(moments)
    assert all(0 < line.t - moment < 8 for line, moment in zip(asked, moments, strict=True))


@pytest.mark.parametrize("routine", ["RT01", "RT10", "RT16"])
def test_a_wait_between_steps_is_where_the_next_one_is_told(routine: str) -> None:
    timeline = Timeline(GUIDE.routines[routine].steps, GUIDE, PlainAtlas(), change_over=8.0)
    for line in of_kind(spoken_lines(timeline, Viewpoint.AS_ON_ME), LineKind.CUE)[1:]:
        assert timeline.announced(line.step) < line.t < timeline.start_of(line.step)


def test_a_further_round_tells_the_side_and_not_the_cue() -> None:
    timeline = Timeline(GUIDE.routines["RT16"].steps, GUIDE, PlainAtlas(), untimed=True)
    cues = of_kind(spoken_lines(timeline, Viewpoint.AS_ON_ME), LineKind.CUE)
    assert [line.again for line in cues[:2]] == ["", "Now the other side: your left."]


def test_only_what_is_wanted_is_counted() -> None:
    timeline = timeline_of("RT10")
    plain, talkative = (spoken_lines(timeline, Viewpoint.AS_ON_ME, manner) for manner in (Manner(), TALKATIVE))
    extra = {LineKind.HALF_TIME, LineKind.LAST_SECONDS}
    assert not extra & {line.kind for line in plain}
    assert extra < {line.kind for line in talkative}


def test_a_viewpoint_changes_words_and_nothing_else() -> None:
    timeline = timeline_of("RT16")
    mine, theirs = (spoken_lines(timeline, view, Manner()) for view in (Viewpoint.MIRROR, Viewpoint.PARTNER))
    assert [line.text.replace("your left.", "their left.").replace("your right.", "their right.") for line in mine] == [
        line.text for line in theirs
    ]
    assert [line.t for line in mine] == [line.t for line in theirs]
    assert Viewpoint.MIRROR.words(Side.LEFT) in mine[2].text


def test_a_caption_stays_a_little_longer_than_its_words() -> None:
    lines = spoken_lines(timeline_of("RT01"), Viewpoint.AS_ON_ME)
    first = lines[1]
    assert line_at(lines, lines[0].t - 0.1) is None
    assert line_at(lines, first.t) is first
    assert line_at(lines, first.t + first.seconds + LINGER - 0.01) is first
    assert line_at(lines, first.t + first.seconds + LINGER) is None


def test_a_voice_can_fade() -> None:
    lines = spoken_lines(timeline_of("RT19"), Viewpoint.AS_ON_ME, Manner(fades=True))
    loudness = [line.loudness for line in lines]
    assert loudness == sorted(loudness, reverse=True)
    assert loudness[0] == 1.0
    assert loudness[-1] == pytest.approx(0.4)
