"""Writes hand sprites small: soft shadows cost more bytes than the hand unless their alpha is made coarse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import ArrayLike, NDArray

    from tools.atlas.mesh import Floats
    from tools.atlas.raster import Singles

    Bytes = NDArray[np.uint8]

QUALITY, METHOD = 70, 4  # more effort takes ten times as long for a few bytes
ALPHA_QUALITY = 75  # the least at which no steps are seen in a shadow: a seventh less than with all levels
BLOCK, STEP = 4, 8  # pixels and levels of alpha that a soft gradient may be rounded to unseen
SOFT = 24  # a block whose alpha differs by less is part of a gradient, not of an outline


def write_sprite(picture: Singles, path: Path) -> None:
    """Write (h, w, 4) straight alpha, 0 to 1; lossy colour, exact outlines, coarse shadow."""
    pixels = _bytes(picture)
    pixels[..., 3] = coarse_alpha(pixels[..., 3])
    empty = pixels[..., 3] == 0
    pixels[empty, :3] = pixels[pixels[..., 3] == 255, :3].mean(axis=0)  # black would bleed into the outline
    Image.fromarray(pixels).save(path, quality=QUALITY, alpha_quality=ALPHA_QUALITY, method=METHOD)


def write_mask(mask: Floats, path: Path) -> None:
    """Write a mask (h, w), 0 to 1, as the alpha of a white picture."""
    pixels = np.full((*mask.shape, 4), 255, np.uint8)
    pixels[..., 3] = _bytes(mask) // 16 * 17
    Image.fromarray(pixels).save(path, quality=50, alpha_quality=100, method=METHOD)


def coarse_alpha(alpha: Bytes) -> Bytes:
    """Alpha (h, w), multiples of BLOCK, its gradients rounded to blocks and steps; outlines and solids stay exact."""
    height, width = alpha.shape
    blocks = alpha.reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK).astype(float)
    soft = np.ptp(blocks, axis=(1, 3)) < SOFT
    mean = np.round(blocks.mean(axis=(1, 3)) / STEP) * STEP
    spread = np.repeat(np.repeat(np.where(soft, mean, np.nan), BLOCK, axis=0), BLOCK, axis=1)
    return np.where(np.isnan(spread) | (alpha == 255), alpha, np.clip(np.nan_to_num(spread), 0, 255)).astype(np.uint8)


def _bytes(values: ArrayLike) -> Bytes:
    return np.asarray(np.clip(values, 0, 1) * 255 + 0.5, np.uint8)
