from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.screening import Plan
from desktop.domain.session import Event, EventKind, Moment, Rating, State
from desktop.domain.timeline import Timeline
from desktop.ui.player.clock import HIDDEN_MS, Clock
from desktop.ui.player.player_place import PlayerPlace
from tests.ui.player.conftest import PLACES, Seconds, walk

K = EventKind


@pytest.fixture
def events(player: PlayerPlace) -> list[Event]:
    events: list[Event] = []
    player.happened.connect(events.append)
    return events


@pytest.fixture
def playing(player: PlayerPlace, plan: Plan, timeline: Timeline, events: list[Event]) -> PlayerPlace:
    player.open("session-1", plan, timeline, PLACES)
    return player


def last(events: list[Event]) -> EventKind:
    return events[-1].kind


def press(qtbot: QtBot, player: PlayerPlace, name: str) -> None:
    buttons = [b for b in player.card.findChildren(QPushButton) if b.isVisible() and b.accessibleName() == name]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_it_begins_with_a_count_down(playing: PlayerPlace, clock: Clock, seconds: Seconds) -> None:
    assert playing.guide.note.text == "Starts in 5"
    walk(clock, seconds, 2)
    assert playing.guide.note.text == "Starts in 3"
    walk(clock, seconds, 3.5)
    assert playing.guide.note.text == ""
    assert playing.state is State.RUNNING


@pytest.mark.parametrize("means", ["key", "stage", "column"])
def test_space_and_a_click_anywhere_pause_and_go_on(
    qtbot: QtBot, playing: PlayerPlace, events: list[Event], means: str
) -> None:
    for wanted in (K.PAUSED, K.RESUMED):
        if means == "key":
            qtbot.keyClick(playing, Qt.Key.Key_Space)
        else:
            target = playing.guide.stage if means == "stage" else playing.guide.panel
            qtbot.mouseClick(target, Qt.MouseButton.LeftButton)
        assert last(events) is wanted
    assert playing.guide.note.text == "Starts in 5"


def test_space_pauses_even_when_a_button_has_the_focus(qtbot: QtBot, playing: PlayerPlace, events: list[Event]) -> None:
    stop = playing.guide.controls.findChildren(QPushButton)[-1]
    stop.setFocus()
    qtbot.keyClick(stop, Qt.Key.Key_Space)
    assert last(events) is K.PAUSED


@pytest.mark.parametrize(
    ("key", "kind"),
    [(Qt.Key.Key_Right, K.STEP_SKIPPED), (Qt.Key.Key_Left, K.SOUGHT), (Qt.Key.Key_Down, K.PRESSURE)],
)
def test_arrows_step_and_change_the_pressure(
    qtbot: QtBot, playing: PlayerPlace, events: list[Event], key: Qt.Key, kind: EventKind
) -> None:
    playing.guide.bar.chosen.emit(1)
    qtbot.keyClick(playing, key)
    assert kind in [event.kind for event in events]


def test_escape_freezes_at_once_and_go_on_goes_on(
    qtbot: QtBot, playing: PlayerPlace, events: list[Event], clock: Clock, seconds: Seconds
) -> None:
    walk(clock, seconds, 8)
    qtbot.keyClick(playing, Qt.Key.Key_Escape)
    assert last(events) is K.FROZEN
    assert playing.card.isVisible()
    assert not clock.running
    qtbot.keyClick(playing, Qt.Key.Key_Right)
    assert last(events) is K.FROZEN
    press(qtbot, playing, "Go on")
    assert last(events) is K.RESUMED
    assert not playing.card.isVisible()
    assert clock.running


def test_ending_early_keeps_what_was_done_and_asks(
    qtbot: QtBot, playing: PlayerPlace, events: list[Event], clock: Clock, seconds: Seconds
) -> None:
    done: list[float] = []
    playing.progressed.connect(done.append)
    walk(clock, seconds, 12)
    qtbot.keyClick(playing, Qt.Key.Key_Escape)
    press(qtbot, playing, "End here")
    assert last(events) is K.STOPPED
    assert done[-1] == pytest.approx(7.0)
    assert playing.rating.isVisible()


def test_after_the_last_step_comes_rest_then_the_rating_and_then_the_map(
    qtbot: QtBot, playing: PlayerPlace, clock: Clock, seconds: Seconds, timeline: Timeline
) -> None:
    clock.set_speed(20)
    walk(clock, seconds, (timeline.duration + 6) / 20)
    assert playing.state is State.FINISHED
    assert playing.rest.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert playing.rating.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_3)
    with qtbot.waitSignal(playing.left), qtbot.waitSignal(playing.rated) as rated:
        playing.rating._on_done()
    assert rated.args == [(Rating(PLACES[0], Moment.AFTER, 3),), ""]
    assert playing.state is None


