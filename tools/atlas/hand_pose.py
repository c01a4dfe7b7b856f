"""Joint angles to a posed hand: one rigid motion per bone, then dual quaternion skinning (bends keep their volume)."""

from dataclasses import dataclass, field, fields

import numpy as np
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

from tools.atlas.hand_mesh import BONES, FOREARM, METACARPAL, HandMesh, frame, phalanx, unit
from tools.atlas.rig import rotation

Array = NDArray[np.float64]
Motion = tuple[Array, Array]  # rotation (3, 3) and shift (3,): x' = R x + t

X, Y, Z = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)


@dataclass(frozen=True)
class Finger:
    """Angles in degrees: splay (positive towards the little finger), then flexion at the base, middle and end joint."""

    splay: float = 0.0
    base: float = 10.0
    middle: float = 15.0
    end: float = 8.0

    def curled(self, degrees: float) -> "Finger":
        """The finger bent further, most at its base."""
        return Finger(self.splay, self.base + degrees, self.middle + 0.45 * degrees, self.end + 0.25 * degrees)


@dataclass(frozen=True)
class Thumb:
    """Degrees: aside = away from the fingers in the plane of the hand, down = towards the palm, nail = how far the nail
    faces the thumb's own outer side (0: it faces the viewer), and flexion of the two outer joints."""

    aside: float = 35.0
    down: float = 8.0
    nail: float = 40.0
    middle: float = 8.0
    end: float = 6.0


@dataclass(frozen=True)
class HandAngles:
    """A posed hand. `cup` flexes the metacarpals of ring and little finger; `wrist` is (extension, towards the thumb);
    `tilt` lifts the wrist (about x), `roll` lifts the thumb's side (about y); all in degrees."""

    fingers: dict[int, Finger]
    thumb: Thumb
    cup: dict[int, float] = field(default_factory=dict)
    wrist: tuple[float, float] = (0.0, 0.0)
    tilt: float = 0.0
    roll: float = 0.0


def about(turned: Array, pivot: Array, target: Array) -> Motion:
    """The rotation (3, 3) that carries `pivot` to `target`."""
    return turned, target - turned @ pivot


def thumb_frame(thumb: Thumb) -> Array:
    """Columns hinge, direction, nail side of the thumb's metacarpal."""
    aside, down = np.radians(thumb.aside), np.radians(thumb.down)
    direction = np.array([-np.sin(aside) * np.cos(down), np.cos(aside) * np.cos(down), -np.sin(down)])
    outer = np.array([-np.cos(aside), -np.sin(aside), 0.0])
    upper = unit(np.array(Z) - direction * direction[2])
    nail = np.cos(np.radians(thumb.nail)) * upper + np.sin(np.radians(thumb.nail)) * outer
    return frame(direction, np.cross(direction, nail))


def straight_forearm(hand: HandMesh) -> Array:
    """Rotation that lines the rest forearm up with -y."""
    arm = hand.joints["elbow"] - hand.joints["wrist"]
    return np.asarray(Rotation.align_vectors([[0.0, -1.0, 0.0]], [arm])[0].as_matrix())


def _finger_motions(hand: HandMesh, angles: HandAngles, finger: int, motions: dict[str, Motion]) -> None:
    joints, bend = hand.joints, angles.fingers[finger]
    root = joints["h3" if finger < 4 else "h2"]
    cupped = rotation(X, -angles.cup.get(finger, 0.0))
    motions[METACARPAL[finger]] = about(cupped, root, root)
    knuckle = cupped @ joints[f"{finger}-1"] + motions[METACARPAL[finger]][1]
    splayed = cupped @ rotation(Z, -bend.splay)
    hinge = hand.hinge(finger)
    flexion = np.cumsum([bend.base, bend.middle, bend.end])
    for part in (1, 2, 3):
        start, end = joints[f"{finger}-{part}"], joints[f"{finger}-{part + 1}"]
        turned = splayed @ rotation(X, -flexion[part - 1]) @ frame(end - start, hinge).T
        motions[phalanx(finger, part)] = about(turned, start, knuckle)
        knuckle = turned @ end + motions[phalanx(finger, part)][1]


