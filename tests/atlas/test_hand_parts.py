"""The small parts the hands are made of: the skin beneath, joint angles, ellipses, coarse alpha."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.hand_contact import MASK_SCALE, ellipse
from tools.atlas.hand_grip import Key, frames
from tools.atlas.hand_grips import GRIPS
from tools.atlas.hand_pack import BLOCK, SOFT, STEP, coarse_alpha
from tools.atlas.hand_pose import Finger, HandAngles, Thumb, skin, thumb_frame
from tools.atlas.hand_scene import SKIN
from tools.atlas.hand_sprite import LIGHTS, camera
from tools.atlas.hand_surface import Surface
from tools.atlas.mesh import Mesh, joined
from tools.atlas.rig import rotation
from tools.atlas.shade import sky_light

FOUR = (2, 3, 4, 5)
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
    open_hand = HandAngles(dict.fromkeys(FOUR, Finger(base=20)), Thumb(down=10))
    closed = HandAngles(dict.fromkeys(FOUR, Finger(base=40)), Thumb(down=30))
    keys = frames((Key(open_hand), Key(closed, lift=1.0)), 3)
    assert [key.lift for key in keys] == [0, 0.5, 1]
    assert [key.angles.fingers[3].base for key in keys] == [20, 30, 40]
    assert keys[1].angles.thumb.down == 20
    assert frames((Key(open_hand),), 1) == [Key(open_hand)]


def test_a_turned_hand_points_clockwise() -> None:
    assert camera(0.0) @ [-1.0, 0.0, 0.0] == pytest.approx([-1, 0, 0])
    assert camera(90.0) @ [0.0, 1.0, 0.0] == pytest.approx([1, 0, 0])


def test_light_falls_on_a_flipped_picture_as_on_a_drawn_one() -> None:
    flip = np.diag([-1.0, 1.0, 1.0])
    seen = sky_light(np.eye(3), LIGHTS)
    assert sky_light(flip, LIGHTS) == pytest.approx(seen)
    assert SKIN.gloss[0] == 0


def test_joined_meshes_keep_their_shapes() -> None:
    square = Mesh(np.array([[0.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0]]), np.array([[0, 1, 2, 3]]))
    both = joined([square, square.with_vertices(square.vertices + 5.0)])
    assert both.vertices[both.quads[1]] == pytest.approx(square.vertices + 5.0)
    assert both.vertices[both.quads[0]] == pytest.approx(square.vertices)


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
    outline = np.zeros((BLOCK, 2 * BLOCK), np.uint8)
    outline[:, 1] = 90
    outline[:, 2:] = 255
    assert SOFT < 90
    assert (coarse_alpha(outline) == outline).all()


@pytest.mark.parametrize("name", GRIPS)
def test_every_grip_says_what_touches_and_what_follows_the_path(name: str) -> None:
    grip = GRIPS[name]
    assert (grip.count == 1) == (len(grip.keys) == 1)
    assert {part for group in grip.contact for part in group} <= set(grip.pads)
    assert set(grip.presses) <= set(grip.pads)
