"""The z-buffer and the shadow maps."""

from __future__ import annotations

import numpy as np

from tools.atlas.mesh import Mesh, normals
from tools.atlas.raster import EMPTY, rasterise
from tools.atlas.visibility import DIRECTIONS, visibility

SIZE = (20, 20)
NEAR, FAR = 5.0, 1.0


def square(depth: float, low: float = 2, high: float = 18) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    return np.array([[low, high, depth], [high, high, depth], [high, low, depth], [low, low, depth]])


def drawn(points: np.ndarray[tuple[int, int], np.dtype[np.float64]], triangles: list[list[int]]) -> tuple[float, float]:
    """Depth and value at the middle pixel; each vertex carries its own depth as the value."""
    values = points[:, 2:].astype(np.float32)
    layer = rasterise(points, np.array(triangles, np.int32), values, SIZE)
    return float(layer.depth[10, 10]), float(layer.values[10, 10, 0])


def test_the_nearer_of_two_faces_is_drawn_in_either_order() -> None:
    points = np.vstack([square(FAR), square(NEAR)])
    back, front = [[0, 1, 2], [0, 2, 3]], [[4, 5, 6], [4, 6, 7]]
    assert drawn(points, back + front) == (NEAR, NEAR)
    assert drawn(points, front + back) == (NEAR, NEAR)


def test_faces_turned_away_are_not_drawn() -> None:
    assert drawn(square(NEAR), [[0, 2, 1], [0, 3, 2]])[0] == EMPTY


def test_two_triangles_leave_no_seam() -> None:
    points = square(NEAR)
    layer = rasterise(points, np.array([[0, 1, 2], [0, 2, 3]], np.int32), points.astype(np.float32), SIZE)
    assert layer.covered[2:18, 2:18].all()
    assert layer.covered.sum() == 16 * 16


def test_a_roof_takes_the_light_from_above_only() -> None:
    floor = np.array([[-9.0, 0, 9], [9, 0, 9], [9, 0, -9], [-9, 0, -9]])
    quads = np.array([[0, 1, 2, 3], [4, 5, 6, 7]])
    mesh = Mesh(np.vstack([floor * 0.1, floor + np.array([0, 5, 0])]), quads)
    seen = visibility(mesh, normals(mesh), resolution=200)
    straight_up = DIRECTIONS[:, 1] > 0.95
    assert seen[:4][:, straight_up].max() == 0
    assert seen[4:][:, straight_up].min() == 255
