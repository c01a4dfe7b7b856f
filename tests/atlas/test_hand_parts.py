"""The small parts the hands are made of: the skin beneath, joint angles, ellipses, coarse alpha."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.hand_contact import MASK_SCALE, ellipse
from tools.atlas.hand_grips import FLAT, GRIPS, PINCER_CLOSED, PINCER_OPEN
from tools.atlas.hand_pack import SOFT, STEP, coarse_alpha
from tools.atlas.hand_pose import Thumb, between, skin, thumb_frame
from tools.atlas.hand_scene import frames
from tools.atlas.hand_sprite import camera
from tools.atlas.hand_surface import Surface
from tools.atlas.rig import rotation

BALL = Surface((0.0, 0.0, 0.0), 10.0)
ROLLER = Surface((0.0, 0.0, 0.0), 10.0, (False, True))


def test_height_is_the_distance_from_the_ball() -> None:
    points = np.array([[0.0, 0.0, 0.0], [0.0, 0.0, 3.0], [10.0, 0.0, -10.0], [0.0, 0.0, -2.0]])
    assert BALL.height(points) == pytest.approx([0, 3, 0, -2])


def test_a_roller_is_straight_along_its_axis() -> None:
    assert ROLLER.height(np.array([[7.0, 0.0, 0.0]])) == pytest.approx([0])
    assert ROLLER.depth_at(np.array([[7.0, 0.0], [0.0, 6.0]])) == pytest.approx([0, -2])


def test_light_from_below_the_skin_is_cut_to_the_leak() -> None:
    above = np.array([[0.0, 0.0, 0.1]])
    up_down = np.array([[0.0, 0.0, 1.0], [0.0, 0.0, -1.0]])
    assert BALL.openness(above, up_down, leak=0.4)[0] == pytest.approx([1, 0.4])


def test_rigid_motions_blend_to_a_rigid_motion() -> None:
    points = np.random.default_rng(1).normal(size=(20, 3))
    halves = np.full((20, 2), 0.5)
    quarter = rotation((0, 0, 1), 90.0)
    moved = skin(points, halves, [(np.eye(3), np.zeros(3)), (quarter, np.zeros(3))])
    assert moved == pytest.approx(points @ rotation((0, 0, 1), 45.0).T)


def test_bone_that_owns_a_point_carries_it() -> None:
    shift = np.array([1.0, -2.0, 0.5])
    turned = rotation((1, 2, 3), 130.0)
    moved = skin(np.array([[0.3, 0.2, 0.1]]), np.array([[0.0, 1.0]]), [(np.eye(3), np.zeros(3)), (turned, shift)])
    assert moved[0] == pytest.approx(turned @ [0.3, 0.2, 0.1] + shift)


def test_thumb_points_aside_by_its_angle() -> None:
    axes = thumb_frame(Thumb(aside=65, down=0, nail=0))
    assert axes[:, 1] == pytest.approx([-np.sin(np.radians(65)), np.cos(np.radians(65)), 0])
    assert axes[:, 2] == pytest.approx([0, 0, 1])


def test_frames_run_from_the_open_hand_to_the_closed_one() -> None:
    poses = frames((PINCER_OPEN, PINCER_CLOSED), 3)
    assert poses[0].fingers == PINCER_OPEN.fingers
    assert poses[2].fingers == PINCER_CLOSED.fingers
    assert PINCER_OPEN.fingers[3].base < poses[1].fingers[3].base < PINCER_CLOSED.fingers[3].base
    assert frames((FLAT,), 1) == [FLAT]
    assert between(FLAT, PINCER_OPEN, 0.5).thumb.down == pytest.approx(17)


@pytest.mark.parametrize(("side", "thumb"), [("right", -1.0), ("left", 1.0)])
def test_a_turned_hand_points_clockwise_and_the_left_is_mirrored(side: str, thumb: float) -> None:
    upright, turned = camera(side, 0.0), camera(side, 90.0)
    assert (upright @ [-1.0, 0.0, 0.0])[0] == pytest.approx(thumb)
    assert turned @ [0.0, 1.0, 0.0] == pytest.approx([1, 0, 0])


def test_ellipse_of_a_slanted_patch() -> None:
    row, column = np.mgrid[0:80, 0:80]
    along, across = (column - 40) * np.sqrt(0.5) + (row - 30) * np.sqrt(0.5), (row - 30 - column + 40) * np.sqrt(0.5)
    x, y, long, short, degrees = ellipse(((along / 20) ** 2 + (across / 8) ** 2 < 1).astype(float))
    assert (x, y) == pytest.approx((40.5 / MASK_SCALE, 30.5 / MASK_SCALE), abs=1)
    assert (long, short) == pytest.approx((20 / MASK_SCALE, 8 / MASK_SCALE), rel=0.05)
    assert degrees == pytest.approx(45, abs=1)


def test_coarse_alpha_keeps_outlines_and_rounds_gradients() -> None:
    gradient = np.repeat(np.linspace(0, 120, 64).astype(np.uint8)[None], 8, axis=0)
    coarse = coarse_alpha(gradient)
    assert np.abs(coarse.astype(int) - gradient).max() <= STEP
    assert len(np.unique(coarse)) < len(np.unique(gradient))
    outline = np.zeros((4, 6), np.uint8)
    outline[:, 3] = 90
    outline[:, 4:] = 255
    assert SOFT < 90
    assert (coarse_alpha(outline) == outline).all()


def test_every_grip_says_what_touches_and_what_follows_the_path() -> None:
    for name, grip in GRIPS.items():
        assert grip.count == 1 or len(grip.frames) > 1, name
        assert {part for group in grip.contact for part in group} <= set(grip.pads), name
