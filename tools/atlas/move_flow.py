"""How the skin goes from frame to frame in the picture: coarse, for the player to warp a frame by.

Along an outline the flow is the outline's own: the skin of a turning head slides round it out of sight, and the coarse
cells would take the outline along with it."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import distance_transform_edt, gaussian_filter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.atlas.body import Body
    from tools.atlas.mesh import Mask
    from tools.atlas.raster import Singles
    from tools.atlas.views import View

    Crop = tuple[int, int, int, int]

MAGIC = b"UMF1"
CELL = 12  # picture pixels between two samples
FINEST = 0.25  # picture pixels, the least that is told apart
REACHES = (0.6, 1.5, 4.0)  # cells over which the skin's flow is carried on beside the body, widening
RIM = 2.0  # picture pixels inside the outline that count as it
SLIDES = 8.0  # picture pixels by which skin may slide round an outline; more is a gap that opens
RIM_WEIGHT = 300  # how much more a pixel of the outline counts than one of the skin


def flow(view: View, between: Body, before: Body, after: Body, crop: Crop) -> Singles:
    """(rows, columns, 2) picture pixels from one frame to the next, at the corners of the crop's cells.

    Bodies as the camera sees them `before`, `after` and half-way `between`.
    """
    start, end = view.project(before.vertices_cm), view.project(after.vertices_cm)
    left, top, width, height = crop
    part = np.s_[top : top + height, left : left + width]
    layer = view.draw(between, (end - start).astype(np.float32))
    there = layer.covered[part]
    moved, weight = layer.values[part] * there[..., None], there.astype(np.float32)
    inside = _inside(there)
    rim = there & (inside < RIM)
    outwards = _outwards(inside)
    gained = _inside(_covered(view, after, part)) - _inside(_covered(view, before, part))
    sliding = (moved * outwards).sum(axis=-1)
    along_rim = moved + np.clip(gained - sliding, -SLIDES, SLIDES)[..., None] * outwards
    moved = np.where(rim[..., None], along_rim, moved)
    weight = np.where(rim, np.float32(RIM_WEIGHT), weight)
    field = _carried_on(moved, weight) * view.alpha(layer.depth)[part][..., None]  # what fades out stays where it is
    rows, columns = (np.minimum(CELL * np.arange(n // CELL + 1), n - 1) for n in (height, width))
    return np.asarray(field[np.ix_(rows, columns)])


def _covered(view: View, body: Body, part: tuple[slice, slice]) -> Mask:
    return view.draw(body, np.zeros((len(body.normals), 0), np.float32)).covered[part]


def _inside(there: Mask) -> Singles:
    """How far each pixel lies inside the outline, negative outside it."""
    if there.all() or not there.any():
        return np.full(there.shape, np.float32(1e4 if there.all() else -1e4))
    return np.asarray(distance_transform_edt(there) - distance_transform_edt(~there), np.float32)


def _outwards(inside: Singles) -> Singles:
    """(h, w, 2) unit vectors away from the body: right, down."""
    down, across = np.gradient(gaussian_filter(inside, 1.5))
    away = -np.stack([across, down], axis=-1)
    return np.asarray(away / np.maximum(np.linalg.norm(away, axis=-1, keepdims=True), 1e-6))


def _carried_on(moved: Singles, weight: Singles) -> Singles:
    """The flow averaged over about a cell, and carried on where there is none."""
    field, known = np.zeros_like(moved), np.zeros((*weight.shape, 1), np.float32)
    for reach in REACHES:
        sigma = reach * CELL
        share = gaussian_filter(weight, sigma)[..., None]
        mean = gaussian_filter(moved * weight[..., None], (sigma, sigma, 0)) / np.maximum(share, 1e-4)
        gained = np.clip(4 * share, 0, 1) * (1 - known)
        field, known = field + gained * mean, known + gained
    return field


def pack(flows: Sequence[Singles]) -> bytes:
    """The flows of a move, one between each two frames that follow each other."""
    unit = max(float(np.abs(np.stack(flows)).max()) / 127, FINEST)
    units = np.moveaxis(np.round(np.stack(flows) / unit), -1, 1).astype(np.int8)
    count, _, rows, columns = units.shape
    header = struct.pack("<4sHHHHf", MAGIC, count, rows, columns, CELL, unit)
    return zlib.compress(header + np.ascontiguousarray(units).tobytes(), 9)
