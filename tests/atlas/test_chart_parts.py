"""The parts the charts are made of: polygons, charts, gaps, curves, maps."""

from __future__ import annotations

import re
import struct
import zlib

import numpy as np
import pytest

from tools.atlas.chart_depth import NO_BODY, RIM, SAMPLE, STEP, UNIT_CM, pack
from tools.atlas.chart_marks import load_places
from tools.atlas.chart_outline import GAP, area, curve, outlines, settled, spread
from tools.atlas.chart_shapes import Region, Shape, load_regions, sides
from tools.atlas.chart_space import FAR_CM, Skin, rounded, signed_distance

SQUARE = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]])


def ball(radius: float = 10.0, count: int = 20000) -> Skin:
    """A sphere of skin about the middle of the head."""
    steps = np.arange(count) + 0.5
    height, around = 1 - 2 * steps / count, steps * np.pi * (1 + 5**0.5)
    ring = np.sqrt(1 - height**2)
    normals = np.column_stack([np.cos(around) * ring, height, np.sin(around) * ring])
    return Skin(normals * radius + (0, 76.9, 4.7), normals)


def test_distance_to_a_polygon_is_signed() -> None:
    points = np.array([[2.0, 2.0], [1.0, 2.0], [5.0, 2.0], [-3.0, -4.0]])
    np.testing.assert_allclose(signed_distance(points, SQUARE), [2, 1, -1, -5])


def test_a_rounded_outline_goes_through_its_points() -> None:
    curve = rounded(SQUARE)
    for corner in SQUARE:
        assert np.linalg.norm(curve - corner, axis=1).min() < 1e-9


@pytest.mark.parametrize(
    ("chart", "u", "v", "at"),
    [
        ("head", 0, 0, (0, 76.9, -5.3)),
        ("head", 90, 0, (10, 76.9, 4.7)),
        ("head", 180, 0, (0, 76.9, 14.7)),
        ("head", 0, 88, (0, 86.9, 4.7)),
        ("front", 0, 76.9, (0, 76.9, 14.7)),
        ("back", 0, 76.9, (0, 76.9, -5.3)),
        ("side", 4.7, 76.9, (10, 76.9, 4.7)),
        ("top", 0, 4.7, (0, 86.9, 4.7)),
    ],
)
def test_charts_lead_to_the_skin(chart: str, u: float, v: float, at: tuple[float, float, float]) -> None:
    assert np.linalg.norm(ball().locate(chart, u, v) - at) < 0.5  # type: ignore[arg-type]


def test_there_is_no_skin_off_the_body() -> None:
    with pytest.raises(ValueError, match="no skin"):
        ball().locate("side", 40, 0)


def test_a_shape_lies_on_both_sides_of_the_body_and_only_at_its_face() -> None:
    skin = ball()
    inside = skin.inside("front", np.array([[2.0, 74.0], [6.0, 74.0], [6.0, 79.0], [2.0, 79.0]])) > 0
    assert (skin.normals[inside, 2] > 0).all()
    assert (skin.points[inside, 0] > 0).any()
    assert (skin.points[inside, 0] < 0).any()


def test_shapes_are_joined_cut_and_limited() -> None:
    skin = ball()
    wide = Shape(chart="front", outline=[(0.5, 74.0), (6, 74), (6, 80), (0.5, 80)])
    low = Shape(chart="front", outline=[(0.5, 70.0), (6, 70), (6, 77), (0.5, 77)])

    def inside(op: str) -> int:
        cut = Shape(op=op, chart=low.chart, outline=low.outline)  # type: ignore[arg-type]
        return int((Region("any", [wide, cut]).field(skin, skin) > 0).sum())

    alone = int((Region("any", [wide]).field(skin, skin) > 0).sum())
    assert inside("add") > alone > inside("without") > 0
    assert inside("within") + inside("without") == pytest.approx(alone, abs=2)


