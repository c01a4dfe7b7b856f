"""Where a sprite touches the skin: a mask, an ellipse for each pad, and the point that follows a path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.hand_sprite import Canvas
    from tools.atlas.mesh import Floats

MASK_SCALE = 0.25


@dataclass(frozen=True)
class Touch:
    """What touches, in cm: `point` (3,) follows the path, `patches` are the points (k, 3) of each pad, `presses` those
    of the pads whose pressure is shown."""

    point: Floats
    patches: tuple[Floats, ...]
    presses: tuple[Floats, ...]


@dataclass(frozen=True)
class Contact:
    """`point` (2,) px; `patches` (x, y, rx, ry, degrees) px; `mask` (h, w) 0..1 of what presses, at `MASK_SCALE`."""

    point: Floats
    patches: list[tuple[float, float, float, float, float]]
    mask: Floats


def contact_of(touch: Touch, canvas: Canvas) -> Contact:
    """Contact of a sprite."""
    shown = [_mask(canvas.project(points)[:, :2], canvas.size) for points in touch.patches]
    pressing = [_mask(canvas.project(points)[:, :2], canvas.size) for points in touch.presses]
    point = canvas.project(touch.point[None])[0, :2]
    return Contact(point, [ellipse(mask) for mask in shown], np.clip(np.sum(pressing, axis=0), 0, 1))


def _mask(pixels: Floats, size: tuple[int, int]) -> Floats:
    """Soft mask of the touching points at a quarter of the size."""
    shape = (round(size[1] * MASK_SCALE), round(size[0] * MASK_SCALE))
    hit: NDArray[np.bool_] = np.zeros(shape, bool)
    column, row = (pixels * MASK_SCALE).astype(int).T
    hit[np.clip(row, 0, shape[0] - 1), np.clip(column, 0, shape[1] - 1)] = True
    closed = ndimage.binary_fill_holes(ndimage.binary_closing(np.pad(hit, 4), iterations=3))[4:-4, 4:-4]
    return np.asarray(ndimage.gaussian_filter(closed.astype(float), 0.8))


def ellipse(mask: Floats) -> tuple[float, float, float, float, float]:
    """Centre, half axes (sprite px) and direction of the long one (degrees clockwise from x), by the mask's moments."""
    row, column = np.nonzero(mask > 0.5)
    centre = (np.array([column.mean(), row.mean()]) + 0.5) / MASK_SCALE
    values, vectors = np.linalg.eigh(np.cov(np.stack([column, row])) + np.eye(2) * 0.1)
    short, long = 2 * np.sqrt(values) / MASK_SCALE
    angle = np.degrees(np.arctan2(vectors[1, 1], vectors[0, 1]))
    return (*(round(float(v), 1) for v in (*centre, long, short, angle)),)  # type: ignore[return-value]
