"""The CC0 rig: which bone moves which vertex, and the arms lowered to the sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from tools.atlas.mesh import Floats
    from tools.atlas.source import Source

ARM_LOWERED_DEG = 31.0
SHOULDER_SHARE = 0.14  # of it in the shoulder girdle, the rest in the shoulder joint
ELBOW_BENT_DEG = 26.0


@dataclass(frozen=True)
class Rig:
    """`weights`: bone to (vertex, weight) pairs; `parents`: bone to the bone above it."""

    weights: Mapping[str, list[tuple[int, float]]]
    parents: Mapping[str, str]

    def below(self, bone: str) -> list[str]:
        """The bone and all bones that hang on it."""
        children = [child for child, parent in self.parents.items() if parent == bone]
        return [bone, *(lower for child in children for lower in self.below(child))]

    def weight(self, bones: Iterable[str], count: int) -> Floats:
        """(count,) how far each vertex follows these bones, 0 to 1."""
        total = np.zeros(count)
        for bone in bones:
            for vertex, share in self.weights.get(bone, []):
                total[vertex] += share
        return np.clip(total, 0, 1)


def load_rig(source: Source) -> Rig:
    bones = source.json("rigs/standard/rig.default.json")
    bones = bones.get("bones", bones)
    weights = source.json("rigs/standard/weights.default.json")["weights"]
    return Rig(weights, {name: bone.get("parent", "") for name, bone in bones.items()})


def rotation(axis: tuple[float, float, float], degrees: float) -> Floats:
    """(3, 3) turn about an axis (need not be of unit length), anticlockwise seen from its tip."""
    x, y, z = np.array(axis) / np.linalg.norm(axis)
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    angle = np.radians(degrees)
    return np.asarray(np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross)


def lower_arms(vertices: Floats, joints: Mapping[str, Floats], rig: Rig) -> tuple[Floats, dict[str, Floats]]:
    """Vertices (n, 3) and joints with both arms at the sides and the elbows a little bent."""
    placed = dict(joints)
    for side, sign in (("l", -1.0), ("r", 1.0)):
        bones = (
            (f"shoulder01.{side.upper()}", f"{side}-scapula", ARM_LOWERED_DEG * SHOULDER_SHARE),
            (f"upperarm01.{side.upper()}", f"{side}-shoulder", ARM_LOWERED_DEG * (1 - SHOULDER_SHARE)),
        )
        for bone, joint, degrees in bones:
            turn, pivot = rotation((0, 0, 1), sign * degrees), placed[joint]
            vertices = _turned(vertices, rig.weight(rig.below(bone), len(vertices)), turn, pivot)
            arm = [name for name in placed if name.startswith(f"{side}-") and _on_arm(name)]
            placed |= {name: (placed[name] - pivot) @ turn.T + pivot for name in arm}
        elbow = rig.weight(rig.below(f"lowerarm01.{side.upper()}"), len(vertices))
        vertices = _turned(vertices, elbow, rotation((1, 0, 0), ELBOW_BENT_DEG), placed[f"{side}-elbow"])
    return vertices, placed


def _on_arm(joint: str) -> bool:
    return any(part in joint for part in ("elbow", "hand", "finger", "shoulder"))


def _turned(vertices: Floats, weight: Floats, turn: Floats, pivot: Floats) -> Floats:
    share = weight[:, None]
    return vertices * (1 - share) + ((vertices - pivot) @ turn.T + pivot) * share
