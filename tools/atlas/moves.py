"""The small moves of the head as frames: the neck really bent, drawn exactly like the still picture of the view."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.spatial import cKDTree

from tools.atlas.body import Body
from tools.atlas.chart_main import SOLID, draw
from tools.atlas.chart_marks import landmarks, marks
from tools.atlas.chart_space import Skin
from tools.atlas.mesh import keep_quads, normals
from tools.atlas.move_neck import Neck, load_neck
from tools.atlas.pack import image, shrunk
from tools.atlas.skin import draw_skin
from tools.atlas.source import open_source
from tools.atlas.views import VIEWS
from tools.atlas.visibility import visibility

if TYPE_CHECKING:
    from pathlib import Path

    from tools.atlas.chart_marks import Mark
    from tools.atlas.mesh import Floats
    from tools.atlas.raster import Singles

FORMAT = 1
LOWEST_CM = 36.0  # nothing below is in the picture or shades it
STILL_PX = 1.0  # a landmark that never goes further than this is not listed
ENDS = {"quality": 82, "alpha_quality": 90}  # rest and end are held for long ...
BETWEEN = {"quality": 68, "alpha_quality": 70}  # ... the others are seen for a fraction of a second


@dataclass(frozen=True)
class Move:
    """`degrees` of bending at the end, `shares` of it in the four joints from the root up, in `count` frames.

    `stretch`: how flat the nape is drawn at the end. Light and shadow are worked out at `keys` evenly spaced frames and
    blended between them.
    """

    view: str
    degrees: float
    shares: tuple[float, float, float, float]
    count: int
    stretch: float
    keys: int


MOVES = {
    "nod": Move("head_back", 8.0, (0.10, 0.15, 0.30, 0.45), 8, 0.10, 2),
    "chin_to_chest": Move("head_back", 38.0, (0.24, 0.26, 0.26, 0.24), 14, 0.55, 4),
}


def run(body: Body, out: Path) -> None:
    """Write `moves/*.webp` and `moves.json` below `out`."""
    (out / "moves").mkdir(parents=True, exist_ok=True)
    placed = landmarks(Skin(body.vertices_cm, body.normals))
    upper, used = keep_quads(body.mesh, body.vertices_cm[body.quads][:, :, 1].min(axis=1) > LOWEST_CM)
    whole = load_neck(open_source(), body.mesh)
    neck = Neck(upper, whole.weights[used], whole.pivots, whole.stretched[used])
    rest = Body(upper, body.normals[used], body.visibility[used])
    entries = {name: _render(name, move, rest, neck, placed, out / "moves") for name, move in MOVES.items()}
    text = json.dumps({"format": FORMAT, "moves": entries}, separators=(",", ":"))
    (out / "moves.json").write_text(text + "\n", encoding="utf-8")


def _render(
    name: str, move: Move, rest: Body, neck: Neck, placed: dict[str, dict[str, Floats]], folder: Path
) -> dict[str, Any]:
    """Entry of a move in `moves.json`; its pictures are written to the folder."""
    amounts = np.linspace(0, 1, move.count)
    light = _lights(move, rest, neck)
    files, marked = [], []
    for number, amount in enumerate(amounts):
        mesh = neck.bent(move.degrees * amount, move.shares, move.stretch * amount)
        body = Body(mesh, normals(mesh), _blended(light, amount)) if number else rest
        files.append(f"{name}_{number:02d}.webp")
        coding = ENDS if number in (0, move.count - 1) else BETWEEN
        _write(draw_skin(body, VIEWS[move.view]), folder / files[-1], coding)
        marked.append(_marks(move, body, rest, placed))
    return {
        "view": move.view,
        "frames": files,
        "amount": [round(float(a), 4) for a in amounts],
        "landmarks": _moving(marked),
    }


def _lights(move: Move, rest: Body, neck: Neck) -> list[Singles]:
    """Visibility (n, directions) 0 to 255 at the key frames, the first that of the still picture."""
    found = [rest.visibility.astype(np.float32)]
    for amount in np.linspace(0, 1, move.keys)[1:]:
        mesh = neck.bent(move.degrees * amount, move.shares, move.stretch * amount)
        found.append(visibility(mesh, normals(mesh)).astype(np.float32))
    return found


def _blended(keys: list[Singles], amount: float) -> Any:
    """Visibility (n, directions) uint8 between the key frames."""
    place = amount * (len(keys) - 1)
    before = min(int(place), len(keys) - 2)
    share = np.float32(place - before)
    return (keys[before] + share * (keys[before + 1] - keys[before]) + np.float32(0.5)).astype(np.uint8)


def _marks(move: Move, body: Body, rest: Body, placed: dict[str, dict[str, Floats]]) -> dict[str, dict[str, Mark]]:
    """Landmarks of a frame: each rides on the vertex it lay nearest to."""
    tree = cKDTree(rest.vertices_cm)
    moved = {
        name: {
            side: point + (body.vertices_cm - rest.vertices_cm)[tree.query(point)[1]] for side, point in by_side.items()
        }
        for name, by_side in placed.items()
    }
    view = VIEWS[move.view]
    drawn = draw(view, body)
    shown = drawn.alpha > SOLID
    return marks(view, Skin(drawn.points[shown], drawn.normals[shown]), moved)


def _moving(frames: list[dict[str, dict[str, Mark]]]) -> list[dict[str, dict[str, list[float]]]]:
    """Only the landmarks that the move carries along; paired and midline marks as in the view's chart."""
    first, last = frames[0], frames[-1]
    travelled = {
        name
        for name, sides in first.items()
        for side, (x, y, _) in sides.items()
        if side in last.get(name, {}) and np.hypot(last[name][side][0] - x, last[name][side][1] - y) > STILL_PX
    }
    return [
        {name: {s: list(m) for s, m in sides.items()} for name, sides in f.items() if name in travelled} for f in frames
    ]


def _write(picture: Singles, path: Path, coding: dict[str, int]) -> None:
    """The frame at 2x and, by the name given, at 1x."""
    sharp = image(picture)
    plain = shrunk(sharp, (sharp.width // 2, sharp.height // 2))
    sharp.save(path.with_stem(f"{path.stem}@2x"), "WEBP", method=6, **coding)
    plain.save(path, "WEBP", method=6, **coding)
