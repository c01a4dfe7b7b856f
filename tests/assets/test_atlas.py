"""Reading the atlas's files: charts, surface, hands and moves, from a small folder of our own."""

from __future__ import annotations

import json
import math
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from desktop.assets.atlas import BodyAtlas
from desktop.assets.files import CatalogError
from desktop.assets.surface import SurfaceMap
from desktop.domain.body import Place, Side
from desktop.domain.chart import DeepMuscle

VIEW: dict[str, Any] = {
    "view": "head_back",
    "size": [40, 40],
    "px_per_cm": 10,
    "camera": {"yaw": 180},
    "labels": {"left": [1, 30], "right": [39, 30]},
    "regions": [{"region": "occiput", "side": "left", "path": "M1 1L2 2Z", "anchor": [1, 2]}],
    "zones": [{"zone": "eyeball", "side": "left", "path": "M1 1L2 2Z", "anchor": [3, 4]}],
    "landmarks": {"mastoid": {"left": [5, 6, 1], "right": [35, 6, 0]}, "larynx": {"middle": [20, 9, 0]}},
}


def ball(path: Path, radius: int = 15) -> None:
    """A ball in the middle of a 40 x 40 picture, a sample every 2 pixels, 0.01 cm a unit."""
    samples = b""
    for row in range(21):
        for column in range(21):
            u, v = (column * 2 - 20) / radius, (row * 2 - 20) / radius
            if u * u + v * v > 1:
                samples += struct.pack("<hbb", -32768, 0, 0)
            else:
                depth = math.sqrt(1 - u * u - v * v) * radius / 10
                samples += struct.pack("<hbb", round(depth * 100), round(u * 127), round(v * 127))
    path.write_bytes(zlib.compress(struct.pack("<4sHHHHff", b"USM1", 21, 21, 2, 0, 0.01, 0.0) + samples))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("views", "surface", "skin", "moves"):
        (tmp_path / name).mkdir()
    size = {"size": [40, 40], "px_per_cm": 10}
    (tmp_path / "atlas.json").write_text(
        json.dumps({"format": 1, "views": {"head_back": size, "face": size}, "beside": {}})
    )
    (tmp_path / "views/head_back.json").write_text(json.dumps(VIEW))
    face = {**VIEW, "view": "face", "landmarks": {"chin": {"left": [1, 2, 1], "right": [3, 2, 1]}}}
    (tmp_path / "views/face.json").write_text(json.dumps(face))
    (tmp_path / "skin/head_back@2x.webp").touch()
    ball(tmp_path / "surface/head_back.bin")
    turns = [
        [{"file": f"palm_{turn:03d}_0.webp", "turn": turn, "size": [12, 9], "contact": [4, 5],
          "patches": [[1, 2, 3, 4, 5]], "wrist": [4, 9]}]
        for turn in (0, 45, 270)
    ]  # fmt: skip
    hands = {"format": 2, "px_per_cm": 32, "poses": {"palm": {"frames": 1, "turns": turns}}}
    (tmp_path / "hands.json").write_text(json.dumps(hands))
    carried = {
        "amount": [0, 0.25, 1],
        "landmarks": {
            "mastoid": {side: [[x, 6 + 4 * i, 1, 10 * i] for i in range(3)] for side, x in (("left", 5), ("right", 35))}
        },
    }
    nod = {
        "loop": False, "crop": [4, 2, 30, 20], "frames": [None, "b.webp", "c.webp"], "amount": [0, 0.25, 1],
        "flow": "nod.flow", "fade": "head_back.fade.webp", "carried": carried,
    }  # fmt: skip
    moves = {"nod": {"head_back": nod}}
    (tmp_path / "moves.json").write_text(json.dumps({"format": 2, "moves": moves}))
    return tmp_path


@pytest.fixture
def atlas(folder: Path) -> BodyAtlas:
    return BodyAtlas(folder)


def test_views_and_pictures(atlas: BodyAtlas, folder: Path) -> None:
    assert list(atlas.views) == ["head_back", "face"]
    assert atlas.picture("skin", "head_back", 2) == folder / "skin/head_back@2x.webp"
    assert atlas.picture("skin", "head_back", 1) is None
    assert atlas.picture("muscle", "head_back", 1) is None
    with pytest.raises(KeyError):
        atlas.chart("knee")


def test_muscles_by_side_and_those_beneath(atlas: BodyAtlas, folder: Path) -> None:
    (folder / "muscle").mkdir()
    beneath = [{"muscle": "multifidus", "side": "right", "path": "M1 1L2 2L1 3Z"}]
    text = {"step": 2, "muscles": {"trapezius.left": 3, "trapezius.right": 4}, "beneath": beneath}
    (folder / "muscle/head_back.json").write_text(json.dumps(text))
    found = atlas.muscles("head_back")
    assert found is not None
    assert found.file == folder / "muscle/head_back.png"
    assert found.numbers == {("trapezius", Side.LEFT): 3, ("trapezius", Side.RIGHT): 4}
    assert found.beneath == (DeepMuscle("multifidus", Side.RIGHT, "M1 1L2 2L1 3Z"),)
    assert atlas.muscles("face") is None


