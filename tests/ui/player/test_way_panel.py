from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.frame import Frame
from desktop.domain.pace import Pace
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.domain.way import Way
from desktop.ui.player.way_panel import PEEK_SECONDS, WayPanel, in_words
from desktop.ui.theme import Theme
from tests.ui.conftest import in_window


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme) -> Iterator[WayPanel]:
    page = QWidget()
    window = in_window(qtbot, page)
    stage = QWidget(page)
    stage.setGeometry(12, 12, 870, 730)
    panel = WayPanel(theme, stage, page)
    panel.begin(Way(), "self")
    yield panel
    window.close()


@pytest.fixture
def ready(timeline: Timeline) -> Frame:
    return timeline.frame_at(-3.0)


@pytest.fixture
def running(timeline: Timeline) -> Frame:
    return timeline.frame_at(10.0)


def test_before_the_start_a_line_says_how_it_will_go(panel: WayPanel, ready: Frame, running: Frame) -> None:
    panel.follow(ready)
    assert panel.isVisible()
    assert panel.line.text() == "Pace as written  ·  next step at once  ·  seen as on me"
    panel.follow(running)
    assert not panel.isVisible()


def test_the_words_keep_their_i() -> None:
    way = Way(Pace.CALM, untimed=True, with_partner=Viewpoint.PARTNER)
    assert in_words(way, "partner") == "Pace calmer  ·  next step when I say so  ·  seen my partner from behind"


def test_opened_before_the_start_the_start_waits_until_it_is_closed(
    qtbot: QtBot, panel: WayPanel, ready: Frame
) -> None:
    panel.follow(ready)
    qtbot.mouseClick(panel.line, Qt.MouseButton.LeftButton)
    assert panel.seen.isVisible()
    with qtbot.waitSignal(panel.busy):
        panel.follow(ready)
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    with qtbot.assertNotEmitted(panel.busy):
        panel.follow(ready)
    assert panel.line.isVisible()


def test_each_choice_is_told_whole(qtbot: QtBot, panel: WayPanel, running: Frame) -> None:
    told: list[Way] = []
    panel.chosen.connect(told.append)
    panel.follow(running)
    panel.toggle()
    for button in (panel.pace.button("calm"), panel.steps.button("10"), panel.seen.button("mirror")):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told[-1] == Way(Pace.CALM, 10, alone=Viewpoint.MIRROR)
    qtbot.mouseClick(panel.steps.button("untimed"), Qt.MouseButton.LeftButton)
    assert told[-1] == Way(Pace.CALM, 10, untimed=True, alone=Viewpoint.MIRROR)
    qtbot.mouseClick(panel.steps.button("0"), Qt.MouseButton.LeftButton)
    assert told[-1] == Way(Pace.CALM, 0, alone=Viewpoint.MIRROR)


def test_the_mirror_key_turns_it_on_and_off_and_says_so_for_a_while(panel: WayPanel, running: Frame) -> None:
    told: list[Way] = []
    panel.chosen.connect(told.append)
    panel.follow(running)
    panel.mirror_or_not()
    assert panel.isVisible()
    assert panel.line.text().endswith("seen in a mirror")
    panel.mirror_or_not()
    assert [way.alone for way in told] == [Viewpoint.MIRROR, Viewpoint.AS_ON_ME]
    panel.follow(replace(running, t=running.t + PEEK_SECONDS + 0.1))
    assert not panel.isVisible()


def test_behind_a_partner_there_is_no_mirror(qtbot: QtBot, panel: WayPanel) -> None:
    panel.begin(Way(), "partner")
    with qtbot.assertNotEmitted(panel.chosen):
        panel.mirror_or_not()
    assert panel.viewpoint is Viewpoint.PARTNER


def test_with_a_partner_only_their_viewpoint_changes(qtbot: QtBot, panel: WayPanel) -> None:
    panel.begin(Way(alone=Viewpoint.MIRROR), "partner")
    panel.toggle()
    with qtbot.waitSignal(panel.chosen) as chosen:
        qtbot.mouseClick(panel.seen.button("as_on_me"), Qt.MouseButton.LeftButton)
    assert chosen.args == [Way(alone=Viewpoint.MIRROR, with_partner=Viewpoint.AS_ON_ME)]


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_it_never_leaves_the_page_nor_cuts_its_words(
    panel: WayPanel, theme: Theme, running: Frame, percent: int
) -> None:
    theme.set_text_percent(percent)
    panel.follow(running)
    panel.toggle()
    page = panel.parentWidget()
    assert page is not None
    assert page.rect().contains(panel.geometry())
    for segments in (panel.pace, panel.steps, panel.seen):
        assert segments.width() >= segments.sizeHint().width()
