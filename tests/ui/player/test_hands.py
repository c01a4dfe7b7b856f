from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.domain.body import Side
from desktop.domain.chart import Atlas, Point
from desktop.domain.frame import HandPose
from desktop.ui.player import warmth
from desktop.ui.player.hand_pictures import difference
from desktop.ui.player.hands import HandPainter
from desktop.ui.player.images import seen_rows

RESTING = HandPose(Side.LEFT, "palm", Point(0, 0), turn=20.0, grip=0.0, lift=0.0, pressure=3.0)


@pytest.fixture
def hands(qapp: QApplication, atlas: Atlas) -> HandPainter:
    return HandPainter(atlas.hands())


def painted(hands: HandPainter, pose: HandPose) -> QImage:
    image = QImage(500, 500, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    hands.paint_hand(painter, pose, QPointF(250, 250), 15.0)
    painter.end()
    return image


def opacity(image: QImage) -> int:
    places = ((x, y) for x in range(0, image.width(), 5) for y in range(0, image.height(), 5))
    return sum(image.pixelColor(x, y).alpha() for x, y in places)


@pytest.mark.parametrize(("a", "b", "turn"), [(10, 350, 20), (350, 10, -20), (180, 0, -180), (-90, 270, 0)])
def test_turns_go_the_short_way(a: float, b: float, turn: float) -> None:
    assert difference(a, b) == turn


def test_every_hand_of_the_sheet_can_be_drawn(hands: HandPainter, atlas: Atlas) -> None:
    hands.set_scale(4.0, 1.0)
    for pose, side in atlas.hands().sprites:
        for turn in (0.0, 101.0, -77.0):
            for grip in (0.0, 0.5, 1.0):
                assert opacity(painted(hands, HandPose(side, pose, Point(0, 0), turn, grip, 0.0, 0.0))) > 0


def test_a_lifted_hand_is_paler(hands: HandPainter) -> None:
    assert opacity(painted(hands, replace(RESTING, lift=1.0))) < 0.9 * opacity(painted(hands, RESTING))


def test_turning_on_changes_the_picture_little_by_little(hands: HandPainter) -> None:
    """No jump where one sprite gives way to the next."""
    before = painted(hands, replace(RESTING, turn=0.0))
    for turn in range(1, 30):
        while hands.prepare([replace(RESTING, turn=float(turn))]):
            pass
        after = painted(hands, replace(RESTING, turn=float(turn)))
        assert unlike(before, after) < 0.04, turn
        before = after


def unlike(one: QImage, other: QImage) -> float:
    """Mean difference of two pictures' brightness, 0 to 1."""
    places = [(x, y) for x in range(0, 500, 10) for y in range(0, 500, 10)]
    differences = (abs(one.pixelColor(*p).green() - other.pixelColor(*p).green()) for p in places)
    return sum(differences) / len(places) / 255


def test_pictures_are_made_ready_one_at_a_time(hands: HandPainter) -> None:
    hands.set_scale(15.0, 1.0)
    assert hands.prepare([RESTING])
    assert hands.prepare([RESTING])
    assert not hands.prepare([RESTING])


def test_turns_near_by_are_stocked_until_the_memory_is_nearly_full(atlas: Atlas, qapp: QApplication) -> None:
    hands = HandPainter(atlas.hands(), budget=4 * 2**20)
    hands.set_scale(15.0, 1.0)
    painted(hands, RESTING)
    kept = len(hands._kept)
    while hands.stock([RESTING]):
        kept += 1
    assert len(hands._kept) == kept > 4
    assert hands._bytes <= 4 * 2**20


def test_another_zoom_renews_hand_and_glow(hands: HandPainter) -> None:
    while hands.prepare([RESTING]):
        pass
    hands.set_scale(22.0, 1.0)
    assert hands.prepare([RESTING])
    assert hands.prepare([RESTING])
    assert not hands.prepare([RESTING])


def test_a_turn_close_by_serves_until_the_right_one_is_ready(hands: HandPainter) -> None:
    first = painted(hands, RESTING)
    near = replace(RESTING, turn=RESTING.turn + 4)
    assert painted(hands, near) == first
    while hands.prepare([near]):
        pass
    assert painted(hands, near) != first


def test_only_what_is_seen_is_copied(qapp: QApplication) -> None:
    image = QImage(320, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.fillRect(100, 60, 40, 90, Qt.GlobalColor.red)
    painter.end()
    rows = seen_rows(image)
    copied = QImage(image.size(), image.format())
    copied.fill(Qt.GlobalColor.transparent)
    painter = QPainter(copied)
    for row in rows:
        painter.drawImage(row, image, row)
    painter.end()
    assert copied == image
    assert sum(row.width() * row.height() for row in rows) < 320 * 200 / 2


def test_the_contact_point_is_where_the_hand_is_put(hands: HandPainter, atlas: Atlas) -> None:
    """The picture turns about the contact: the fingers stay on their side of it."""
    hands.set_scale(15.0, 1.0)
    up, down = (painted(hands, replace(RESTING, turn=turn)) for turn in (0.0, 180.0))
    assert opacity(up.copy(0, 260, 500, 240)) > opacity(up.copy(0, 0, 500, 240))
    assert opacity(down.copy(0, 260, 500, 240)) < opacity(down.copy(0, 0, 500, 240))


def test_the_memory_kept_is_bounded(atlas: Atlas, qapp: QApplication) -> None:
    hands = HandPainter(atlas.hands(), budget=2**20)
    hands.set_scale(20.0, 1.0)
    for turn in range(0, 360, 22):
        painted(hands, replace(RESTING, turn=float(turn)))
    assert hands._bytes <= 2**20


def test_firmer_is_wider_and_redder(qapp: QApplication) -> None:
    mask = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    mask.fill(Qt.GlobalColor.white)
    light, firm = warmth.glow(mask, 1, 10.0)[0], warmth.glow(mask, 8, 10.0)[0]
    assert firm.width() > light.width()
    middle = (firm.rect().center(), light.rect().center())
    assert firm.pixelColor(middle[0]).green() < light.pixelColor(middle[1]).green()


def test_the_glow_is_cut_to_what_touches_and_stays_in_its_place(qapp: QApplication) -> None:
    mask = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    mask.fill(Qt.GlobalColor.transparent)
    for x, y in ((120, 60), (129, 69)):
        mask.setPixelColor(x, y, Qt.GlobalColor.white)
    image, corner = warmth.glow(mask, 3, 10.0)
    assert image.width() < 100
    assert image.rect().translated(corner).center() == QPoint(124, 64)


def test_a_lifted_hand_leaves_no_warmth() -> None:
    assert warmth.strength(replace(RESTING, lift=1.0)) == 0
    assert warmth.strength(replace(RESTING, pressure=0.0)) == 0
    assert warmth.strength(RESTING) < warmth.strength(replace(RESTING, pressure=5.0)) <= 1
