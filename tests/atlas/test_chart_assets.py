"""The charts that are shipped: every region and landmark of the content sheet, mirrored, apart, on the skin."""

from __future__ import annotations

import json
import math
import re
import tomllib
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageDraw

from desktop.assets.surface import SurfaceMap

ASSETS = Path(__file__).resolve().parents[2] / "desktop" / "assets"
BODY = ASSETS / "body"
VIEWS = tuple(json.loads((BODY / "atlas.json").read_text(encoding="utf-8"))["views"])
SYMMETRIC = tuple(view for view in VIEWS if view not in ("head_left", "head_right"))
MIDDLE = ("spine_line", "throat")
PATH = re.compile(r"(M-?\d+(\.\d)? -?\d+(\.\d)?(C(-?\d+(\.\d)? ?){6}|L(-?\d+(\.\d)? ?){2})+Z)+")
CURVE_STEPS = 6

SHEET = {  # content sheet, regions by view, but for the composite and what lies outside the picture
    "head_back": "ear_mastoid crown side_scalp occiput skull_base nape neck_side shoulder_top",
    "head_left": "forehead brow_rim temple cheek_nose jaw ear_mastoid crown side_scalp occiput skull_base neck_side "
    "sternomastoid under_jaw collarbone_hollow chin",
    "head_right": "forehead brow_rim temple cheek_nose jaw ear_mastoid crown side_scalp occiput skull_base neck_side "
    "sternomastoid under_jaw collarbone_hollow chin",
    "head_top": "forehead crown side_scalp occiput",
    "face": "forehead brow_rim temple cheek_nose jaw crown side_scalp chin",
    "throat_chest": "ear_mastoid neck_side sternomastoid throat under_jaw collarbone_hollow upper_chest shoulder_top "
    "shoulder_cap chin jaw",
    "neck_shoulders": "ear_mastoid occiput skull_base nape neck_side shoulder_top blade_corner shoulder_cap "
    "shoulder_tip_bone between_blades shoulder_blade",
    "whole_back": "nape neck_side shoulder_top blade_corner shoulder_cap shoulder_tip_bone between_blades "
    "shoulder_blade spine_line long_back mid_back trunk_side kidney_zone lower_back sacrum hip_rim armpit",
}
SEEN = {  # landmarks that the first routines need
    "head_back": "crown occiput_high occiput_bump occiput_low occiput_side skull_base_inner skull_base_mid "
    "skull_base_outer mastoid paraspinal_c2 paraspinal_c4 paraspinal_c6 paraspinal_c7 shoulder_mid shoulder_tip",
    "neck_shoulders": "nape_hairline paraspinal_c2 paraspinal_c4 paraspinal_c6 paraspinal_c7 shoulder_base "
    "shoulder_mid shoulder_outer shoulder_tip blade_corner blade_top deltoid_mid neck_side_mid",
    "head_left": "above_ear behind_ear ear_front ear_lobe ear_rim ear_top jaw_corner masseter_mid mastoid temple",
    "face": "brow_inner brow_mid brow_outer cheek_front cheekbone_under forehead_mid nostril_wing temple",
    "throat_chest": "breastbone_top collarbone_hollow collarbone_inner collarbone_mid collarbone_outer neck_side_low",
    "head_top": "crown crown_front crown_side crown_back hairline_mid hairline_corner",
    "whole_back": "paraspinal_t2 paraspinal_t5 paraspinal_t8 paraspinal_t12 paraspinal_l2 paraspinal_l4 blade_mid "
    "blade_tip rib_fan_high rib_fan_mid rib_fan_low "
    "side_high side_mid side_low sacrum_side hip_rim_side buttock_top waist_side",
}

Polygon = list[tuple[float, float]]


@cache
def chart(view: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((BODY / "views" / f"{view}.json").read_text(encoding="utf-8"))
    return found


@cache
def table(name: str) -> dict[str, Any]:
    return tomllib.loads((ASSETS / f"{name}.toml").read_text(encoding="utf-8"))


def polygons(path: str) -> list[Polygon]:
    """The pieces of a path, curves as short straight lines."""
    pieces: list[Polygon] = []
    for letter, text in re.findall(r"([MLC])([^MLCZ]*)", path):
        numbers = [float(n) for n in text.split()]
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        match letter:
            case "M":
                pieces.append(pairs)
            case "L":
                pieces[-1] += pairs
            case "C":
                start = pieces[-1][-1]
                for i in range(0, len(pairs), 3):
                    pieces[-1] += [
                        bezier(start, *pairs[i : i + 3], step / CURVE_STEPS) for step in range(1, CURVE_STEPS + 1)
                    ]
                    start = pairs[i + 2]
    return pieces


def bezier(*points_and_t: Any) -> tuple[float, float]:
    *points, t = points_and_t
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * point[i] for w, point in zip(weights, points, strict=True)) for i in (0, 1))
    return x, y


