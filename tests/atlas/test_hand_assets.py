"""The hands and moves that are shipped: complete, as the format says, and inside their own pictures."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

BODY = Path(__file__).resolve().parents[2] / "desktop" / "assets" / "body"
POSES = ("palm", "finger_pads", "finger_pad", "thumb_pad", "pincer")
TURNS = [22.5 * i for i in range(16)]
HANDS_MB, MOVES_MB = 5.0, 2.5


@cache
def sheet(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((BODY / name).read_text(encoding="utf-8"))
    return loaded


def sprites(pose: str, side: str) -> list[dict[str, Any]]:
    return [frame for turn in sheet("hands.json")["poses"][pose][side] for frame in turn]


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_every_pose_has_all_turns_and_frames(pose: str, side: str) -> None:
    entry = sheet("hands.json")["poses"][pose]
    assert [turn[0]["turn"] for turn in entry[side]] == TURNS
    assert all(len(turn) == entry["frames"] for turn in entry[side])


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_pictures_are_there_and_hold_their_points(pose: str, side: str) -> None:
    for sprite in sprites(pose, side):
        with Image.open(BODY / "hands" / sprite["file"]) as picture:
            assert list(picture.size) == sprite["size"]
            assert picture.mode == "RGBA"
        width, height = sprite["size"]
        points = [sprite["contact"], sprite["wrist"], *(patch[:2] for patch in sprite["patches"])]
        assert all(0 <= x <= width and 0 <= y <= height for x, y in points), sprite["file"]


@pytest.mark.parametrize("pose", POSES)
@pytest.mark.parametrize("side", ["left", "right"])
def test_fingers_point_where_the_turn_says(pose: str, side: str) -> None:
    for sprite in sprites(pose, side):
        x, y = np.mean([patch[:2] for patch in sprite["patches"][-4:]], axis=0) - sprite["wrist"]
        off = (np.degrees(np.arctan2(x, -y)) - sprite["turn"] + 180) % 360 - 180
        assert abs(off) < 25, sprite["file"]


def test_no_sprite_ends_in_a_hard_edge() -> None:
    for sprite in sprites("thumb_pad", "left") + sprites("pincer", "right"):
        with Image.open(BODY / "hands" / sprite["file"]) as picture:
            alpha = np.asarray(picture.getchannel("A"))
        border = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
        assert border.max() <= 6, sprite["file"]


def test_contact_masks_lie_under_their_hands() -> None:
    for pose in POSES:
        for sprite in sprites(pose, "right")[:: 4 * sheet("hands.json")["poses"][pose]["frames"]]:
            stem = sprite["file"].rsplit("_", 1)[0]
            with Image.open(BODY / "hands" / f"{stem}_contact.webp") as mask:
                assert np.asarray(mask.getchannel("A")).max() > 200, stem


@pytest.mark.parametrize("name", ["nod", "chin_to_chest"])
def test_moves_carry_the_head_down_and_leave_the_shoulders(name: str) -> None:
    move = sheet("moves.json")["moves"][name]
    assert len(move["frames"]) == len(move["amount"]) == len(move["landmarks"])
    assert move["amount"] == pytest.approx(np.linspace(0, 1, len(move["frames"])), abs=1e-3)
    crown = [frame["crown"]["left"][1] for frame in move["landmarks"]]
    assert all(b > a for a, b in pairwise(crown))
    assert all("shoulder_tip" not in frame for frame in move["landmarks"])
    chart = sheet(f"views/{move['view']}.json")
    for file in move["frames"]:
        for stem, scale in ((file, 1), (file.replace(".webp", "@2x.webp"), 2)):
            with Image.open(BODY / "moves" / stem) as picture:
                assert list(picture.size) == [side * scale for side in chart["size"]]


@pytest.mark.parametrize("name", ["nod", "chin_to_chest"])
def test_first_frame_is_the_still_picture(name: str) -> None:
    move = sheet("moves.json")["moves"][name]
    with (
        Image.open(BODY / "moves" / move["frames"][0]) as first,
        Image.open(BODY / "skin" / f"{move['view']}.webp") as still,
    ):
        a, b = (np.asarray(picture.convert("RGBa"), dtype=float) for picture in (first, still))
    assert np.abs(a - b).mean() < 1.0
    first_marks, chart = move["landmarks"][0], sheet(f"views/{move['view']}.json")["landmarks"]
    for mark, sides in first_marks.items():
        for side, (x, y, _) in sides.items():
            assert chart[mark][side][:2] == pytest.approx([x, y], abs=2.0), mark


@pytest.mark.parametrize(("folder", "most"), [("hands", HANDS_MB), ("moves", MOVES_MB)])
def test_they_stay_small(folder: str, most: float) -> None:
    assert sum(file.stat().st_size for file in (BODY / folder).iterdir()) < most * 1e6
