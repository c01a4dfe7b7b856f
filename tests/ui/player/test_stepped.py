"""Where less motion is wished hands do not move: still positions change, and are numbered."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Theme
from tests.ui.player.conftest import PLACES


@pytest.fixture
def playing(player: PlayerPlace, plan: Plan, timeline: Timeline) -> PlayerPlace:
    player.open("session-1", plan, timeline, PLACES)
    player.clock.pause()
    return player


def hands_shown(playing: PlayerPlace, timeline: Timeline, seconds: float) -> list[object]:
    """The hands on the stage during a while of the second step, each twentieth of a second."""
    shown: list[object] = []
    for count in range(round(seconds * 20)):
        playing.guide.show_frame(timeline.frame_at(timeline.start_of(1) + count / 20))
        frame = playing.guide.stage.frame
        shown.append(frame and frame.hands)
    return shown


def test_hands_stand_still_and_change_their_place_now_and_then(playing: PlayerPlace, timeline: Timeline) -> None:
    shown = hands_shown(playing, timeline, 6)
    changes = sum(before != after for before, after in pairwise(shown))
    assert 1 <= changes <= 6 / 1.5
    assert playing.guide.position.text.startswith("Position ")
    frame = playing.guide.stage.frame
    assert frame is not None
    assert any(trace.spots for trace in frame.traces)


def test_with_motion_they_move(playing: PlayerPlace, timeline: Timeline, theme: Theme) -> None:
    theme.set_reduced_motion(False)
    shown = hands_shown(playing, timeline, 6)
    assert sum(before != after for before, after in pairwise(shown)) > 100
    assert playing.guide.position.text == ""


def test_lighter_hands_are_seen_at_once(playing: PlayerPlace) -> None:
    playing.guide.step_chosen.emit(2)
    before = playing.guide.stage.frame
    playing.guide.lighter.emit()
    after = playing.guide.stage.frame
    assert before is not None
    assert after is not None
    assert after.pressure < before.pressure


def test_a_picture_of_a_moment_is_exact(playing: PlayerPlace) -> None:
    playing.show_moment(40.3)
    frame = playing.guide.stage.frame
    assert frame is not None
    assert frame.t == 40.3
