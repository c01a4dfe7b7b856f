"""Everything a running guide can do, with the keyboard alone; and what a partner says with four keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.chart import Atlas
from desktop.domain.check_ins import QUESTION, check_ins
from desktop.domain.firmness import Firmness
from desktop.domain.guide import Guide
from desktop.domain.screen import screen
from desktop.domain.screening import Plan
from desktop.domain.session import Event, EventKind, State
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import Way
from desktop.ui.player.player_place import PlayerPlace
from tests.ui.player.conftest import PLACES

PARTNER_ROUTINE = "RT08"


@pytest.fixture
def events(player: PlayerPlace) -> list[Event]:
    events: list[Event] = []
    player.happened.connect(events.append)
    return events


@pytest.fixture
def alone(player: PlayerPlace, plan: Plan, timeline: Timeline, events: list[Event]) -> PlayerPlace:
    player.open("session-1", plan, timeline, PLACES)
    return player


@pytest.fixture(scope="module")
def partner_plan(guide: Guide) -> Plan:
    plan = screen(guide, guide.routines[PARTNER_ROUTINE], {}, guide.safety.first_sessions)
    assert isinstance(plan, Plan)
    return plan


@pytest.fixture
def together(player: PlayerPlace, partner_plan: Plan, guide: Guide, atlas: Atlas, events: list[Event]) -> PlayerPlace:
    player.open("session-1", partner_plan, Timeline(partner_plan.routine.steps, guide, atlas), PLACES)
    player.guide.step_chosen.emit(2)
    return player


def said(events: list[Event]) -> list[str]:
    return [event.detail for event in events if event.kind is EventKind.ANSWERED]


def test_b_is_the_mirror_and_what_is_heard_follows(qtbot: QtBot, alone: PlayerPlace) -> None:
    for wanted in (Viewpoint.MIRROR, Viewpoint.AS_ON_ME):
        with qtbot.waitSignal(alone.began):
            qtbot.keyClick(alone, Qt.Key.Key_B)
        assert (alone.viewpoint, alone.guide.stage.viewpoint) == (wanted, wanted)


def test_enter_ends_a_step_that_waits_for_it(
    qtbot: QtBot, player: PlayerPlace, plan: Plan, guide: Guide, atlas: Atlas, events: list[Event]
) -> None:
    way = Way(untimed=True)
    player.set_way(way, Firmness())
    player.open("session-1", *way.laid(plan, guide, atlas), PLACES)
    for _ in range(2):
        qtbot.keyClick(player, Qt.Key.Key_Return)
    kinds = [(event.kind, event.step) for event in events]
    assert kinds[-2:] == [(EventKind.STEP_DONE, 1), (EventKind.STEP_STARTED, 2)]


def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, alone: PlayerPlace) -> None:
    stop = next(button for button in alone.guide.controls.findChildren(QPushButton) if button.text() == "Stop")
    stop.setFocus()
    qtbot.keyClick(stop, Qt.Key.Key_Return)
    assert alone.state is State.FROZEN


@pytest.mark.parametrize(
    ("key", "answer", "by"),
    [(Qt.Key.Key_1, "lighter", -1), (Qt.Key.Key_2, "same", 0), (Qt.Key.Key_3, "firmer", 1)],
)
def test_a_partner_is_obeyed_at_once_within_the_ceiling(
    qtbot: QtBot, together: PlayerPlace, partner_plan: Plan, events: list[Event], key: Qt.Key, answer: str, by: int
) -> None:
    step = partner_plan.routine.steps[2]
    ceiling = partner_plan.ceilings.get(step.number, step.pressure)
    qtbot.keyClick(together, key)
    assert said(events) == [answer]
    wanted = min(step.pressure + by, ceiling)
    pressed = [event.detail for event in events if event.kind is EventKind.PRESSURE]
    assert pressed == ([str(wanted)] if wanted != step.pressure else [])


def test_four_stops_at_once(qtbot: QtBot, together: PlayerPlace, events: list[Event]) -> None:
    qtbot.keyClick(together, Qt.Key.Key_4)
    assert said(events) == ["stop"]
    assert together.state is State.FROZEN
    assert together.card.isVisible()


def test_the_partners_buttons_are_large_and_there_only_with_a_partner(qtbot: QtBot, together: PlayerPlace) -> None:
    bar = together.guide.receiver
    buttons = bar.findChildren(QPushButton)
    assert bar.isVisible()
    assert [button.text().split()[-1] for button in buttons] == ["Lighter", "Same", "Firmer", "Stop"]
    assert all(button.height() >= 48 and button.width() >= 120 for button in buttons)
    assert all(button.accessibleName().startswith(QUESTION) for button in buttons)


def test_alone_nobody_answers_with_numbers(qtbot: QtBot, alone: PlayerPlace, events: list[Event]) -> None:
    alone.guide.step_chosen.emit(2)
    assert not alone.guide.receiver.isVisible()
    qtbot.keyClick(alone, Qt.Key.Key_4)
    assert said(events) == []
    assert alone.state is State.RUNNING


def test_a_partner_is_asked_aloud_and_lit_until_there_is_an_answer(
    qtbot: QtBot, together: PlayerPlace, partner_plan: Plan
) -> None:
    together.clock.pause()
    moment = check_ins(partner_plan.routine.steps)[0]
    with qtbot.waitSignal(together.asked) as asked:
        together.show_moment(moment + 1)
    assert asked.args == [QUESTION]
    together.show_moment(moment + 30)
    buttons = together.guide.receiver.findChildren(QPushButton)
    assert all(button.property("lit") for button in buttons)
    qtbot.keyClick(together, Qt.Key.Key_2)
    assert not any(button.property("lit") for button in buttons)


def test_waiting_at_a_step_is_paused_there(together: PlayerPlace, partner_plan: Plan) -> None:
    together.wait_at(5)
    frame = together.guide.stage.frame
    assert together.state is State.PAUSED
    assert frame is not None
    assert partner_plan.routine.steps[frame.step].number == 5


def test_every_control_has_a_name_and_says_its_key(alone: PlayerPlace) -> None:
    buttons = alone.guide.controls.findChildren(QPushButton)
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert all(button.toolTip() for button in buttons)
    focused = QApplication.focusWidget()
    assert focused is alone
