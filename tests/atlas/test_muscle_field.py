"""Muscle outlines and fibres on their charts."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.muscle_field import fibre_phases, guide_fibres, muscle_field
from tools.atlas.muscle_paint import bulge, paint
from tools.atlas.muscle_table import FACING, Muscle, chart_points, load_muscles

STRAP = Muscle(
    "strap",
    "muscle",
    outline=np.array([[0.0, 0], [0, 10], [4, 10], [4, 0]]),
    origin=np.array([[0.0, 10], [4, 10]]),
    insertion=np.array([[0.0, 0], [4, 0]]),
)
COVER = Muscle("cover", "tendon", STRAP.outline + np.array([2, 0]), STRAP.origin, STRAP.insertion)


def test_fibres_of_a_strap_are_parallel_and_evenly_numbered() -> None:
    guides = guide_fibres(STRAP)
    assert np.ptp(guides[:, :, 0], axis=1).max() < 1e-9
    np.testing.assert_allclose(np.diff(fibre_phases(guides)), 4 / 12)


def test_the_phase_grows_across_the_fibres_only() -> None:
    phase = muscle_field(STRAP, 0).phase
    along = phase.at(np.array([[2.0, 2], [2, 5], [2, 8]]))
    across = phase.at(np.array([[1.0, 5], [2, 5], [3, 5]]))
    assert np.ptp(along) < 0.02
    np.testing.assert_allclose(np.diff(across), np.diff(across)[0], atol=0.02)
    assert np.diff(across)[0] > 0.5


def test_depth_is_positive_inside_the_outline_only() -> None:
    depth = muscle_field(STRAP, 0).depth.at(np.array([[2.0, 5], [-1, 5]]))
    assert depth[0] == pytest.approx(2, abs=0.6)  # the rounded outline stands out a little
    assert depth[1] < 0


def test_the_later_muscle_covers_the_earlier_one() -> None:
    fields = [muscle_field(STRAP, 0), muscle_field(COVER, 1)]
    painted = paint(fields, np.array([[0.8, 5.0], [3.5, 5.0]]), "back")
    np.testing.assert_allclose(painted.muscle, [1, 0], atol=1e-6)
    np.testing.assert_allclose(painted.tendon, [0, 1], atol=1e-6)


def test_a_muscle_stands_out_and_sinks_to_nothing_at_its_border() -> None:
    height = bulge([muscle_field(STRAP, 0)], np.array([[2.0, 5], [-1.2, 5]]))
    assert height[0] > 0.1
    assert height[1] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("chart", FACING)
def test_every_authored_muscle_has_fibres_that_can_be_drawn(chart: str) -> None:
    muscles = load_muscles(chart)
    assert len({muscle.name for muscle in muscles}) == len(muscles)
    for muscle in muscles:
        if muscle.kind in ("muscle", "tendon"):
            assert np.isfinite(guide_fibres(muscle)).all()
        assert (muscle.kind == "ring") == (muscle.centre is not None)


def test_both_sides_of_the_body_fall_on_one_chart() -> None:
    points = np.array([[3.0, 5, 7], [-3, 5, 7]])
    for chart in FACING:
        first, second = chart_points(points, chart)
        np.testing.assert_array_equal(first, second)
