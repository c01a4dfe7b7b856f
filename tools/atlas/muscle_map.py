"""What a region's muscles are lifted out by: a map of the muscle at every place, and outlines of those beneath."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from skimage.measure import approximate_polygon, find_contours

from tools.atlas.muscle_charts import COLUMNS, Spots
from tools.atlas.muscle_paint import paint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats, Mask
    from tools.atlas.muscle import Bared
    from tools.atlas.muscle_field import MuscleField
    from tools.atlas.raster import Layer, Singles
    from tools.atlas.views import View

    Numbers = NDArray[np.uint8]

STEP = 2  # picture pixels between samples of the map
LEAST_SHOWN = 0.02  # opacity of the picture from which a muscle counts as shown
LEAST_SPECK = 40  # samples inside, and steps around: less of a deep muscle is not shown
ROUGHNESS = 0.35  # samples by which an outline may be simplified
SIDES = ("left", "right")


def write_map(bared: Bared, view: View, folder: Path) -> None:
    """Write `VIEW.png`, the number of the muscle at each sample, and `VIEW.json`, their names and the deep muscles."""
    layer = view.draw(bared.body, bared.spots.columns(), 1 / STEP)
    shown = layer.covered & (view.solidity(bared.body, layer.depth, 1 / STEP) > LEAST_SHOWN)
    names = [field.muscle.name for field in bared.fields]
    numbers = np.zeros(shown.shape, np.uint8)
    numbers[shown] = muscle_numbers(bared.fields, layer.values[shown])
    _write_numbers(numbers, folder / f"{view.name}.png")
    present = {int(number) for number in np.unique(numbers) if number}
    text = {
        "step": STEP,
        "muscles": {f"{names[(n - 1) // 2]}.{SIDES[(n - 1) % 2]}": n for n in sorted(present)},
        "beneath": [
            {"muscle": field.muscle.name, "side": side, "path": path}
            for field in bared.deep
            for side, path in _outlines(field, layer, shown)
        ],
    }
    (folder / f"{view.name}.json").write_text(json.dumps(text, separators=(",", ":")) + "\n", encoding="utf-8")


def muscle_numbers(fields: Sequence[MuscleField], columns: Singles) -> Numbers:
    """(n,) 0 for bare skin, else 1 + twice the muscle's place in the order + 1 on the person's right side."""
    spots = Spots.from_columns(columns[:, -COLUMNS:])
    top = paint(fields, spots).number.astype(int)
    bare = np.array([field.muscle.kind in ("skin", "lip") for field in fields])
    names = [field.muscle.name for field in fields]
    whole = np.array([names.index(field.muscle.part_of or field.muscle.name) for field in fields])
    number = 1 + 2 * whole[top] + (spots.points[:, 0] < 0)
    return np.where((top < 0) | bare[top], 0, number).astype(np.uint8)


def _outlines(field: MuscleField, layer: Layer, shown: Mask) -> Iterator[tuple[str, str]]:
    """The side and the path, in picture pixels, of each part of a deep muscle that lies below what is shown."""
    spots = Spots.from_columns(layer.values[shown])
    depth = field.depth(spots)
    for side in SIDES:
        inside = np.full(shown.shape, -1.0)
        inside[shown] = np.where((spots.points[:, 0] < 0) == (side == "right"), depth, -1)
        if (inside > 0).sum() < LEAST_SPECK:
            continue
        rings = (ring for ring in find_contours(np.pad(inside, 1, constant_values=-1), 0) if len(ring) > LEAST_SPECK)
        yield side, "".join(_path((approximate_polygon(ring, ROUGHNESS) - 0.5) * STEP) for ring in rings)


def _path(ring: Floats) -> str:
    """A closed SVG path of (k, 2) rows and columns in picture pixels."""
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for y, x in ring[:-1]) + "Z"


def _write_numbers(numbers: Numbers, path: Path) -> None:
    picture = Image.fromarray(numbers).convert("P")
    picture.putpalette([grey for grey in range(256) for _ in range(3)])
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, optimize=True)
