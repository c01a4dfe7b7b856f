"""The moves that are shipped: complete, as the format says, and going over into the still picture."""

from __future__ import annotations

import json
import struct
import zlib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from scipy.ndimage import map_coordinates

from tools.atlas.move_list import MOVES, Move

BODY = Path(__file__).resolve().parents[2] / "desktop" / "assets" / "body"
MOST_MB = 2.2
each = pytest.mark.parametrize("move", MOVES, ids=lambda move: move.stem)

Floats = NDArray[np.float64]


@cache
def sheet(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((BODY / name).read_text(encoding="utf-8"))
    return loaded


def entry(move: Move) -> dict[str, Any]:
    found: dict[str, Any] = sheet("moves.json")["moves"][move.name][move.view]
    return found


def flow(move: Move) -> tuple[int, Floats]:
    """Cell in picture pixels; (frames - 1, 2, rows, columns) picture pixels."""
    block = zlib.decompress((BODY / "moves" / entry(move)["flow"]).read_bytes())
    _, count, rows, columns, cell, unit = struct.unpack_from("<4sHHHHf", block)
    units = np.frombuffer(block, np.int8, offset=16).reshape(count, 2, rows, columns)
    return cell, units.astype(float) * unit


def picture(move: Move, frame: int) -> Floats:
    """(h, w, 4) premultiplied, at 1x, as it is shown."""
    left, top, width, height = entry(move)["crop"]
    name = entry(move)["frames"][frame]
    if name is None:
        with Image.open(BODY / "skin" / f"{move.view}.webp") as still:
            return np.asarray(still.convert("RGBa").crop((left, top, left + width, top + height)), dtype=float)
    with Image.open(BODY / "moves" / name) as drawn:
        plain = np.asarray(drawn.convert("RGBa").resize((width, height), Image.Resampling.BOX), dtype=float)
    return plain * fade(move)[..., None]


def fade(move: Move) -> Floats:
    """(h, w) how solid the view is in the move's crop, 0 to 1."""
    left, top, width, height = entry(move)["crop"]
    with Image.open(BODY / "moves" / entry(move)["fade"]) as small:
        whole = small.getchannel("A").resize(sheet(f"views/{move.view}.json")["size"], Image.Resampling.BILINEAR)
    return np.asarray(whole.crop((left, top, left + width, top + height)), dtype=float) / 255


def fetched(frame: Floats, y: Floats, x: Floats) -> Floats:
    """Red and alpha from other places of the picture."""
    return np.stack([map_coordinates(frame[..., k], (y, x), order=1, mode="nearest") for k in (0, 3)], axis=-1)


@each
def test_a_move_is_complete(move: Move) -> None:
    found = entry(move)
    assert found["amount"] == pytest.approx(list(move.amounts), abs=1e-3)
    assert found["loop"] == move.loop
    left, top, width, height = found["crop"]
    chart = sheet(f"views/{move.view}.json")
    assert 0 <= left < left + width <= chart["size"][0]
    assert 0 <= top < top + height <= chart["size"][1]
    for amount, name in zip(found["amount"], found["frames"], strict=True):
        assert (name is None) == move.at_rest(amount)
        if name is not None:
            with Image.open(BODY / "moves" / name) as drawn:
                assert drawn.size in ((width, height), (2 * width, 2 * height))
    cell, moved = flow(move)
    assert moved.shape == (len(found["frames"]) - 1, 2, height // cell + 1, width // cell + 1)


@each
def test_frames_go_over_into_the_still_picture_at_their_rim(move: Move) -> None:
    frames = entry(move)["frames"]
    still = picture(move, frames.index(None))
    for number in (0, len(frames) // 2, len(frames) - 1):
        drawn = picture(move, number)
        for rim in (np.s_[0], np.s_[-1], np.s_[:, 0], np.s_[:, -1]):
            assert np.abs(drawn[rim] - still[rim]).mean() < 4, number


@each
def test_the_flow_leads_from_frame_to_frame(move: Move) -> None:
    """Half-way between two frames both, carried there, look more alike than they do as they are."""
    cell, moved = flow(move)
    solid = fade(move) > 0.98  # what fades out stays where it is
    height, width = solid.shape
    y, x = np.mgrid[:height, :width].astype(float)
    plain, carried = 0.0, 0.0
    for before in range(0, len(moved), 3):
        across, down = (map_coordinates(part, (y / cell, x / cell), order=1, mode="nearest") for part in moved[before])
        start, end = picture(move, before), picture(move, before + 1)
        plain += float(np.abs(end - start)[..., [0, 3]][solid].mean())
        fetched = [
            np.stack(
                [map_coordinates(f[..., k], (y + s * down, x + s * across), order=1, mode="nearest") for k in (0, 3)]
            )
            for f, s in ((start, -0.5), (end, 0.5))
        ]
        carried += float(np.abs(fetched[1] - fetched[0]).mean())
    assert carried < plain


@each
def test_landmarks_set_out_from_where_the_chart_has_them(move: Move) -> None:
    carried = entry(move)["carried"]
    rest = carried["amount"].index(0)
    chart = sheet(f"views/{move.view}.json")["landmarks"]
    assert carried["landmarks"]
    for mark, sides in carried["landmarks"].items():
        for side, rows in sides.items():
            assert len(rows) == len(carried["amount"])
            assert rows[rest][:3] == pytest.approx(chart[mark][side]), mark
            assert rows[rest][3] == 0


@pytest.mark.parametrize("move", [m for m in MOVES if m.name in ("nod", "chin_to_chest")], ids=lambda move: move.stem)
def test_the_head_goes_down_and_the_shoulders_stay(move: Move) -> None:
    marks = entry(move)["carried"]["landmarks"]
    crown = [row[1] for row in marks["crown"]["left"]]
    assert all(b > a for a, b in pairwise(crown))
    for x, y, _, degrees in marks.get("shoulder_tip", {}).get("left", []):
        rest = marks["shoulder_tip"]["left"][0]
        assert np.hypot(x - rest[0], y - rest[1]) < 3
        assert abs(degrees) < 1


@pytest.mark.parametrize("name", ["turn", "ear_to_shoulder", "nose_to_armpit"])
def test_negative_amounts_are_the_persons_left(name: str) -> None:
    move = next(move for move in MOVES if move.name == name)
    carried = entry(move)["carried"]
    mark = "crown" if name == "ear_to_shoulder" else "occiput_bump"
    first, last = (carried["landmarks"][mark]["left"][at] for at in (0, -1))
    towards = 1 if name == "ear_to_shoulder" else -1  # the back of the head goes where the face does not
    assert (last[0] - first[0]) * towards > 80
    if name == "ear_to_shoulder":
        assert first[3] < -25
        assert last[3] > 25


def test_they_stay_small() -> None:
    assert sum(file.stat().st_size for file in (BODY / "moves").iterdir()) < MOST_MB * 1e6
