"""Picture, labels, words and sound name and show the same side, from every viewpoint, in all routines."""

from __future__ import annotations

from functools import cache

import pytest

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Side
from desktop.domain.frame import Frame
from desktop.domain.reflection import reflected
from desktop.domain.routine import Routine
from desktop.domain.spoken import LineKind, spoken_lines
from desktop.domain.staging import POSE
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import FROM_THE_FRONT, Viewpoint, first_viewpoint

GUIDE, ATLAS = load_guide(), load_atlas()
SIDES = (Side.LEFT, Side.RIGHT)
SHARES = (0.12, 0.27, 0.41, 0.62, 0.77, 0.91)
BESIDE_CM = 0.8
"""Nearer to the midline a hand is on neither side."""

each_routine = pytest.mark.parametrize("routine", GUIDE.routines.values(), ids=lambda routine: routine.id)


@cache
def timeline_of(routine: str) -> Timeline:
    return Timeline(GUIDE.routines[routine].steps, GUIDE, ATLAS)


def sided_frames(routine: Routine) -> list[Frame]:
    """Moments of every step that works on one side at a time."""
    timeline = timeline_of(routine.id)
    frames = [
        timeline.frame_at(timeline.start_of(index) + share * step.seconds)
        for index, step in enumerate(timeline.steps)
        if timeline.scores[index].tempo.sides != (None,) or step.side.value == "alternating"
        for share in SHARES
    ]
    return [frame for frame in frames if frame.side is not None]


def as_seen(frame: Frame, viewpoint: Viewpoint) -> Frame:
    flips = viewpoint.flips(frame.view) and frame.view != POSE
    return reflected(frame, ATLAS.chart(frame.view).size[0]) if flips else frame


def side_at(x: float, view: str) -> Side:
    chart = ATLAS.chart(view)
    away = x - chart.size[0] / 2
    if abs(away) < BESIDE_CM * chart.px_per_cm:
        return Side.MIDDLE
    return Side.LEFT if away < 0 else Side.RIGHT


@pytest.mark.parametrize("view", ATLAS.drawn)
@pytest.mark.parametrize("viewpoint", Viewpoint)
def test_a_side_is_seen_where_the_view_draws_its_label(view: str, viewpoint: Viewpoint) -> None:
    chart = ATLAS.chart(view)
    for side, at in chart.labels.items():
        x = chart.size[0] - at.x if viewpoint.flips(view) else at.x
        assert viewpoint.seen(side, view) is side_at(x, view)
    drawn_over = Side.LEFT in chart.labels and side_at(chart.labels[Side.LEFT].x, view) is Side.RIGHT
    assert drawn_over == (view in FROM_THE_FRONT)


@pytest.mark.parametrize("view", [*ATLAS.drawn, POSE])
@pytest.mark.parametrize("viewpoint", [Viewpoint.MIRROR, Viewpoint.PARTNER])
def test_in_a_mirror_and_behind_a_partner_left_is_left_in_every_view(view: str, viewpoint: Viewpoint) -> None:
    for side in SIDES:
        assert viewpoint.seen(side, view) is side
    assert (viewpoint.pan(Side.LEFT, view), viewpoint.pan(Side.RIGHT, view)) == (-1.0, 1.0)


def test_as_on_me_shows_every_view_as_it_is_drawn() -> None:
    assert not any(Viewpoint.AS_ON_ME.flips(view) for view in ATLAS.drawn)


def test_what_is_on_no_side_is_heard_in_the_middle_and_has_no_name() -> None:
    assert Viewpoint.MIRROR.pan(None, "face") == Viewpoint.MIRROR.pan(Side.MIDDLE, "face") == 0.0
    assert Viewpoint.MIRROR.words(Side.MIDDLE) == ""


def test_sides_are_called_by_whose_they_are() -> None:
    assert [viewpoint.words(Side.LEFT) for viewpoint in Viewpoint] == ["your left", "your left", "their left"]
    assert first_viewpoint("partner") is Viewpoint.PARTNER
    assert first_viewpoint("self") is first_viewpoint("self_or_partner") is Viewpoint.AS_ON_ME


@each_routine
@pytest.mark.parametrize("viewpoint", Viewpoint)
def test_strokes_are_seen_where_their_side_is_labelled_and_heard(routine: Routine, viewpoint: Viewpoint) -> None:
    for frame in sided_frames(routine):
        assert frame.side is not None
        seen = viewpoint.seen(frame.side, frame.view)
        assert viewpoint.pan(frame.side, frame.view) == (-1.0 if seen is Side.LEFT else 1.0)
        if frame.view == POSE or len(ATLAS.chart(frame.view).labels) < 2 or frame.move is not None:
            continue
        working = [hand for hand in as_seen(frame, viewpoint).hands if hand.pose != "resting" and not hand.lift]
        if frame.side is not None and len(working) == 1:
            assert side_at(working[0].at.x, frame.view) in (seen, Side.MIDDLE), (frame.t, frame.view)


@each_routine
def test_a_cue_is_heard_in_the_view_that_is_shown_then(routine: Routine) -> None:
    timeline = timeline_of(routine.id)
    for frame in sided_frames(routine):
        assert timeline.view_at(frame.t) == frame.view


@each_routine
@pytest.mark.parametrize("viewpoint", Viewpoint)
def test_a_hand_turned_over_is_the_other_hands_picture(routine: Routine, viewpoint: Viewpoint) -> None:
    for frame in sided_frames(routine):
        for drawn, shown in zip(frame.hands, as_seen(frame, viewpoint).hands, strict=True):
            turned = viewpoint.flips(frame.view) and frame.view != POSE
            assert shown.side is (drawn.side.other if turned else drawn.side)


@each_routine
@pytest.mark.parametrize("viewpoint", Viewpoint)
def test_the_voice_names_the_sides_as_the_labels_do(routine: Routine, viewpoint: Viewpoint) -> None:
    timeline = timeline_of(routine.id)
    said = {line.t: line.text for line in spoken_lines(timeline, viewpoint) if line.kind is LineKind.SIDE}
    for t, text in said.items():
        side = timeline.frame_at(t).side
        assert side is not None
        assert viewpoint.words(side) in text
    mistaken = "your left" if viewpoint is Viewpoint.PARTNER else "their left"
    assert not any(mistaken in text or mistaken.replace("left", "right") in text for text in said.values())
