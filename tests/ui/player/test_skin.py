"""What the skin does under the hands: it is pulled along, folds, and keeps the mark of a touch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.domain.chart import Atlas, Point
from desktop.domain.frame import Fold, Ripple, SkinPull
from desktop.ui.body_view import BodyPainter
from desktop.ui.camera import Camera
from desktop.ui.player.folds import SPREAD, FoldPainter, shading
from desktop.ui.player.ripples import RipplePainter
from desktop.ui.player.skin_pull import SkinPainter, followed
from desktop.ui.theme import Theme

SIZE = QSize(400, 400)
MIDDLE = Point(200, 200)
SKIN = QColor(200, 160, 140)
REACH = 60.0
LOOSE = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def camera(qapp: QApplication) -> Camera:
    """One picture pixel is one of the widget's."""
    camera = Camera()
    camera.set_frame(QRectF(0, 0, 400, 400))
    camera.set_picture(400, 400)
    return camera


@pytest.fixture
def body(atlas: Atlas, theme: Theme) -> BodyPainter:
    """The back, as it is painted on a stage of 400 pixels, cut through its middle."""
    camera = Camera()
    camera.set_frame(QRectF(0, 0, 400, 400))
    body = BodyPainter(atlas, theme, camera)
    body.set_view("whole_back")
    return body


def drawn(paint: Callable[[QPainter], object]) -> QImage:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(SKIN)
    with QPainter(image) as painter:
        paint(painter)
    return image


def changed(image: QImage, other: QImage) -> QRect:
    """The smallest rectangle, to 4 pixels, outside which two pictures are the same."""
    found = QRect()
    for x in range(0, 400, 4):
        for y in range(0, 400, 4):
            if image.pixel(x, y) != other.pixel(x, y):
                found = found.united(QRect(x, y, 1, 1))
    return found


def pulled(skin: SkinPainter, body: BodyPainter, *pulls: SkinPull) -> QImage:
    def paint(painter: QPainter) -> None:
        body.paint(painter, SIZE, 1.0)
        skin.paint(painter, pulls, body, 1.0)

    return drawn(paint)


@LOOSE
@given(st.floats(120, 280), st.floats(120, 280), st.floats(-24, 24), st.floats(-24, 24))
def test_a_pull_moves_what_lies_in_reach_and_nothing_else(
    camera: Camera, body: BodyPainter, x: float, y: float, dx: float, dy: float
) -> None:
    still = pulled(SkinPainter(camera), body)
    moved = pulled(SkinPainter(camera), body, SkinPull(Point(x, y), (dx, dy), REACH))
    reach = round(REACH) + max(abs(round(dx)), abs(round(dy))) + 6
    assert (
        QRect(QPoint(round(x), round(y)), QSize(1, 1))
        .adjusted(-reach, -reach, reach, reach)
        .contains(changed(still, moved))
        or still == moved
    )


def test_the_middle_follows_fully(camera: Camera, body: BodyPainter) -> None:
    still = pulled(SkinPainter(camera), body)
    moved = pulled(SkinPainter(camera), body, SkinPull(MIDDLE, (9, -5), REACH))
    around = [QPoint(200 + x, 200 + y) for x in range(-6, 7, 3) for y in range(-6, 7, 3)]
    assert [moved.pixel(p + QPoint(9, -5)) for p in around] == [still.pixel(p) for p in around]


def test_skin_at_rest_is_left_alone(camera: Camera, body: BodyPainter) -> None:
    assert pulled(SkinPainter(camera), body, SkinPull(MIDDLE, (0, 0), REACH)) == pulled(SkinPainter(camera), body)


def test_the_same_pull_gives_the_same_picture_whatever_came_before(camera: Camera, body: BodyPainter) -> None:
    skin, pull = SkinPainter(camera), SkinPull(MIDDLE, (12, 7), REACH)
    for by in ((3.0, 0.0), (-8.0, 8.0)):
        pulled(skin, body, SkinPull(Point(190, 230), by, REACH), pull)
    assert pulled(skin, body, pull) == pulled(SkinPainter(camera), body, pull)


def test_it_pulls_what_the_body_shows_now(camera: Camera, body: BodyPainter) -> None:
    skin, pull = SkinPainter(camera), SkinPull(MIDDLE, (12, 7), REACH)
    pulled(skin, body, pull)
    body.set_muscle(1.0)
    assert pulled(skin, body, pull) == pulled(SkinPainter(camera), body, pull)


