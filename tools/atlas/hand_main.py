"""Renders all hand sprites and writes `hands.json`: every pose of the right hand, eight turns."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tools.atlas.hand_fit import Coarse
from tools.atlas.hand_grips import GRIPS
from tools.atlas.hand_mesh import load_hand
from tools.atlas.hand_pack import write_mask, write_sprite
from tools.atlas.hand_scene import FineHand, Kit
from tools.atlas.hand_sprite import PX_PER_CM, draw
from tools.atlas.hold_poses import HOLDS
from tools.atlas.source import open_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from tools.atlas.body import Body
    from tools.atlas.hand_scene import Pose
    from tools.atlas.hand_sprite import Sprite

FORMAT = 2
TURNS = tuple(range(0, 360, 45))
TOOLS_ALONE = {"ball", "roller"}  # drawn in one turn: they go straight up and down the body
POSES: Mapping[str, Pose] = {**GRIPS, **HOLDS}


def run(body: Body, out: Path, names: Iterable[str] = tuple(POSES)) -> None:  # noqa: ARG001 - one signature for all parts
    """Render the poses into `out/hands/` and list them in `out/hands.json` (poses not named keep their entry)."""
    folder = out / "hands"
    folder.mkdir(parents=True, exist_ok=True)
    listing = out / "hands.json"
    hand = load_hand(open_source())
    kit = Kit(FineHand.of(hand), Coarse.of(hand))
    for name in names:
        entry = render(name, POSES[name], kit, folder)
        kept = json.loads(listing.read_text("utf-8"))["poses"] if listing.exists() else {}
        write_listing(listing, {**kept, name: entry})


def write_listing(listing: Path, poses: Mapping[str, Any]) -> None:
    """Write `hands.json`, poses in the order of the table; a pose that is no longer in it is dropped."""
    table = {"format": FORMAT, "px_per_cm": PX_PER_CM, "poses": {name: poses[name] for name in POSES if name in poses}}
    listing.write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


def render(name: str, pose: Pose, kit: Kit, folder: Path) -> dict[str, Any]:
    """Entry of a pose in `hands.json`; its pictures are written to the folder."""
    angles = TURNS[:1] if name in TOOLS_ALONE else TURNS
    turns: list[list[dict[str, Any]]] = [[] for _ in angles]
    for number, scene in enumerate(pose.scenes(kit)):
        for listed, turn in zip(turns, angles, strict=True):
            sprite = draw(scene, turn)
            stem = f"{name}_{turn:03d}"
            write_sprite(sprite.picture, folder / f"{stem}_{number}.webp")
            if number == pose.count - 1:
                write_mask(sprite.contact.mask, folder / f"{stem}_contact.webp")
            listed.append({"file": f"{stem}_{number}.webp", "turn": turn, **_placed(sprite)})
    entry = {"frames": pose.count, "turns": turns}
    return {**entry, "skin": False} if name in TOOLS_ALONE else entry


def _placed(sprite: Sprite) -> dict[str, Any]:
    height, width = sprite.picture.shape[:2]
    return {
        "size": [width, height],
        "contact": [round(float(v), 1) for v in sprite.contact.point],
        "patches": [list(patch) for patch in sprite.contact.patches],
        "wrist": [round(float(v), 1) for v in sprite.wrist],
    }
