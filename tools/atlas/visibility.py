"""How much of the sky each point of the surface sees, from shadow maps in many directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.raster import depth_map

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats, Mesh

LIFT_CM = 0.37  # points are lifted off the surface by this much, so that it does not shade itself
SLACK_CM = 0.21  # depth by which a point may lie behind the shadow map and still count as seen


def directions(count: int = 220) -> Floats:
    """(count, 3) unit vectors spread evenly over the sphere (Fibonacci)."""
    i = np.arange(count) + 0.5
    polar, turn = np.arccos(1 - 2 * i / count), np.pi * (1 + 5**0.5) * i
    return np.stack([np.sin(polar) * np.cos(turn), np.cos(polar), np.sin(polar) * np.sin(turn)], axis=1)


DIRECTIONS = directions()


def visibility(
    mesh: Mesh,
    normal: Floats,
    resolution: int = 1500,
    lift: float = LIFT_CM,
    slack: float = SLACK_CM,
    towards: Floats = DIRECTIONS,
) -> NDArray[np.uint8]:
    """(n, len(towards)): 255 where the direction is free from the vertex, 0 where the body is in the way."""
    triangles = mesh.triangles()
    low, high = mesh.vertices.min(axis=0), mesh.vertices.max(axis=0)
    points, lifted = mesh.vertices - (low + high) / 2, mesh.vertices + normal * lift - (low + high) / 2
    seen = np.zeros((len(points), len(towards)), np.uint8)
    for k, direction in enumerate(towards):
        axes = _axes(direction)
        flat, probe = points @ axes, lifted @ axes
        scale = resolution / 2 / (np.abs(flat[:, :2]).max(axis=0) * 1.02)
        flat[:, :2] = flat[:, :2] * scale + resolution / 2
        shadow = depth_map(flat, triangles, resolution, resolution)
        at = probe[:, :2] * scale + resolution / 2 - 0.5
        seen[:, k] = np.clip(_lit(shadow, at, probe[:, 2] + slack) * 255, 0, 255)
    return seen


def _axes(direction: Floats) -> Floats:
    up = np.array([0.0, 1.0, 0.0]) if abs(direction[1]) < 0.9 else np.array([1.0, 0.0, 0.0])
    right = np.cross(up, direction)
    right /= np.linalg.norm(right)
    return np.stack([right, np.cross(direction, right), direction], axis=1)


def _lit(shadow: NDArray[np.float32], at: Floats, depth: Floats) -> Floats:
    """Share (n,) of the four nearest shadow-map pixels that lie behind the points; soft at shadow edges."""
    at = np.clip(at, 0, np.array(shadow.shape[::-1]) - 1.001)
    column, row = at.astype(int).T
    fx, fy = (at - np.floor(at)).T
    total = np.zeros(len(at))
    for down, wy in ((0, 1 - fy), (1, fy)):
        for across, wx in ((0, 1 - fx), (1, fx)):
            total += (shadow[row + down, column + across] < depth) * wx * wy
    return total
