from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.ui.player.step_bar import StepBar
from desktop.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, plan: Plan) -> StepBar:
    bar = StepBar(theme)
    qtbot.addWidget(bar)
    bar.resize(600, 24)
    bar.set_steps(plan.routine.steps)
    return bar


def test_pieces_are_as_long_as_their_steps(bar: StepBar, plan: Plan) -> None:
    widths = [piece.width() / step.seconds for piece, step in zip(bar.pieces(), plan.routine.steps, strict=True)]
    assert widths == pytest.approx([widths[0]] * 3)
    assert bar.pieces()[-1].right() == pytest.approx(600)


@pytest.mark.parametrize("index", [0, 1, 2])
def test_a_click_chooses_the_step_under_it(qtbot: QtBot, bar: StepBar, index: int) -> None:
    middle = bar.pieces()[index].center().toPoint()
    with qtbot.waitSignal(bar.chosen) as chosen:
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(middle.x(), 3))
    assert chosen.args == [index]


def test_no_click_is_lost_between_steps_or_beyond_them(bar: StepBar) -> None:
    assert {bar.index_at(x) for x in range(-5, 640)} == {0, 1, 2}


def test_without_steps_nothing_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    empty = StepBar(theme)
    qtbot.addWidget(empty)
    with qtbot.assertNotEmitted(empty.chosen):
        qtbot.mouseClick(empty, Qt.MouseButton.LeftButton)


def test_it_says_which_step_is_being_done(bar: StepBar, timeline: Timeline) -> None:
    bar.show_frame(timeline.frame_at(40.0))
    assert bar.accessibleDescription() == "Step 2 of 3: Crown-to-shoulder strokes"
    assert bar.tip(2) == "3. Scalp circles, back of head, 45 s"
