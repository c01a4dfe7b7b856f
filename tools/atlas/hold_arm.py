"""A forearm laid on the skin: the hand's mesh taken on to the upper arm, the elbow bent, the soft inner side down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.hand_contact import Touch
from tools.atlas.hand_mesh import BONES, FOREARM, load_hand
from tools.atlas.hand_pose import about, orientation, skin, solve
from tools.atlas.hand_scene import SKIN, FineHand, Part, scene
from tools.atlas.hand_surface import Surface
from tools.atlas.mesh import catmull_clark, normals
from tools.atlas.rig import rotation
from tools.atlas.source import open_source
from tools.atlas.views import smoothstep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.atlas.hand_pose import HandAngles
    from tools.atlas.hand_scene import Kit, Scene
    from tools.atlas.mesh import Floats, Mesh

UPPER_ARM = ("upperarm01.R", "upperarm02.R")
ELBOW_CM = 4.0  # along the arm on both sides of the joint, over which it bends
FADE_CM = (0.5, -8.0)  # up the arm from the elbow: gone, solid; an upper arm seen from above looks like a flap
MIDDLE_CM = (-17.5, -7.0)  # of the forearm, rest y: what is to touch
NEAR_CM = 0.7  # what lies this much above the lowest points of it, touches
BACK_RADIUS_CM = 80.0


@dataclass(frozen=True)
class Forearm:
    """`angles` of the hand, whose roll turns the soft side down; the elbow is bent by `elbow` degrees more than at
    rest; `sunk` is the share of the underside that the skin gives way to."""

    angles: HandAngles
    elbow: float
    sunk: float
    count: int = 1

    def scenes(self, kit: Kit) -> Iterator[Scene]:
        """The one frame."""
        fine = FineHand.of(load_hand(open_source(), UPPER_ARM), kit.fine.subdivisions)
        mesh = _bent(fine, self)
        rest = fine.rest.vertices
        under = (normals(mesh)[:, 2] < 0) & (rest[:, 1] > MIDDLE_CM[0]) & (rest[:, 1] < MIDDLE_CM[1])
        top = float(np.quantile(mesh.vertices[under, 2], self.sunk))
        touching = mesh.vertices[under & (mesh.vertices[:, 2] < top + NEAR_CM)]
        x, y, _ = touching.mean(axis=0)
        arm = Part(mesh, SKIN, smoothstep(_up_the_arm(fine, rest), *FADE_CM), fine.nail)
        yield scene(
            [arm], Surface((x, y, top), BACK_RADIUS_CM), Touch(np.array([x, y, top]), (touching,), (touching,)), kit
        )


def _bent(fine: FineHand, pose: Forearm) -> Mesh:
    """The posed arm, subdivided, with its relief."""
    hand, motions = fine.hand, solve(fine.hand, pose.angles)
    points = skin(hand.mesh.vertices, hand.weights, [motions[bone] for bone in BONES])
    turn, shift = motions[FOREARM[0]]
    elbow = turn @ hand.joints["elbow"] + shift
    share = smoothstep(_up_the_arm(fine, hand.mesh.vertices), -ELBOW_CM, ELBOW_CM)
    bend = about(rotation((0, 0, 1), -pose.elbow), elbow, elbow)
    still = (np.eye(3), np.zeros(3))
    points = skin(points, np.stack([1 - share, share], axis=1), [still, bend]) @ orientation(pose.angles).T
    mesh = hand.mesh.with_vertices(points)
    for _ in range(fine.subdivisions):
        mesh, _ = catmull_clark(mesh)
    return mesh.with_vertices(mesh.vertices + normals(mesh) * fine.relief[:, None])


def _up_the_arm(fine: FineHand, rest: Floats) -> Floats:
    """(n,) cm from the elbow up the upper arm, negative along the forearm; `rest` are points of the rest arm."""
    elbow = fine.hand.joints["elbow"]
    far = fine.hand.mesh.vertices[:, 1] < elbow[1] - 8.0
    upwards = fine.hand.mesh.vertices[far].mean(axis=0) - elbow
    halfway = upwards / np.linalg.norm(upwards) + elbow / np.linalg.norm(elbow)
    return np.asarray((rest - elbow) @ (halfway / np.linalg.norm(halfway)))
