"""How moves are made: joints that turn, the flow from frame to frame, landmarks that are carried."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.ui.player.move_warp import FlowFile
from tools.atlas.body import Body
from tools.atlas.mesh import Mesh
from tools.atlas.move_flow import CELL, flow, pack
from tools.atlas.move_list import MOVES, Move
from tools.atlas.move_marks import carried, carriers
from tools.atlas.move_poses import POSES, Pose, Swell, Turn
from tools.atlas.move_rig import PARENTS, Posable
from tools.atlas.views import View

MIRROR = np.array([-1.0, 1.0, 1.0])
CAMERA = View("test", (240, 240), 10.0, 0, (0.0, 0.0, 0.0), ())
each = pytest.mark.parametrize("move", MOVES, ids=lambda move: move.stem)


def posable() -> Posable:
    """A point at each joint, carried by it alone; joints in two mirrored rows, the spine's in the middle."""
    aside = np.array([{"L": 6.0, "R": -6.0}.get(bone[-1], 0.0) for bone in PARENTS])
    pivots = np.column_stack([aside, 5.0 * np.arange(len(PARENTS)) // 2, np.zeros(len(PARENTS))])
    pivots[[bone.endswith(".R") for bone in PARENTS], 1] = pivots[[bone.endswith(".L") for bone in PARENTS], 1]
    points = pivots + np.array([0.0, 3.0, 2.0])
    return Posable(Mesh(points, np.zeros((0, 4), int)), np.eye(len(PARENTS)), pivots, points)


def plate(shift: tuple[float, float] = (0, 0)) -> Body:
    """A square of 12 cm, facing the camera."""
    x, y = np.meshgrid(np.linspace(-6, 6, 25), np.linspace(-6, 6, 25))
    points = np.column_stack([x.ravel() + shift[0], y.ravel() + shift[1], np.zeros(625)])
    corner = (np.arange(24)[:, None] * 25 + np.arange(24)).ravel()
    quads = np.stack([corner, corner + 1, corner + 26, corner + 25], axis=1)
    return Body(Mesh(points, quads), np.tile([0.0, 0.0, 1.0], (625, 1)), np.zeros((625, 0), np.uint8))


@each
def test_a_move_begins_at_rest_and_a_loop_ends_there(move: Move) -> None:
    body = posable()
    for amount in (0.0, 1.0) if move.loop else (0.0,):
        assert body.posed(move.pose(amount)).vertices == pytest.approx(body.mesh.vertices, abs=1e-9)


@pytest.mark.parametrize("move", [move for move in MOVES if move.two_sided], ids=lambda move: move.stem)
@pytest.mark.parametrize("amount", [0.3, 1.0])
def test_the_other_side_is_the_mirror_image(move: Move, amount: float) -> None:
    body = posable()
    order = [
        list(PARENTS).index(bone.translate(str.maketrans("LR", "RL")) if "." in bone else bone) for bone in PARENTS
    ]
    left, right = (body.posed(move.pose(sign * amount)).vertices for sign in (-1, 1))
    assert left == pytest.approx(right[order] * MIRROR, abs=1e-6)


@pytest.mark.parametrize("name", ["nod", "chin_to_chest", "head_lift", "open_chest", "jaw_open", "shoulder_rolls"])
@settings(deadline=None, max_examples=20)
@given(amount=st.floats(0, 1))
def test_both_sides_do_the_same(name: str, amount: float) -> None:
    body = posable()
    found = dict(zip(PARENTS, body.posed(POSES[name](amount)).vertices, strict=True))
    for bone, point in found.items():
        if bone.endswith(".L"):
            assert point == pytest.approx(found[f"{bone[:-1]}R"] * MIRROR, abs=1e-6)


def test_a_bone_takes_along_what_hangs_on_it() -> None:
    body = posable()
    head, jaw = (list(PARENTS).index(bone) for bone in ("head", "jaw"))
    moved = body.posed(Pose({"head": (Turn((0, 1, 0), 90.0),)})).vertices
    for bone in (head, jaw):
        away = body.mesh.vertices[bone] - body.pivots[head]
        assert moved[bone] - body.pivots[head] == pytest.approx([away[2], away[1], -away[0]])
    others = [number for number in range(len(PARENTS)) if number not in (head, jaw)]
    assert moved[others] == pytest.approx(body.mesh.vertices[others])


def test_a_swelling_is_highest_in_its_middle() -> None:
    swell = Swell((1.0, 2.0, 3.0), (2.0, 2.0, 2.0), (0.0, 1.0, 0.0))
    middle, near, far = swell.at(np.array([[1.0, 2.0, 3.0], [2.0, 2.0, 3.0], [9.0, 2.0, 3.0]]))
    assert middle == pytest.approx([0, 1, 0])
    assert 0.5 < near[1] < 1
    assert far[1] < 1e-6


@pytest.mark.parametrize(("across", "up"), [(1.5, 0.0), (0.0, 1.5), (-1.0, 0.7)])
def test_the_flow_of_what_is_shifted_is_the_shift(across: float, up: float) -> None:
    found = flow(CAMERA, plate((across / 2, up / 2)), plate(), plate((across, up)), (0, 0, 240, 240))
    on_plate = found[7:14, 7:14]
    assert on_plate[..., 0] == pytest.approx(10 * across, abs=1.0)
    assert on_plate[..., 1] == pytest.approx(-10 * up, abs=1.0)


def test_the_outline_of_a_turning_ball_stays() -> None:
    """Though all its skin slides round."""
    polar, turn = np.meshgrid(np.linspace(0.01, np.pi - 0.01, 60), np.linspace(0, 2 * np.pi, 121))
    ball = 6 * np.stack([np.sin(polar) * np.sin(turn), np.cos(polar), np.sin(polar) * np.cos(turn)], axis=-1)
    corner = (np.arange(120)[:, None] * 60 + np.arange(59)).ravel()
    quads = np.stack([corner, corner + 1, corner + 61, corner + 60], axis=1)

    def turned(degrees: float) -> Body:
        points = ball.reshape(-1, 3) @ Turn((0, 1, 0), degrees).matrix.T
        return Body(Mesh(points, quads), points / 6, np.zeros((len(points), 0), np.uint8))

    found = flow(CAMERA, turned(5), turned(0), turned(10), (0, 0, 240, 240))
    middle, rim = found[10, 10], found[10, [5, 15]]
    assert middle[0] == pytest.approx(60 * np.radians(10), abs=1.5)
    assert np.abs(rim).max() < 2.5


def test_the_player_reads_what_is_packed(tmp_path: Path) -> None:
    moved = np.random.default_rng(1).uniform(-20, 20, (2, 4, 5, 2)).astype(np.float32)
    (tmp_path / "a.flow").write_bytes(pack(list(moved)))
    read = FlowFile(tmp_path / "a.flow")
    assert read.cell == CELL
    assert read.moved == pytest.approx(np.moveaxis(moved, -1, 1), abs=0.13)


def test_landmarks_ride_on_the_skin_and_turn_with_it() -> None:
    still, turned = plate(), plate()
    points = still.vertices_cm @ Turn((0, 0, 1), -30.0).matrix.T + (1.0, 0.0, 0.0)
    turned = Body(Mesh(points, still.quads), still.normals, still.visibility)
    places = {"spot": {"left": np.array([2.0, 1.0, 0.0])}, "elsewhere": {"middle": np.array([30.0, 0.0, 0.0])}}
    chart = {"spot": {"left": (140.0, 110.0, 1)}, "elsewhere": {"middle": (230.0, 120.0, 1)}}
    found = carried(carriers(places, chart, still), CAMERA, still, [still, turned])
    assert set(found) == {"spot"}
    rest, end = found["spot"]["left"]
    assert rest == (140.0, 110.0, 1, 0.0)
    goal = CAMERA.project(np.array([[2.0, 1.0, 0.0]]) @ Turn((0, 0, 1), -30.0).matrix.T + (1.0, 0.0, 0.0))[0]
    assert end[:2] == pytest.approx(goal, abs=0.2)
    assert end[2:] == (1, 30.0)
