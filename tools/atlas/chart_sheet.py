"""Check pictures: each chart over its skin, named, with landmarks. `python -m tools.atlas.chart_sheet [views]`."""

from __future__ import annotations

import colorsys
import json
import re
import sys
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tools.atlas.source import CACHE, ROOT
from tools.atlas.views import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

BODY = ROOT / "desktop" / "assets" / "body"
SHEETS = CACHE / "charts"
FORBIDDEN = ("throat", "armpit", "spine_line", "kidney_zone", "eyeball", "ear_lobe_hollow")
STEPS = 8


def flattened(path: str) -> list[list[tuple[float, float]]]:
    """The closed pieces of a path of M, L, C, Z as polygons."""
    pieces: list[list[tuple[float, float]]] = []
    for letter, numbers in re.findall(r"([MLCZ])([^MLCZ]*)", path):
        pairs = np.array([float(n) for n in numbers.split()]).reshape(-1, 2)
        if letter == "M":
            pieces.append([tuple(pairs[0])])
        elif letter == "L":
            pieces[-1] += [tuple(pair) for pair in pairs]
        elif letter == "C":
            for a, b, end in pairs.reshape(-1, 3, 2):
                start, t = np.array(pieces[-1][-1]), np.linspace(0, 1, STEPS + 1)[1:, None]
                curve = (1 - t) ** 3 * start + 3 * (1 - t) ** 2 * t * a + 3 * (1 - t) * t**2 * b + t**3 * end
                pieces[-1] += [tuple(point) for point in curve]
    return pieces


def sheet(name: str, *, scale: int = 2) -> Image.Image:
    """Regions tinted and named over the skin, with landmarks (hollow where hidden)."""
    chart = json.loads((BODY / "views" / f"{name}.json").read_text(encoding="utf-8"))
    width, height = chart["size"]
    picture = Image.new("RGBA", (width * scale, height * scale), "#efe8df")
    skin = BODY / "skin" / f"{name}.webp"
    if skin.exists():
        layer = Image.open(skin).convert("RGBA").resize(picture.size)
        picture.alpha_composite(layer)
    for entry in [*chart["regions"], *chart["zones"]]:
        _tint(picture, entry, scale)
    _write(picture, chart, scale)
    return picture.convert("RGB")


def _tint(picture: Image.Image, entry: dict[str, Any], scale: int) -> None:
    slug = entry.get("region") or entry["zone"]
    hue = (sum(map(ord, slug)) * 0.381966) % 1
    red, green, blue = (int(255 * c) for c in colorsys.hsv_to_rgb(0 if slug in FORBIDDEN else hue, 0.6, 0.85))
    layer = Image.new("RGBA", picture.size)
    pen = ImageDraw.Draw(layer)
    for piece in flattened(entry["path"]):
        points = [(x * scale, y * scale) for x, y in piece]
        pen.polygon(points, fill=(red, green, blue, 90))
        pen.line([*points, points[0]], fill=(60, 40, 30, 255), width=scale)
    picture.alpha_composite(layer)


def _write(picture: Image.Image, chart: dict[str, Any], scale: int) -> None:
    pen = ImageDraw.Draw(picture)
    large, small = ImageFont.load_default(size=11 * scale), ImageFont.load_default(size=7 * scale)
    for entry in [*chart["regions"], *chart["zones"]]:
        x, y = entry["anchor"]
        pen.text((x * scale, y * scale), entry.get("region") or entry["zone"], "#101040", large, anchor="mm")
    for name, by_side in chart["landmarks"].items():
        for x, y, seen in by_side.values():
            pen.circle((x * scale, y * scale), 2.5 * scale, "#0a3cc8" if seen else None, "#0a3cc8")
            if seen:
                pen.text(((x + 5) * scale, y * scale), name, "#001a80", small, anchor="lm")
    for side, (x, y) in chart["labels"].items():
        pen.text((x * scale, y * scale), f"YOUR {side.upper()}", "#303030", large, anchor="mm")


def write_sheets(names: list[str], folder: Path = SHEETS) -> None:
    """Save the check pictures as PNG."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        sheet(name).save(folder / f"{name}.png")


if __name__ == "__main__":
    write_sheets(sys.argv[1:] or list(VIEWS))