def test_a_band_is_as_wide_as_it_says() -> None:
    skin = ball()
    field = Shape(band=[("head", 90, -30, 1.0), ("head", 90, 0, 1.0), ("head", 90, 30, 1.0)]).field(skin, skin)
    across = np.abs(skin.points[(field > 0) & (np.abs(skin.points[:, 1] - 76.9) < 0.5), 2] - 4.7)
    assert 0.8 < across.max() < 1.2
    assert field.min() == -FAR_CM


def test_regions_are_cut_at_the_midline_but_for_the_unpaired() -> None:
    slugs = [region.slug for region in load_regions()]
    crown, throat = slugs.index("crown"), slugs.index("throat")
    points = np.array([[2.0, 88, 4], [-2.0, 88, 4], [2.0, 64, 8], [-2.0, 64, 8], [9.0, 0, 0]])
    number = sides(points, np.array([crown, crown, throat, throat, -1]))
    assert number.tolist() == [3 * crown + 1, 3 * crown + 2, 3 * throat + 3, 3 * throat + 3, 0]


def test_every_region_is_authored_once() -> None:
    slugs = [region.slug for region in load_regions()]
    assert len(set(slugs)) == len(slugs) == 35  # 33 regions (neither the composite nor the hand web) and two zones


def test_neighbours_keep_an_even_gap() -> None:
    label = np.zeros((200, 200), np.int16)
    label[20:180, 20:100], label[20:180, 100:180] = 1, 2
    found = outlines(label, label > 0, 1)
    left, right = (np.array(numbers(found[n].path)).reshape(-1, 2) for n in (1, 2))
    assert right[:, 0].min() - left[:, 0].max() == pytest.approx(GAP, abs=1)
    assert found[1].anchor == pytest.approx((60, 100), abs=5)


def test_slivers_go_to_their_neighbour() -> None:
    label = np.ones((100, 100), np.int16)
    label[:, 48:53] = 2
    assert set(np.unique(settled(label, 6, 16))) == {1}


def test_labels_are_carried_over_the_edge_of_the_body() -> None:
    label = np.zeros((40, 40), np.int16)
    label[10:30, 10:30] = 1
    assert (spread(label, label > 0, 5)[5:35, 10:30] == 1).all()
    assert (spread(label, label > 0, 5)[:4] == 0).all()


def test_a_curve_follows_its_points() -> None:
    angle = np.linspace(0, 2 * np.pi, 200)
    path = curve(np.column_stack([100 + 50 * np.cos(angle), 80 + 30 * np.sin(angle)]))
    assert re.fullmatch(r"M\S+ \S+(C\S+ \S+ \S+ \S+ \S+ \S+)+Z", path)
    ends = np.array([numbers(piece)[-2:] for piece in re.findall(r"[MC][^MCZ]*", path)])
    np.testing.assert_allclose((((ends - (100, 80)) / (50, 30)) ** 2).sum(axis=1), 1, atol=0.03)


def numbers(path: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", path)]


def test_area_is_signed() -> None:
    assert area(SQUARE) == 16
    assert area(SQUARE[::-1]) == -16


def test_a_map_keeps_depth_and_normals() -> None:
    depth = np.array([[1.0, -2.5, 0, 0, 0]], np.float32)
    normals = np.array([[[0.5, -0.5], [0, 1], [0, 0], [0, 0], [0, 0]]], np.float32)
    data = zlib.decompress(pack(depth, normals, np.array([[True, True, False, False, False]]), STEP))
    assert struct.unpack_from("<4sHHHHff", data)[:4] == (b"USM1", 5, 1, 4)
    samples = np.frombuffer(data, SAMPLE, offset=20)
    np.testing.assert_allclose(samples["depth"][:2] * UNIT_CM, [1, -2.5])
    assert list(samples["x"][:2]) == [64, 0]
    assert (samples["depth"][1 : 2 + RIM] == samples["depth"][1]).all()
    assert samples["depth"][-1] == NO_BODY


def test_landmark_names_are_used_once() -> None:
    places = load_places()
    assert not set(places.paired) & set(places.middle)
