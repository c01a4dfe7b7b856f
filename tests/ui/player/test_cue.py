from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from desktop.domain.guide import Guide
from desktop.ui.player.cue import PIXELS, Cue
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Theme


def test_every_cue_is_readable_from_two_metres_at_the_usual_size(player: PlayerPlace, guide: Guide) -> None:
    for step in guide.routines["RT01"].steps:
        player.guide.panel.cue.set_text(step.cue, step.caution)
        area = QRectF(player.guide.panel.cue.rect()).adjusted(0, 0, 0, -60)
        assert player.guide.panel.cue.font_for(area).pixelSize() >= PIXELS, step.name


@pytest.mark.parametrize(("width", "height"), [(200, 120), (340, 300), (900, 60)])
def test_a_long_cue_gives_way_rather_than_being_cut(qtbot: QtBot, theme: Theme, width: int, height: int) -> None:
    cue = Cue(theme)
    qtbot.addWidget(cue)
    cue.resize(width, height)
    cue.set_text("Stroke slowly from the crown, down the neck, out to the shoulders.")
    tight = cue.font_for(QRectF(0, 0, width, height)).pixelSize()
    roomy = cue.font_for(QRectF(0, 0, 4000, 4000)).pixelSize()
    assert 18 <= tight <= roomy


def test_it_grows_with_the_text_scale(qtbot: QtBot, theme: Theme) -> None:
    cue = Cue(theme)
    qtbot.addWidget(cue)
    cue.resize(1280, 800)
    cue.set_text("Breathe.")
    usual = cue.font_for(QRectF(cue.rect())).pixelSize()
    theme.set_text_percent(200)
    assert cue.font_for(QRectF(cue.rect())).pixelSize() == 2 * usual


def test_a_screen_reader_hears_cue_and_caution(qtbot: QtBot, theme: Theme) -> None:
    cue = Cue(theme)
    qtbot.addWidget(cue)
    cue.set_text("Breathe.", "Slowly.")
    assert (cue.accessibleName(), cue.accessibleDescription()) == ("Breathe.", "Slowly.")
