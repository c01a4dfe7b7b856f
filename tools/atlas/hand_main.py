"""Renders all hand sprites and writes `hands.json`: every grip, both sides, sixteen turns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tools.atlas.hand_fit import Coarse
from tools.atlas.hand_grips import GRIPS
from tools.atlas.hand_mesh import load_hand
from tools.atlas.hand_pack import write_mask, write_sprite
from tools.atlas.hand_scene import FineHand, fitted, frames, pose_hand
from tools.atlas.hand_sprite import PX_PER_CM, Sprite, draw
from tools.atlas.source import open_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tools.atlas.body import Body
    from tools.atlas.hand_grips import Grip
    from tools.atlas.hand_scene import PosedHand

FORMAT = 1
SIDES = ("left", "right")
TURNS = tuple(22.5 * i for i in range(16))


def run(body: Body, out: Path, grips: Iterable[str] = tuple(GRIPS)) -> None:  # noqa: ARG001 - one signature for all parts
    """Render the grips into `out/hands/` and list them in `out/hands.json` (grips not named keep their entry)."""
    folder = out / "hands"
    folder.mkdir(parents=True, exist_ok=True)
    listing = out / "hands.json"
    poses: dict[str, Any] = json.loads(listing.read_text("utf-8"))["poses"] if listing.exists() else {}
    hand = load_hand(open_source())
    fine, coarse = FineHand.of(hand), Coarse.of(hand)
    for name in grips:
        poses[name] = render_grip(name, GRIPS[name], fine, coarse, folder)
    table = {"format": FORMAT, "px_per_cm": PX_PER_CM, "poses": {name: poses[name] for name in GRIPS if name in poses}}
    listing.write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


def render_grip(name: str, grip: Grip, fine: FineHand, coarse: Coarse, folder: Path) -> dict[str, Any]:
    """Entry of a grip in `hands.json`; its pictures are written to the folder."""
    keys, surface = fitted(coarse, grip)
    entry: dict[str, Any] = {"frames": grip.count, **{side: [[] for _ in TURNS] for side in SIDES}}
    for number, angles in enumerate(frames(keys, grip.count)):
        lift = grip.lift * number / max(grip.count - 1, 1)
        posed = pose_hand(fine, angles, surface, lift)
        for side in SIDES:
            for i, turn in enumerate(TURNS):
                entry[side][i].append(
                    _sprite_entry(f"{name}_{side}_{int(turn):03d}", number, posed, grip, side, turn, folder)
                )
    return entry


def _sprite_entry(
    stem: str, number: int, posed: PosedHand, grip: Grip, side: str, turn: float, folder: Path
) -> dict[str, Any]:
    sprite = draw(posed, grip, side, turn)
    file = f"{stem}_{number}.webp"
    write_sprite(sprite.picture, folder / file)
    if number == grip.count - 1:
        write_mask(sprite.contact.mask, folder / f"{stem}_contact.webp")
    return {"file": file, "turn": turn, **_placed(sprite)}


def _placed(sprite: Sprite) -> dict[str, Any]:
    height, width = sprite.picture.shape[:2]
    return {
        "size": [width, height],
        "contact": [round(float(v), 1) for v in sprite.contact.point],
        "patches": [list(patch) for patch in sprite.contact.patches],
        "wrist": [round(float(v), 1) for v in sprite.wrist],
    }
