from __future__ import annotations

from typing import Literal

import pytest
from PySide6.QtCore import QRectF
from pytestqt.qtbot import QtBot

from desktop.domain.guide import Guide
from desktop.domain.routine import Step
from desktop.ui.player.cue import LEAST_PIXELS, Cue
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Theme


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_cue_is_readable_from_two_metres_at_the_usual_size(
    player: PlayerPlace, guide: Guide, theme: Theme, mode: Literal["light", "dark"]
) -> None:
    theme.set_mode(mode)
    small = {step.name: size for step, size in cue_sizes(player, guide) if size < LEAST_PIXELS}
    assert not small


def test_every_cue_grows_with_the_text(player: PlayerPlace, guide: Guide, theme: Theme) -> None:
    usual = [size for _, size in cue_sizes(player, guide)]
    theme.set_text_percent(200)
    large = [size for _, size in cue_sizes(player, guide)]
    assert all(after > before for before, after in zip(usual, large, strict=True))


def cue_sizes(player: PlayerPlace, guide: Guide) -> list[tuple[Step, int]]:
    """The pixel size of each cue in the column as it is laid out for its step, at 1280 x 800."""
    panel, sizes = player.guide.panel, []
    for routine in guide.routines.values():
        panel.set_steps(routine.steps)
        for index, step in enumerate(routine.steps):
            panel.show_step(index)
            settle(player)
            sizes.append((step, panel.cue.text_font.pixelSize()))
    return sizes


def settle(player: PlayerPlace) -> None:
    for widget in (player, player.guide, player.guide.panel):
        layout = widget.layout()
        assert layout is not None
        layout.activate()


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
