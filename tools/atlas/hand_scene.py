"""What a sprite shows: hands and tools together, with what each of their points sees of sky, skin and each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from tools.atlas.body import Body
from tools.atlas.hand_pose import posed
from tools.atlas.hand_relief import relief
from tools.atlas.mesh import Mesh, catmull_clark, curvature, joined, normals, spread, thinned
from tools.atlas.shade import Finish, irradiance
from tools.atlas.views import smoothstep
from tools.atlas.visibility import DIRECTIONS, visibility

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from tools.atlas.hand_contact import Touch
    from tools.atlas.hand_fit import Coarse
    from tools.atlas.hand_mesh import HandMesh
    from tools.atlas.hand_pose import HandAngles
    from tools.atlas.hand_surface import Surface
    from tools.atlas.mesh import Floats, Ints
    from tools.atlas.raster import Singles

SUBDIVISIONS = 3
SHADOW_MAP_PX = 560
LIFT_CM, SLACK_CM = 0.14, 0.06  # against self-shadowing, as in `visibility`
SKIN_BOUNCE = 0.4  # light the massaged skin throws back from below
BEND_SCALE = 0.12  # hands bend more sharply than a back: keeps the same cavity shading
BEND_ROUNDS = 8
FADE_CM = (-13.5, -4.0)  # along the forearm, rest y: gone, solid
SKIN = Finish(albedo=(0xDD, 0xB5, 0x9A), cavity=0.55, sheen=0.13, exposure=0.84, gloss=(0.0, 0.62, 0.78))


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

    def part(self, mesh: Mesh) -> Part:
        """The posed hand (wherever it was carried to) as a part of a scene, its forearm fading out."""
        return Part(mesh, SKIN, smoothstep(self.rest.vertices[:, 1], *FADE_CM), self.nail, subdivided=True)


@dataclass(frozen=True)
class Kit:
    """What poses are made from: the right hand, fine for the pictures and coarse for fitting it onto the skin."""

    fine: FineHand
    coarse: Coarse
    shadow_map_px: int = SHADOW_MAP_PX


@dataclass(frozen=True)
class Part:
    """One thing in a scene: its mesh (cm), how it takes the light, `solid` (n,) 1 drawn to 0 faded away, `nail` (n,) 1
    on a finger nail, `tint` (n, 3) its colour against the finish's; all may be left out where they are the same.

    `subdivided`: the mesh is `catmull_clark`'s, and too fine for what it shades to be worked out at every point."""

    mesh: Mesh
    finish: Finish
    solid: Floats | float = 1.0
    nail: Floats | float = 0.0
    tint: Floats | float = 1.0
    subdivided: bool = False

    def rough(self) -> Mesh:
        """The mesh from which to tell what sees the sky and what is in the way."""
        return thinned(self.mesh) if self.subdivided else self.mesh


@dataclass(frozen=True)
class Scene:
    """One frame of a pose, ready to be drawn from any turn: all parts as one body of n points.

    `bend` (n,) is its curvature as `shade` takes it, `openness` (n, 1) how much of the sky each point sees, `solid`,
    `nail` and `tint` as in `Part`, `kind` (n,) the number of its finish, `surface` the skin beneath. The origin is the
    wrist.
    """

    body: Body
    bend: Floats
    openness: Singles
    solid: Floats
    nail: Floats
    tint: Floats
    kind: Ints
    finishes: tuple[Finish, ...]
    surface: Surface
    touch: Touch


class Pose(Protocol):
    """A pose of the atlas: a hand, hands or a tool, still or changing."""

    @property
    def count(self) -> int:
        """Number of frames."""

    def scenes(self, kit: Kit) -> Iterator[Scene]:
        """The frames, open to closed."""


def scene(parts: Sequence[Part], surface: Surface, touch: Touch, kit: Kit) -> Scene:
    """The parts above this skin, with light and occlusion worked out between them."""
    mesh = joined([part.mesh for part in parts])
    counts = [len(part.mesh.vertices) for part in parts]
    normal = normals(mesh)
    body = Body(mesh, normal, _seen(parts, surface, kit.shadow_map_px))
    return Scene(
        body,
        curvature(mesh, normal, BEND_ROUNDS) * BEND_SCALE,
        irradiance(body, np.ones((len(DIRECTIONS), 1))),
        _by_vertex([part.solid for part in parts], counts),
        _by_vertex([part.nail for part in parts], counts),
        np.vstack([np.broadcast_to(part.tint, (count, 3)) for part, count in zip(parts, counts, strict=True)]),
        np.repeat(np.arange(len(parts)), counts),
        tuple(part.finish for part in parts),
        surface,
        touch,
    )


def _seen(parts: Sequence[Part], surface: Surface, shadow_map_px: int) -> NDArray[np.uint8]:
    """(n, directions) how much of the sky each point sees past all parts and the skin, 255 all of it."""
    rough = [part.rough() for part in parts]
    mesh = joined(rough)
    normal = normals(mesh)
    seen = visibility(mesh, normal, shadow_map_px, LIFT_CM, SLACK_CM).astype(np.float32)
    seen *= surface.openness(mesh.vertices + normal * LIFT_CM, DIRECTIONS, SKIN_BOUNCE)
    ends = np.cumsum([len(part.vertices) for part in rough])[:-1]
    each = zip(np.split(seen.astype(np.uint8), ends), parts, strict=True)
    return np.concatenate([spread(values, part.mesh) if part.subdivided else values for values, part in each])


def _by_vertex(values: Sequence[Floats | float], counts: Sequence[int]) -> Floats:
    return np.concatenate([np.broadcast_to(value, count) for value, count in zip(values, counts, strict=True)])
