"""What figures sit on, lie on or hold: small smooth meshes in cm of the world, each with its own finish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.mesh import Mesh
from tools.atlas.shade import Finish

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats

WOOD = Finish(albedo=(0xC9, 0xAB, 0x86), cavity=0.2, sheen=0.08, rim=0.04)
FELT = Finish(albedo=(0xC8, 0xCF, 0x6A), cavity=0.1, sheen=0.02, rim=0.10)
BASALT = Finish(albedo=(0x4A, 0x4C, 0x52), cavity=0.2, sheen=0.30, rim=0.10)
FOAM = Finish(albedo=(0x6E, 0x8E, 0xA6), cavity=0.4, sheen=0.05, rim=0.06)
PLASTER = Finish(albedo=(0xDD, 0xD6, 0xCC), cavity=0.2, sheen=0.0, rim=0.0)
FLOOR_CM = -83.5
"""Where a standing figure's soles are."""


@dataclass(frozen=True)
class Prop:
    """A thing: its mesh and how it takes the light. `rests`: it stands on the floor, wherever the figure's floor is."""

    mesh: Mesh
    finish: Finish
    rests: bool = False


def rounded(
    centre: tuple[float, float, float], half: tuple[float, float, float], power: float, rings: int = 40
) -> Mesh:
    """A superellipsoid: `power` 2 is a ball, more is boxier. `half` axes in cm."""
    across = np.linspace(0, 2 * np.pi, 2 * rings, endpoint=False)
    up = np.linspace(-np.pi / 2, np.pi / 2, rings + 1)
    u, v = np.meshgrid(across, up)
    points = np.stack(
        [_power(np.cos(v), power) * _power(np.sin(u), power), _power(np.sin(v), power),
         _power(np.cos(v), power) * _power(np.cos(u), power)], axis=-1,
    ).reshape(-1, 3)  # fmt: skip
    return Mesh(points * half + centre, _grid(rings, 2 * rings))


def _power(values: Floats, power: float) -> Floats:
    return np.asarray(np.sign(values) * np.abs(values) ** (2 / power))


def _grid(rows: int, columns: int) -> np.ndarray[tuple[int, int], np.dtype[np.int64]]:
    """Quads of a closed band of `rows` by `columns`, anticlockwise from outside."""
    row, column = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    after = (column + 1) % columns
    corners = [row * columns + column, row * columns + after, (row + 1) * columns + after, (row + 1) * columns + column]
    return np.stack(corners, axis=-1).reshape(-1, 4)


def column(centre: tuple[float, float, float], radius: float, half: float, edge: float = 2.5) -> Mesh:
    """An upright cylinder with a rounded rim of `edge` cm."""
    corner = np.linspace(0, np.pi / 2, 9)
    rim = np.stack([radius - edge + edge * np.sin(corner), half - edge + edge * np.cos(corner)], axis=1)
    cap = np.stack([np.linspace(0.01, radius - edge, 8)[:-1], np.full(7, half)], axis=1)
    side = np.stack([np.full(12, radius), np.linspace(half - edge, edge - half, 14)[1:-1]], axis=1)
    top = np.vstack([cap, rim])
    profile = np.vstack([top, side, top[::-1] * [1, -1]])[::-1]
    turn = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    across, along = np.outer(profile[:, 0], np.sin(turn)), np.outer(profile[:, 0], np.cos(turn))
    points = np.stack([across, np.repeat(profile[:, 1:], 72, axis=1), along], axis=-1)
    return Mesh(points.reshape(-1, 3) + centre, _grid(len(profile) - 1, 72))


def stool() -> Prop:
    """A round stool beneath a seated figure; its seat's top is where the thighs lie."""
    return Prop(column((0.0, -25.0, 0.0), 19.0, 21.0), WOOD)


def wall(behind: float) -> Prop:
    return Prop(rounded((0.0, 4.0, behind - 1.5), (58.0, 92.0, 1.5), 12.0), PLASTER)


def ball(at: tuple[float, float, float]) -> Prop:
    return Prop(rounded(at, (3.3, 3.3, 3.3), 2.0, 24), FELT)


def stone(at: tuple[float, float, float]) -> Prop:
    return Prop(rounded(at, (4.6, 1.3, 3.2), 2.3, 24), BASALT)


def roller(along: float) -> Prop:
    """A foam roller lying across, `along` cm towards the head from the lying figure's hips."""
    upright = column((0.0, 0.0, 0.0), 6.5, 23.0, 1.2)
    lying = upright.vertices[:, [1, 2, 0]]  # its axis from up to across
    return Prop(Mesh(lying + np.array([0.0, 0.0, along]), upright.quads), FOAM, rests=True)
