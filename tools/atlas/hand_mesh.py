"""The right hand and forearm of the CC0 mesh: rest shape, skin weights, joints, nail mask.

Hand frame: centimetres, origin at the wrist joint, +y along the middle finger's metacarpal, +z out of the back of the
hand, +x from the index towards the little finger: seen from +z the thumb is at -x. Fingers are numbered 1 (thumb) to 5.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from tools.atlas.mesh import Mesh, averaging, keep_quads
from tools.atlas.morph import SHAPE, load_base
from tools.atlas.rig import load_rig

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tools.atlas.mesh import Floats, Ints
    from tools.atlas.morph import BaseMesh
    from tools.atlas.source import Source

FINGERS = (1, 2, 3, 4, 5)
FOREARM = ("lowerarm01.R", "lowerarm02.R")
WRIST = "wrist.R"
METACARPAL = {2: "metacarpal1.R", 3: "metacarpal2.R", 4: "metacarpal3.R", 5: "metacarpal4.R"}
HAND_SHAPE = {"hands/r-hand-fingers-diameter-incr": 0.45, "hands/r-hand-fingers-distance-decr": 0.25}
HAND_LENGTH_CM = 18.8  # wrist to the tip of the middle finger, an average adult's
# The stock fingers are short beyond the knuckles, the little one most: length of each phalanx against the stock one.
PHALANX_LENGTH = {
    1: (1.0, 1.04, 1.0),
    2: (1.22, 1.06, 0.92),
    3: (1.16, 1.04, 0.94),
    4: (1.22, 1.07, 0.94),
    5: (1.45, 1.38, 1.06),
}
# ... and its thickness: the stock fingers are tubes, ours taper; the little one is fuller all along.
PHALANX_WIDTH = {
    1: (1.0, 1.04, 0.98),
    2: (1.10, 1.03, 0.93),
    3: (1.10, 1.03, 0.93),
    4: (1.10, 1.04, 0.95),
    5: (1.22, 1.18, 1.08),
}
MIN_WEIGHT = 0.6  # a vertex belongs to the hand when the hand's bones hold this much of it


def phalanx(finger: int, part: int) -> str:
    """Name of the bone; part 1 is nearest the hand (for the thumb: its metacarpal)."""
    return f"finger{finger}-{part}.R"


BONES = (*FOREARM, WRIST, *METACARPAL.values(), *(phalanx(f, k) for f in FINGERS for k in (1, 2, 3)))


@dataclass(frozen=True)
class HandMesh:
    """Rest shape: mesh, weights (n, bones), joints by name (3,), nail mask (n,) 0..1."""

    mesh: Mesh
    weights: Floats
    joints: Mapping[str, Floats]
    nail: Floats

    def member(self) -> Floats:
        """(n, 6) how much each finger owns a vertex; column 0 is unused."""
        columns = [np.zeros(len(self.weights))]
        columns += [self.weights[:, [BONES.index(phalanx(f, k)) for k in (1, 2, 3)]].sum(axis=1) for f in FINGERS]
        return np.stack(columns, axis=1)

    def hinge(self, finger: int) -> Floats:
        """Flexion axis (3,) of a finger at rest, from the plane of its own curl."""
        first = unit(self.joints[f"{finger}-2"] - self.joints[f"{finger}-1"])
        last = unit(self.joints[f"{finger}-4"] - self.joints[f"{finger}-3"])
        if finger == 1:
            first = unit(self.joints["1-3"] - self.joints["1-2"])
        return unit(np.cross(last, first))


def unit(vector: Floats) -> Floats:
    """The vector (3,) at length 1."""
    return np.asarray(vector / np.linalg.norm(vector))


def frame(direction: Floats, hinge: Floats) -> Floats:
    """(3, 3) orthonormal columns hinge, direction, dorsal from a bone's direction and a rough hinge axis."""
    y = unit(direction)
    x = unit(hinge - y * (hinge @ y))
    return np.stack([x, y, np.cross(x, y)], axis=1)


def load_hand(source: Source, carried: Sequence[str] = ()) -> HandMesh:
    """The rest hand of the atlas's body, read from the mesh; the skin of the bones `carried` hangs on the forearm."""
    base = load_base(source, {**SHAPE, **HAND_SHAPE})
    rig = load_rig(source)
    count = len(base.mesh.vertices)
    weights = np.stack([rig.weight([bone], count) for bone in BONES], axis=1)
    weights[:, 0] += rig.weight(carried, count)
    ours = (weights.sum(axis=1) > MIN_WEIGHT)[base.mesh.quads].all(axis=1) & (base.groups == "body")
    mesh, used = keep_quads(base.mesh, ours)
    weights = weights[used] / weights[used].sum(axis=1, keepdims=True)
    place, joints = _hand_frame(base)
    vertices, joints = shaped(place(mesh.vertices), weights, joints)
    size = HAND_LENGTH_CM / finger_reach(joints)
    mesh = mesh.with_vertices(vertices * size)
    joints = {name: point * size for name, point in joints.items()}
    return HandMesh(mesh, soften_wrist(mesh, weights), joints, nail_mask(source, used))