def test_the_discs_kept_are_bounded(camera: Camera, body: BodyPainter) -> None:
    budget = 2**20
    skin = SkinPainter(camera, budget)
    for step in range(40):
        pulled(skin, body, SkinPull(Point(100 + 5 * step, 200), (9, 0), REACH))
    kept = [pixmap for discs in skin._places.values() for disc in discs for _, pixmap in disc.pieces]
    assert 0 < sum(pixmap.width() * pixmap.height() * 4 for pixmap in kept) <= budget


@given(st.floats(0, 2), st.floats(0, 2))
def test_what_is_further_away_follows_less(one: float, other: float) -> None:
    near, far = sorted((one, other))
    assert 1 >= followed(near) >= followed(far) >= 0
    assert followed(0) == 1
    assert followed(1) == pytest.approx(0)


FOLD = Fold(MIDDLE, turn=90.0, length=120.0, width=36.0, height=1.0)


def folded(camera: Camera, theme: Theme, fold: Fold) -> QImage:
    return drawn(lambda painter: FoldPainter(camera, theme).paint(painter, [fold], 1.0))


@LOOSE
@given(st.floats(0, 180), st.floats(40, 150), st.floats(10, 50), st.floats(0, 1))
def test_a_fold_stays_in_its_place(
    camera: Camera, theme: Theme, turn: float, length: float, width: float, height: float
) -> None:
    found = changed(folded(camera, theme, Fold(MIDDLE, turn, length, width, height)), drawn(lambda _: None))
    half = round(0.75 * length + 1.4 * width) + 6
    assert QRect(200 - half, 200 - half, 2 * half, 2 * half).contains(found) or found.isNull()


def test_a_fold_is_lit_from_the_top_and_dark_below(camera: Camera, theme: Theme) -> None:
    image, plain = folded(camera, theme, FOLD), SKIN.lightness()
    ridge, foot = (image.pixelColor(200, y).lightness() for y in (195, 222))
    assert ridge > plain > foot


@pytest.mark.parametrize("height", [0.0, 0.03])
def test_a_flat_fold_is_not_there(camera: Camera, theme: Theme, height: float) -> None:
    assert folded(camera, theme, replace(FOLD, height=height)) == drawn(lambda _: None)


@given(st.floats(-2.3, 2.3), st.floats(0, 1))
def test_the_lit_flank_is_never_darker_than_the_other(across: float, lit: float) -> None:
    assert shading(abs(across), lit) >= shading(-abs(across), lit)


@given(st.floats(-1, 1))
def test_the_shade_of_a_fold_has_no_edge(lit: float) -> None:
    assert max(abs(shading(SPREAD, lit)), abs(shading(-SPREAD, lit))) < 0.03


def test_the_folds_kept_are_bounded(camera: Camera, theme: Theme) -> None:
    folds = FoldPainter(camera, theme, budget=2**19)
    for turn in range(0, 180, 5):
        drawn(partial(folds.paint, folds=[replace(FOLD, turn=turn)], ratio=1.0))
    assert 0 < sum(area(pixmap) for pixmap in folds._kept.values()) <= 2**19


def area(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4


def rippled(camera: Camera, *ripples: Ripple) -> QImage:
    return drawn(lambda painter: RipplePainter(camera).paint(painter, ripples, 20.0, 1.0))


@LOOSE
@given(st.floats(0, 1), st.floats(0, 10))
def test_a_ripple_stays_around_its_touch(camera: Camera, age: float, pressure: float) -> None:
    found = changed(rippled(camera, Ripple(MIDDLE, age, pressure)), drawn(lambda _: None))
    assert QRect(155, 155, 90, 90).contains(found) or found.isNull()


def test_a_ripple_widens_fades_and_goes(camera: Camera) -> None:
    plain = drawn(lambda _: None)
    sizes = [changed(rippled(camera, Ripple(MIDDLE, age, 4.0)), plain).width() for age in (0.0, 0.4, 0.8)]
    assert sizes == sorted(set(sizes))
    assert rippled(camera, Ripple(MIDDLE, 1.0, 4.0)) == plain


def test_a_firm_touch_leaves_a_redder_mark(camera: Camera) -> None:
    light, firm = (rippled(camera, Ripple(MIDDLE, 0.1, pressure)).pixelColor(200, 200) for pressure in (1.0, 8.0))
    assert firm.green() < light.green()
