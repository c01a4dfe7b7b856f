"""What the tools and pairs of hands are made of: closed shapes, places, heights, tools that turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.atlas.hand_surface import Surface
from tools.atlas.hold_ground import Heights
from tools.atlas.hold_poses import HOLDS
from tools.atlas.hold_props import BRISTLES_CM, RIBS, ROLLER_CM, SUNK_CM, Tool, ball, brush, roller, stone
from tools.atlas.hold_stand import Stand
from tools.atlas.mesh import Mesh, normals
from tools.atlas.solids import moved, ovoid, turned

if TYPE_CHECKING:
    from collections.abc import Callable

PAIRS_AND_TOOLS = {
    "palms_stacked",
    "thumbs_stacked",
    "forearm",
    "brush",
    "stone",
    "small_stone",
    "ball_hand",
    "ball",
    "roller",
}
TABLE = Surface((0.0, 0.0, 0.0), 1e5)


def volume(mesh: Mesh) -> float:
    """Of a closed mesh in cm3, positive when its faces look outwards."""
    a, b, c = np.moveaxis(mesh.vertices[mesh.triangles()], 1, 0)
    return float((np.cross(a, b) * c).sum() / 6)


def test_a_round_ovoid_is_a_ball() -> None:
    mesh = ovoid((2.0, 2.0, 2.0), cells=12)
    assert np.linalg.norm(mesh.vertices, axis=1) == pytest.approx(2.0)
    assert (normals(mesh) * mesh.vertices).sum(axis=1) == pytest.approx(2.0, abs=0.05)
    assert volume(mesh) == pytest.approx(4 / 3 * np.pi * 8, rel=0.02)


@given(st.floats(2, 5), st.floats(2, 5))
def test_an_ovoid_keeps_its_half_axes_however_boxy(outline: float, profile: float) -> None:
    mesh = ovoid((3.0, 2.0, 1.0), outline, profile, 8)
    assert np.abs(mesh.vertices).max(axis=0) == pytest.approx([3.0, 2.0, 1.0])


def test_every_edge_of_an_ovoid_has_two_faces() -> None:
    quads = ovoid((1.0, 1.0, 1.0), cells=5).quads
    edges = np.sort(np.stack([quads, np.roll(quads, -1, axis=1)], axis=-1).reshape(-1, 2), axis=1)
    assert set(np.unique(edges, axis=0, return_counts=True)[1]) == {2}


def test_a_turned_body_looks_outwards() -> None:
    along = np.array([0.0, 0.0, 5.0, 5.0])
    ends = np.array([0.0, 1.0, 1.0, 0.0])
    mesh = turned(along, lambda y, _: np.repeat(ends, len(y) // 4), 64)
    assert volume(mesh) == pytest.approx(5 * np.pi, rel=0.01)


@given(st.floats(-360, 360), st.tuples(st.floats(-9, 9), st.floats(-9, 9), st.floats(-9, 9)), st.booleans())
def test_what_stands_somewhere_comes_home_again(turn: float, shift: tuple[float, float, float], mirrored: bool) -> None:
    stand = Stand(turn, shift, mirrored)
    mesh = moved(ovoid((3.0, 2.0, 1.0), cells=3), (1.0, 2.0, 3.0))
    there = stand.mesh(mesh)
    assert volume(there) == pytest.approx(volume(mesh))
    assert stand.home_mesh(there).vertices == pytest.approx(mesh.vertices, abs=1e-9)
    assert (stand.home_mesh(there).quads == mesh.quads).all()


def test_a_hand_turned_by_a_quarter_points_to_the_right() -> None:
    fingers = np.array([[0.0, 1.0, 0.0]])
    assert Stand(90.0).points(fingers)[0] == pytest.approx([1, 0, 0])
    assert Stand(90.0, mirrored=True).points(fingers)[0] == pytest.approx([1, 0, 0])


def test_heights_are_those_of_the_tool_and_of_the_skin_beside_it() -> None:
    ground = Heights.of([ovoid((4.0, 4.0, 1.0), 6.0, 6.0, 20)], TABLE)
    points = np.array([[0.0, 0.0, 3.0], [10.0, -8.0, 3.0], [0.0, 0.0, 0.4]])
    assert ground.height(points) == pytest.approx([2.0, 3.0, -0.6], abs=0.02)
    assert ground.raised(0.5).height(points) == pytest.approx([1.5, 2.5, -1.1], abs=0.02)


@pytest.mark.parametrize("tool", [stone, ball, roller, brush])
def test_tools_stand_on_the_skin_and_hardly_sink_in(tool: Callable[[], Tool]) -> None:
    made = tool()
    lowest = min(part.mesh.vertices[:, 2].min() for part in made.parts)
    assert -SUNK_CM - 1e-6 <= lowest <= 0.2
    assert made.foot[:, 2].max() < 1.2
    assert np.abs(made.foot.mean(axis=0)[:2]) == pytest.approx([0, 0], abs=0.05)


def test_half_a_round_on_the_ball_looks_as_before() -> None:
    seams = [ball(rolled).parts[0].tint for rolled in (0.0, 90.0, 180.0)]
    quarter, half = (np.abs(np.asarray(seam) - seams[0]).max() for seam in seams[1:])
    assert half < 0.02
    assert quarter > 0.2


def test_one_rib_on_the_roller_looks_as_before() -> None:
    shapes = [roller(rolled).parts[0].mesh.vertices for rolled in (0.0, 0.5, 1.0)]
    half, whole = (np.abs(shape - shapes[0]).max() for shape in shapes[1:])
    assert whole < 1e-6
    assert half > 0.2


def test_rolling_takes_the_near_side_ahead() -> None:
    """The ribs go round from above towards +y: by a quarter of a rib here."""

    def ridge(rolled: float) -> complex:
        _, y, z = (roller(rolled).parts[0].mesh.vertices - [0, 0, ROLLER_CM - SUNK_CM]).T
        return complex(np.mean(np.hypot(y, z) * np.exp(1j * RIBS * np.arctan2(y, z))))

    assert np.angle(ridge(0.25) / ridge(0.0), deg=True) == pytest.approx(90, abs=3)


def test_bristles_spread_beyond_the_wood() -> None:
    back, _, _, fringe = (part.mesh.vertices for part in brush().parts)
    assert np.abs(fringe[:, 0]).max() > np.abs(back[:, 0]).max() + 0.4
    assert fringe[:, 2].max() < BRISTLES_CM + 0.5 < back[:, 2].max()


def test_all_pairs_and_tools_have_a_pose() -> None:
    assert set(HOLDS) == PAIRS_AND_TOOLS
