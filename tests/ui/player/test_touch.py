"""Hands, what lies below them and what is drawn over them, together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from desktop.domain.body import Side
from desktop.domain.chart import Atlas, Point
from desktop.domain.frame import Fold, Frame, HandPose, Ripple
from desktop.domain.timeline import Timeline
from desktop.ui.body_view import BodyPainter
from desktop.ui.camera import Camera
from desktop.ui.player.touch import TouchPainter, on_top_last
from desktop.ui.theme import Theme

SIZE = QSize(320, 320)
PLACES = [QPoint(x, y) for x in range(0, 320, 4) for y in range(0, 320, 4)]


@pytest.fixture
def camera(theme: Theme) -> Camera:
    camera = Camera()
    camera.set_frame(QRectF(0, 0, SIZE.width(), SIZE.height()))
    return camera


@pytest.fixture
def body(atlas: Atlas, theme: Theme, camera: Camera) -> BodyPainter:
    body = BodyPainter(atlas, theme, camera)
    body.set_view("neck_shoulders")
    return body


@pytest.fixture
def touch(atlas: Atlas, theme: Theme, camera: Camera) -> TouchPainter:
    return TouchPainter(atlas, theme, camera)


@pytest.fixture
def plain(timeline: Timeline) -> Frame:
    return replace(timeline.frame_at(33.0), view="neck_shoulders", hands=(), skin=(), folds=(), ripples=(), traces=())


def painted(touch: TouchPainter, body: BodyPainter, frame: Frame) -> QImage:
    """The body and how its skin answers, without the hands."""
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        body.paint(painter, SIZE, 1.0)
        touch.paint_skin(painter, frame, body, 1.0)
    return image


def beside(body: BodyPainter) -> list[QPoint]:
    """Places where there is only ground."""
    skin = QImage(SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    skin.fill(Qt.GlobalColor.transparent)
    with QPainter(skin) as painter:
        body.paint_layer(painter, "skin", 1.0)
    return [place for place in PLACES if skin.pixelColor(place).alpha() == 0]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 1), st.floats(0, 1), st.sampled_from((0.0, 0.4)))
def test_nothing_falls_on_the_ground_beside_the_body(
    touch: TouchPainter, body: BodyPainter, plain: Frame, across: float, down: float, lift: float
) -> None:
    """Neither warmth nor shadow, fold or mark."""
    at = Point(across * body.chart.size[0], down * body.chart.size[1])
    hand = HandPose(Side.LEFT, "palm", at, turn=20.0, grip=0.0, lift=lift, pressure=6.0)
    frame = replace(plain, hands=(hand,), folds=(Fold(at, 30.0, 90, 30, 1.0),), ripples=(Ripple(at, 0.3, 5.0),))
    still, answered = painted(touch, body, plain), painted(touch, body, frame)
    ground = beside(body)
    assert len(ground) > 200
    assert [place for place in ground if still.pixel(place) != answered.pixel(place)] == []


def test_the_soft_edge_of_the_body_stays_as_soft(touch: TouchPainter, body: BodyPainter, plain: Frame) -> None:
    """A hand so light that it changes nothing: what is painted anew is what was there."""
    hand = HandPose(Side.LEFT, "palm", Point(0, body.chart.size[1]), turn=20.0, grip=0.0, lift=0.99, pressure=0.0)
    still, answered = painted(touch, body, plain), painted(touch, body, replace(plain, hands=(hand,)))
    brighter = [
        place for place in PLACES if answered.pixelColor(place).lightness() > still.pixelColor(place).lightness() + 3
    ]
    assert brighter == []


def test_the_skin_answers_on_the_body(touch: TouchPainter, body: BodyPainter, plain: Frame) -> None:
    at = Point(body.chart.size[0] / 2, body.chart.size[1] * 0.6)
    hand = HandPose(Side.LEFT, "palm", at, turn=20.0, grip=0.0, lift=0.0, pressure=6.0)
    still, answered = painted(touch, body, plain), painted(touch, body, replace(plain, hands=(hand,)))
    assert sum(still.pixel(place) != answered.pixel(place) for place in PLACES) > 50


@pytest.mark.parametrize("from_front", [True, False])
def test_of_a_hand_from_the_front_only_what_lies_over_the_body_is_seen(
    touch: TouchPainter, body: BodyPainter, plain: Frame, from_front: bool
) -> None:
    at = Point(body.chart.size[0] * 0.25, body.chart.size[1] * 0.3)
    hand = HandPose(Side.RIGHT, "palm", at, turn=-160.0, grip=0.0, lift=0.0, pressure=0.0, from_front=from_front)
    without, shown = painted(touch, body, plain), painted(touch, body, plain)
    with QPainter(shown) as painter:
        touch.paint_hands(painter, replace(plain, hands=(hand,)), body, 1.0)
    changed = {(p.x(), p.y()) for p in PLACES if without.pixel(p) != shown.pixel(p)}
    ground = {(p.x(), p.y()) for p in beside(body)}
    assert changed - ground
    assert bool(changed & ground) is not from_front


def test_a_resting_hand_lies_below_the_working_one(timeline: Timeline) -> None:
    at_work, other = timeline.frame_at(33.0).hands
    resting = replace(other, pose="resting")
    at_work, other = replace(at_work, pose="palm"), replace(other, pose="palm")
    assert on_top_last([at_work, resting]) == [resting, at_work]
    assert on_top_last([at_work, other]) == [at_work, other]


def test_everything_is_given_back(touch: TouchPainter, body: BodyPainter, plain: Frame) -> None:
    hand = HandPose(Side.LEFT, "palm", Point(300, 300), turn=20.0, grip=0.0, lift=0.0, pressure=6.0)
    frame = replace(plain, hands=(hand,), held=0.5)
    painted(touch, body, frame)
    while touch.prepare(frame, 1.0):
        pass
    touch.clear()
    assert touch._hands is None
    assert not touch._holds._kept
    assert not touch._skin._places
