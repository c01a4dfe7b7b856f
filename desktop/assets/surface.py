"""The surface map of a view: from a pixel to the skin under it, without numpy so that the start stays quick."""

from __future__ import annotations

import math
import struct
import zlib
from pathlib import Path

from desktop.assets.files import CatalogError
from desktop.domain.chart import SurfacePoint

_HEADER = struct.Struct("<4sHHHHff")
_SAMPLE = struct.Struct("<hbb")
_PAIR = struct.Struct("<hbbhbb")
_NO_BODY = -32768


class SurfaceMap:
    """Depth and normals on a grid; between samples they are interpolated. Raises CatalogError for a broken file."""

    def __init__(self, path: Path, px_per_cm: float) -> None:
        self._data = zlib.decompress(path.read_bytes())
        magic, self._columns, self._rows, self._step, _, self._scale, _ = _HEADER.unpack_from(self._data)
        if magic != b"USM1" or len(self._data) != _HEADER.size + self._columns * self._rows * _SAMPLE.size:
            raise CatalogError(path.name, "", "is not a whole surface map")
        self._px_per_cm = px_per_cm

    def at(self, x: float, y: float) -> SurfacePoint | None:
        """The skin at a picture pixel, None beside the body."""
        column, row = x / self._step, y / self._step
        left, top = int(column), int(row)
        if not (0 <= column < self._columns - 1 and 0 <= row < self._rows - 1):
            return None
        corners = self._corners(left, top)
        u, v = column - left, row - top
        if corners[2 * round(v) + round(u)][0] == _NO_BODY:
            return None
        return self._blended(x, y, corners, ((1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v))

    def _corners(self, column: int, row: int) -> tuple[tuple[int, int, int], ...]:
        """The four samples round a place: upper left, upper right, lower left, lower right."""
        upper = _HEADER.size + (row * self._columns + column) * _SAMPLE.size
        lower = upper + self._columns * _SAMPLE.size
        a, b, c, d, e, f = _PAIR.unpack_from(self._data, upper)
        g, h, i, j, k, m = _PAIR.unpack_from(self._data, lower)
        return (a, b, c), (d, e, f), (g, h, i), (j, k, m)

    def _blended(
        self, x: float, y: float, corners: tuple[tuple[int, int, int], ...], weights: tuple[float, ...]
    ) -> SurfacePoint:
        depth = nx = ny = total = 0.0
        for (corner_depth, corner_nx, corner_ny), weight in zip(corners, weights, strict=True):
            if corner_depth != _NO_BODY:
                depth += weight * corner_depth
                nx += weight * corner_nx
                ny += weight * corner_ny
                total += weight
        depth, nx, ny = depth / total, nx / (127 * total), ny / (127 * total)
        nz = math.sqrt(max(0.0, 1 - nx * nx - ny * ny))
        return SurfacePoint(x / self._px_per_cm, y / self._px_per_cm, depth * self._scale, nx, ny, nz)
