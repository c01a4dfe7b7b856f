"""The neck as a chain of four joints: how far each point of the body follows them, and the body with the neck bent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.spatial import cKDTree

from tools.atlas.mesh import averaging, catmull_clark, keep_quads
from tools.atlas.morph import load_base
from tools.atlas.rig import load_rig, lower_arms, rotation

if TYPE_CHECKING:
    from collections.abc import Mapping

    import scipy.sparse as sp

    from tools.atlas.mesh import Floats, Mesh
    from tools.atlas.source import Source

BONES = ("neck01", "neck02", "neck03", "head")
PIVOTS = (0.0, 0.31, 0.68, 1.0)  # where each joint lies on the way from the root of the neck to the head's joint
SOFT_ROUNDS = 60  # the stock weights are meant for coarse meshes; ours bend more softly
NAPE_CM = ((0.0, 66.0, -4.5), 8.0)  # the part whose furrow stretches flat when the head goes down: centre, radius
NAPE_ROUNDS = 120
NEIGHBOURS = 6  # points of the stock mesh that a vertex takes its weights from
SIDEWAYS = (1.0, 0.0, 0.0)  # axis of a nod: positive brings the chin down


@dataclass(frozen=True)
class Neck:
    """`weights` (n, 4) of the joints on a vertex, `pivots` (4, 3) cm, `stretched` (n, 3) with the nape drawn flat."""

    mesh: Mesh
    weights: Floats
    pivots: Floats
    stretched: Floats

    def bent(self, degrees: float, shares: tuple[float, ...], stretch: float) -> Mesh:
        """The body with the head bent forward, the angle shared over the joints; `stretch` 0..1 flattens the nape."""
        rest = self.mesh.vertices + stretch * (self.stretched - self.mesh.vertices)
        vertices = rest * (1 - self.weights.sum(axis=1, keepdims=True))
        turned, shift = np.eye(3), np.zeros(3)
        for joint, share in enumerate(shares):
            own, pivot = rotation(SIDEWAYS, degrees * share), self.pivots[joint]
            shift = turned @ (pivot - own @ pivot) + shift
            turned = turned @ own
            vertices = vertices + self.weights[:, [joint]] * (rest @ turned.T + shift)
        return self.mesh.with_vertices(vertices)


def load_neck(source: Source, body: Mesh) -> Neck:
    """The neck of the atlas's body, its weights taken from the nearest points of the stock rig's mesh."""
    skin, joints = _rigged(source)
    distance, nearest = cKDTree(skin.mesh.vertices).query(body.vertices, k=NEIGHBOURS)
    closeness = 1 / (distance + 0.05)
    weights = (skin.weights[nearest] * (closeness / closeness.sum(axis=1, keepdims=True))[..., None]).sum(axis=1)
    mean = averaging(body)
    for _ in range(SOFT_ROUNDS):
        weights = 0.4 * weights + 0.6 * (mean @ weights)
    root, head = joints["neck"], joints["head"]
    pivots = np.array([root + place * (head - root) for place in PIVOTS])
    return Neck(body, weights, pivots, _drawn_flat(body.vertices, mean))


@dataclass(frozen=True)
class _Rigged:
    mesh: Mesh
    weights: Floats


def _rigged(source: Source) -> tuple[_Rigged, Mapping[str, Floats]]:
    """The stock skin with its weights (n, 4), subdivided twice, arms at the sides; and the joints in cm."""
    base, rig = load_base(source), load_rig(source)
    count = len(base.mesh.vertices)
    weights = np.stack([rig.weight(rig.below(b) if b == "head" else [b], count) for b in BONES], axis=1)
    vertices, joints = lower_arms(base.mesh.vertices, base.joints, rig)
    mesh, used = keep_quads(base.mesh.with_vertices(vertices), base.groups == "body")
    weights = weights[used]
    for _ in range(2):
        mesh, weights = catmull_clark(mesh, weights)
    return _Rigged(mesh, weights), joints


def _drawn_flat(vertices: Floats, mean: sp.csr_matrix) -> Floats:
    """Vertices with the furrow and ridges of the nape evened out."""
    centre, radius = NAPE_CM
    share = 0.6 * np.clip(1.3 * (1 - np.linalg.norm(vertices - np.array(centre), axis=1) / radius), 0, 1)[:, None]
    for _ in range(NAPE_ROUNDS):
        vertices = vertices + share * (mean @ vertices - vertices)
    return vertices
