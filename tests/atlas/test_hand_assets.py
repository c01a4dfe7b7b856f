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

from tools.atlas.hand_grips import GRIPS
from tools.atlas.hand_main import FEWER_TURNS, POSES, TURNS

BODY = Path(__file__).resolve().parents[2] / "desktop" / "assets" / "body"
MOST_OFF = 75.0  # degrees: a thumb points far to the side
HANDS_MB, MOVES_MB = 4.2, 2.5


@cache
def sheet(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((BODY / name).read_text(encoding="utf-8"))
    return loaded


def poses() -> list[str]:
    return list(sheet("hands.json")["poses"])


def sprites(pose: str) -> list[dict[str, Any]]:
    return [frame for turn in sheet("hands.json")["poses"][pose]["turns"] for frame in turn]


def alpha(file: str) -> np.ndarray[Any, Any]:
    with Image.open(BODY / "hands" / file) as picture:
        assert picture.mode == "RGBA"
        return np.asarray(picture.getchannel("A"))


def test_every_grip_is_rendered() -> None:
    assert set(POSES) == set(poses())


@pytest.mark.parametrize("pose", poses())
def test_every_pose_has_all_turns_and_frames(pose: str) -> None:
    entry = sheet("hands.json")["poses"][pose]
    assert [turn[0]["turn"] for turn in entry["turns"]] == list(FEWER_TURNS.get(pose, TURNS))
    assert all(len(turn) == entry["frames"] for turn in entry["turns"])


@pytest.mark.parametrize("pose", poses())
def test_pictures_are_there_and_hold_their_points(pose: str) -> None:
    for sprite in sprites(pose):
        width, height = sprite["size"]
        assert alpha(sprite["file"]).shape == (height, width)
        assert width % 4 == height % 4 == 0
        points = [sprite["contact"], *(patch[:2] for patch in sprite["patches"])]
        assert all(0 <= x <= width and 0 <= y <= height for x, y in points), sprite["file"]


@pytest.mark.parametrize("pose", sorted(GRIPS))
def test_the_forearm_leaves_where_the_turn_says(pose: str) -> None:
    for sprite in sprites(pose):
        x, y = np.array(sprite["contact"]) - sprite["wrist"]
        off = (np.degrees(np.arctan2(x, -y)) - sprite["turn"] + 180) % 360 - 180
        assert abs(off) < MOST_OFF, sprite["file"]


@pytest.mark.parametrize("pose", poses())
def test_no_sprite_ends_in_a_hard_edge(pose: str) -> None:
    for sprite in sprites(pose):
        solid = alpha(sprite["file"])
        assert np.concatenate([solid[0], solid[-1], solid[:, 0], solid[:, -1]]).max() <= 6, sprite["file"]


@pytest.mark.parametrize("pose", poses())
def test_what_touches_lies_under_the_hand(pose: str) -> None:
    for frames in sheet("hands.json")["poses"][pose]["turns"]:
        last = frames[-1]
        mask = alpha(f"{pose}_{last['turn']:03d}_contact.webp")
        assert mask.shape == tuple(side // 4 for side in reversed(last["size"]))
        assert mask.max() > 200
        drawn = alpha(last["file"])[2::4, 2::4]
        assert (drawn[mask > 128] > 128).mean() > 0.9, last["file"]


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
