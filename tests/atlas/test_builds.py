"""Three builds of one topology: what is authored on the neutral body is found on each of them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tools.atlas.body import Body, body_from
from tools.atlas.chart_marks import carried
from tools.atlas.mesh import Mesh
from tools.atlas.morph import BUILDS, NEUTRAL
from tools.atlas.sculpt import raised
from tools.atlas.views import Fade, View

VIEW = View("front", (80, 80), 10.0, 0, (0.0, 0.0, 0.0), (Fade(3, 3, above=3, power=2, solid=0.5),))


def sheet(width: float) -> Mesh:
    """A square that looks at the viewer, `width` cm from its middle to its sides, 6 cm to top and bottom."""
    corners = np.array([[-width, -6.0, 0], [width, -6, 0], [width, 6, 0], [-width, 6, 0]])
    return Mesh(corners, np.array([[0, 1, 2, 3]]))


@pytest.fixture
def neutral() -> Body:
    return body_from(sheet(6))


@pytest.fixture
def narrow(neutral: Body) -> Body:
    return replace(body_from(sheet(3)), origin=neutral)


def test_a_narrower_build_fades_where_the_same_skin_does(neutral: Body, narrow: Body) -> None:
    row = 40
    wide = VIEW.solidity(neutral, np.zeros((80, 80), np.float32))[row]
    slim = VIEW.solidity(narrow, np.zeros((80, 80), np.float32))[row]
    np.testing.assert_array_equal(wide, VIEW.alpha(np.zeros((80, 80), np.float32))[row])
    np.testing.assert_allclose(slim[25:55], wide[10:70:2], atol=0.05)


def test_landmarks_ride_on_their_vertex(neutral: Body, narrow: Body) -> None:
    placed = {"corner": {"left": np.array([5.9, 5.8, 0.1])}}
    np.testing.assert_allclose(carried(placed, narrow)["corner"]["left"], [2.9, 5.8, 0.1])
    np.testing.assert_array_equal(carried(placed, neutral)["corner"]["left"], placed["corner"]["left"])


def test_relief_goes_along_the_normals_of_the_build_itself() -> None:
    np.testing.assert_allclose(raised(sheet(3), np.full(4, 0.5)).vertices[:, 2], 0.5)


def test_the_neutral_build_lies_between_the_others() -> None:
    feminine, masculine = BUILDS["feminine"], BUILDS["masculine"]
    assert feminine.male < NEUTRAL.male < masculine.male
    assert feminine.muscle < NEUTRAL.muscle < masculine.muscle
    assert feminine.relief < NEUTRAL.relief == 1 < masculine.relief
