"""A skin tone changes colours and nothing else, each step of shading stays in its order, and Qt does what we say."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from desktop.preferences import SKIN_TONES, Preferences
from desktop.ui.picture_file import read_picture
from desktop.ui.skin_tone import AS_DRAWN, TONES, curve, swatch, toned

BYTES = st.integers(0, 255)


def pixel(colour: QColor) -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.setPixelColor(0, 0, colour)
    return image


def test_the_preferences_know_the_same_tones() -> None:
    assert SKIN_TONES == TONES
    assert Preferences().skin_tone == AS_DRAWN


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("channel", range(3))
def test_shading_keeps_its_order(tone: str, channel: int) -> None:
    values = curve(tone, channel)
    assert len(values) == 256
    assert values[0] == 0
    assert all(low < high for low, high in pairwise(values))


@settings(deadline=None)
@given(st.sampled_from(TONES), BYTES, BYTES, BYTES, BYTES)
def test_a_picture_follows_the_curves_and_keeps_alpha(tone: str, red: int, green: int, blue: int, alpha: int) -> None:
    found = toned(pixel(QColor(red, green, blue, alpha)), tone).pixelColor(0, 0)
    assert found.alpha() == alpha
    wanted = [curve(tone, channel)[value] for channel, value in enumerate((red, green, blue))]
    assert [found.red(), found.green(), found.blue()] == pytest.approx(wanted, abs=1)


def test_as_drawn_nothing_is_done() -> None:
    image = pixel(QColor(200, 150, 120))
    assert toned(image, AS_DRAWN) is image
    assert image.pixelColor(0, 0) == QColor(200, 150, 120)


def test_the_tones_go_from_light_to_deep() -> None:
    light = [swatch(tone)[0].lightnessF() for tone in TONES]
    assert light == sorted(light, reverse=True)
    assert all(swatch(tone)[0].lightnessF() > swatch(tone)[1].lightnessF() for tone in TONES)


@pytest.mark.parametrize("tone", TONES)
def test_skin_is_never_grey(tone: str) -> None:
    """Red leads, blue follows, in light and in shadow."""
    for colour in swatch(tone):
        assert colour.red() > colour.green() > colour.blue()


def test_an_unknown_tone_is_refused() -> None:
    with pytest.raises(KeyError):
        toned(pixel(QColor("white")), "green")


def test_a_picture_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="gone"):
        read_picture(tmp_path / "gone.webp")