def finger_reach(joints: Mapping[str, Floats]) -> float:
    """Length in cm from the wrist along the middle finger to its tip."""
    way = [joints[name] for name in ("wrist", "3-1", "3-2", "3-3", "3-4")]
    return float(sum(np.linalg.norm(b - a) for a, b in pairwise(way)))


def _hand_frame(base: BaseMesh) -> tuple[Callable[[Floats], Floats], dict[str, Floats]]:
    """What carries points (n, 3) of the mesh into the hand frame, and the joints there."""
    cubes = {f"{f}-{k}": f"r-finger-{f}-{k}" for f in FINGERS for k in (1, 2, 3, 4)}
    cubes |= {"wrist": "r-hand", "elbow": "r-elbow", "h2": "r-hand-2", "h3": "r-hand-3"}
    origin = base.joints["r-hand"]
    axes = frame(base.joints["r-finger-3-1"] - origin, base.joints["r-finger-5-1"] - base.joints["r-finger-2-1"])

    def place(points: Floats) -> Floats:
        return np.asarray((points - origin) @ axes)

    return place, {name: place(base.joints[cube]) for name, cube in cubes.items()}


def shaped(vertices: Floats, weights: Floats, joints: Mapping[str, Floats]) -> tuple[Floats, dict[str, Floats]]:
    """Vertices and joints, every phalanx scaled along and across its axis (`PHALANX_LENGTH`, `PHALANX_WIDTH`)."""
    moved = np.zeros_like(vertices)
    placed = dict(joints)
    for finger, scales in PHALANX_LENGTH.items():
        shift = np.zeros(3)
        for part, scale in zip((1, 2, 3), scales, strict=True):
            start, end = joints[f"{finger}-{part}"], joints[f"{finger}-{part + 1}"]
            along = unit(end - start)
            place = ((vertices - start) @ along)[:, None]
            across = (PHALANX_WIDTH[finger][part - 1] - 1) * (vertices - start - place * along)
            stretch = (scale - 1) * np.maximum(place, 0) * along
            moved += weights[:, [BONES.index(phalanx(finger, part))]] * (shift + stretch + across)
            shift = shift + (scale - 1) * (end - start)
            placed[f"{finger}-{part + 1}"] = end + shift
    return vertices + moved, placed


def soften_wrist(mesh: Mesh, weights: Floats) -> Floats:
    """Weights spread over about 6 cm around the wrist, so that a bent wrist stays a soft curve."""
    mean = averaging(mesh)
    y = mesh.vertices[:, 1]
    share = 0.7 * (np.clip((y + 5.5) / 2, 0, 1) * np.clip((3.2 - y) / 1.5, 0, 1))[:, None]
    for _ in range(14):
        weights = weights + share * (mean @ weights - weights)
    return weights


def nail_mask(source: Source, used: Ints) -> Floats:
    """(n,) 1 on a finger nail, from the CC0 nail texture read at the vertices' texture places."""
    texture = Image.open(io.BytesIO(source.data("textures/mpfb_fingernails.jpg"))).convert("L")
    shade = np.asarray(texture, dtype=float) / 255
    places, of_vertex = _texture_places(source.text("3dobjs/base.obj"))
    u, v = places[[of_vertex[vertex] for vertex in used.tolist()]].T
    height, width = shade.shape
    rows = np.clip(((1 - v) * height).astype(int), 0, height - 1)
    return np.asarray(shade[rows, np.clip((u * width).astype(int), 0, width - 1)])


def _texture_places(text: str) -> tuple[Floats, dict[int, int]]:
    """Texture coordinates (k, 2) and the first one used by each vertex."""
    places: list[list[float]] = []
    of_vertex: dict[int, int] = {}
    for line in text.splitlines():
        if line.startswith("vt "):
            places.append([float(part) for part in line.split()[1:3]])
        elif line.startswith("f "):
            for corner in line.split()[1:]:
                vertex, place = corner.split("/")[:2]
                of_vertex.setdefault(int(vertex) - 1, int(place) - 1)
    return np.array(places), of_vertex
