"""Closed quad meshes of tools and furniture: superellipsoids and turned bodies. Lengths in centimetres."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.mesh import Mesh

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.atlas.mesh import Floats

    Triple = tuple[float, float, float]
    Radius = Callable[[Floats, Floats], Floats]


def ovoid(half: Triple, outline: float = 2.0, profile: float = 2.0, cells: int = 40) -> Mesh:
    """A superellipsoid around the origin: `half` its half axes, 2 is round, more is boxier.

    `outline` shapes it seen along z, `profile` seen from the side; `cells` squares along each edge of the cube it is
    blown up from.
    """
    cube = _cube(cells)
    x, y, z = np.abs(cube.vertices / half).T
    radius = ((x**outline + y**outline) ** (profile / outline) + z**profile) ** (-1 / profile)
    return cube.with_vertices(cube.vertices * radius[:, None])


def _cube(cells: int) -> Mesh:
    """A cube of the directions: its squares are spaced evenly as angles, so that a ball has even ones."""
    line = np.tan(np.linspace(-np.pi / 4, np.pi / 4, cells + 1))
    u, v = (grid.ravel() for grid in np.meshgrid(line, line))
    one = np.ones_like(u)
    faces = [(u, v, one), (-u, v, -one), (one, u, v), (-one, -u, v), (v, one, u), (v, -one, -u)]
    points = np.vstack([np.stack(face, axis=1) for face in faces])
    corner = (np.arange(cells)[:, None] * (cells + 1) + np.arange(cells)).ravel()
    square = np.stack([corner, corner + 1, corner + cells + 2, corner + cells + 1], axis=1)
    quads = np.vstack([square + face * len(u) for face in range(6)])
    _, first, number = np.unique(np.round(points, 9), axis=0, return_index=True, return_inverse=True)
    return Mesh(points[first], number.reshape(-1)[quads])


def turned(along: Floats, radius: Radius, sides: int) -> Mesh:
    """A body turned about the y axis through the stations `along` (k,), which rise.

    `radius` gives its distance from the axis at stations and angles (radians from +z, rising towards +x); it must be
    zero at both ends.
    """
    y, angle = (grid.ravel() for grid in np.meshgrid(along, np.arange(sides) * 2 * np.pi / sides, indexing="ij"))
    far = radius(y, angle)
    points = np.stack([far * np.sin(angle), y, far * np.cos(angle)], axis=1)
    station, side = (grid.ravel() for grid in np.meshgrid(np.arange(len(along) - 1), np.arange(sides), indexing="ij"))
    this, following = station * sides + side, station * sides + (side + 1) % sides
    return Mesh(points, np.stack([this, following, following + sides, this + sides], axis=1))


def moved(mesh: Mesh, shift: Triple) -> Mesh:
    """The mesh moved by `shift`, cm."""
    return mesh.with_vertices(mesh.vertices + np.array(shift))
