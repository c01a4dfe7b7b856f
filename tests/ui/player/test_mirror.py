"""The stage turned over: as sharp, the hands' light and the words as they should be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.domain.body import Side
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.staging import POSE
from desktop.domain.timeline import Timeline
from desktop.domain.viewpoint import Viewpoint
from desktop.ui.player.edges import EdgePainter
from desktop.ui.player.stage import Stage
from desktop.ui.theme import Theme

CHEST, SIDED = "RT07", 2
"""A step on the chest that works on one side after the other."""
MOVED, MOVE = "RT05", 7
POSED, LEAN = "RT18", 12
LIKE = 14
"""Two pictures of one thing differ by less, of 255 on average: hands are rendered for each side and lit from one."""


@pytest.fixture
def stage(qtbot: QtBot, atlas: Atlas, theme: Theme) -> Stage:
    stage = Stage(atlas, theme, {"throat"}, bare=True)
    qtbot.addWidget(stage)
    stage.resize(600, 500)
    return stage


def show(stage: Stage, guide: Guide, atlas: Atlas, routine: str, number: int, share: float = 0.2) -> None:
    step = next(step for step in guide.routines[routine].steps if step.number == number)
    stage.show_frame(Timeline([step], guide, atlas).frame_at(share * step.seconds))


def picture(stage: Stage) -> QImage:
    return stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def difference(image: QImage, other: QImage) -> float:
    """On average over a grid, of green."""
    area = QRect(20, 20, image.width() - 40, image.height() - 40)
    apart = [
        abs(image.pixelColor(x, y).green() - other.pixelColor(x, y).green())
        for x in range(area.left(), area.right(), 7)
        for y in range(area.top(), area.bottom(), 7)
    ]
    return sum(apart) / len(apart)


@pytest.mark.parametrize(("routine", "number"), [(CHEST, SIDED), (MOVED, MOVE), (POSED, LEAN)])
def test_a_mirror_shows_what_is_seen_from_the_front_turned_over(
    stage: Stage, guide: Guide, atlas: Atlas, routine: str, number: int
) -> None:
    show(stage, guide, atlas, routine, number)
    drawn = picture(stage)
    stage.set_viewpoint(Viewpoint.MIRROR)
    seen = picture(stage)
    assert difference(seen, drawn.flipped(Qt.Orientation.Horizontal)) < LIKE / 4
    assert difference(seen, drawn) > difference(seen, drawn.flipped(Qt.Orientation.Horizontal))
    stage.set_viewpoint(Viewpoint.AS_ON_ME)
    assert difference(picture(stage), drawn) == 0


def test_a_view_from_behind_stays_as_it_is(stage: Stage, guide: Guide, atlas: Atlas) -> None:
    show(stage, guide, atlas, "RT01", 2)
    drawn = picture(stage)
    for viewpoint in (Viewpoint.MIRROR, Viewpoint.PARTNER):
        stage.set_viewpoint(viewpoint)
        assert difference(picture(stage), drawn) == 0


def test_the_hand_that_is_drawn_is_the_other_ones_and_the_frame_stays_the_persons(
    stage: Stage, guide: Guide, atlas: Atlas
) -> None:
    stage.set_viewpoint(Viewpoint.MIRROR)
    show(stage, guide, atlas, CHEST, SIDED)
    assert stage.frame is not None
    assert stage.seen is not None
    assert stage.frame.side is stage.seen.side is Side.LEFT
    assert [hand.side.other for hand in stage.frame.hands] == [hand.side for hand in stage.seen.hands]


def test_a_mirrored_picture_is_as_sharp(stage: Stage, guide: Guide, atlas: Atlas) -> None:
    """As much goes on from one pixel to the next."""
    show(stage, guide, atlas, CHEST, SIDED)

    def sharpness(image: QImage) -> float:
        rows = range(100, 400, 11)
        return sum(
            abs(image.pixelColor(x + 1, y).green() - image.pixelColor(x, y).green()) for y in rows for x in range(599)
        )

    drawn = sharpness(picture(stage))
    stage.set_viewpoint(Viewpoint.MIRROR)
    assert sharpness(picture(stage)) == pytest.approx(drawn, rel=0.03)


@pytest.mark.parametrize(
    ("viewpoint", "left", "right"),
    [
        (Viewpoint.AS_ON_ME, "YOUR RIGHT", "YOUR LEFT"),
        (Viewpoint.MIRROR, "YOUR LEFT", "YOUR RIGHT"),
        (Viewpoint.PARTNER, "THEIR LEFT", "THEIR RIGHT"),
    ],
)
def test_labels_name_the_sides_where_they_are_seen(atlas: Atlas, viewpoint: Viewpoint, left: str, right: str) -> None:
    labels = EdgePainter.labels(atlas.chart("face"), viewpoint)
    assert sorted(labels) == sorted([(left, True), (right, False)])


def test_a_figure_is_turned_over_too(stage: Stage, guide: Guide, atlas: Atlas) -> None:
    show(stage, guide, atlas, POSED, LEAN)
    assert stage.frame is not None
    assert stage.frame.view == POSE
    assert stage.seen == stage.frame
