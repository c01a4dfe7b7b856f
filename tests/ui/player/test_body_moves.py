"""The body that moves itself, painted over the still one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.domain.chart import Atlas, MoveSheet
from desktop.domain.frame import Move
from desktop.ui.camera import Camera
from desktop.ui.player.body_moves import MovePainter
from desktop.ui.player.frames import frame_before
from desktop.ui.skin_tone import AS_DRAWN
from desktop.ui.theme import Theme

STAGE = QRectF(0, 0, 300, 300)
ROOMY, TIGHT = 2**26, 2**20


@pytest.fixture
def camera(qapp: QApplication, atlas: Atlas) -> Camera:
    camera = Camera()
    camera.set_frame(STAGE)
    camera.set_picture(*atlas.chart("head_back").size)
    return camera


@pytest.fixture
def moves(camera: Camera, atlas: Atlas, theme: Theme) -> MovePainter:
    return MovePainter(atlas, theme, camera, ROOMY)


@pytest.fixture
def sheet(atlas: Atlas) -> MoveSheet:
    sheet = atlas.move("nod", "head_back")
    assert sheet is not None
    return sheet


def painted(moves: MovePainter, amount: float, view: str = "head_back", ratio: float = 1.0) -> QImage:
    side = round(300 * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    moves.paint(painter, view, Move("nod", amount), STAGE, ratio)
    painter.end()
    return image


def empty(image: QImage) -> bool:
    nothing = QImage(image.size(), image.format())
    nothing.fill(Qt.GlobalColor.transparent)
    nothing.setDevicePixelRatio(image.devicePixelRatio())
    return image == nothing


@pytest.mark.parametrize("amount", [-1.0, 0.0, 0.37, 1.0, 2.0])
def test_every_amount_lies_between_two_frames(sheet: MoveSheet, amount: float) -> None:
    before, share = frame_before(sheet.amounts, amount)
    low, high = sheet.amounts[before], sheet.amounts[before + 1]
    assert low + (high - low) * share == pytest.approx(min(max(amount, 0.0), 1.0))


def test_at_rest_the_still_picture_is_left_as_it_is(moves: MovePainter) -> None:
    assert empty(painted(moves, 0.0))


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_the_head_moves_and_what_the_move_leaves_is_not_painted(moves: MovePainter, ratio: float) -> None:
    end = painted(moves, 1.0, ratio=ratio)
    assert not empty(end)
    assert end.pixelColor(1, 1).alpha() == 0
    assert end.pixelColor(end.width() // 2, end.height() - 2).alpha() == 0


def test_the_move_goes_on_between_its_frames(moves: MovePainter) -> None:
    pictures = [painted(moves, amount) for amount in (0.2, 0.47, 0.73, 0.97)]
    assert all(one != other for at, one in enumerate(pictures) for other in pictures[at + 1 :])


def test_in_another_view_the_body_rests(moves: MovePainter) -> None:
    assert empty(painted(moves, 1.0, view="face"))


def test_frames_are_made_one_at_a_time_beforehand(moves: MovePainter, sheet: MoveSheet) -> None:
    assert not moves.stock()
    painted(moves, 0.0)
    made = 0
    while moves.stock():
        made += 1
    assert made == len(sheet.amounts)


def test_with_little_memory_the_nearest_frames_are_kept(
    camera: Camera, atlas: Atlas, theme: Theme, moves: MovePainter, sheet: MoveSheet
) -> None:
    frugal = MovePainter(atlas, theme, camera, TIGHT // 4)
    for amount in (*sheet.amounts, 0.5):
        assert painted(frugal, amount) == painted(moves, amount)
        while frugal.stock():
            pass


def test_the_same_moment_looks_the_same_whatever_was_shown_before(moves: MovePainter) -> None:
    first = painted(moves, 0.43)
    painted(moves, 0.9)
    assert painted(moves, 0.43) == first


def test_a_skin_tone_colours_the_frames_too(moves: MovePainter, theme: Theme) -> None:
    before = painted(moves, 1.0)
    theme.set_skin_tone("deep")
    assert painted(moves, 1.0) != before
    theme.set_skin_tone(AS_DRAWN)
