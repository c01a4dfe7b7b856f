"""Surface maps: where the skin lies and how it faces, on a coarse grid of picture points."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
import scipy.ndimage as ndi

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.mesh import Mask
    from tools.atlas.raster import Singles

STEP = 4  # picture pixels
COARSE_STEP = 8  # of the further builds
UNIT_CM = 0.02
RIM = 2  # samples
NO_BODY = -32768
HEADER = "<4sHHHHff"
SAMPLE = np.dtype([("depth", "<i2"), ("x", "i1"), ("y", "i1")])


def pack(depth: Singles, normals: Singles, body: Mask, step: int) -> bytes:
    """The map as the format says: `depth` (r, c) in cm, `normals` (r, c, 2) in picture axes, `body` (r, c) mask, with a
    sample every `step` picture pixels.

    The skin is carried RIM samples past its outline, so that a stroke along the rim finds skin under it.
    """
    distance, nearest = ndi.distance_transform_edt(~body, return_indices=True)
    depth, normals, body = depth[tuple(nearest)], normals[tuple(nearest)], distance <= RIM
    samples: NDArray[np.void] = np.zeros(depth.shape, SAMPLE)
    samples["depth"] = np.where(body, np.round(depth / UNIT_CM), NO_BODY)
    for axis, name in enumerate("xy"):
        samples[name] = np.where(body, np.round(normals[..., axis] * 127), 0)
    rows, columns = depth.shape
    header = struct.pack(HEADER, b"USM1", columns, rows, step, 0, UNIT_CM, 0.0)
    return zlib.compress(header + samples.tobytes(), 9)
