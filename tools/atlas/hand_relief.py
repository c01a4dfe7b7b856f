"""Anatomical relief of the hand, authored in the rest pose: displacement along the normals, cm."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from tools.atlas.hand_mesh import HandMesh, unit

Array = NDArray[np.float64]

KNUCKLE = {2: 0.13, 3: 0.16, 4: 0.13, 5: 0.12}
TENDON = {2: (-0.5, 0.055), 3: (0.0, 0.065), 4: (0.5, 0.055), 5: (1.0, 0.04)}  # x at the wrist, height
VEINS = (
    (((3.0, 7.0), (2.2, 5.5), (2.0, 3.5), (1.2, 1.2)), 0.030),
    (((-1.3, 8.6), (-1.0, 6.2), (-1.6, 4.0), (-1.5, 1.5)), 0.024),
)
MIDDLE_FOLDS = (-0.34, -0.12, 0.12, 0.34)
END_FOLDS = (-0.14, 0.10)
THUMB_FOLDS = (-0.30, -0.06, 0.20)


def bell(distance: Array, width: float) -> Array:
    """Gaussian of a distance."""
    return np.exp(-((distance / width) ** 2))


def segment_distance(points: Array, a: Array, b: Array) -> tuple[Array, Array]:
    """Distance (n,) to the segment a-b and place (n,) along it, 0..1."""
    t = np.clip((points - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
    return np.linalg.norm(points - (a + t[:, None] * (b - a)), axis=1), t


def _knuckles(xy: Array, hand: HandMesh) -> Array:
    joints = hand.joints
    out = np.zeros(len(xy))
    for finger, height in KNUCKLE.items():
        out += height * bell(np.linalg.norm(xy - joints[f"{finger}-1"][:2], axis=1), 0.80)
    for finger in (2, 3, 4):
        hollow = (joints[f"{finger}-1"] + joints[f"{finger + 1}-1"])[:2] / 2
        out -= 0.11 * bell(np.linalg.norm((xy - hollow - [0, 0.3]) / [1, 1.6], axis=1), 0.60)
        out -= 0.06 * bell(np.linalg.norm((xy - 0.78 * hollow) / [1, 2.6], axis=1), 0.55)
    return out


def _tendons(flat: Array, hand: HandMesh) -> Array:
    out = np.zeros(len(flat))
    for finger, (x, height) in TENDON.items():
        knuckle = hand.joints[f"{finger}-1"] * [1, 0.97, 0]
        distance, t = segment_distance(flat, np.array([x, 1.2, 0]), knuckle)
        out += height * bell(distance, 0.30) * np.clip(4 * t, 0, 1) * (0.35 + 0.65 * t)
    return out


def _veins(flat: Array) -> Array:
    out = np.zeros(len(flat))
    reach = np.clip((flat[:, 1] - 1.2) / 3, 0, 1) * np.clip((8.5 - flat[:, 1]) / 2, 0, 1)
    for points, height in VEINS:
        way = np.array([(*p, 0.0) for p in points])
        distance = np.min([segment_distance(flat, a, b)[0] for a, b in pairwise(way)], axis=0)
        out += height * bell(distance, 0.24) * reach
    return out


def _wrist(xy: Array) -> Array:
    ulna = 0.22 * bell(np.linalg.norm((xy - [2.0, -2.0]) / [1, 1.2], axis=1), 1.0)
    return np.asarray(ulna - 0.08 * bell(np.linalg.norm((xy - [0, -0.2]) / [2.2, 1], axis=1), 0.9))


def _joint(points: Array, normals: Array, hand: HandMesh, finger: int, part: int, member: Array) -> Array:
    joints = hand.joints
    axis = unit(joints[f"{finger}-{part + 1}"] - joints[f"{finger}-{part - 1}"])
    hinge = hand.hinge(finger)
    hinge = unit(hinge - axis * (hinge @ axis))
    dorsal = np.cross(hinge, axis)
    offset = points - joints[f"{finger}-{part}"]
    across, along, up = offset @ hinge, offset @ axis, offset @ dorsal
    upper = np.clip((normals @ dorsal - 0.1) / 0.5, 0, 1) * member * (up > -0.2)
    folds, bulge, width, depth = _joint_form(finger, part)
    out = bulge * bell(along, width) * bell(across, 0.9) * upper
    for place in folds:
        curve = along - 1.15 * place - np.sign(place) * 0.16 * across**2
        out -= depth * bell(curve, 0.085) * bell(across, 0.55) * upper
    return np.asarray(out)


def _joint_form(finger: int, part: int) -> tuple[tuple[float, ...], float, float, float]:
    """Places of the folds, height and width of the bulge, depth of a fold."""
    if finger == 1:
        return (THUMB_FOLDS, 0.06, 0.4, 0.026) if part == 3 else ((), 0.14, 0.75, 0.0)
    return (MIDDLE_FOLDS, 0.05, 0.6, 0.038) if part == 2 else (END_FOLDS, 0.03, 0.4, 0.026)


def relief(points: Array, normals: Array, hand: HandMesh, member: Array) -> Array:
    """Displacement (n,) in cm for rest points and normals (n, 3); member (n, 6) as `HandMesh.member`."""
    back = np.clip((normals[:, 2] - 0.15) / 0.6, 0, 1)
    flat = points * [1.0, 1.0, 0.0]
    xy = points[:, :2]
    out = (_knuckles(xy, hand) + _tendons(flat, hand) + _veins(flat) + _wrist(xy)) * back
    for finger in range(1, 6):
        for part in (2, 3):
            out += _joint(points, normals, hand, finger, part, member[:, finger])
    return np.asarray(out)
