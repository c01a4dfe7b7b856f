from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.domain.body import Side
from desktop.domain.chart import Point
from desktop.domain.frame import Trace
from desktop.ui.camera import Camera
from desktop.ui.player.traces import TracePainter, arrows, part
from desktop.ui.theme import Theme

WAY = [QPointF(0, 0), QPointF(100, 0), QPointF(100, 100)]
POINTS = (Point(50, 50), Point(150, 50), Point(250, 50))


@pytest.fixture
def traces(qtbot: QtBot, theme: Theme) -> TracePainter:
    camera = Camera()
    camera.set_frame(QRectF(0, 0, 300, 100))
    camera.set_picture(300, 100)
    return TracePainter(theme, camera)


def painted(traces: TracePainter, trace: Trace) -> QImage:
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(0xFF808080)
    painter = QPainter(image)
    traces.paint(painter, [trace], 1.0)
    traces.paint_lit_spots(painter, [trace], 1.0)
    painter.end()
    return image


@pytest.mark.parametrize(
    ("share", "end"), [(0, (0, 0)), (0.25, (50, 0)), (0.75, (100, 50)), (1, (100, 100)), (7, (100, 100))]
)
def test_a_part_ends_where_its_length_says(share: float, end: tuple[float, float]) -> None:
    assert part(WAY, share)[-1].toTuple() == pytest.approx(end)


def test_arrows_point_along_the_way_and_one_stands_at_its_end() -> None:
    heads = arrows(WAY, 100)
    assert [tip.toTuple() for tip, _ in heads] == [(100, 0), (100, 100)]
    assert [angle for _, angle in heads] == pytest.approx([0, 90], abs=1)


def test_what_is_walked_is_solid_and_what_is_to_come_is_faint(traces: TracePainter, theme: Theme) -> None:
    image = painted(traces, Trace(Side.LEFT, POINTS, 0.5))
    assert image.pixelColor(75, 50) == theme.palette.accent
    assert image.pixelColor(205, 50) not in (theme.palette.accent, image.pixelColor(5, 5))


def test_the_next_stroke_starts_empty_again(traces: TracePainter, theme: Theme) -> None:
    painted(traces, Trace(Side.LEFT, POINTS, 1.0))
    assert painted(traces, Trace(Side.LEFT, POINTS, 0.1)).pixelColor(140, 50) != theme.palette.accent


def test_walking_bit_by_bit_is_walking_at_once(traces: TracePainter, theme: Theme) -> None:
    for tick in range(60):
        painted(traces, Trace(Side.LEFT, POINTS, tick / 100))
    image = painted(traces, Trace(Side.LEFT, POINTS, 0.6))
    row = [image.pixelColor(x, 50) == theme.palette.accent for x in range(60, 160)]
    assert all(row)


def test_spots_are_done_lit_or_to_come(traces: TracePainter) -> None:
    image = painted(traces, Trace(Side.LEFT, POINTS, 0.5, POINTS, 1))
    done, lit, coming = (image.copy(round(p.x) - 14, 36, 28, 28) for p in POINTS)
    assert done != lit
    assert lit != coming
    assert done.pixelColor(14, 7) == lit.pixelColor(14, 4) != coming.pixelColor(14, 7)
