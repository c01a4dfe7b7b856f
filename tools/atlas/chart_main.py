"""Makes the charts of all views: outlines, zones, landmarks, label points and surface maps."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from tools.atlas.chart_depth import COARSE_STEP, STEP, pack
from tools.atlas.chart_label import label_points
from tools.atlas.chart_marks import carried, landmarks, marks
from tools.atlas.chart_outline import outlines
from tools.atlas.chart_shapes import ZONES, labels, load_regions, sides
from tools.atlas.chart_space import Skin
from tools.atlas.views import VIEWS, View

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tools.atlas.body import Body
    from tools.atlas.mesh import Floats, Mask
    from tools.atlas.raster import Singles

SCALE = 2  # drawn pixels to a picture pixel
SOLID = 0.4  # where the picture is fainter than this, no outline goes
FAINT = 0.1  # from here on something is drawn
SIDES = ("left", "right", "middle")


@dataclass(frozen=True)
class Drawn:
    """What a view shows, at `SCALE`: `points` and `normals` (h, w, 3) in the world.

    `alpha` (h, w): how solid the picture is there, 0 beside the body. `authored` (h, w, 6): points and normals of the
    same skin on the neutral body, on which regions are authored.
    """

    points: Floats
    normals: Floats
    alpha: Singles
    authored: Floats


def run(body: Body, out: Path, names: Iterable[str] = tuple(VIEWS)) -> None:
    """Write `views/*.json` and `surface/*.bin` below `out`."""
    for folder in ("views", "surface"):
        (out / folder).mkdir(parents=True, exist_ok=True)
    whole = Skin(body.neutral.vertices_cm, body.neutral.normals)
    placed = carried(landmarks(whole), body)
    step = COARSE_STEP if body.origin else STEP
    for name in names:
        view = VIEWS[name]
        drawn = draw(view, body)
        text = json.dumps(chart(view, drawn, whole, placed), separators=(",", ":"))
        (out / "views" / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        (out / "surface" / f"{name}.bin").write_bytes(surface(view, drawn, step))


def draw(view: View, body: Body) -> Drawn:
    """The skin that the view shows."""
    bodies = (body, body.origin) if body.origin else (body,)
    values = np.hstack([part for b in bodies for part in (b.vertices_cm, b.normals)]).astype(np.float32)
    layer = view.draw(body, values, SCALE)
    drawn = layer.values.astype(np.float64)
    for column in range(3, drawn.shape[-1], 6):
        length = np.linalg.norm(drawn[..., column : column + 3], axis=-1, keepdims=True)
        drawn[..., column : column + 3] /= np.maximum(length, 1e-6)
    alpha = view.solidity(body, layer.depth, SCALE) * layer.covered
    return Drawn(drawn[..., :3], drawn[..., 3:6], alpha, drawn[..., -6:])


def chart(view: View, drawn: Drawn, whole: Skin, placed: dict[str, dict[str, Floats]]) -> dict[str, Any]:
    """The chart of one view, ready for JSON."""
    shown = drawn.alpha > SOLID
    seen = Skin(drawn.points[shown], drawn.normals[shown])
    entries = traced(shown, Skin(drawn.authored[shown, :3], drawn.authored[shown, 3:]), whole)
    return {
        "view": view.name,
        "size": view.size,
        "px_per_cm": view.px_per_cm,
        "camera": {"yaw": view.yaw, "pitch": view.pitch, "centre_cm": view.centre_cm},
        "labels": label_points(view, drawn.alpha > FAINT, SCALE),
        "regions": [entry for entry in entries if "region" in entry],
        "zones": [entry for entry in entries if "zone" in entry],
        "landmarks": marks(view, seen, placed),
    }


def traced(shown: Mask, seen: Skin, whole: Skin) -> list[dict[str, Any]]:
    """Outlines of all regions and zones on the skin `seen`, the pixels of `shown` (h, w), in order of priority."""
    picture = np.zeros(shown.shape, np.int16)
    picture[shown] = sides(seen.points, labels(seen, whole))
    entries = []
    for number, found in outlines(picture, shown, SCALE).items():
        slug = load_regions()[(number - 1) // 3].slug
        kind = "zone" if slug in ZONES else "region"
        entries.append({kind: slug, "side": SIDES[(number - 1) % 3], "path": found.path, "anchor": found.anchor})
    return entries


def surface(view: View, drawn: Drawn, step: int = STEP) -> bytes:
    """The surface map: every `step` picture pixels, the skin at that point."""
    fine = step * SCALE
    body = drawn.alpha[::fine, ::fine] > FAINT
    depth = view.depth(drawn.points[::fine, ::fine].reshape(-1, 3)).reshape(body.shape)
    across, up, _ = np.moveaxis(drawn.normals[::fine, ::fine] @ view.axes.T, -1, 0)
    return pack(depth.astype(np.float32), np.stack([across, -up], axis=-1).astype(np.float32), body, step)
