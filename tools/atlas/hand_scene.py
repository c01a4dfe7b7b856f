"""A fine, lit hand: the posed control mesh subdivided, given its relief, and what each point sees of sky and skin."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.body import Body
from tools.atlas.hand_fit import Coarse, press, settled, together
from tools.atlas.hand_pose import HandAngles, between, posed
from tools.atlas.hand_relief import relief
from tools.atlas.mesh import Mesh, catmull_clark, curvature, normals
from tools.atlas.shade import irradiance
from tools.atlas.visibility import DIRECTIONS, visibility

if TYPE_CHECKING:
    from tools.atlas.hand_grips import Grip
    from tools.atlas.hand_mesh import HandMesh
    from tools.atlas.hand_surface import Surface
    from tools.atlas.mesh import Floats
    from tools.atlas.raster import Singles

SUBDIVISIONS = 3
SHADOW_MAP_PX = 1100
LIFT_CM, SLACK_CM = 0.14, 0.06  # against self-shadowing, as in `visibility`
SKIN_BOUNCE = 0.4  # light the massaged skin throws back from below
BEND_SCALE = 0.12  # hands bend more sharply than a back: keeps the same cavity shading
BEND_ROUNDS = 8


@dataclass(frozen=True)
class FineHand:
    """What does not change with the pose, by fine vertex: `rest`, `member` (n, 6), `nail` (n,), `relief` (n,) cm."""

    hand: HandMesh
    rest: Mesh
    member: Floats
    nail: Floats
    relief: Floats
    subdivisions: int

    @staticmethod
    def of(hand: HandMesh, subdivisions: int = SUBDIVISIONS) -> FineHand:
        """Subdivided from the rest hand."""
        mesh, values = hand.mesh, np.column_stack([hand.member(), hand.nail])
        for _ in range(subdivisions):
            mesh, values = catmull_clark(mesh, values)
        member = values[:, :6]
        return FineHand(
            hand, mesh, member, values[:, 6], relief(mesh.vertices, normals(mesh), hand, member), subdivisions
        )

    def posed(self, angles: HandAngles) -> Mesh:
        """The fine hand in a pose, cm."""
        mesh = self.hand.mesh.with_vertices(posed(self.hand, angles))
        for _ in range(self.subdivisions):
            mesh, _ = catmull_clark(mesh)
        return mesh.with_vertices(mesh.vertices + normals(mesh) * self.relief[:, None])


@dataclass(frozen=True)
class PosedHand:
    """One frame of a grip, ready to be drawn from any turn.

    `bend` (n,) is its curvature as `shade` takes it, `openness` (n, 1) how much of the sky each point sees, `surface`
    the skin beneath.
    """

    fine: FineHand
    body: Body
    bend: Floats
    openness: Singles
    surface: Surface


def fitted(coarse: Coarse, grip: Grip) -> tuple[tuple[HandAngles, ...], Surface]:
    """The key poses of a grip laid on the skin, and that skin."""
    surface = grip.surface if grip.rest is None else settled(coarse, grip.frames[0], grip.surface, grip.rest)
    keys = []
    for angles in grip.frames:
        down = press(coarse, angles, surface, grip.heights)
        if grip.gap is not None:
            down = press(coarse, together(coarse, down, grip.gap), surface, grip.heights)
        keys.append(down)
    return tuple(keys), surface


def frames(keys: tuple[HandAngles, ...], count: int) -> list[HandAngles]:
    """`count` poses evenly spaced along the key poses."""
    if count == 1:
        return [keys[0]]
    found = []
    for place in np.linspace(0, len(keys) - 1, count):
        before = min(int(place), len(keys) - 2)
        found.append(between(keys[before], keys[before + 1], float(place) - before))
    return found


def pose_hand(fine: FineHand, angles: HandAngles, surface: Surface, lift: float = 0.0) -> PosedHand:
    """The hand in this pose, `lift` cm off the skin it was fitted to, with light and occlusion worked out."""
    below = replace(surface, top=(*surface.top[:2], surface.top[2] - lift))
    mesh = fine.posed(angles)
    normal = normals(mesh)
    seen = visibility(mesh, normal, SHADOW_MAP_PX, LIFT_CM, SLACK_CM).astype(np.float32)
    seen *= below.openness(mesh.vertices + normal * LIFT_CM, DIRECTIONS, SKIN_BOUNCE)
    bend = curvature(mesh, normal, BEND_ROUNDS) * BEND_SCALE
    body = Body(mesh, normal, seen.astype(np.uint8))
    return PosedHand(fine, body, bend, irradiance(body, np.ones((len(DIRECTIONS), 1))), below)
