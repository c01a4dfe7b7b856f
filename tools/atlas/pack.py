"""Writes the finished pictures and `atlas.json`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from tools.atlas.views import BESIDE, VIEWS

if TYPE_CHECKING:
    from pathlib import Path

    from tools.atlas.raster import Singles
    from tools.atlas.views import View

    Quality = tuple[int, int]

QUALITY = (86, 90)  # of colours and of alpha
FURTHER_QUALITY = (76, 78)  # of a further build, which few people choose
THUMB, THUMB_FADE = 144, 14
# The square cut out for the rail: middle (x, y) and side as shares of the picture's width and height, and width.
THUMB_CROPS: dict[str, tuple[float, float, float]] = {
    "head_back": (0.5, 0.36, 0.66),
    "head_left": (0.49, 0.42, 0.96),
    "head_right": (0.51, 0.42, 0.96),
    "head_top": (0.5, 0.46, 0.96),
    "face": (0.5, 0.47, 0.92),
    "throat_chest": (0.5, 0.5, 0.84),
    "neck_shoulders": (0.5, 0.47, 0.92),
    "whole_back": (0.5, 0.47, 1.06),
    "hand": (0.5, 0.56, 0.66),
}


def image(picture: Singles) -> Image.Image:
    """An 8-bit image of (h, w, 4) straight alpha, 0 to 1."""
    return Image.fromarray((np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8))


def write_view(picture: Singles, folder: Path, name: str, quality: Quality = QUALITY, *, sharp: bool = True) -> None:
    """Write `NAME.webp` at half the size of a picture at 2x and, if `sharp`, `NAME@2x.webp`."""
    large = image(picture)
    if sharp:
        save(large, folder / f"{name}@2x.webp", quality)
    save(shrunk(large, (large.width // 2, large.height // 2)), folder / f"{name}.webp", quality)


def write_thumb(picture: Singles, folder: Path, view: View, scale: int) -> None:
    """Write the square of the picture (at `scale`) that stands for the view in the rail."""
    x, y, share = THUMB_CROPS[view.name]
    width, height = view.size[0] * scale, view.size[1] * scale
    half = share * width / 2
    left, top = round(x * width - half), round(y * height - half)
    side = round(2 * half)
    square = image(picture).crop((left, top, left + side, top + side))
    save(_soft_edged(shrunk(square, (THUMB, THUMB))), folder / f"{view.name}.webp")


def _soft_edged(picture: Image.Image) -> Image.Image:
    """The thumbnail with its lower and side edges fading out where the crop cuts the body."""
    ramp = np.clip((np.arange(THUMB) + 0.5) / THUMB_FADE, 0, 1)
    kept = np.minimum(ramp, ramp[::-1])[None, :] * ramp[::-1, None]
    red, green, blue, alpha = picture.split()
    faded = Image.fromarray((np.asarray(alpha) * kept).astype(np.uint8))
    return Image.merge("RGBA", (red, green, blue, faded))


def shrunk(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Resized with colours weighted by alpha, so that what is transparent leaves no rim."""
    return picture.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")


def save(picture: Image.Image, path: Path, quality: Quality = QUALITY) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    colours, alpha = quality
    picture.save(path, "WEBP", quality=colours, alpha_quality=alpha, method=6)


def write_index(out: Path) -> None:
    """Write `atlas.json`: size and scale of every view, in the order of the rail, then of those beside it."""
    views = {view.name: {"size": list(view.size), "px_per_cm": view.px_per_cm} for view in VIEWS.values()}
    beside = {name: {"size": list(size), "px_per_cm": px_per_cm} for name, (size, px_per_cm) in BESIDE.items()}
    text = json.dumps({"format": 1, "views": views, "beside": beside}, indent=1)
    (out / "atlas.json").write_text(text + "\n", encoding="utf-8")