@cache
def outlines(view: str) -> dict[tuple[str, str], list[Polygon]]:
    entries = [*chart(view)["regions"], *chart(view)["zones"]]
    return {(e.get("region") or e["zone"], e["side"]): polygons(e["path"]) for e in entries}


def area(pieces: list[Polygon]) -> float:
    """Holes run the other way round and count against."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for piece in pieces for a, b in pairwise([*piece, piece[0]]))) / 2


def outside_by(x: float, y: float, pieces: list[Polygon]) -> float:
    """Picture pixels from a point to the nearest piece; 0 inside. A piece within a piece is a hole."""
    nearest, inside = math.inf, False
    for piece in pieces:
        for (ax, ay), (bx, by) in pairwise([*piece, piece[0]]):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            length = (bx - ax) ** 2 + (by - ay) ** 2
            t = 0.0 if length == 0 else min(max(((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length, 0), 1)
            nearest = min(nearest, math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)))
    return 0.0 if inside else nearest


@pytest.mark.parametrize("view", VIEWS)
def test_charts_agree_with_the_index_of_the_atlas(view: str) -> None:
    index = json.loads((BODY / "atlas.json").read_text(encoding="utf-8"))["views"][view]
    assert chart(view)["view"] == view
    assert (chart(view)["size"], chart(view)["px_per_cm"]) == (index["size"], index["px_per_cm"])


@pytest.mark.parametrize("view", VIEWS)
def test_every_region_of_the_sheet_is_there(view: str) -> None:
    there = {slug for slug, _ in outlines(view)}
    assert set(SHEET[view].split()) - there == set()


@pytest.mark.parametrize("view", VIEWS)
def test_sides_are_left_and_right_but_for_the_unpaired(view: str) -> None:
    for slug, side in outlines(view):
        assert (side == "middle") == (slug in MIDDLE), slug


@pytest.mark.parametrize("view", VIEWS)
def test_paths_are_closed_curves_within_the_picture(view: str) -> None:
    width, height = chart(view)["size"]
    for entry in [*chart(view)["regions"], *chart(view)["zones"]]:
        assert PATH.fullmatch(entry["path"]), entry
        for x, y in (point for piece in polygons(entry["path"]) for point in piece):
            assert (min(max(x, -1), width + 1), min(max(y, -1), height + 1)) == (x, y), entry


@pytest.mark.parametrize("view", VIEWS)
def test_outlines_do_not_overlap(view: str) -> None:
    claimed = Image.new("1", tuple(chart(view)["size"]))
    for key, pieces in outlines(view).items():
        mask = Image.new("1", claimed.size)
        for piece in pieces:
            one = Image.new("1", claimed.size)
            ImageDraw.Draw(one).polygon(piece, fill=1)
            mask = ImageChops.logical_xor(mask, one)
        assert ImageChops.logical_and(claimed, mask).getbbox() is None, key
        claimed = ImageChops.logical_or(claimed, mask)


@pytest.mark.parametrize("view", VIEWS)
def test_anchors_lie_inside(view: str) -> None:
    for entry in [*chart(view)["regions"], *chart(view)["zones"]]:
        x, y = entry["anchor"]
        assert outside_by(x, y, polygons(entry["path"])) == 0, entry


@pytest.mark.parametrize("view", SYMMETRIC)
def test_left_and_right_mirror_each_other(view: str) -> None:
    width = chart(view)["size"][0]
    for (slug, side), pieces in outlines(view).items():
        if side == "left":
            other = outlines(view)[slug, "right"]
            assert area(other) == pytest.approx(area(pieces), rel=0.02, abs=30), slug
            for x, y in (point for piece in pieces for point in piece[:: 3 * CURVE_STEPS]):
                assert outside_by(width - x, y, other) < 1.5, slug


@pytest.mark.parametrize("view", SYMMETRIC)
def test_paired_landmarks_mirror_each_other(view: str) -> None:
    width = chart(view)["size"][0]
    for name, at in chart(view)["landmarks"].items():
        if "middle" not in at:
            assert at["right"][0] == pytest.approx(width - at["left"][0], abs=1.5), name
            assert at["right"][1] == pytest.approx(at["left"][1], abs=1.5), name
            assert at["right"][2] == at["left"][2], name


def test_head_right_is_head_left_seen_from_the_other_side() -> None:
    width = chart("head_left")["size"][0]
    right = outlines("head_right")
    for (slug, side), pieces in outlines("head_left").items():
        other = right[slug, {"left": "right", "right": "left", "middle": "middle"}[side]]
        assert area(other) == pytest.approx(area(pieces), rel=0.02, abs=30), slug
        assert outside_by(width - pieces[0][0][0], pieces[0][0][1], other) < 1.5, slug


def test_every_landmark_is_seen_in_some_view() -> None:
    on_the_hand = {name for name, entry in table("landmarks").items() if entry["region"] == "hand_web"}
    seen = {name for view in VIEWS for name, at in chart(view)["landmarks"].items() if any(m[2] for m in at.values())}
    assert seen == set(table("landmarks")) - on_the_hand


@pytest.mark.parametrize("view", SEEN)
def test_routines_find_their_landmarks(view: str) -> None:
    marks = chart(view)["landmarks"]
    side = "right" if view == "head_right" else "left"
    assert [name for name in SEEN[view].split() if name not in marks or not marks[name][side][2]] == []


@pytest.mark.parametrize("view", VIEWS)
def test_seen_landmarks_lie_in_their_region_or_one_it_borders(view: str) -> None:
    reach = 0.35 * chart(view)["px_per_cm"]  # half a gap, or the rounding of a corner
    for name, at in chart(view)["landmarks"].items():
        entry = table("landmarks")[name]
        for side, (x, y, seen) in at.items():
            homes = [p for (slug, _), p in outlines(view).items() if slug in (entry["region"], *entry["borders"])]
            if seen and entry["region"] in SHEET[view].split():
                assert min(outside_by(x, y, pieces) for pieces in homes) < reach, (name, side)


@pytest.mark.parametrize("view", VIEWS)
def test_labels_stand_clear_of_the_body(view: str) -> None:
    labels = chart(view)["labels"]
    assert set(labels) == {"head_left": {"left"}, "head_right": {"right"}}.get(view, {"left", "right"})
    for x, y in labels.values():
        for key, pieces in outlines(view).items():
            assert min(outside_by(x + dx, y, pieces) for dx in (-60, 0, 60)) > 10, key


@pytest.mark.parametrize("view", VIEWS)
def test_there_is_skin_under_every_landmark(view: str) -> None:
    surface = SurfaceMap(BODY / "surface" / f"{view}.bin", chart(view)["px_per_cm"])
    for name, at in chart(view)["landmarks"].items():
        for side, (x, y, seen) in at.items():
            assert not seen or surface.at(x, y) is not None, (name, side)


def depth_of(view: str, name: str, side: str) -> float:
    x, y, seen = chart(view)["landmarks"][name][side]
    assert seen, (view, name, side)
    point = SurfaceMap(BODY / "surface" / f"{view}.bin", chart(view)["px_per_cm"]).at(x, y)
    assert point is not None
    return point.z


@pytest.mark.parametrize("name", ["temple", "above_ear", "masseter_high", "neck_side_low", "brow_outer"])
def test_depth_from_the_side_is_the_place_across_from_the_front(name: str) -> None:
    x, _, seen = chart("face")["landmarks"][name]["left"]
    across = (x - chart("face")["size"][0] / 2) / chart("face")["px_per_cm"]
    assert seen
    assert depth_of("head_left", name, "left") == pytest.approx(across, abs=0.5)


@pytest.mark.parametrize("name", ["mastoid", "occiput_side", "skull_base_outer", "scalp_side_back"])
def test_depth_from_the_side_is_the_place_across_from_behind(name: str) -> None:
    x, _, seen = chart("head_back")["landmarks"][name]["left"]
    across = (chart("head_back")["size"][0] / 2 - x) / chart("head_back")["px_per_cm"]
    assert seen
    assert depth_of("head_left", name, "left") == pytest.approx(across, abs=0.5)
