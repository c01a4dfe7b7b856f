"""Arms that reach: the turns of shoulder, elbow, forearm and wrist that bring a hand where it should lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import least_squares

from tools.atlas.hand_mesh import unit

if TYPE_CHECKING:
    from tools.atlas.figure_rig import Figure, Pose, Turn
    from tools.atlas.mesh import Floats

DIRECTIONS, ELBOW = 4.0, 1.2
"""How much a wrong direction of the hand and of the elbow (a unit vector's error) weighs against a centimetre."""
COMFORT = np.array([0.1, 0.1, 0.1, 0.1, 0.35, 1.05, 1.05])
"""The same for a radian away from the easy arm: least for shoulder and elbow, most for the wrist."""
LIMITS = ([-3.1, -3.1, -3.1, -0.6, -1.6, -1.2, -0.6], [3.1, 3.1, 3.1, 2.0, 1.6, 1.2, 0.6])
STARTS = np.array([[0, 0, 0, 0, 0, 0, 0], [0.8, 0, -0.5, 0.5, 0, 0, 0], [-0.8, 0, 0.5, 0.5, 0, 0, 0]], float)


@dataclass(frozen=True)
class Reach:
    """Where a hand lies: its `wrist` (cm), where the `fingers` point and where the `palm` looks (directions), and which
    way the `elbow` would rather go. All but the elbow in the world, or, `on` a bone, as if the figure stood at rest."""

    wrist: tuple[float, float, float]
    fingers: tuple[float, float, float]
    palm: tuple[float, float, float]
    elbow: tuple[float, float, float] = (0.6, -1.0, -0.3)
    on: str = ""


def reaching(figure: Figure, pose: Pose, reaches: dict[str, Reach]) -> Pose:
    """The pose with each arm named (`L`, `R`) turned so that its hand lies as asked, as far as an arm can."""
    found = dict(pose)
    for side, reach in reaches.items():
        found |= _arm(figure, found, side, reach)
    return found


@dataclass(frozen=True)
class _Arm:
    """An arm of the standing figure: its joints (cm) and its axes."""

    side: str
    shoulder: Floats
    elbow: Floats
    wrist: Floats
    hinge: Floats
    fingers: Floats
    across: Floats
    palm: Floats

    @staticmethod
    def of(figure: Figure, side: str) -> _Arm:
        at = figure.joints
        shoulder, elbow, wrist = (at[f"{bone}.{side}"] for bone in ("upperarm01", "lowerarm01", "wrist"))
        fingers = unit(at[f"finger3-1.{side}"] - wrist)
        across = unit(at[f"finger2-1.{side}"] - at[f"finger5-1.{side}"])
        palm = unit(np.cross(fingers, across)) * (1 if side == "L" else -1)
        hinge = unit(np.cross(elbow - shoulder, wrist - elbow))
        return _Arm(side, shoulder, elbow, wrist, hinge, fingers, across, palm)

    def turns(self, x: Floats) -> dict[str, list[Turn]]:
        """Turns of its bones: three for the shoulder (a rotation vector), then elbow, forearm, wrist twice; radians."""
        sway, (elbow, forearm, bend, aside) = x[:3] + 1e-9, np.degrees(x[3:])
        return {
            f"upperarm01.{self.side}": [(_axis(sway), float(np.degrees(np.linalg.norm(sway))))],
            f"lowerarm01.{self.side}": [(_axis(self.wrist - self.elbow), forearm), (_axis(self.hinge), elbow)],
            f"wrist.{self.side}": [(_axis(self.across), bend), (_axis(self.palm), aside)],
        }


def _arm(figure: Figure, pose: Pose, side: str, reach: Reach) -> dict[str, list[Turn]]:
    """The arm's turns, by least squares from a few starts."""
    arm = _Arm.of(figure, side)
    turned, shift = figure.motions(pose)[reach.on]
    wrist = turned @ np.array(reach.wrist) + shift
    fingers, palm = (turned @ unit(np.array(direction)) for direction in (reach.fingers, reach.palm))
    out = unit(np.array(reach.elbow) * [1 if side == "L" else -1, 1, 1])

    def missed(x: Floats) -> Floats:
        motions = figure.motions({**pose, **arm.turns(x)})
        (root, root_at), (fore, fore_at), (hand, hand_at) = (
            motions[f"{bone}.{side}"] for bone in ("shoulder01", "lowerarm01", "wrist")
        )
        upper = unit(fore @ arm.elbow + fore_at - root @ arm.shoulder - root_at)
        return np.concatenate([
            hand @ arm.wrist + hand_at - wrist,
            DIRECTIONS * (hand @ arm.fingers - fingers),
            DIRECTIONS * (hand @ arm.palm - palm),
            ELBOW * (upper - out),
            COMFORT * x,
        ])  # fmt: skip

    found = (least_squares(missed, start, bounds=LIMITS) for start in STARTS)
    return arm.turns(min(found, key=lambda result: float(result.cost)).x)


def _axis(vector: Floats) -> tuple[float, float, float]:
    x, y, z = vector
    return float(x), float(y), float(z)


def mirrored(reach: Reach) -> Reach:
    """The same for the other arm."""
    (x, y, z), (fx, fy, fz), (px, py, pz) = reach.wrist, reach.fingers, reach.palm
    return Reach((-x, y, z), (-fx, fy, fz), (-px, py, pz), reach.elbow, reach.on)
