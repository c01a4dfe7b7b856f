"""The authored relief on a flat patch."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.mesh import Mesh, normals
from tools.atlas.sculpt import Relief, spline


@pytest.fixture
def patch() -> Mesh:
    """A square of 12 cm that looks backwards, a vertex every 0.25 cm."""
    steps = np.linspace(-6, 6, 49)
    grid = np.array([[x, y, 0.0] for y in steps for x in -steps])
    corner = np.array([row * 49 + column for row in range(48) for column in range(48)])
    return Mesh(grid, np.stack([corner, corner + 1, corner + 50, corner + 49], axis=1))


def test_a_ridge_has_its_height_and_its_mirror_image(patch: Mesh) -> None:
    relief = Relief(patch, normals(patch))
    relief.ridge("back", [[3, -4, 0.8, 0.5], [3, 4, 0.8, 0.5]], middle=False)
    x, y, _z = patch.vertices.T
    on_it, beside = (np.abs(x) == 3) & (y == 0), (x == 0) & (y == 0)
    np.testing.assert_allclose(relief.height[on_it], 0.5, atol=0.03)
    assert abs(relief.height[beside][0]) < 0.01


def test_a_single_point_is_a_bump_of_its_height(patch: Mesh) -> None:
    relief = Relief(patch, normals(patch))
    relief.ridge("back", [[0, 0, 1, -0.4]], middle=True)
    assert relief.height.min() == pytest.approx(-0.4, abs=0.02)
    assert relief.height.max() <= 0


def test_a_spline_passes_through_its_knots() -> None:
    knots = np.array([[0.0, 0, 1], [1, 2, 1], [3, 1, 2], [4, 4, 0]])
    curve = spline(knots, count=31)
    np.testing.assert_allclose(curve[::10], knots, atol=1e-12)
