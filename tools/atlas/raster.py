"""Software z-buffer: triangles to pixels, with any per-vertex values carried along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numba as nb
import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Singles = NDArray[np.float32]

EMPTY = np.float32(-1e9)


@dataclass(frozen=True)
class Layer:
    """`depth` (h, w) towards the viewer, EMPTY where nothing is; `values` (h, w, k); `covered` (h, w) bool."""

    depth: Singles
    values: Singles
    covered: NDArray[np.bool_]


def rasterise(
    points: NDArray[np.float64], triangles: NDArray[np.int32], values: Singles, size: tuple[int, int]
) -> Layer:
    """Draw the nearest front faces.

    `points` (n, 3): x right and y down in pixels, depth towards the viewer. `values` (n, k). `size` (width, height).
    """
    depth, drawn = _draw(np.ascontiguousarray(points), triangles, np.ascontiguousarray(values), *size, False)
    return Layer(depth, drawn, depth > EMPTY)


def depth_map(points: NDArray[np.float64], triangles: NDArray[np.int32], width: int, height: int) -> Singles:
    """(`height`, `width`) depth of the nearest face, whichever way it looks; for shadows."""
    nothing = np.zeros((len(points), 0), np.float32)
    depth: Singles = _draw(np.ascontiguousarray(points), triangles, nothing, width, height, True)[0]
    return depth


@nb.njit(cache=True, inline="always")
def _turn(ax, ay, bx, by, cx, cy):  # type: ignore[no-untyped-def]
    """Twice the signed area of the triangle a, b, c."""
    return (bx - ax) * (cy - ay) - (cx - ax) * (by - ay)


@nb.njit(cache=True, inline="always")
def _span(first, second, third, limit):  # type: ignore[no-untyped-def]
    """Pixels whose centres lie between the least and the greatest of three coordinates."""
    low = max(0, int(np.ceil(min(first, second, third) - 0.5)))
    high = min(limit - 1, int(np.floor(max(first, second, third) - 0.5)))
    return low, high


@nb.njit(cache=True)
def _draw(points, triangles, values, width, height, both_sides):  # type: ignore[no-untyped-def]
    count = values.shape[1]
    depth = np.full((height, width), EMPTY, np.float32)
    drawn = np.zeros((height, width, count), np.float32)
    edge = 0.0 if both_sides else -1e-6  # a hair of overlap leaves no seam between neighbours
    for a, b, c in triangles:
        ax, ay, az = points[a]
        bx, by, bz = points[b]
        cx, cy, cz = points[c]
        area = _turn(ax, ay, bx, by, cx, cy)
        if area == 0 or (area > 0 and not both_sides):  # y runs down: what turns this way is seen from behind
            continue
        left, right = _span(ax, bx, cx, width)
        top, bottom = _span(ay, by, cy, height)
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                u = _turn(x + 0.5, y + 0.5, bx, by, cx, cy) / area
                v = _turn(x + 0.5, y + 0.5, cx, cy, ax, ay) / area
                w = 1 - u - v
                if u < edge or v < edge or w < edge:
                    continue
                z = u * az + v * bz + w * cz
                if z > depth[y, x]:
                    depth[y, x] = z
                    for k in range(count):
                        drawn[y, x, k] = u * values[a, k] + v * values[b, k] + w * values[c, k]
    return depth, drawn