def test_a_chart(atlas: BodyAtlas) -> None:
    chart = atlas.chart("head_back")
    assert chart.size == (40, 40)
    assert chart.labels[Side.LEFT] == (1, 30)
    assert chart.outlines[0].place == Place("occiput", Side.LEFT)
    assert chart.zones[0].name == "eyeball"


def test_landmarks_of_a_side_of_the_middle_and_of_other_views(atlas: BodyAtlas) -> None:
    chart = atlas.chart("head_back")
    assert chart.landmark("mastoid", Side.RIGHT) == (35, 6, False)
    assert chart.landmark("larynx", Side.LEFT) == (20, 9, False)
    assert chart.landmark("chin", Side.LEFT) is None
    with pytest.raises(KeyError):
        chart.landmark("knee", Side.LEFT)


def test_right_hands_are_as_drawn(atlas: BodyAtlas, folder: Path) -> None:
    sheet = atlas.hands()
    sprite = sheet.sprites["palm", Side.RIGHT][1][0]
    assert sprite.file == folder / "hands/palm_045_0.webp"
    assert sprite.mask == folder / "hands/palm_045_contact.webp"
    assert (sprite.turn, sprite.contact, sprite.wrist, sprite.mirrored) == (45, (4, 5), (4, 9), False)
    assert sprite.patches == ((1, 2, 3, 4, 5),)
    assert atlas.hands() is sheet


def test_left_hands_are_right_ones_flipped_with_all_their_numbers(atlas: BodyAtlas, folder: Path) -> None:
    turns = atlas.hands().sprites["palm", Side.LEFT]
    assert [frames[0].turn for frames in turns] == [0, 90, 315]
    sprite = turns[2][0]
    assert sprite.file == folder / "hands/palm_045_0.webp"
    assert sprite.mask == folder / "hands/palm_045_contact.webp"
    assert (sprite.contact, sprite.wrist, sprite.mirrored) == ((8, 5), (8, 9), True)
    assert sprite.patches == ((11, 2, 3, 4, -5),)


def test_a_move_goes_from_frame_to_frame(atlas: BodyAtlas, folder: Path) -> None:
    move = atlas.move("nod", "head_back")
    assert move is not None
    assert (move.view, move.crop, move.loop) == ("head_back", (4, 2, 30, 20), False)
    assert [move.landmark("mastoid", Side.LEFT, a) for a in (0, 0.125, 0.25, 1, 2)] == [
        (5, 6, True), (5, 8, True), (5, 10, True), (5, 14, True), (5, 14, True),
    ]  # fmt: skip
    assert move.landmark("larynx", Side.LEFT, 0.5) == (20, 9, False)
    assert [move.turn("mastoid", Side.LEFT, a) for a in (0.125, 1, 2)] == [5, 20, 20]
    assert move.turn("larynx", Side.LEFT, 1) == 0
    assert (move.picture(0), move.picture(1)) == (None, folder / "moves/b.webp")
    assert move.flow == folder / "moves/nod.flow"
    assert move.fade == folder / "moves/head_back.fade.webp"


def test_a_move_is_shown_in_its_own_views_only(atlas: BodyAtlas) -> None:
    assert atlas.move("nod", "face") is None
    assert atlas.move("somersault", "head_back") is None


def test_the_surface_of_a_ball(atlas: BodyAtlas) -> None:
    chart = atlas.chart("head_back")
    assert chart.surface(1, 1) is None
    assert chart.surface(-5, 20) is None
    top = chart.surface(20, 20)
    assert top is not None
    assert top.z == pytest.approx(1.5, abs=0.01)
    assert top[3:] == (0, 0, 1)
    slope = chart.surface(28.5, 20)
    assert slope is not None
    assert slope.nx == pytest.approx(8.5 / 15, abs=0.02)
    assert math.hypot(slope.nx, slope.ny, slope.nz) == pytest.approx(1)
    assert slope.z == pytest.approx(math.sqrt(1 - (8.5 / 15) ** 2) * 1.5, abs=0.03)


def test_broken_files_are_named(folder: Path) -> None:
    (folder / "surface/head_back.bin").write_bytes(zlib.compress(b"USM1" + bytes(30)))
    with pytest.raises(CatalogError, match=r"head_back.bin: is not a whole surface map"):
        SurfaceMap(folder / "surface/head_back.bin", 10)
    (folder / "atlas.json").write_text("{")
    with pytest.raises(CatalogError, match=r"atlas.json: "):
        BodyAtlas(folder)
