"""The eight pictures of the atlas: where each camera stands and how its picture fades out. Cameras are orthographic."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.raster import Layer, rasterise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.body import Body
    from tools.atlas.mesh import AnyFloats, Floats


@dataclass(frozen=True)
class Fade:
    """A soft superelliptic edge of the picture. Lengths in cm of the picture plane.

    Alpha is 1 inside `solid` times the radii and 0 at them. `centre` is (across, up) from the camera's centre.
    Above the centre the picture fades only if `above` is finite.
    """

    half_width: float
    below: float
    above: float = np.inf
    centre: tuple[float, float] = (0.0, 0.0)
    power: float = 2.5
    solid: float = 0.75

    def alpha(self, across: AnyFloats, up: AnyFloats) -> Floats:
        """Alpha at picture-plane points, in cm from the camera's centre."""
        u, v = np.abs(across - self.centre[0]), up - self.centre[1]
        height = np.where(v < 0, -v / self.below, v / self.above)
        radius = ((u / self.half_width) ** self.power + height**self.power) ** (1 / self.power)
        return 1 - smoothstep(radius, self.solid, 1.0)


@dataclass(frozen=True)
class View:
    """A camera and its picture of `size` (width, height) at 1x.

    `yaw` 0 looks at the face, 180 at the back, 90 at the person's left side; `pitch` 90 looks down from above.
    """

    name: str
    size: tuple[int, int]
    px_per_cm: float
    yaw: float
    centre_cm: tuple[float, float, float]
    fades: tuple[Fade, ...]
    pitch: float = 0.0
    lost_cm: tuple[float, float] | None = None  # depths between which what lies deeper fades away

    @property
    def axes(self) -> Floats:
        """(3, 3) rows: the picture's right, its up, and towards the camera, in the world."""
        yaw, pitch = np.radians(self.yaw), np.radians(self.pitch)
        right = np.array([np.cos(yaw), 0.0, -np.sin(yaw)])
        towards = np.array([np.sin(yaw) * np.cos(pitch), np.sin(pitch), np.cos(yaw) * np.cos(pitch)])
        return np.stack([right, np.cross(towards, right), towards])

    def project(self, points_cm: Floats) -> Floats:
        """(n, 2) picture pixels of world points (n, 3)."""
        across, up, _ = self.seen_from(points_cm).T
        width, height = self.size
        return np.stack([width / 2 + across * self.px_per_cm, height / 2 - up * self.px_per_cm], axis=1)

    def depth(self, points_cm: Floats) -> Floats:
        """(n,) cm from the camera's centre towards the camera."""
        return np.asarray(self.seen_from(points_cm)[:, 2])

    def seen_from(self, points_cm: Floats) -> Floats:
        """(n, 3) cm from the camera's centre: right, up, towards the camera."""
        return np.asarray((points_cm - np.array(self.centre_cm)) @ self.axes.T)

    def draw(self, body: Body, values: NDArray[np.float32], scale: float = 1) -> Layer:
        """The body's nearest surface at `scale` pixels to a picture pixel; `values` (n, k) per vertex carried along."""
        points = np.column_stack([self.project(body.vertices_cm) * scale, self.depth(body.vertices_cm)])
        return rasterise(points, body.triangles, values, self.pixels(scale))

    def pixels(self, scale: float) -> tuple[int, int]:
        return round(self.size[0] * scale), round(self.size[1] * scale)

    def alpha(self, depth: NDArray[np.float32], scale: float = 1) -> NDArray[np.float32]:
        """(h, w) how solid the picture is at `scale`, `depth` (h, w) in cm; the body's outline is not cut here."""
        width, height = self.pixels(scale)
        across = ((np.arange(width) + 0.5) / scale - self.size[0] / 2) / self.px_per_cm
        up = (self.size[1] / 2 - (np.arange(height) + 0.5) / scale) / self.px_per_cm
        return self._alpha(across[None, :], up[:, None], depth)

    def solidity(self, body: Body, depth: NDArray[np.float32], scale: float = 1) -> NDArray[np.float32]:
        """Like `alpha`; another build fades out no later than where the same skin of the neutral body does."""
        alpha = self.alpha(depth, scale)
        if body.origin is None:
            return alpha
        places = self.seen_from(body.origin.vertices_cm).astype(np.float32)
        across, up, below = np.moveaxis(self.draw(body, places, scale).values, -1, 0)
        return np.minimum(alpha, self._alpha(across, up, below))

    def _alpha(self, across: AnyFloats, up: AnyFloats, depth: NDArray[np.float32]) -> NDArray[np.float32]:
        alpha = np.ones(depth.shape) if self.lost_cm is None else smoothstep(depth, *self.lost_cm)
        for fade in self.fades:
            alpha *= fade.alpha(across, up)
        return alpha.astype(np.float32)


def smoothstep(x: AnyFloats, low: float, high: float) -> Floats:
    t = np.clip((x - low) / (high - low), 0, 1)
    return np.asarray(t * t * (3 - 2 * t))


_SIDE = (Fade(15.6, 19.0, centre=(0, 0.5)),)
_ABOVE = (Fade(12.9, 15.8, above=15.8, power=3),)
_CHEST = (Fade(20.7, 16.5, above=23.5, centre=(0, -2.5), power=2.1, solid=0.66),)
_BACK = (Fade(29.4, 35.6, above=35.6, power=3.5, solid=0.78),)

VIEWS: dict[str, View] = {
    view.name: view
    for view in (  # in the order of the rail
        View(
            "head_back",
            (1100, 1100),
            23.0,
            180,
            (0.0, 68.7, 0.0),
            (Fade(23.7, 22, centre=(0, -1), power=3.6, solid=0.84),),
        ),
        View("head_left", (900, 1100), 28.0, 90, (0.0, 73.5, 4.0), _SIDE),
        View("head_right", (900, 1100), 28.0, -90, (0.0, 73.5, 4.0), _SIDE),
        View("head_top", (900, 1100), 34.0, 180, (0.0, 80.0, 4.0), _ABOVE, pitch=90, lost_cm=(-17.0, -8.0)),
        View("face", (900, 1100), 31.0, 0, (0.0, 75.3, 0.0), (Fade(14.4, 17.4),)),
        View("throat_chest", (1100, 1100), 26.5, 0, (0.0, 60.0, 0.0), _CHEST),
        View(
            "neck_shoulders",
            (1100, 1100),
            19.0,
            180,
            (0.0, 64.0, 0.0),
            (Fade(28.6, 27.6, power=3.2, solid=0.8),),
        ),
        View("whole_back", (900, 1100), 15.2, 180, (0.0, 36.0, 0.0), _BACK),
    )
}

BESIDE = {"hand": ((760, 560), 17.0)}
"""Views that are drawn but stand in no rail: size and pixels a cm of their 1x pictures (`hand_view`)."""
