"""What lies between two frames of a move: the nearer one, its skin carried along to the exact moment.

Imports numpy, so it is itself imported only when a move is first shown."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float32]
    Picture = NDArray[np.uint32]
    Places = NDArray[np.int64]

ACROSS: Final = 8
DOWN: Final = 4
"""Device pixels across and down that are carried as one: within them the skin moves alike by less than half a pixel."""
CHANGE: Final = (0.35, 0.65)
"""From one frame to the next the blocks change over, patch by patch, between these shares of the way: both frames then
show the skin in one place, and nothing needs to be blended."""
_PATCHES: Final = 4
"""Of them lie across and down."""
_HEADER = struct.Struct("<4sHHHHf")
_PIXEL_BYTES = 4


class FlowFile:
    """How far the skin goes from each frame to the next, at the corners of square cells (docs/atlas-format.md).

    `moved` (frames - 1, 2, rows, columns): picture pixels across and down; `cell` picture pixels."""

    def __init__(self, file: Path) -> None:
        """Raises OSError or ValueError for a file that cannot be read."""
        block = zlib.decompress(file.read_bytes())
        magic, count, rows, columns, self.cell, unit = _HEADER.unpack_from(block)
        if magic != b"UMF1":
            raise ValueError(f"{file} is no flow of a move")
        units = np.frombuffer(block, np.int8, offset=_HEADER.size).reshape(count, 2, rows, columns)
        self.moved: Numbers = units.astype(np.float32) * np.float32(unit)


class Warp:
    """Frames of a move at one size, some of them kept, and any moment between two that follow each other.

    Lengths in device pixels. `area` is what is drawn; `source` holds it and is what the kept frames show; `corner` and
    `scale` say where the move's crop lies: its upper left corner, and device pixels a picture pixel. Of a `mirrored`
    move, shown turned left to right, it is the upper right corner, from which the flow then runs to the left."""

    def __init__(
        self,
        flow: FlowFile,
        area: QRect,
        source: QRect,
        corner: tuple[float, float],
        scale: float,
        places: int,
        mirrored: bool = False,
    ) -> None:
        """`places`: how many frames are kept at once, at least two."""
        self._flow, self._scale, self._cell = flow, scale, flow.cell * scale
        columns = min(-(-area.width() // ACROSS), (source.right() + 1 - area.left()) // ACROSS)
        rows = min(-(-area.height() // DOWN), (source.bottom() + 1 - area.top()) // DOWN)
        self.area = QRect(area.topLeft(), QSize(columns * ACROSS, rows * DOWN))
        self.source = source
        self._frames = np.zeros((places, source.height(), source.width()), np.uint32)
        self._runs = _runs(self._frames)
        self._slots: dict[int, int] = {}
        left, top = area.x() - source.x(), area.y() - source.y()
        x, y = left + ACROSS * np.arange(columns), top + np.arange(rows * DOWN).reshape(rows, DOWN, 1)
        self._first = y * source.width() + x
        self._places = np.empty_like(self._first)
        self._bounds_across = _bounds(x, source.width() - ACROSS)
        self._bounds_down = _bounds(y[:, 0], source.height() - DOWN)
        corners_down, corners_across = flow.moved.shape[2:]
        self._onward = -1 if mirrored else 1
        start, size = self._onward * (area.x() - corner[0]), self._onward * ACROSS
        self._across = _weights(start, size, columns, self._cell, corners_across)
        self._down = _weights(area.y() - corner[1], DOWN, rows, self._cell, corners_down)
        self._changes_over = _changes_over(rows, columns)
        self._pair, self._carried = -1, (self._down, self._across)

    @property
    def places(self) -> int:
        return len(self._frames)

    @property
    def kept(self) -> frozenset[int]:
        return frozenset(self._slots)

    def keep(self, frame: int, picture: QImage, near: int) -> None:
        """Keeps a frame's `picture` (RGB32, of `source`'s size), in place of the one furthest from the frame `near`."""
        slot = len(self._slots)
        if slot == len(self._frames):
            slot = self._slots.pop(max(self._slots, key=lambda kept: abs(kept - near)))
        rows = np.frombuffer(picture.constBits(), np.uint32).reshape(picture.height(), -1)
        self._frames[slot] = rows[:, : picture.width()]
        self._slots[frame] = slot

    def between(self, before: int, share: float) -> Picture:
        """`area` at `share` of the way from the frame `before` to the next one, both kept: each block from one of them,
        fetched from where the skin that is there now lies in that frame."""
        across, down = self._flow_of(before)
        after = self._changes_over < share
        away = after - np.float32(share)
        x = np.clip(np.rint(away * across), *self._bounds_across).astype(np.int64)
        y = np.clip(np.rint(away * down), *self._bounds_down).astype(np.int64)
        _, height, width = self._frames.shape
        slot = np.where(after, self._slots[before + 1], self._slots[before])
        shift = (slot * height + y) * width + x
        np.add(self._first, shift[:, None, :], out=self._places)
        rows = self._runs[self._places]
        return np.asarray(rows.view(np.uint32)).reshape(self.area.height(), self.area.width())

    def _flow_of(self, before: int) -> tuple[Numbers, Numbers]:
        """(rows, columns) of blocks: device pixels across and down that the skin there goes to the next frame."""
        if before != self._pair:
            moved = self._flow.moved[before] * np.float32(self._scale)
            self._pair = before
            self._carried = (
                self._onward * (self._down @ moved[0] @ self._across.T),
                self._down @ moved[1] @ self._across.T,
            )
        return self._carried


def picture(pixels: Picture) -> QImage:
    """Shares the memory of `pixels` (RGB32): paint it while they live."""
    height, width = pixels.shape
    return QImage(pixels.data, width, height, width * _PIXEL_BYTES, QImage.Format.Format_RGB32)


def _runs(frames: Picture) -> NDArray[np.void]:
    """All runs of ACROSS pixels, one beginning at each pixel."""
    count = frames.size - ACROSS + 1
    return np.ndarray((count,), f"V{ACROSS * _PIXEL_BYTES}", frames.data, strides=(_PIXEL_BYTES,))


def _bounds(places: Places, last: int) -> tuple[Numbers, Numbers]:
    """How far each block may be fetched from, back and on."""
    return (-places).astype(np.float32), (last - places).astype(np.float32)


def _weights(start: float, size: float, blocks: int, cell: float, corners: int) -> Numbers:
    """(blocks, corners): how much each corner of the cells counts at the middle of each block."""
    middles = (start + size * (np.arange(blocks) + 0.5)) / cell
    away = np.abs(np.clip(middles, 0, corners - 1)[:, None] - np.arange(corners))
    return np.asarray(np.maximum(1 - away, 0), np.float32)


def _changes_over(rows: int, columns: int) -> Numbers:
    """(rows, columns): the share at which each block changes over to the next frame: in patches, so that next to each
    other blocks mostly come from the same one, and spread evenly over the time."""
    first, last = CHANGE
    corners = _PATCHES + 1
    coarse = np.random.default_rng(7).random((corners, corners), np.float32)
    down, across = (_weights(0, _PATCHES / count, count, 1.0, corners) for count in (rows, columns))
    smooth = down @ coarse @ across.T
    ranks = np.argsort(np.argsort(smooth, axis=None)).reshape(rows, columns)
    return np.asarray(first + (last - first) * ranks / ranks.size, np.float32)
