"""The whole CC0 figure put into a pose: every bone turned about its joint, the skin following by dual quaternions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.body import CLOSED_EYES
from tools.atlas.hand_pose import skin
from tools.atlas.mesh import Mesh, averaging, catmull_clark, keep_quads
from tools.atlas.morph import SHAPE, load_base
from tools.atlas.rig import load_rig, rotation

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats
    from tools.atlas.rig import Rig
    from tools.atlas.source import Source

Turn = tuple[tuple[float, float, float], float]
Pose = Mapping[str, Sequence[Turn]]
"""Bone to turns in this order, each an axis of the standing figure's world and degrees anticlockwise. A bone without
a side stands for both: the right one turns as a mirror would show the left one."""

SOFT_ROUNDS = 8  # the stock weights are meant for coarse meshes: bends are eased over a few cm
MIRROR = np.array([1.0, -1.0, -1.0])


@dataclass(frozen=True)
class Figure:
    """The standing figure, once subdivided: `mesh`, `weights` (n, bones), `joints` by bone (3,), `parents`."""

    mesh: Mesh
    weights: Floats
    bones: tuple[str, ...]
    joints: Mapping[str, Floats]
    parents: Mapping[str, str]

    def motions(self, pose: Pose) -> dict[str, tuple[Floats, Floats]]:
        """Rotation (3, 3) and shift (3,) of every bone. Raises KeyError for a bone the rig does not have."""
        turns = _sided(pose)
        unknown = turns.keys() - set(self.bones)
        if unknown:
            raise KeyError(f"no such bone: {', '.join(sorted(unknown))}")
        motions = {"": (np.eye(3), np.zeros(3))}
        for bone in self.bones:  # parents come first
            above, shift = motions[self.parents[bone]]
            turned = above @ _turned(turns.get(bone, ()))
            at = above @ self.joints[bone] + shift
            motions[bone] = (turned, at - turned @ self.joints[bone])
        return motions

    def posed(self, pose: Pose) -> Mesh:
        """The mesh in a pose, cm. Raises KeyError as `motions`."""
        motions = self.motions(pose)
        return self.mesh.with_vertices(skin(self.mesh.vertices, self.weights, [motions[b] for b in self.bones]))


def load_figure(source: Source) -> Figure:
    """The atlas's body with arms, legs, hands and feet, standing with its arms spread."""
    base, rig = load_base(source, {**SHAPE, **CLOSED_EYES}), load_rig(source)
    bones = _in_order(rig.parents)
    stock = np.stack([rig.weight([bone], len(base.mesh.vertices)) for bone in bones], axis=1)
    mesh, used = keep_quads(base.mesh, base.skin_quads())
    mesh, weights = catmull_clark(mesh, stock[used])
    mean = averaging(mesh)
    for _ in range(SOFT_ROUNDS):
        weights = 0.5 * weights + 0.5 * (mean @ weights)
    weights /= np.maximum(weights.sum(axis=1, keepdims=True), 1e-9)
    return Figure(mesh, weights, bones, _joints(source, base.joints, rig, bones), rig.parents)


def _in_order(parents: Mapping[str, str]) -> tuple[str, ...]:
    """All bones, each after the one it hangs on."""
    order: list[str] = []
    waiting = [""]
    while waiting:
        above = waiting.pop()
        below = [bone for bone, parent in parents.items() if parent == above]
        order += below
        waiting += below
    return tuple(order)


def _joints(source: Source, cubes: Mapping[str, Floats], rig: Rig, bones: Sequence[str]) -> dict[str, Floats]:
    """Where each bone begins; a twist bone, which no joint cube marks, turns about its parent's joint."""
    stock = source.json("rigs/standard/rig.default.json")
    heads = {bone: stock.get("bones", stock)[bone]["head"].get("cube_name", "") for bone in bones}
    joints = {"": cubes["pelvis"]}
    for bone in bones:
        joints[bone] = cubes.get(heads[bone].removeprefix("joint-"), joints[rig.parents[bone]])
    return joints


def _sided(pose: Pose) -> dict[str, Sequence[Turn]]:
    """Every turn under its own bone's name."""
    sided: dict[str, Sequence[Turn]] = {}
    for bone, turns in pose.items():
        if bone.endswith("*"):
            sided[f"{bone[:-1]}.L"] = turns
            sided[f"{bone[:-1]}.R"] = [(tuple(np.array(axis) * MIRROR), degrees) for axis, degrees in turns]
        else:
            sided[bone] = turns
    return sided


def _turned(turns: Sequence[Turn]) -> Floats:
    whole = np.eye(3)
    for axis, degrees in turns:
        whole = rotation(axis, degrees) @ whole
    return np.asarray(whole)
