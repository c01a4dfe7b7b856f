"""The tools: a basalt stone, a soft brush, a felt ball, a foam roller. Each stands on z 0 and points along +y."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from tools.atlas.hand_scene import Part
from tools.atlas.mesh import Mesh, joined
from tools.atlas.rig import rotation
from tools.atlas.shade import Finish
from tools.atlas.solids import moved, ovoid, turned

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats

GLOSS = (0.0, 0.62, 0.78)
STONE = Finish((0x40, 0x49, 0x52), cavity=0.2, sheen=0.22, rim=0.06, exposure=1.05, gloss=GLOSS, warm=0.0)
WOOD = Finish((0xB7, 0x86, 0x58), cavity=0.4, sheen=0.20, rim=0.03, exposure=1.0, gloss=GLOSS, warm=0.4)
BRISTLE = Finish((0xEC, 0xDD, 0xBE), cavity=0.1, sheen=0.04, rim=0.04, exposure=1.25, gloss=GLOSS, warm=0.6)
FELT = Finish((0xC4, 0xC9, 0x8E), cavity=0.3, sheen=0.02, rim=0.10, exposure=0.95, gloss=GLOSS, warm=0.2)
FOAM = Finish((0x5E, 0x7F, 0x8A), cavity=0.6, sheen=0.07, rim=0.04, exposure=1.0, gloss=GLOSS, warm=0.0)

STONE_HALF_CM = (5.9, 4.5, 1.4)
SMALL_STONE_HALF_CM = (3.9, 3.0, 1.1)
BALL_CM = 3.35
SEAM_CM, SEAM_DEPTH_CM = 0.13, 0.09
SEAM_BEND = 0.7  # 1: a circle, 0.5: two halves meet
ROLLER_CM, ROLLER_LENGTH_CM = 6.5, 32.0
RIBS = 20
RIB_DEPTH_CM, RING_DEPTH_CM = 0.28, 0.4
RINGS_CM = (-9.6, -3.2, 3.2, 9.6)
SUNK_CM = 0.3  # soft skin gives way beneath
HEAD_CM = (3.4, 5.2)  # of the brush, half width and half length
BRISTLES_CM = 2.1


@dataclass(frozen=True)
class Tool:
    """`parts` as they stand on the skin, and `foot` (k, 3), the points that touch it; cm."""

    parts: tuple[Part, ...]
    foot: Floats


def stone(half: tuple[float, float, float] = STONE_HALF_CM) -> Tool:
    """A smooth flat basalt stone, its long side across; `half` its half width, length and height, cm."""
    mesh = _standing(ovoid(half, 2.4, 2.2, 60), half[2])
    speckle = 1 + 0.03 * _noise(len(mesh.vertices))
    return Tool((Part(mesh, STONE, tint=speckle),), _under(mesh, 0.55))


def small_stone() -> Tool:
    """One for the nape."""
    return stone(SMALL_STONE_HALF_CM)


def ball(rolled: float = 0.0) -> Tool:
    """A tennis ball, rolled on along +y by so many degrees; after 180 it looks as before."""
    mesh = ovoid((1.0, 1.0, 1.0), cells=56)
    own = mesh.vertices @ rotation((1, 0, 0), -rolled)
    seam = np.exp(-((BALL_CM * _seam_distance(own) / SEAM_CM) ** 2))[:, None]
    tint = (1 + seam * np.array([0.35, 0.30, 0.55])) * (1 + 0.05 * _noise(len(own)))
    mesh = _standing(mesh.with_vertices(mesh.vertices * (BALL_CM - SEAM_DEPTH_CM * seam)), BALL_CM)
    return Tool((Part(mesh, FELT, tint=tint),), _under(mesh, 0.4))


def _seam_distance(points: Floats) -> Floats:
    """(n,) of points on the unit ball from the seam, which is its own image when turned half round about x, y or z."""
    t = np.linspace(0, 2 * np.pi, 720)
    a, b = SEAM_BEND, 1 - SEAM_BEND
    x, y = a * np.cos(t) + b * np.cos(3 * t), a * np.sin(t) - b * np.sin(3 * t)
    seam = np.stack([x, y, 2 * np.sqrt(a * b) * np.sin(2 * t)], axis=1)
    return np.asarray(cKDTree(seam).query(points)[0])


def roller(rolled: float = 0.0) -> Tool:
    """A foam roller across the way, ribbed along its length; rolled on along +y by so many ribs."""
    half = ROLLER_LENGTH_CM / 2
    along = half * np.sin(np.linspace(-np.pi / 2, np.pi / 2, 220))

    def radius(y: Floats, angle: Floats) -> Floats:
        end = (1 - (np.abs(y) / half) ** 40) ** 0.5
        wave = np.cos(RIBS * angle + 2 * np.pi * rolled)
        rings = sum(np.exp(-(((y - ring) / 0.32) ** 2)) for ring in RINGS_CM)
        ribs = RIB_DEPTH_CM * np.clip(0.5 - 1.3 * wave, 0, 1) * (1 - rings)
        return np.asarray((ROLLER_CM - ribs - RING_DEPTH_CM * rings) * end)

    mesh = turned(along, radius, 16 * RIBS)
    across = rotation((0, 0, 1), -90)
    mesh = _standing(mesh.with_vertices(mesh.vertices @ across.T), ROLLER_CM)
    return Tool((Part(mesh, FOAM, tint=1 + 0.012 * _noise(len(mesh.vertices))),), _under(mesh, 0.9))


def brush() -> Tool:
    """A body brush: an oval wooden back, a short handle towards -y, soft bristles that spread under it."""
    width, length = HEAD_CM
    back = ovoid((width, length, 0.75), 2.3, 2.8, 60)
    handle = ovoid((1.2, 5.0, 0.75), 3.0, 2.4, 40)
    wood = [(back, (0.0, 0.0)), (handle, (0.0, -length - 3.6))]
    meshes = [moved(mesh, (x, y, BRISTLES_CM + 0.7)) for mesh, (x, y) in wood]
    tufts = _tufts()
    pad = moved(ovoid((width * 0.86, length * 0.88, BRISTLES_CM / 2), 2.3, 6, 30), (0, 0, BRISTLES_CM / 2))
    grained = [Part(mesh, WOOD, tint=_grain(mesh)) for mesh in meshes]
    shades = 1 + 0.07 * np.repeat(_noise(len(tufts)), len(tufts[0].vertices), axis=0)
    fringe = Part(joined(tufts), BRISTLE, tint=shades)
    return Tool((*grained, Part(pad, BRISTLE, tint=0.7), fringe), _under(pad, 0.3))


def _tufts() -> list[Mesh]:
    """The outer rows of bristles, spreading outwards as they are pressed down."""
    along = np.linspace(0, BRISTLES_CM, 7)

    def radius(y: Floats, _: Floats) -> Floats:
        return np.asarray(np.where((y > 0) & (y < BRISTLES_CM), 0.085 - 0.035 * y / BRISTLES_CM, 0.0))

    straight = turned(along, radius, 6)
    random = np.random.default_rng(5)
    found = []
    for share, count, spread in (
        (0.99, 210, 0.95),
        (0.95, 200, 0.8),
        (0.91, 190, 0.65),
        (0.86, 180, 0.5),
        (0.80, 160, 0.35),
    ):
        for angle in np.arange(count) / count * 2 * np.pi + random.normal(0, 0.012, count):
            place = share * np.array(HEAD_CM) * [np.cos(angle), np.sin(angle)]
            outwards = np.array([np.cos(angle), np.sin(angle)]) * (spread + random.normal(0, 0.07))
            down = straight.vertices[:, 1] / BRISTLES_CM
            x, y = (straight.vertices[:, [0, 2]] + place + np.outer(down**1.5, outwards)).T
            found.append(straight.with_vertices(np.stack([x, y, BRISTLES_CM * (1 - down) + 0.1], axis=1)))
    return found


def _grain(mesh: Mesh) -> Floats:
    """(n, 3) tint of wood whose fibres run along y."""
    x, y, z = mesh.vertices.T
    rings = np.sin(5.2 * (x + 0.35 * np.sin(0.45 * y + 0.6) + 0.25 * np.sin(0.21 * y)) + 1.5 * z)
    fine = np.sin(23 * x + 2.2 * np.sin(0.8 * y))
    return np.asarray(1 + np.outer(0.05 * rings + 0.02 * fine, [0.8, 1.0, 1.2]))


def _noise(count: int) -> Floats:
    return np.random.default_rng(3).normal(size=(count, 1)) * np.ones(3)


def _standing(mesh: Mesh, height: float) -> Mesh:
    return moved(mesh, (0.0, 0.0, height - SUNK_CM))


def _under(mesh: Mesh, near: float) -> Floats:
    """(k, 3) the points at most so far above the lowest, cm."""
    z = mesh.vertices[:, 2]
    return np.asarray(mesh.vertices[z < z.min() + near])
