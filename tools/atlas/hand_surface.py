"""The skin a hand lies on: a ball (head), a roller (neck) or a plane, below the hand, the viewer above (+z)."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Surface:
    """`top` is its highest point (3,), cm; `radius` in cm; `axes` are the directions in which it is curved (x, y)."""

    top: tuple[float, float, float]
    radius: float
    axes: tuple[bool, bool] = (True, True)

    def _from_centre(self, points: Array) -> Array:
        offset = points - np.array(self.top) + [0.0, 0.0, self.radius]
        return np.asarray(offset * [*self.axes, True])

    def height(self, points: Array) -> Array:
        """Distance (n,) of points (n, 3) above the skin, negative inside."""
        return np.asarray(np.linalg.norm(self._from_centre(points), axis=1) - self.radius)

    def depth_at(self, xy: Array) -> Array:
        """z (n,) of the skin at (n, 2); beyond the horizon it falls off steeply but smoothly."""
        offset = (xy - np.array(self.top[:2])) * np.array(self.axes)
        flat = np.minimum((offset**2).sum(1), (0.98 * self.radius) ** 2)
        return np.asarray(np.sqrt(self.radius**2 - flat) - self.radius + self.top[2])

    def openness(self, points: Array, directions: Array, leak: float) -> Array:
        """(n, directions) share of light that reaches points past the skin; `leak` is what the skin throws back."""
        p = self._from_centre(points).astype(np.float32)  # halves the time of a large product
        d = (directions * [*self.axes, True]).astype(np.float32)
        d_length = np.maximum(np.linalg.norm(d, axis=1), 1e-6)
        along = p @ (d / d_length[:, None]).T
        closest = np.sqrt(np.maximum((p**2).sum(1)[:, None] - along**2, 0))
        blocked = np.clip((self.radius - closest) / (0.04 * self.radius) + 0.5, 0, 1) * (along < 0)
        return np.asarray(1 - (1 - leak) * blocked)