def _thumb_motions(hand: HandMesh, thumb: Thumb, motions: dict[str, Motion]) -> None:
    joints = hand.joints
    hinge = hand.hinge(1)
    base, at = thumb_frame(thumb), joints["1-1"]
    for part, flexion in ((1, 0.0), (2, thumb.middle), (3, thumb.middle + thumb.end)):
        start, end = joints[f"1-{part}"], joints[f"1-{part + 1}"]
        turned = base @ rotation(X, -flexion) @ frame(end - start, hinge).T
        motions[phalanx(1, part)] = about(turned, start, at)
        at = turned @ end + motions[phalanx(1, part)][1]


def solve(hand: HandMesh, angles: HandAngles) -> dict[str, Motion]:
    """Rigid motion of every bone in the hand frame (before tilt and roll)."""
    motions: dict[str, Motion] = {bone: (np.eye(3), np.zeros(3)) for bone in BONES}
    wrist = hand.joints["wrist"]
    extension, aside = angles.wrist
    forearm = rotation(Z, aside) @ rotation(X, -extension) @ straight_forearm(hand)
    for bone in FOREARM:
        motions[bone] = about(forearm, wrist, wrist)
    for finger in METACARPAL:
        _finger_motions(hand, angles, finger, motions)
    _thumb_motions(hand, angles.thumb, motions)
    return motions


def orientation(angles: HandAngles) -> Array:
    """(3, 3) tilt and roll of the whole hand."""
    return rotation(X, -angles.tilt) @ rotation(Y, angles.roll)


def _product(a: Array, b: Array) -> Array:
    """Quaternion product of (n, 4) rows, scalar first."""
    w = a[:, :1] * b[:, :1] - (a[:, 1:] * b[:, 1:]).sum(1, keepdims=True)
    return np.concatenate([w, a[:, :1] * b[:, 1:] + b[:, :1] * a[:, 1:] + np.cross(a[:, 1:], b[:, 1:])], 1)


def skin(points: Array, weights: Array, motions: list[Motion]) -> Array:
    """Points (n, 3) moved by bones with weights (n, bones): dual quaternion skinning."""
    rotations = np.stack([m[0] for m in motions])
    shifts = np.stack([m[1] for m in motions])
    real = np.roll(Rotation.from_matrix(rotations).as_quat(), 1, axis=1)
    dual = 0.5 * _product(np.concatenate([np.zeros((len(shifts), 1)), shifts], 1), real)
    pivot = weights.argmax(1)
    signed = np.where(real[pivot] @ real.T < 0, -1.0, 1.0) * weights
    q, d = signed @ real, signed @ dual
    length = np.linalg.norm(q, axis=1, keepdims=True)
    q, d = q / length, d / length
    w, v = q[:, :1], q[:, 1:]
    moved = points + 2 * np.cross(v, np.cross(v, points) + w * points)
    shift = 2 * (w * d[:, 1:] - d[:, :1] * v + np.cross(v, d[:, 1:]))
    return np.asarray(moved + shift)


def posed(hand: HandMesh, angles: HandAngles) -> Array:
    """Vertices (n, 3) of the posed control mesh, tilted and rolled, cm."""
    motions = solve(hand, angles)
    points = skin(hand.mesh.vertices, hand.weights, [motions[b] for b in BONES])
    return np.asarray(points @ orientation(angles).T)


def between(a: HandAngles, b: HandAngles, share: float) -> HandAngles:
    """The pose `share` of the way from a to b."""

    def mix(x: float, y: float) -> float:
        return x + share * (y - x)

    def mixed(x: Finger | Thumb, y: Finger | Thumb) -> dict[str, float]:
        return {f.name: mix(getattr(x, f.name), getattr(y, f.name)) for f in fields(x)}

    return HandAngles(
        {f: Finger(**mixed(a.fingers[f], b.fingers[f])) for f in a.fingers},
        Thumb(**mixed(a.thumb, b.thumb)),
        {f: mix(a.cup.get(f, 0.0), b.cup.get(f, 0.0)) for f in (2, 3, 4, 5)},
        (mix(a.wrist[0], b.wrist[0]), mix(a.wrist[1], b.wrist[1])),
        mix(a.tilt, b.tilt),
        mix(a.roll, b.roll),
    )
