"""The moves of the body as frames: the mesh really posed, drawn exactly like the still picture of the view."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from tools.atlas.chart_marks import landmarks
from tools.atlas.chart_space import Skin
from tools.atlas.move_flow import pack
from tools.atlas.move_list import MOVES
from tools.atlas.move_marks import carried, carriers
from tools.atlas.move_scene import Stage
from tools.atlas.pack import image
from tools.atlas.views import smoothstep

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tools.atlas.body import Body
    from tools.atlas.move_list import Move
    from tools.atlas.move_marks import Places
    from tools.atlas.move_scene import Scene
    from tools.atlas.raster import Singles
    from tools.atlas.views import View

FORMAT = 2
FADE = 10  # picture pixels to one of the fade's
SHARP = 2  # scale of the frames that are held for long; the others are drawn at 1
ENDS = {"quality": 74, "alpha_quality": 90}
BETWEEN = {"quality": 78, "alpha_quality": 90}
FEATHER = 16  # picture pixels along the crop's border over which a frame goes over into the still picture


def run(body: Body, out: Path, names: Iterable[str] = ()) -> None:
    """Write `moves/*` and `moves.json` below `out`; only the moves `names` if any are given, the others kept."""
    (out / "moves").mkdir(parents=True, exist_ok=True)
    stage = Stage(body)
    places = landmarks(Skin(body.vertices_cm, body.normals))
    sheet = _kept(out) if names else {}
    for move in MOVES:
        if not names or move.name in names:
            started = time.monotonic()
            entry = _render(move, stage.scene(move), places, out)
            sheet.setdefault(move.name, {})[move.view] = entry
            _write(sheet, out)
            print(f"  {move.stem}: {time.monotonic() - started:.0f} s, {_bytes(out, move) / 1000:.0f} kB", flush=True)


def _write(sheet: dict[str, Any], out: Path) -> None:
    text = json.dumps({"format": FORMAT, "moves": sheet}, separators=(",", ":"))
    (out / "moves.json").write_text(text + "\n", encoding="utf-8")


def _kept(out: Path) -> dict[str, Any]:
    sheet: dict[str, Any] = json.loads((out / "moves.json").read_text(encoding="utf-8"))["moves"]
    return sheet


def _bytes(out: Path, move: Move) -> int:
    return sum(file.stat().st_size for file in (out / "moves").glob(f"{move.stem}*"))


def _render(move: Move, scene: Scene, places: Places, out: Path) -> dict[str, Any]:
    """Entry of a move in `moves.json`; its pictures and its flow are written."""
    for stale in (out / "moves").glob(f"{move.stem}[_.]*"):
        stale.unlink()
    amounts = [float(a) for a in move.amounts]
    crop = scene.crop(amounts)
    frames: list[str | None] = []
    flows = []
    still = {scale: _premultiplied(scene.picture(0.0, scale, crop)) for scale in (1, SHARP)}
    for number, amount in enumerate(amounts):
        frames.append(None if move.at_rest(amount) else f"{move.stem}_{number:02d}.webp")
        if frames[-1]:
            held = amount in move.ends
            scale = SHARP if held else 1
            picture = _feathered(scene.picture(amount, scale, crop), still[scale], scale)
            image(picture).save(out / "moves" / frames[-1], "WEBP", method=6, **(ENDS if held else BETWEEN))
        if number:
            flows.append(scene.flow(amounts[number - 1], amount, crop))
    (out / "moves" / f"{move.stem}.flow").write_bytes(pack(flows))
    _fade(scene.view).save(out / "moves" / f"{move.view}.fade.webp", "WEBP", lossless=True, exact=True)
    return {
        "loop": move.loop,
        "crop": crop,
        "frames": frames,
        "amount": [round(a, 4) for a in amounts],
        "flow": f"{move.stem}.flow",
        "fade": f"{move.view}.fade.webp",
        "carried": _carried(move, scene, places, out),
    }


def _fade(view: View) -> Image.Image:
    """How the view's picture fades out, as the alpha of a small picture of all of it."""
    width, height = view.pixels(1 / FADE)
    alpha = view.alpha(np.zeros((height, width), np.float32), 1 / FADE)
    white = np.ones((height, width, 3), np.float32)
    return image(np.concatenate([white, alpha[..., None]], axis=-1))


def _feathered(picture: Singles, still: Singles, scale: int) -> Singles:
    """A frame that goes over into the `still` picture (premultiplied) along its border."""
    moved = _premultiplied(picture)
    height, width = moved.shape[:2]
    down, across = (np.minimum(np.arange(n) + 0.5, n - np.arange(n) - 0.5) / scale / FEATHER for n in (height, width))
    share = smoothstep(np.minimum(down[:, None], across), 0, 1)[..., None].astype(np.float32)
    mixed = still + share * (moved - still)
    mixed[..., :3] /= np.maximum(mixed[..., 3:], 1e-4)
    return np.asarray(mixed)


def _premultiplied(picture: Singles) -> Singles:
    return np.concatenate([picture[..., :3] * picture[..., 3:], picture[..., 3:]], axis=-1)


def _carried(move: Move, scene: Scene, places: Places, out: Path) -> dict[str, Any]:
    chart = json.loads((out / "views" / f"{move.view}.json").read_text(encoding="utf-8"))["landmarks"]
    marks = carriers(places, chart, scene.still)
    return {
        "amount": [round(float(a), 4) for a in move.amounts[::2]],
        "landmarks": carried(marks, scene.view, scene.still, [scene.body(float(a)) for a in move.amounts[::2]]),
    }
