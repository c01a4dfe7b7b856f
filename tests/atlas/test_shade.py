"""Light and tone."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.raster import Layer
from tools.atlas.shade import SKIN, Finish, flatten, linear, shade, sky_light, srgb
from tools.atlas.views import VIEWS
from tools.atlas.visibility import DIRECTIONS


def point(
    light: float = 0.6, openness: float = 1.0, bend: float = 0.0
) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """A point that faces the viewer, lit evenly."""
    return np.array([[0, 0, 1, light, light, light, openness, bend]], np.float32)


def test_more_light_is_brighter_and_hollows_are_darker() -> None:
    lit = shade(point()).mean()
    assert shade(point(light=0.3)).mean() < lit < shade(point(light=0.9)).mean()
    assert shade(point(bend=0.3)).mean() < lit < shade(point(bend=-0.3)).mean()


def test_shadows_are_warm_and_never_black() -> None:
    red, green, blue = shade(point(light=0.0, openness=0.1))[0]
    assert red > green > blue > 0.05


def test_the_finish_gives_the_colour() -> None:
    pale, dark = (shade(point(), Finish(albedo=albedo)).mean() for albedo in ((230, 214, 192), (180, 96, 78)))
    assert pale > shade(point(), SKIN).mean() > dark


def test_srgb_and_linear_undo_each_other() -> None:
    np.testing.assert_allclose(srgb(linear((12, 128, 250))) * 255, (12, 128, 250), atol=1e-3)


@pytest.mark.parametrize("name", ["face", "head_back"])
def test_the_key_light_comes_from_the_upper_left_of_every_picture(name: str) -> None:
    right, up, _towards = VIEWS[name].axes
    brightest = DIRECTIONS[sky_light(VIEWS[name].axes).sum(axis=1).argmax()]
    assert brightest @ right < -0.4
    assert brightest @ up > 0.3


def test_half_covered_pixels_keep_their_colour_and_lose_alpha() -> None:
    covered = np.array([[True, False], [True, False]])
    layer = Layer(np.zeros((2, 2), np.float32), np.zeros((2, 2, 1), np.float32), covered)
    colours = np.array([[0.8, 0.6, 0.4], [0.8, 0.6, 0.4]], np.float32)
    picture = flatten(layer, colours, np.ones((2, 2), np.float32), 2)
    np.testing.assert_allclose(picture[0, 0], [0.8, 0.6, 0.4, 0.5], atol=1e-6)
