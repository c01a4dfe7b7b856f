"""The hands that are shipped: complete, as the format says, and inside their own pictures."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tools.atlas.hand_grips import GRIPS
from tools.atlas.hand_main import POSES, TOOLS_ALONE, TURNS

BODY = Path(__file__).resolve().parents[2] / "desktop" / "assets" / "body"
MOST_OFF = 75.0  # degrees: a thumb points far to the side
HANDS_MB = 4.2


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
    assert [turn[0]["turn"] for turn in entry["turns"]] == list(TURNS[:1] if pose in TOOLS_ALONE else TURNS)
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


def test_they_stay_small() -> None:
    assert sum(file.stat().st_size for file in (BODY / "hands").iterdir()) < HANDS_MB * 1e6
