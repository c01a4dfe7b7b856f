from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.frame import Breath
from desktop.domain.timeline import Timeline
from desktop.ui.player.breath_ring import BreathRing
from desktop.ui.player.step_ring import StepRing
from desktop.ui.theme import Theme


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage()


@pytest.mark.parametrize(("t", "seconds"), [(-5.0, 5), (-4.2, 5), (-0.3, 1), (0.0, 30), (29.5, 1), (30.0, 60)])
def test_the_ring_counts_whole_seconds_down(
    qtbot: QtBot, theme: Theme, timeline: Timeline, t: float, seconds: int
) -> None:
    ring = StepRing(theme)
    qtbot.addWidget(ring)
    ring.resize(136, 136)
    ring.show_frame(timeline.frame_at(t))
    assert ring.words == str(seconds)


def test_the_ring_empties(qtbot: QtBot, theme: Theme, timeline: Timeline) -> None:
    ring = StepRing(theme)
    qtbot.addWidget(ring)
    ring.resize(136, 136)
    ring.show_frame(timeline.frame_at(31.0))
    early = picture(ring)
    ring.show_frame(timeline.frame_at(80.0))
    colour = theme.palette.accent.rgb()
    assert count(early, colour) > 2 * count(picture(ring), colour) > 0


def test_breath_swells_and_says_which_way(qtbot: QtBot, theme: Theme) -> None:
    ring = BreathRing(theme)
    qtbot.addWidget(ring)
    ring.resize(136, 136)
    ring.show_breath(Breath(inhale=True, fill=0.1))
    empty = picture(ring)
    assert ring.word == "In"
    ring.show_breath(Breath(inhale=False, fill=0.9))
    assert ring.word == "Out"
    assert picture(ring) != empty


def count(image: QImage, colour: int) -> int:
    return sum(image.pixel(x, y) == colour for x in range(image.width()) for y in range(image.height()))
