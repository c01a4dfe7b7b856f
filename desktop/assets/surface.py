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
        left, top = math.floor(column), math.floor(row)
        if self._sample(round(column), round(row)) is None:
            return None
        weighed = [
            (sample, (1 - abs(column - c)) * (1 - abs(row - r)))
            for c in (left, left + 1)
            for r in (top, top + 1)
            if (sample := self._sample(c, r)) is not None
        ]
        total = sum(weight for _, weight in weighed) or 1.0
        depth, nx, ny = (sum(sample[i] * weight for sample, weight in weighed) / total for i in range(3))
        nx, ny = nx / 127, ny / 127
        nz = math.sqrt(max(0.0, 1 - nx * nx - ny * ny))
        return SurfacePoint(x / self._px_per_cm, y / self._px_per_cm, depth * self._scale, nx, ny, nz)

    def _sample(self, column: int, row: int) -> tuple[int, int, int] | None:
        if not (0 <= column < self._columns and 0 <= row < self._rows):
            return None
        depth, nx, ny = _SAMPLE.unpack_from(self._data, _HEADER.size + (row * self._columns + column) * _SAMPLE.size)
        return None if depth == _NO_BODY else (depth, nx, ny)
