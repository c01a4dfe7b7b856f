"""Muscle outlines and fibres on their charts, and how the charts are laid together on the body."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tools.atlas.muscle_charts import Spots, chart_weights
from tools.atlas.muscle_field import fibre_phases, guide_fibres, muscle_field
from tools.atlas.muscle_map import muscle_numbers
from tools.atlas.muscle_paint import bulge, paint
from tools.atlas.muscle_table import CHARTS, DATA, Muscle, Patch, load_deep_muscles, load_muscles

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats
    from tools.atlas.muscle_table import Chart, Kind

CORNERS = np.array([[0.0, 0], [0, 10], [4, 10], [4, 0]])


def patch(shift: float = 0) -> Patch:
    """A strap 4 cm broad with fibres from top to bottom."""
    aside = np.array([shift, 0])
    return Patch(CORNERS + aside, np.array([[0.0, 10], [4, 10]]) + aside, np.array([[0.0, 0], [4, 0]]) + aside)


def muscle(name: str, kind: Kind = "muscle", shift: float = 0, part_of: str = "") -> Muscle:
    return Muscle(name, kind, {"back": patch(shift)}, part_of=part_of)


def on(points: list[list[float]], **share: float) -> Spots:
    """Spots at (across, up) of the back, with these weights of the charts."""
    weights = np.array([[share.get(chart, 0.0) for chart in CHARTS]] * len(points))
    return Spots(np.column_stack([np.array(points), np.zeros(len(points))]), weights)


STRAP, COVER = muscle("strap"), muscle("cover", "tendon", shift=2)


def test_fibres_of_a_strap_are_parallel_and_evenly_numbered() -> None:
    guides = guide_fibres(patch())
    assert np.ptp(guides[:, :, 0], axis=1).max() < 1e-9
    np.testing.assert_allclose(np.diff(fibre_phases(guides)), 4 / 12)


def test_the_phase_grows_across_the_fibres_only() -> None:
    phase = muscle_field(STRAP, 0).patches["back"].phase
    along = phase.at(np.array([[2.0, 2], [2, 5], [2, 8]]))
    across = phase.at(np.array([[1.0, 5], [2, 5], [3, 5]]))
    assert np.ptp(along) < 0.03
    np.testing.assert_allclose(np.diff(across), np.diff(across)[0], atol=0.03)
    assert np.diff(across)[0] > 0.5


def test_depth_is_positive_inside_the_outline_only() -> None:
    depth = muscle_field(STRAP, 0).depth(on([[2.0, 5], [-5, 5]], back=1))
    assert depth[0] == pytest.approx(2, abs=0.6)  # the rounded outline stands out a little
    assert depth[1] < 0


def test_fibres_end_at_the_short_sides_only() -> None:
    ends = muscle_field(STRAP, 0).ends(on([[2.0, 9.6], [0.3, 5]], back=1))
    assert ends[0] > 0.8
    assert ends[1] < 0.2


def test_outlines_of_two_charts_flow_together_where_both_count() -> None:
    """Half-way between the charts the border lies half-way between its two places."""
    strap = muscle_field(Muscle("strap", "muscle", {"back": patch(), "front": patch(shift=0.6)}), 0)
    borders = []
    for share in (1.0, 0.5, 0.0):
        x = np.linspace(3, 6, 301)
        depth = strap.depth(on([[u, 5.0] for u in x], back=share, front=1 - share))
        borders.append(x[np.argmin(np.abs(depth))])
    assert borders[1] - borders[0] == pytest.approx(0.3, abs=0.06)
    assert borders[2] - borders[0] == pytest.approx(0.6, abs=0.06)


def test_the_later_muscle_covers_the_earlier_one() -> None:
    painted = paint([muscle_field(STRAP, 0), muscle_field(COVER, 1)], on([[0.8, 5.0], [3.5, 5.0]], back=1))
    np.testing.assert_allclose(painted.muscle, [1, 0], atol=1e-6)
    np.testing.assert_allclose(painted.tendon, [0, 1], atol=1e-6)
    np.testing.assert_array_equal(painted.number, [0, 1])


def test_the_map_tells_sides_apart_and_leaves_skin_bare() -> None:
    whole, part, bare = muscle("strap"), muscle("end", shift=5, part_of="strap"), muscle("ear", "skin", shift=10)
    fields = [muscle_field(each, number) for number, each in enumerate((whole, part, bare))]
    spots = on([[2.0, 5], [-2, 5], [7, 5], [12, 5], [30, 5]], back=1)
    np.testing.assert_array_equal(muscle_numbers(fields, spots.columns()), [1, 2, 1, 0, 0])


def test_a_muscle_stands_out_and_sinks_to_nothing_at_its_border() -> None:
    height = bulge([muscle_field(STRAP, 0)], on([[2.0, 5], [-5, 5]], back=1))
    assert height[0] > 0.1
    assert height[1] == pytest.approx(0, abs=1e-6)


@given(arrays(float, (8, 3), elements=st.floats(-1, 1)), arrays(float, (8, 3), elements=st.floats(-90, 90)))
def test_every_point_goes_by_some_chart(turned: Floats, points: Floats) -> None:
    length = np.linalg.norm(turned, axis=1, keepdims=True)
    weights = chart_weights(np.where(length > 0.1, turned / np.maximum(length, 0.1), [0, 0, -1.0]), points)
    assert weights.min() >= 0
    np.testing.assert_allclose(weights.sum(axis=1), 1)


@pytest.mark.parametrize(("normal", "at", "chart"), [
    ((0, 0, -1), (3, 60, -6), "back"), ((0, 0, 1), (3, 50, 14), "front"),
    ((1, 0, 0), (6, 70, 3), "side"), ((0, 1, 0), (2, 88, 4), "top"), ((0, -1, 0), (0, 67, 12), "front"),
])  # fmt: skip
def test_a_point_goes_by_the_chart_it_faces(
    normal: tuple[int, int, int], at: tuple[int, int, int], chart: Chart
) -> None:
    weights = chart_weights(np.array([normal], float), np.array([at], float))
    assert weights[0, CHARTS.index(chart)] > 0.98


def test_every_authored_muscle_has_fibres_that_can_be_drawn() -> None:
    muscles = load_muscles()
    names = {each.name for each in muscles}
    assert {each.part_of for each in muscles} <= names | {""}
    for each in muscles:
        for drawn in each.patches.values():
            if each.kind in ("muscle", "tendon"):
                assert np.isfinite(guide_fibres(drawn)).all()
            assert (each.kind == "ring") == (drawn.centre is not None)


def test_no_shape_is_left_over() -> None:
    """A shape whose name no muscle has would never be drawn."""
    drawn = {(each.name, chart) for each in load_muscles() for chart in each.patches}
    for chart in CHARTS:
        text = (DATA / f"muscles_{chart}.toml").read_text("utf-8")
        assert {(name, chart) for name in tomllib.loads(text)} <= drawn


def test_deep_muscles_have_one_outline_each() -> None:
    assert all(len(each.patches) == 1 for each in load_deep_muscles())
