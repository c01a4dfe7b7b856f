"""The joints that a move bends and how far each point of the body follows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.body import CLOSED_EYES, shown
from tools.atlas.mesh import averaging, catmull_clark, keep_quads
from tools.atlas.morph import SHAPE, load_base
from tools.atlas.rig import load_rig, lower_arms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.atlas.mesh import Floats, Ints, Mesh
    from tools.atlas.move_poses import Pose
    from tools.atlas.rig import Rig
    from tools.atlas.source import Source

PARENTS = {  # bone to the one it hangs on; a bone stands after its parent
    "spine05": "",
    "spine04": "spine05",
    "spine03": "spine04",
    "spine02": "spine03",
    "spine01": "spine02",
    "neck01": "spine01",
    "neck02": "neck01",
    "neck03": "neck02",
    "head": "neck03",
    "jaw": "head",
    "clavicle.L": "spine01",
    "clavicle.R": "spine01",
    "shoulder01.L": "clavicle.L",
    "shoulder01.R": "clavicle.R",
    "upperarm01.L": "shoulder01.L",
    "upperarm01.R": "shoulder01.R",
}
WHOLE = ("head", "jaw", "upperarm01.L", "upperarm01.R")  # bones that carry all that hangs on them
PIVOTS = {
    "spine05": "pelvis",
    "spine04": "spine-4",
    "spine03": "spine-3",
    "spine02": "spine-2",
    "spine01": "spine-1",
    "jaw": "mouth",
    "clavicle.L": "l-clavicle",
    "clavicle.R": "r-clavicle",
    "shoulder01.L": "l-scapula",
    "shoulder01.R": "r-scapula",
    "upperarm01.L": "l-shoulder",
    "upperarm01.R": "r-shoulder",
}
ON_NECK = {"neck01": 0.0, "neck02": 0.31, "neck03": 0.68, "head": 1.0}  # share of the way from its root to the skull
SOFT_ROUNDS = 60  # the stock weights are meant for coarse meshes; ours bend more softly
NAPE_CM = ((0.0, 66.0, -4.5), 8.0)  # the part whose furrow stretches flat when the head goes down: centre, radius
NAPE_ROUNDS = 120


@dataclass(frozen=True)
class Posable:
    """`weights` (n, bones) of PARENTS' bones on a vertex, `pivots` (bones, 3) cm.

    `stretched` (n, 3): the vertices with the nape drawn flat.
    """

    mesh: Mesh
    weights: Floats
    pivots: Floats
    stretched: Floats

    def part(self, mesh: Mesh, used: Ints) -> Posable:
        """The same for a part of the mesh with the vertices `used`."""
        return Posable(mesh, self.weights[used], self.pivots, self.stretched[used])

    def posed(self, pose: Pose) -> Mesh:
        """The body in a pose."""
        rest = self.mesh.vertices + pose.stretch * (self.stretched - self.mesh.vertices)
        for swell in pose.swells:
            rest = rest + swell.at(rest)
        vertices = rest.copy()
        for number, (turned, shifted) in enumerate(self.placed(pose).values()):
            if np.any(shifted) or np.any(turned != np.eye(3)):
                vertices += self.weights[:, [number]] * (rest @ (turned - np.eye(3)).T + shifted)
        return self.mesh.with_vertices(vertices)

    def placed(self, pose: Pose) -> dict[str, tuple[Floats, Floats]]:
        """Of each bone the turn (3, 3) and then the shift (3,) of what follows it."""
        placed: dict[str, tuple[Floats, Floats]] = {}
        for number, (bone, parent) in enumerate(PARENTS.items()):
            turned, shifted = placed[parent] if parent else (np.eye(3), np.zeros(3))
            for turn in pose.turns.get(bone, ()):
                own, pivot = turn.matrix, self.pivots[number]
                shifted = turned @ (pivot - own @ pivot + np.array(turn.shift)) + shifted
                turned = turned @ own
            placed[bone] = turned, shifted
        return placed


def load_posable(source: Source, body: Mesh) -> Posable:
    """The atlas's body, its weights carried along from the stock rig's through the same subdivision."""
    base, rig = load_base(source, {**SHAPE, **CLOSED_EYES}), load_rig(source)
    vertices, joints = lower_arms(base.mesh.vertices, base.joints, rig)
    stock = _weights(rig, len(vertices))
    mesh, used = keep_quads(base.mesh.with_vertices(vertices), base.skin_quads())
    mesh, weights = catmull_clark(*catmull_clark(mesh, stock[used]))
    mesh, used = keep_quads(mesh, shown(mesh))
    weights = catmull_clark(mesh, weights[used])[1].astype(np.float32)
    mean = averaging(body).astype(np.float32)
    for _ in range(SOFT_ROUNDS):
        weights = np.float32(0.4) * weights + np.float32(0.6) * (mean @ weights)
    return Posable(body, weights.astype(np.float64), _pivots(joints), _drawn_flat(body.vertices, mean))


def _weights(rig: Rig, count: int) -> Floats:
    """(count, bones) of the stock rig on its own mesh."""
    columns = []
    for bone in PARENTS:
        names = rig.below(bone) if bone in WHOLE else [bone]
        if bone == "head":
            names = [name for name in names if name not in rig.below("jaw")]
        if bone == "spine02":
            names += ["breast.L", "breast.R"]
        columns.append(rig.weight(names, count))
    return np.stack(columns, axis=1)


def _pivots(joints: Mapping[str, Floats]) -> Floats:
    root, skull = joints["neck"], joints["head"]
    return np.array(
        [root + ON_NECK[bone] * (skull - root) if bone in ON_NECK else joints[PIVOTS[bone]] for bone in PARENTS]
    )


def _drawn_flat(vertices: Floats, mean: Floats) -> Floats:
    """Vertices with the furrow and ridges of the nape evened out."""
    centre, radius = NAPE_CM
    share = 0.6 * np.clip(1.3 * (1 - np.linalg.norm(vertices - np.array(centre), axis=1) / radius), 0, 1)[:, None]
    for _ in range(NAPE_ROUNDS):
        vertices = vertices + share * (mean @ vertices - vertices)
    return vertices
