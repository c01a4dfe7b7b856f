"""What a hand comes to lie on when it is not the skin alone: the skin with tools and other hands on it, as heights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

from tools.atlas.hand_fit import press
from tools.atlas.hand_regions import PALM
from tools.atlas.mesh import normals
from tools.atlas.raster import EMPTY, depth_map

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tools.atlas.hand_fit import Coarse
    from tools.atlas.hand_pose import HandAngles
    from tools.atlas.hand_surface import Surface
    from tools.atlas.mesh import Floats, Mesh

REACH_CM = 26.0  # to each side of the origin
CELL_CM = 0.1
ROUNDING_CM = 0.25  # fingers bridge what is narrower than themselves
ROUNDS = 3  # bending the fingers moves the palm a little, and the other way about


@dataclass(frozen=True)
class Heights:
    """`z` (k, k) heights in cm over the square of REACH_CM; answers `height` as a `Surface` does, straight down."""

    z: Floats

    @staticmethod
    def of(meshes: Sequence[Mesh], skin: Surface) -> Heights:
        """The upper side of the meshes, in the frame of the hand that is to lie on them, and the skin around them."""
        count = round(2 * REACH_CM / CELL_CM)
        line = (np.arange(count) + 0.5) * CELL_CM - REACH_CM
        x, y = np.meshgrid(line, line)
        z = skin.depth_at(np.column_stack([x.ravel(), y.ravel()])).reshape(count, count)
        for mesh in meshes:
            points = (mesh.vertices + np.array([REACH_CM, REACH_CM, 0.0])) / [CELL_CM, CELL_CM, 1.0]
            top = depth_map(points, mesh.triangles(), count, count)
            z = np.where(top > EMPTY, np.maximum(z, top), z)
        return Heights(np.asarray(ndimage.gaussian_filter(z, ROUNDING_CM / CELL_CM)))

    def height(self, points: Floats) -> Floats:
        """Distance (n,) straight down from points (n, 3), negative inside."""
        at = (points[:, 1::-1] + REACH_CM) / CELL_CM - 0.5
        below = ndimage.map_coordinates(self.z, at.T, order=1, mode="nearest")
        return np.asarray(points[:, 2] - below)

    def raised(self, rise: float) -> Heights:
        """All of it `rise` cm higher."""
        return Heights(self.z + rise)


def laid(
    coarse: Coarse, angles: HandAngles, ground: Heights, heights: Mapping[int, float], sunk: float | None
) -> tuple[HandAngles, float]:
    """The hand's pads pressed onto the ground, and how far the ground was raised (cm) for it to carry the palm.

    `heights`: finger to height of its pad above the ground, cm. `sunk`: share of the palm's underside that sinks in,
    None leaves the ground where it is.
    """
    rise = 0.0
    for _ in range(ROUNDS):
        if sunk is not None:
            rise = float(np.quantile(ground.height(_palm(coarse, angles)), sunk))
        angles = press(coarse, angles, ground.raised(rise), heights)
    return angles, rise


def _palm(coarse: Coarse, angles: HandAngles) -> Floats:
    """(k, 3) points of the palm's underside."""
    points = coarse.posed(angles)
    under = normals(coarse.rest.with_vertices(points))[:, 2] < -0.2
    return np.asarray(points[under & coarse.region(PALM)])
