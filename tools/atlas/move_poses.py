"""How the body stands at each amount of each move: anatomy in degrees and centimetres.

Shares of the neck's bending follow where a neck really bends: turning happens mostly between the upper two vertebrae,
bending forward and sideways all the way down.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.rig import rotation

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tools.atlas.mesh import Floats

NECK = ("neck01", "neck02", "neck03", "head")
SIDES = {"L": 1.0, "R": -1.0}
FORWARD = (1.0, 0.0, 0.0)  # axis of a nod: positive brings the chin down
UPRIGHT = (0.0, 1.0, 0.0)  # axis of a turn: positive looks to the person's left
SAGITTAL = (0.0, 0.0, 1.0)  # axis of a tilt: positive brings the right ear down


@dataclass(frozen=True)
class Turn:
    """What one joint does to its bone and all bones on it: turned about `axis` (x to the person's left, y up, z to the
    front), anticlockwise seen from the axis's tip, then shifted by `shift` cm."""

    axis: tuple[float, float, float] = (1.0, 0.0, 0.0)
    degrees: float = 0.0
    shift: tuple[float, float, float] = (0.0, 0.0, 0.0)

    @property
    def matrix(self) -> Floats:
        return rotation(self.axis, self.degrees)


@dataclass(frozen=True)
class Swell:
    """Flesh that rises where it is shortened: by `shift` cm at `centre`, fading within `radii` (cm along x, y, z)."""

    centre: tuple[float, float, float]
    radii: tuple[float, float, float]
    shift: tuple[float, float, float]

    def at(self, points: Floats) -> Floats:
        """(n, 3) how far each point (n, 3) is moved."""
        away = ((points - np.array(self.centre)) / np.array(self.radii)) ** 2
        return np.asarray(np.exp(-away.sum(axis=1))[:, None] * np.array(self.shift))


@dataclass(frozen=True)
class Pose:
    """The turns of the joints; `stretch` 0..1 how flat the nape is drawn; `sight_cm` the distance of the eye where what
    comes nearer or goes away shall be seen to, else the drawing is as flat as the still picture."""

    turns: Mapping[str, tuple[Turn, ...]] = field(default_factory=dict)
    stretch: float = 0.0
    swells: tuple[Swell, ...] = ()
    sight_cm: float = np.inf


def nod(amount: float) -> Pose:
    return Pose(_neck(FORWARD, 8 * amount, (0.10, 0.15, 0.30, 0.45)), 0.10 * amount)


def chin_to_chest(amount: float) -> Pose:
    return Pose(_neck(FORWARD, 38 * amount, (0.24, 0.26, 0.26, 0.24)), 0.55 * amount)


def head_lift(amount: float) -> Pose:
    """Carried up from the pillow in the palms, the face staying level: the low neck bends, the skull bends back."""
    return Pose(_neck(FORWARD, 22 * amount, (0.62, 0.42, 0.16, -0.20)), 0.35 * amount, sight_cm=75.0)


def turn(amount: float) -> Pose:
    """The person's left is negative."""
    return Pose(_neck(UPRIGHT, -62 * amount, (0.10, 0.17, 0.25, 0.48)))


def ear_to_shoulder(amount: float) -> Pose:
    return Pose(_neck(SAGITTAL, 38 * amount, (0.26, 0.28, 0.26, 0.20)))


def nose_to_armpit(amount: float) -> Pose:
    far = abs(amount)
    turned, bent = (
        _neck(UPRIGHT, -45 * amount, (0.14, 0.20, 0.26, 0.40)),
        _neck(FORWARD, 37 * far, (0.28, 0.28, 0.24, 0.20)),
    )
    return Pose({bone: turned[bone] + bent[bone] for bone in NECK}, 0.4 * far)


def shoulder_rolls(phase: float) -> Pose:
    """Up, back, down and to rest again; the arms hang and the top of the trapezius gathers at the neck."""
    angle = 2 * np.pi * phase
    rise = float(np.sin(angle))
    raised = (13 if rise > 0 else 5) * rise
    swells = tuple(Swell((sign * 6.2, 61.0, -1.5), (4.0, 4.5, 5.0), (0, 0.13 * raised, 0)) for sign in SIDES.values())
    return Pose(_girdle(raised, 9 * (1 - np.cos(angle))), swells=swells)


def open_chest(amount: float) -> Pose:
    """Elbows drawn back, shoulder blades together, breastbone lifted."""
    girdle = _girdle(-2 * amount, 21 * amount)
    for side, sign in SIDES.items():
        girdle[f"upperarm01.{side}"] += (Turn((1, 0, 0), 14 * amount), Turn((0, 0, 1), 3 * sign * amount))
    chest = {"spine02": (Turn(FORWARD, -4 * amount),), "spine01": (Turn(FORWARD, -6 * amount),)}
    return Pose({**girdle, **chest, **_neck(FORWARD, 10 * amount, (0.5, 0.5, 0, 0))})


def chin_glide(amount: float) -> Pose:
    """The head slides straight back: the low neck bends back, the skull bends forward as much."""
    return Pose(_neck(FORWARD, 14 * amount, (-0.75, -0.45, 0.25, 1.10)))


def jaw_open(amount: float) -> Pose:
    return Pose({"jaw": (Turn(FORWARD, 15 * amount, (0, -0.15 * amount, 0.35 * amount)),)})


def rocking(amount: float) -> Pose:
    """The trunk rolls a little from side to side under the hands; the head lies still."""
    roll = {
        "spine05": (Turn(UPRIGHT, 8 * amount, (1.4 * amount, 0, 0)),),
        "spine03": (Turn(UPRIGHT, -1.5 * amount),),
        "spine02": (Turn(UPRIGHT, -2.0 * amount, (-0.3 * amount, 0, 0)),),
        "spine01": (Turn(UPRIGHT, -2.0 * amount, (-0.4 * amount, 0, 0)),),
        "neck01": (Turn(UPRIGHT, -1.5 * amount, (-0.4 * amount, 0, 0)),),
    }
    return Pose(roll)


POSES: dict[str, Callable[[float], Pose]] = {
    function.__name__: function
    for function in (
        nod, chin_to_chest, head_lift, turn, ear_to_shoulder, nose_to_armpit,
        shoulder_rolls, open_chest, chin_glide, jaw_open, rocking,
    )
}  # fmt: skip


def _neck(
    axis: tuple[float, float, float], degrees: float, shares: tuple[float, float, float, float]
) -> dict[str, tuple[Turn, ...]]:
    return {bone: (Turn(axis, degrees * share),) for bone, share in zip(NECK, shares, strict=True)}


def _girdle(raised: float, drawn_back: float) -> dict[str, tuple[Turn, ...]]:
    """Both shoulders raised and drawn back by so many degrees at the collarbone's inner end; the arms stay hanging."""
    turns: dict[str, tuple[Turn, ...]] = {}
    for side, sign in SIDES.items():
        lift, back = Turn(SAGITTAL, sign * raised), Turn(UPRIGHT, sign * drawn_back)
        turns[f"clavicle.{side}"] = (back, lift)
        turns[f"upperarm01.{side}"] = (Turn(SAGITTAL, -sign * raised), Turn(UPRIGHT, -0.7 * sign * drawn_back))
    return turns
