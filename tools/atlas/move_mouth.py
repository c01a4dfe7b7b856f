"""The inside of the mouth: seen only while the jaw opens, so only there it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.body import Body
from tools.atlas.mesh import Mesh, catmull_clark, keep_quads, normals
from tools.atlas.morph import SHAPE, load_base
from tools.atlas.shade import surface_values
from tools.atlas.visibility import DIRECTIONS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats
    from tools.atlas.raster import Singles
    from tools.atlas.source import Source
    from tools.atlas.views import View

LINING_CM = ((-4.2, 68.0, 4.0), (4.2, 74.4, 16.0))  # unseen skin in this box lines the mouth
LINING_ROUNDS = 6  # how softly the lining goes over into the lips
LINING = (0.55, 0.26, 0.27)  # tints: what the light of the skin's colour is multiplied by
PARTS = {  # helper shapes: tint, whether the jaw carries them, how far they are moved (cm)
    "helper-upper-teeth": ((1.45, 1.58, 1.70), False, (0.0, -0.85, 0.1)),
    "helper-lower-teeth": ((0.95, 1.02, 1.08), True, (0.0, -0.1, 0.0)),
    "helper-tongue": ((0.66, 0.40, 0.39), True, (0.0, -1.0, -1.0)),
}
FROM_FRONT = 0.42  # how much of the light from the front comes in between the lips


@dataclass(frozen=True)
class Mouth:
    """`tints` (n, 3) of the body's vertices; `inside` teeth and tongue, their `inner_tints` (m, 3), `on_jaw` (m,)."""

    tints: Singles
    inside: Body
    inner_tints: Singles
    on_jaw: NDArray[np.bool_]

    def drawn(self, view: View, body: Body, values: Singles, jaw: tuple[Floats, Floats]) -> tuple[Body, Singles]:
        """Body and mouth as one, their values of `shade` and then the tints; `jaw`: how it is turned and shifted."""
        still, (turned, shifted) = self.inside.vertices_cm, jaw
        moved = np.where(self.on_jaw[:, None], still @ turned.T + shifted, still)
        mesh = self.inside.mesh.with_vertices(moved)
        inner = surface_values(Body(mesh, normals(mesh), self.inside.visibility), view)
        whole = Mesh(np.vstack([body.vertices_cm, moved]), np.vstack([body.quads, mesh.quads + len(body.vertices_cm)]))
        tinted = np.vstack([np.hstack([values, self.tints]), np.hstack([inner, self.inner_tints])])
        return Body(whole, np.vstack([body.normals, normals(mesh)]), body.visibility), tinted


def load_mouth(source: Source, still: Body) -> Mouth:
    low, high = (np.array(corner) for corner in LINING_CM)
    boxed = ((still.vertices_cm > low) & (still.vertices_cm < high)).all(axis=1)
    lining = (boxed & (still.visibility.max(axis=1) == 0)).astype(np.float32)
    for _ in range(LINING_ROUNDS):
        lining = 0.5 * lining + 0.5 * (still.averaging @ lining)
    tints = 1 + lining[:, None] * (np.array(LINING) - 1)
    base = load_base(source, SHAPE)
    meshes, inner, jaw, count = [], [], [], 0
    for name, (tint, on_jaw, shift) in PARTS.items():
        mesh = catmull_clark(catmull_clark(keep_quads(base.mesh, base.groups == name)[0])[0])[0]
        meshes.append(Mesh(mesh.vertices + np.array(shift), mesh.quads + count))
        count += len(mesh.vertices)
        inner += [tint] * len(mesh.vertices)
        jaw += [on_jaw] * len(mesh.vertices)
    whole = Mesh(np.vstack([m.vertices for m in meshes]), np.vstack([m.quads for m in meshes]))
    seen = 255 * FROM_FRONT * np.clip(2 * DIRECTIONS[:, 2], 0, 1)
    visibility = np.tile(seen.astype(np.uint8), (count, 1))
    inside = Body(whole, normals(whole), visibility)
    return Mouth(tints.astype(np.float32), inside, np.array(inner, np.float32), np.array(jaw))