def test_a_red_flag_ends_the_session_without_a_rating(qtbot: QtBot, playing: PlayerPlace, events: list[Event]) -> None:
    qtbot.keyClick(playing, Qt.Key.Key_Escape)
    playing.card.sign_told.emit("warning")
    assert [event.kind for event in events[-2:]] == [K.FELT_WRONG, K.STOPPED]
    assert playing.card.isVisible()
    with qtbot.assertNotEmitted(playing.rated), qtbot.waitSignal(playing.left):
        press(qtbot, playing, "Back to the map")


def test_tingling_that_passes_goes_on_without_the_step(qtbot: QtBot, playing: PlayerPlace, events: list[Event]) -> None:
    playing.guide.bar.chosen.emit(0)
    qtbot.keyClick(playing, Qt.Key.Key_Escape)
    playing.card.sign_told.emit("tingling")
    press(qtbot, playing, "It is gone: go on without this step")
    assert [event.kind for event in events[-4:]] == [K.FELT_WRONG, K.RESUMED, K.STEP_SKIPPED, K.STEP_STARTED]
    assert events[-1].step == 2


def test_pain_makes_it_two_levels_lighter_and_the_second_time_it_ends(
    qtbot: QtBot, playing: PlayerPlace, events: list[Event], plan: Plan
) -> None:
    playing.guide.bar.chosen.emit(2)
    qtbot.keyClick(playing, Qt.Key.Key_Escape)
    playing.card.sign_told.emit("pain")
    press(qtbot, playing, "Go on, two levels lighter")
    assert (last(events), events[-1].detail) == (K.PRESSURE, str(plan.routine.steps[2].pressure - 2))
    qtbot.keyClick(playing, Qt.Key.Key_Escape)
    playing.card.sign_told.emit("pain")
    assert last(events) is K.STOPPED


def test_closing_freezes_and_asks(playing: PlayerPlace, events: list[Event]) -> None:
    assert not playing.request_close()
    assert last(events) is K.FROZEN
    assert playing.card.isVisible()
    assert not playing.request_close()
    playing.card.end_wished.emit()
    assert playing.request_close()


def test_closing_on_the_rating_page_keeps_what_was_rated(qtbot: QtBot, playing: PlayerPlace) -> None:
    qtbot.keyClick(playing, Qt.Key.Key_Escape)
    press(qtbot, playing, "End here")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_6)
    with qtbot.waitSignal(playing.rated) as rated:
        assert playing.request_close()
    assert rated.args == [(Rating(PLACES[0], Moment.AFTER, 6),), ""]


def test_closing_while_resting_rates_nothing(qtbot: QtBot, playing: PlayerPlace, plan: Plan) -> None:
    playing.guide.step_chosen.emit(len(plan.routine.steps) - 1)
    playing.guide.forward.emit()
    assert playing.rest.isVisible()
    with qtbot.waitSignal(playing.left), qtbot.waitSignal(playing.rated) as rated:
        assert playing.request_close()
    assert rated.args == [(), ""]


def test_hidden_it_goes_on_without_painting(
    playing: PlayerPlace, clock: Clock, seconds: Seconds, events: list[Event]
) -> None:
    playing.hide()
    assert clock._timer.interval() == HIDDEN_MS
    walk(clock, seconds, 6)
    assert last(events) is K.STEP_STARTED


def test_a_step_is_announced(playing: PlayerPlace, plan: Plan) -> None:
    playing.guide.bar.chosen.emit(2)
    step = plan.routine.steps[2]
    assert playing.accessibleDescription() == f"{step.name}. {step.cue}"


def test_only_one_session_at_a_time(playing: PlayerPlace, plan: Plan, timeline: Timeline) -> None:
    with pytest.raises(RuntimeError, match="still running"):
        playing.open("session-2", plan, timeline, PLACES)
    assert playing.session_id == "session-1"


def test_another_session_starts_anew(playing: PlayerPlace, plan: Plan, timeline: Timeline, events: list[Event]) -> None:
    playing.guide.frozen.emit()
    playing.card.end_wished.emit()
    playing.open("session-2", plan, timeline, PLACES)
    assert (playing.session_id, playing.state, last(events)) == ("session-2", State.RUNNING, K.STARTED)


def test_the_whole_screen_is_asked_for(qtbot: QtBot, playing: PlayerPlace) -> None:
    button = next(
        b for b in playing.guide.controls.findChildren(QAbstractButton) if b.accessibleName() == "Full screen"
    )
    with qtbot.waitSignal(playing.full_screen_wished):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
