"""Our own edits of the face."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.features import LOBE_ROOT_CM, MOUTH_LINE_CM, PATCHES, close_lips, smooth_patches, taper_ear_lobes
from tools.atlas.mesh import Mesh


def test_lips_meet_and_pass_each_other() -> None:
    gap = np.array([[0.0, MOUTH_LINE_CM - 0.05, 16], [0.0, MOUTH_LINE_CM + 0.05, 16]])
    lower, upper = close_lips(gap)
    assert lower[1] > upper[1]


def test_what_is_not_a_lip_stays() -> None:
    elsewhere = np.array([[0.0, MOUTH_LINE_CM, 2], [5, MOUTH_LINE_CM, 16], [0, 60, 16]])
    np.testing.assert_array_equal(close_lips(elsewhere), elsewhere)


def test_lobes_are_drawn_in_more_the_lower_they_hang() -> None:
    ear = np.array([[8.5, 77.4, 4], [8.5, 75.5, 4], [8.5, 74.2, 4], [-8.5, 74.2, 4]])
    x = taper_ear_lobes(ear)[:, 0]
    assert x[0] == pytest.approx(8.5)
    assert x[0] > x[1] > x[2] > LOBE_ROOT_CM
    assert x[3] == -x[2]


def test_a_pit_in_a_patch_is_filled_and_the_rest_stays() -> None:
    corner_of_mouth = PATCHES[-1]
    steps = np.linspace(-4, 4, 161)
    grid = np.array([[x, corner_of_mouth.up + y, 15.0] for y in steps for x in steps])
    pit = np.hypot(grid[:, 0] - corner_of_mouth.across, grid[:, 1] - corner_of_mouth.up) < 0.08
    grid[pit, 2] -= 0.5
    start = np.array([row * 161 + column for row in range(160) for column in range(160)])
    mesh = Mesh(grid, np.stack([start, start + 1, start + 162, start + 161], axis=1))
    smooth = smooth_patches(mesh).vertices
    assert (15 - smooth[pit, 2]).max() < 0.2
    far = np.hypot(np.abs(grid[:, 0]) - corner_of_mouth.across, grid[:, 1] - corner_of_mouth.up) > 2.9
    assert np.abs(smooth[far] - grid[far]).max() < 1e-6
