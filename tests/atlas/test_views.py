"""Cameras: which way is left, where points land, how pictures fade."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.views import VIEWS, Fade, View

LEFT, UP, FRONT = np.eye(3)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_camera_axes_are_a_right_handed_frame(view: View) -> None:
    np.testing.assert_allclose(view.axes @ view.axes.T, np.eye(3), atol=1e-12)
    assert np.linalg.det(view.axes) == pytest.approx(1)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_the_centre_lands_in_the_middle_of_the_picture(view: View) -> None:
    np.testing.assert_allclose(view.project(np.array([view.centre_cm])), [[size / 2 for size in view.size]])


@pytest.mark.parametrize(
    ("name", "right", "up", "towards"),
    [
        ("face", LEFT, UP, FRONT),
        ("whole_back", -LEFT, UP, -FRONT),
        ("head_left", -FRONT, UP, LEFT),
        ("head_right", FRONT, UP, -LEFT),
        ("head_top", -LEFT, FRONT, UP),
    ],
)
def test_each_camera_looks_from_its_side(name: str, right: object, up: object, towards: object) -> None:
    np.testing.assert_allclose(VIEWS[name].axes, np.array([right, up, towards]), atol=1e-12)


def test_ten_cm_are_ten_times_the_scale() -> None:
    view = VIEWS["head_back"]
    first, second = view.project(np.array([[0.0, 70, 0], [10.0, 70, 3]]))
    np.testing.assert_allclose(second - first, [-10 * view.px_per_cm, 0], atol=1e-9)


def test_the_wide_view_of_the_back_of_the_head_keeps_crown_and_shoulder_tips_solid() -> None:
    view = VIEWS["head_back"]
    places = np.array([[0.0, 89.9, 0], [18.8, 57.5, 0], [-18.8, 57.5, 0]])
    depth = np.zeros((view.size[1], view.size[0]), np.float32)
    alpha = view.alpha(depth)
    for x, y in view.project(places).astype(int):
        assert alpha[y, x] == pytest.approx(1)


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_picture_is_cut_straight_at_its_lower_edge_or_sides(view: View) -> None:
    alpha = view.alpha(np.zeros((view.size[1], view.size[0]), np.float32))
    assert max(alpha[-1].max(), alpha[-200:, 0].max(), alpha[-200:, -1].max()) < 0.01


def test_what_lies_deep_is_lost_only_where_a_view_says_so() -> None:
    deep = np.full((1100, 900), -40, np.float32)
    assert VIEWS["head_top"].alpha(deep).max() == 0
    assert VIEWS["face"].alpha(deep).max() == pytest.approx(1)


def test_a_fade_without_an_upper_radius_never_fades_upwards() -> None:
    fade = Fade(half_width=10, below=10)
    assert fade.alpha(np.array([0.0]), np.array([500.0])) == pytest.approx(1)
    assert fade.alpha(np.array([0.0]), np.array([-10.0])) == pytest.approx(0)
