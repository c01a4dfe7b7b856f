from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.domain.body import Side
from desktop.domain.chart import Atlas, Point
from desktop.domain.frame import HandPose
from desktop.ui.player import warmth
from desktop.ui.player.hand_pictures import STEP_DEGREES, WARM_STEPS, HandPictures, difference
from desktop.ui.player.hands import LATELY, HandPainter
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
        for turn, grip in ((0.0, 0.0), (-77.0, 1.0)):
            assert opacity(painted(hands, HandPose(side, pose, Point(0, 0), turn, grip, 0.0, 0.0))) > 0


def test_only_a_hand_that_comes_or_goes_is_paler(hands: HandPainter) -> None:
    there = opacity(painted(hands, RESTING))
    assert opacity(painted(hands, replace(RESTING, lift=1.0))) == pytest.approx(there, rel=0.02)
    assert opacity(painted(hands, replace(RESTING, lift=1.0, away=1.0))) < 0.9 * there


@pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
@pytest.mark.parametrize("turn", [-172.0, -91.0, -8.0, 0.0, 19.0, 86.0, 172.0, 180.0])
def test_warmth_lies_below_the_hand_on_either_side(atlas: Atlas, side: Side, turn: float) -> None:
    pictures = HandPictures(atlas.hands(), 2**20)
    for need, _share in pictures.warm_needs(replace(RESTING, side=side, turn=turn)):
        assert abs(difference(need.degrees, turn)) <= STEP_DEGREES * (WARM_STEPS / 2 + 1)


def test_nobody_can_see_through_a_hand(hands: HandPainter) -> None:
    assert painted(hands, RESTING).pixelColor(250, 250).alpha() == 255


def test_an_arm_that_fades_throws_no_more_shadow_than_there_is_of_it() -> None:
    arm = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    arm.fill(QColor(220, 180, 150, 64))
    shadow, _corner = warmth.shadow(arm, 10.0)
    assert shadow.pixelColor(shadow.width() // 2, shadow.height() // 2).alpha() == pytest.approx(64, abs=6)


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
    """The hand, its blush and its dent."""
    hands.set_scale(15.0, 1.0)
    assert [hands.prepare([RESTING]) for _ in range(4)] == [True, True, True, False]


def test_another_zoom_renews_hand_and_warmth(hands: HandPainter) -> None:
    while hands.prepare([RESTING]):
        pass
    hands.set_scale(22.0, 1.0)
    assert [hands.prepare([RESTING]) for _ in range(4)] == [True, True, True, False]


@pytest.mark.parametrize("turn", [0.0, 21.0, 45.0, -63.0])
def test_a_hand_looks_the_same_before_its_picture_is_ready(hands: HandPainter, turn: float) -> None:
    hands.set_scale(15.0, 1.0)
    pose = replace(RESTING, turn=turn)
    before = painted(hands, pose)
    while hands.prepare([pose]):
        pass
    assert unlike(before, painted(hands, pose)) < 0.01


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
    """What was used lately is not given up for what is only foreseen; what was not is."""
    budget = 3 * 2**20
    hands = HandPainter(atlas.hands(), budget)
    hands.set_scale(20.0, 1.0)
    turns = [replace(RESTING, turn=float(turn)) for turn in range(0, 360, 12)]
    for pose in turns:
        while hands.prepare([pose]):
            pass
    full = set(hands._kept)
    assert hands._bytes <= budget
    assert not hands.prepare(turns)
    hands._paintings += LATELY
    assert hands.prepare(turns)
    assert not full <= set(hands._kept)
    assert hands._bytes <= budget


def warmed(pressure: float, atlas: Atlas) -> QImage:
    """Skin warmed by a finger of this pressure, the finger itself not painted."""
    image = QImage(160, 160, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(222, 186, 160))
    hands = HandPainter(atlas.hands())
    hands.set_scale(20.0, 1.0)
    painter = QPainter(image)
    finger = replace(RESTING, pose="finger_pad", pressure=pressure)
    hands.paint_below(painter, finger, QPointF(80, 80), 20.0)
    painter.end()
    return image


def redness(image: QImage) -> float:
    places = [(x, y) for x in range(0, 160, 4) for y in range(0, 160, 4)]
    return sum(image.pixelColor(*p).red() - image.pixelColor(*p).green() for p in places) / len(places)


def test_firmness_is_plain_without_words(qapp: QApplication, atlas: Atlas) -> None:
    none, light, warm, firm = (redness(warmed(pressure, atlas)) for pressure in (0.0, 1.0, 3.0, 6.0))
    assert none < light < warm < firm
    assert light - none < (firm - none) / 4


def test_firm_pressure_dents(qapp: QApplication, atlas: Atlas) -> None:
    """Darker on the rim towards the light than on the far one, which catches it."""
    image = warmed(8.0, atlas)
    upper, lower = (min(image.pixelColor(80, y).lightness() for y in rows) for rows in (range(60, 80), range(90, 110)))
    assert upper < lower < image.pixelColor(2, 2).lightness()


@given(st.floats(0, 10), st.floats(0, 1))
def test_warmth_grows_with_pressure_and_goes_with_the_hand(pressure: float, lift: float) -> None:
    shares = warmth.shares(replace(RESTING, pressure=pressure, lift=lift))
    firmer = warmth.shares(replace(RESTING, pressure=min(pressure + 1, 10), lift=lift))
    assert all(0 < share <= 1 and share <= firmer[touch] for touch, share in shares.items())
    assert not warmth.shares(replace(RESTING, pressure=pressure, lift=1.0))


def test_the_warmth_is_cut_to_what_touches_and_stays_in_its_place(qapp: QApplication) -> None:
    mask = QImage(200, 200, QImage.Format.Format_ARGB32_Premultiplied)
    mask.fill(Qt.GlobalColor.transparent)
    for x, y in ((120, 60), (129, 69)):
        mask.setPixelColor(x, y, Qt.GlobalColor.white)
    image, corner = warmth.picture(mask, warmth.LIGHT, 10.0)
    assert image.width() < 100
    assert image.rect().translated(corner).center() == QPoint(124, 64)


def test_a_trembling_hand_has_ghosts_at_either_end(hands: HandPainter) -> None:
    still = painted(hands, RESTING)
    image = QImage(still.size(), still.format())
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    hands.paint_hand(painter, RESTING, QPointF(250, 250), 15.0, QPointF(14, 0))
    painter.end()
    edges = [x for x in range(500) if image.pixelColor(x, 260).alpha() > 40]
    before = [x for x in range(500) if still.pixelColor(x, 260).alpha() > 40]
    assert edges[0] <= before[0] - 8
    assert edges[-1] >= before[-1] + 8


def test_the_left_hand_is_the_right_one_flipped(hands: HandPainter) -> None:
    left = painted(hands, replace(RESTING, side=Side.LEFT, turn=30.0))
    right = painted(hands, replace(RESTING, side=Side.RIGHT, turn=-30.0))
    assert unlike(left, right.flipped(Qt.Orientation.Horizontal)) < 0.02
    assert unlike(left, right) > 0.05
