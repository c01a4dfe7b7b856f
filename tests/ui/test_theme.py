"""Colours that can be read, and a theme that follows."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme import DARK, LIGHT, Palette, Theme

INKS = ("text", "text_soft", "accent_ink", "chosen_ink")
GROUNDS = ("ground", "ground_edge", "surface", "surface_soft")
PAIRS = [(ink, ground) for ink in INKS for ground in GROUNDS]
PAIRS += [("on_accent", "accent"), ("on_accent", "accent_hover"), ("bubble_text", "bubble"), ("warn_ink", "warn")]
PAIRS += [("text", "warn"), ("text_soft", "warn"), ("surface", "chosen_ink")]


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_text_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


def test_a_change_of_mode_and_text_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    theme = Theme("light")
    theme.apply(qapp)
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert theme.palette is DARK
    before = theme.points("body")
    theme.set_text_percent(200)
    assert theme.points("body") == pytest.approx(2 * before)
    theme.set_text_percent(100)
    theme.set_mode("light")


def test_text_outside_the_range_is_refused() -> None:
    with pytest.raises(ValueError, match="80 to 200"):
        Theme().set_text_percent(300)


def contrast(ink: QColor, ground: QColor) -> float:
    """The ratio of WCAG 2."""
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
