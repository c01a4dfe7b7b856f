"""The bodies of the atlas: blended, posed, subdivided, sculpted, with what each point sees of the sky."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp
from scipy.spatial import cKDTree

from tools.atlas.features import close_lips, smooth_patches, taper_ear_lobes
from tools.atlas.mesh import Mesh, averaging, catmull_clark, curvature, keep_quads, normals, spacing
from tools.atlas.morph import NEUTRAL, SHAPE, load_base
from tools.atlas.rig import load_rig, lower_arms
from tools.atlas.sculpt import raised, relief_height
from tools.atlas.source import CACHE, Source, open_source
from tools.atlas.visibility import visibility

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats, Ints, Mask
    from tools.atlas.morph import BaseMesh, Build
    from tools.atlas.rig import Rig

EVEN_CM = 0.7  # over which the difference between two builds is evened
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
    All builds have the same vertices and quads, so that what is authored on the neutral body is found on each.
    """

    mesh: Mesh
    normals: Floats
    visibility: NDArray[np.uint8]
    origin: Body | None = None  # the neutral body, where this is another build

    @property
    def neutral(self) -> Body:
        """The body on which regions, landmarks and muscles are authored, vertex for vertex the same as this one."""
        return self.origin or self

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


def load_body(build: Build = NEUTRAL, cache: Path = CACHE) -> Body:
    """The sculpted body, from the cache, or built (two minutes) and kept there."""
    origin = None if build == NEUTRAL else load_body(cache=cache)
    kept = kept_body(build, cache)
    if kept.exists():
        with np.load(kept) as stored:
            mesh = Mesh(stored["vertices"], stored["quads"])
            return Body(mesh, stored["normals"], stored["visibility"], origin)
    body = replace(body_from(build_mesh(open_source(cache), build)), origin=origin)
    fresh = kept.with_suffix(".fresh.npz")  # renamed when whole, so that no half-written body is ever loaded
    np.savez(
        fresh,
        vertices=body.mesh.vertices,
        quads=body.mesh.quads,
        normals=body.normals,
        visibility=body.visibility,
    )
    fresh.replace(kept)
    return body


def kept_body(build: Build, cache: Path = CACHE) -> Path:
    """Where a body is kept once it is built."""
    return cache / ("body.npz" if build == NEUTRAL else f"body-{build.name}.npz")


def build_mesh(source: Source, build: Build = NEUTRAL) -> Mesh:
    """The sculpted mesh in its pose, about 400 000 vertices.

    Edits of the face and relief are made on the neutral body. Subdivision is linear, so another build is that body plus
    the subdivided difference of the two base meshes, and takes the relief over vertex by vertex.
    """
    rig, base = load_rig(source), load_base(source, {**SHAPE, **CLOSED_EYES})
    edited = taper_ear_lobes(close_lips(base.mesh.vertices))
    posed = base.mesh.with_vertices(lower_arms(edited, base.joints, rig)[0])
    mesh, difference = _subdivided(base, posed, _difference(source, rig, base, build))
    mesh = smooth_patches(mesh)
    height = relief_height(mesh)
    return raised(mesh.with_vertices(mesh.vertices + difference), height * build.relief)


def _difference(source: Source, rig: Rig, base: BaseMesh, build: Build) -> Floats:
    """(n, 3) from each vertex of the posed neutral base mesh to the build's, the roots of both necks laid together.

    Evened in space, not along the mesh: both lips and both lids go the same way and stay closed.
    """
    other = load_base(source, {**SHAPE, **CLOSED_EYES}, build)
    (before, joints), (after, moved) = (lower_arms(b.mesh.vertices, b.joints, rig) for b in (base, other))
    skin = np.unique(base.mesh.quads[base.skin_quads()])
    difference = (after - moved["neck"]) - (before - joints["neck"])
    near = cKDTree(before[skin]).sparse_distance_matrix(cKDTree(before[skin]), 2 * EVEN_CM, output_type="coo_matrix")
    weights = sp.coo_matrix((np.exp(-((near.data / EVEN_CM) ** 2)), (near.row, near.col)), near.shape).tocsr()
    difference[skin] = (weights @ difference[skin]) / weights.sum(axis=1)
    return difference


def _subdivided(base: BaseMesh, posed: Mesh, carried: Floats) -> tuple[Mesh, Floats]:
    """What the views show of the skin, three times subdivided, with the values `carried` (n, k) along."""
    mesh, numbers = keep_quads(posed, base.skin_quads())
    mesh, carried = catmull_clark(*catmull_clark(mesh, carried[numbers]))
    mesh, numbers = keep_quads(mesh, shown(mesh))
    return catmull_clark(mesh, carried[numbers])


def shown(mesh: Mesh) -> Mask:
    """(m,) quads that some view shows: legs, forearms and hands left out."""
    corners = mesh.vertices[mesh.quads]
    height, aside = corners[:, :, 1], np.abs(corners[:, :, 0]).min(axis=1)
    forearm = (aside > FOREARM_CM[0]) & (height.max(axis=1) < FOREARM_CM[1])
    return np.asarray((height.min(axis=1) > LOWEST_CM) & ~forearm)
