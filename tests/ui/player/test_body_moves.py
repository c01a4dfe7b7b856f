from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.domain.chart import Atlas
from desktop.domain.frame import Move
from desktop.ui.camera import Camera
from desktop.ui.player.body_moves import MovePainter, nearest
from desktop.ui.theme import Theme

STAGE = QRectF(0, 0, 300, 300)


@pytest.fixture
def moves(qapp: QApplication, atlas: Atlas, theme: Theme) -> MovePainter:
    camera = Camera()
    camera.set_frame(STAGE)
    camera.set_picture(*atlas.chart("head_back").size)
    return MovePainter(atlas, theme, camera)


def painted(moves: MovePainter, amount: float, view: str = "head_back") -> QImage:
    image = QImage(300, 300, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    moves.paint(painter, view, Move("nod", amount), STAGE, 1.0)
    painter.end()
    return image


@pytest.mark.parametrize("amount", [-1.0, 0.0, 0.37, 1.0, 2.0])
def test_every_amount_lies_between_two_pictures(atlas: Atlas, amount: float) -> None:
    sheet = atlas.move("nod", "head_back")
    assert sheet is not None
    before, share = nearest(sheet, amount)
    low, high = sheet.amounts[before], sheet.amounts[before + 1]
    assert low + (high - low) * share == pytest.approx(min(max(amount, 0.0), 1.0))


def test_the_head_moves_and_the_rest_is_left_as_it_is(moves: MovePainter) -> None:
    rest, end = painted(moves, 0.0), painted(moves, 1.0)
    assert rest != end
    assert rest.pixelColor(2, 298).alpha() == 0


def test_between_two_pictures_they_are_blended(moves: MovePainter) -> None:
    start, middle, end = (painted(moves, amount) for amount in (0.0, 0.04, 0.08))
    assert start != middle != end != start


def test_in_another_view_the_body_rests(moves: MovePainter) -> None:
    assert painted(moves, 1.0, view="face").allGray()


def test_the_other_pictures_are_made_one_at_a_time(moves: MovePainter, atlas: Atlas) -> None:
    assert not moves.stock()
    painted(moves, 0.0)
    made = 1
    while moves.stock():
        made += 1
    sheet = atlas.move("nod", "head_back")
    assert sheet is not None
    assert made == len(sheet.amounts)
