"""The one body of the atlas: blended, posed, subdivided, sculpted, with what each point sees of the sky."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.features import close_lips, smooth_patches, taper_ear_lobes
from tools.atlas.mesh import Mesh, averaging, catmull_clark, curvature, keep_quads, normals, spacing
from tools.atlas.morph import SHAPE, load_base
from tools.atlas.rig import load_rig, lower_arms
from tools.atlas.sculpt import sculpted
from tools.atlas.source import CACHE, Source, open_source
from tools.atlas.visibility import visibility

if TYPE_CHECKING:
    from pathlib import Path

    import scipy.sparse as sp
    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats, Ints, Mask

LOWEST_CM = -16.7  # nothing below is ever shown
FOREARM_CM = (20.9, 10.5)  # beyond this far from the midline and below this height the arm is cut off
CLOSED_EYES = {
    f"expression/units/{ancestry}/eye-{side}-closure": 1 / 3
    for ancestry in ("caucasian", "african", "asian")
    for side in ("left", "right")
}


@dataclass(frozen=True)
class Body:
    """A skin in world centimetres: x to the person's left, y up, z to the front.

    `mesh`: n vertices and their quads; `normals` (n, 3); `visibility` (n, directions) uint8, 255 = open sky.
    """

    mesh: Mesh
    normals: Floats
    visibility: NDArray[np.uint8]

    @property
    def vertices_cm(self) -> Floats:
        return self.mesh.vertices

    @property
    def quads(self) -> Ints:
        return self.mesh.quads

    @cached_property
    def triangles(self) -> NDArray[np.int32]:
        return self.mesh.triangles()

    @cached_property
    def averaging(self) -> sp.csr_matrix:
        """(n, n) matrix: the mean over each vertex's neighbours."""
        return averaging(self.mesh)

    @cached_property
    def curvature(self) -> Floats:
        """(n,) in 1/cm, positive in a hollow."""
        return curvature(self.mesh, self.normals)

    @cached_property
    def spacing(self) -> Floats:
        """(n,) mean length in cm of the edges around each vertex."""
        return spacing(self.mesh)


def body_from(mesh: Mesh) -> Body:
    """A body of any mesh, a posed one say: normals and visibility worked out anew, which takes about a minute."""
    normal = normals(mesh)
    return Body(mesh, normal, visibility(mesh, normal))


def load_body(cache: Path = CACHE) -> Body:
    """The sculpted body, from `body.npz` in the cache, or built (two minutes) and kept there."""
    kept = cache / "body.npz"
    if kept.exists():
        with np.load(kept) as stored:
            mesh = Mesh(stored["vertices"], stored["quads"])
            return Body(mesh, stored["normals"], stored["visibility"])
    body = body_from(build_mesh(open_source(cache)))
    fresh = cache / "body.fresh.npz"  # renamed when whole, so that no half-written body is ever loaded
    np.savez(
        fresh,
        vertices=body.mesh.vertices,
        quads=body.mesh.quads,
        normals=body.normals,
        visibility=body.visibility,
    )
    fresh.replace(kept)
    return body


def build_mesh(source: Source) -> Mesh:
    """The sculpted mesh in its pose, about 400 000 vertices."""
    base = load_base(source, {**SHAPE, **CLOSED_EYES})
    edited = taper_ear_lobes(close_lips(base.mesh.vertices))
    vertices, _joints = lower_arms(edited, base.joints, load_rig(source))
    seen, _numbers = keep_quads(base.mesh.with_vertices(vertices), base.skin_quads())
    mesh = catmull_clark(catmull_clark(seen)[0])[0]
    mesh = catmull_clark(keep_quads(mesh, shown(mesh))[0])[0]
    mesh = smooth_patches(mesh)
    return sculpted(mesh, normals(mesh))


def shown(mesh: Mesh) -> Mask:
    """(m,) quads that some view shows: legs, forearms and hands left out."""
    corners = mesh.vertices[mesh.quads]
    height, aside = corners[:, :, 1], np.abs(corners[:, :, 0]).min(axis=1)
    forearm = (aside > FOREARM_CM[0]) & (height.max(axis=1) < FOREARM_CM[1])
    return np.asarray((height.min(axis=1) > LOWEST_CM) & ~forearm)
