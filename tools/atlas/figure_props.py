"""What figures sit on, lie on or hold: small smooth meshes in cm of the world, each with its own finish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.shade import Finish
from tools.atlas.solids import moved, ovoid, turned

if TYPE_CHECKING:
    from tools.atlas.mesh import Mesh
    from tools.atlas.solids import Triple

WOOD = Finish(albedo=(0xC9, 0xAB, 0x86), cavity=0.2, sheen=0.08, rim=0.04)
FELT = Finish(albedo=(0xC8, 0xCF, 0x6A), cavity=0.1, sheen=0.02, rim=0.10)
BASALT = Finish(albedo=(0x4A, 0x4C, 0x52), cavity=0.2, sheen=0.30, rim=0.10)
FOAM = Finish(albedo=(0x6E, 0x8E, 0xA6), cavity=0.4, sheen=0.05, rim=0.06)
PLASTER = Finish(albedo=(0xDD, 0xD6, 0xCC), cavity=0.2, sheen=0.0, rim=0.0)
RIM = 16.0  # the higher, the sharper the rim of a column


@dataclass(frozen=True)
class Prop:
    """A thing: its mesh and how it takes the light. `rests`: it stands on the floor, wherever the figure's floor is."""

    mesh: Mesh
    finish: Finish
    rests: bool = False


def _column(radius: float, half: float) -> Mesh:
    """An upright cylinder around the origin, its rims rounded."""
    along = half * np.sin(np.linspace(-np.pi / 2, np.pi / 2, 80))
    return turned(along, lambda y, _angle: radius * (1 - (np.abs(y) / half) ** RIM) ** 0.5, 72)


def stool() -> Prop:
    """A round stool beneath a seated figure; its seat's top is where the thighs lie."""
    return Prop(moved(_column(19.0, 21.0), (0.0, -25.0, 0.0)), WOOD)


def wall(behind: float) -> Prop:
    slab = ovoid((1.0, 1.0, 1.0), 12.0, 12.0, 60)  # stretched afterwards, so that its faces have points enough
    slab = slab.with_vertices(slab.vertices * [58.0, 92.0, 1.5])
    return Prop(moved(slab, (0.0, 4.0, behind - 1.5)), PLASTER)


def ball(at: Triple) -> Prop:
    return Prop(moved(ovoid((3.3, 3.3, 3.3), cells=20), at), FELT)


def stone(at: Triple) -> Prop:
    return Prop(moved(ovoid((4.6, 1.3, 3.2), 2.3, 2.3, 20), at), BASALT)


def roller(along: float) -> Prop:
    """A foam roller lying across, `along` cm towards the head from the lying figure's hips."""
    upright = _column(6.5, 23.0)
    lying = upright.with_vertices(upright.vertices[:, [1, 2, 0]])  # its axis from up to across
    return Prop(moved(lying, (0.0, 0.0, along)), FOAM, rests=True)
