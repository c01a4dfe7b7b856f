from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.chart import Atlas
from desktop.domain.frame import Focus, Frame
from desktop.domain.timeline import Timeline
from desktop.ui.player.stage import Stage, widened
from desktop.ui.player.touch import TouchPainter
from desktop.ui.theme import Theme

MID_STROKE = 33.0


@pytest.fixture
def stage(qtbot: QtBot, atlas: Atlas, theme: Theme) -> Stage:
    stage = Stage(atlas, theme, {"spine_line"})
    qtbot.addWidget(stage)
    stage.resize(600, 500)
    return stage


def picture(stage: QWidget) -> QImage:
    return stage.grab().toImage()


def near(stage: Stage, frame: Frame, image: QImage, other: QImage) -> bool:
    """Whether two pictures differ close to where the frame's first hand touches."""
    at = stage.camera.to_widget(frame.hands[0].at).toPoint()
    area = [at + QPoint(x, y) for x in range(-60, 61, 4) for y in range(-60, 61, 4)]
    return any(image.pixel(p) != other.pixel(p) for p in area if image.rect().contains(p))


def test_hands_are_where_the_frame_puts_them(stage: Stage, timeline: Timeline) -> None:
    frame = timeline.frame_at(MID_STROKE)
    stage.show_frame(frame)
    with_hands = picture(stage)
    stage.show_frame(replace(frame, hands=()))
    assert near(stage, frame, with_hands, picture(stage))


def test_pressure_warms_the_skin(stage: Stage, timeline: Timeline) -> None:
    frame = timeline.frame_at(MID_STROKE)
    stage.show_frame(replace(frame, hands=tuple(replace(hand, pressure=0.0) for hand in frame.hands)))
    cold = picture(stage)
    stage.show_frame(replace(frame, hands=tuple(replace(hand, pressure=9.0) for hand in frame.hands)))
    warm = picture(stage)
    redder = sum(
        warm.pixelColor(x, y).red() - warm.pixelColor(x, y).blue()
        > cold.pixelColor(x, y).red() - cold.pixelColor(x, y).blue() + 10
        for x in range(0, 600, 3)
        for y in range(0, 500, 3)
    )
    assert redder > 50  # what shows around the hands that press


def test_the_same_frame_gives_the_same_picture_whatever_came_before(
    qtbot: QtBot, atlas: Atlas, theme: Theme, stage: Stage, timeline: Timeline
) -> None:
    frame = timeline.frame_at(MID_STROKE)
    for t in (31.0, 36.0, 100.0, 2.0):
        stage.show_frame(timeline.frame_at(t))
        picture(stage)
    stage.show_frame(frame)
    picture(stage)
    fresh = Stage(atlas, theme, {"spine_line"})
    qtbot.addWidget(fresh)
    fresh.resize(600, 500)
    fresh.show_frame(frame)
    picture(fresh)
    ours, theirs = picture(stage), picture(fresh)
    worst = max(
        abs(ours.pixelColor(x, y).green() - theirs.pixelColor(x, y).green())
        for x in range(0, 600, 3)
        for y in range(0, 500, 3)
    )
    assert worst <= 24  # the walked line grows piece by piece: its soft edge may differ


def test_no_press_zones_are_hatched(qtbot: QtBot, atlas: Atlas, theme: Theme, stage: Stage, timeline: Timeline) -> None:
    frame = replace(timeline.frame_at(MID_STROKE), hands=(), traces=())
    stage.show_frame(frame)
    plain = Stage(atlas, theme)
    qtbot.addWidget(plain)
    plain.resize(600, 500)
    plain.show_frame(frame)
    assert picture(stage) != picture(plain)


def test_a_click_is_told(qtbot: QtBot, stage: Stage) -> None:
    with qtbot.waitSignal(stage.clicked):
        qtbot.mouseClick(stage, Qt.MouseButton.LeftButton)


def test_another_view_is_shown_at_once_where_motion_is_not_wished(stage: Stage, timeline: Timeline) -> None:
    frame = replace(timeline.frame_at(MID_STROKE), hands=(), traces=())
    stage.show_frame(frame)
    back = picture(stage)
    stage.show_frame(replace(frame, view="whole_back", focus=Focus(0, 0, 900, 900)))
    assert picture(stage) != back


def test_what_may_be_needed_soon_is_made_ready_while_idle(
    qtbot: QtBot, atlas: Atlas, theme: Theme, timeline: Timeline
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stage = Stage(atlas, theme)
    stage.setParent(window)
    window.resize(700, 600)
    stage.resize(600, 500)
    with qtbot.waitExposed(window):
        window.show()
    stage.foresee(timeline.frame_at)
    stage.show_frame(timeline.frame_at(MID_STROKE))
    stage.repaint()
    kept = pictures(stage._touch)
    qtbot.waitUntil(lambda: pictures(stage._touch) > kept + 3)
    window.close()
    assert not stage._idle.isActive()


def pictures(touch: TouchPainter) -> int:
    return len(touch._hands._kept) if touch._hands is not None else 0


def test_everything_can_be_given_back_and_made_again(stage: Stage, timeline: Timeline) -> None:
    stage.show_frame(timeline.frame_at(MID_STROKE))
    before = picture(stage)
    stage.release()
    assert picture(stage) == before


def test_it_is_sharp_and_whole_at_every_size(stage: Stage, timeline: Timeline) -> None:
    stage.show_frame(timeline.frame_at(MID_STROKE))
    for width, height in ((1200, 900), (300, 800), (64, 64)):
        stage.resize(width, height)
        assert picture(stage).size() == stage.size() * stage.devicePixelRatioF()


def test_a_hold_fills_a_ring_around_the_contact(stage: Stage, timeline: Timeline) -> None:
    frame = timeline.frame_at(MID_STROKE)
    pictures = []
    for held in (0.0, 0.3, 0.9):
        stage.show_frame(replace(frame, held=held))
        pictures.append(picture(stage))
    assert near(stage, frame, pictures[0], pictures[1])
    assert near(stage, frame, pictures[1], pictures[2])


def test_a_small_focus_keeps_its_middle() -> None:
    assert widened(Focus(100, 100, 20, 400), 60) == Focus(80, 100, 60, 400)
