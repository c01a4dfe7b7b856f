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
    depth, drawn = _draw(np.ascontiguousarray(points), triangles, np.ascontiguousarray(values), size[0], size[1])
    return Layer(depth, drawn, depth > EMPTY)


@nb.njit(cache=True, inline="always")
def _weights(points, a, b, c, x, y):  # type: ignore[no-untyped-def]
    """Barycentric weights of the pixel (x, y)."""
    area = (points[b, 0] - points[a, 0]) * (points[c, 1] - points[a, 1]) - (points[c, 0] - points[a, 0]) * (
        points[b, 1] - points[a, 1]
    )
    first = ((points[b, 0] - x) * (points[c, 1] - y) - (points[c, 0] - x) * (points[b, 1] - y)) / area
    second = ((points[c, 0] - x) * (points[a, 1] - y) - (points[a, 0] - x) * (points[c, 1] - y)) / area
    return first, second, 1 - first - second


@nb.njit(cache=True, inline="always")
def _span(first, second, third, limit):  # type: ignore[no-untyped-def]
    """Pixels whose centres lie between the least and the greatest of three coordinates."""
    low = max(0, int(np.ceil(min(first, second, third) - 0.5)))
    high = min(limit - 1, int(np.floor(max(first, second, third) - 0.5)))
    return low, high


@nb.njit(cache=True)
def _draw(points, triangles, values, width, height):  # type: ignore[no-untyped-def]
    count = values.shape[1]
    depth = np.full((height, width), EMPTY, np.float32)
    drawn = np.zeros((height, width, count), np.float32)
    for t in range(triangles.shape[0]):
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        turn = (points[b, 0] - points[a, 0]) * (points[c, 1] - points[a, 1]) - (points[c, 0] - points[a, 0]) * (
            points[b, 1] - points[a, 1]
        )
        if turn >= 0:  # seen from behind
            continue
        left, right = _span(points[a, 0], points[b, 0], points[c, 0], width)
        top, bottom = _span(points[a, 1], points[b, 1], points[c, 1], height)
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                u, v, w = _weights(points, a, b, c, x + 0.5, y + 0.5)
                if u < -1e-6 or v < -1e-6 or w < -1e-6:
                    continue
                z = u * points[a, 2] + v * points[b, 2] + w * points[c, 2]
                if z > depth[y, x]:
                    depth[y, x] = z
                    for k in range(count):
                        drawn[y, x, k] = u * values[a, k] + v * values[b, k] + w * values[c, k]
    return depth, drawn


@nb.njit(cache=True)
def depth_map(points, triangles, width, height):  # type: ignore[no-untyped-def]
    """(height, width) depth of the nearest face, whichever way it looks; for shadows."""
    depth = np.full((height, width), EMPTY, np.float32)
    for t in range(triangles.shape[0]):
        a, b, c = triangles[t, 0], triangles[t, 1], triangles[t, 2]
        turn = (points[b, 0] - points[a, 0]) * (points[c, 1] - points[a, 1]) - (points[c, 0] - points[a, 0]) * (
            points[b, 1] - points[a, 1]
        )
        if turn == 0:
            continue
        left, right = _span(points[a, 0], points[b, 0], points[c, 0], width)
        top, bottom = _span(points[a, 1], points[b, 1], points[c, 1], height)
        for y in range(top, bottom + 1):
            for x in range(left, right + 1):
                u, v, w = _weights(points, a, b, c, x + 0.5, y + 0.5)
                if u >= 0 and v >= 0 and w >= 0:
                    z = u * points[a, 2] + v * points[b, 2] + w * points[c, 2]
                    depth[y, x] = max(depth[y, x], z)
    return depth
