"""Subdivision, normals and cutting of quad meshes."""

from __future__ import annotations

import numpy as np
import pytest

from tools.atlas.mesh import (
    Mesh,
    averaging,
    catmull_clark,
    curvature,
    evened,
    keep_quads,
    normals,
    spacing,
    spread,
    thinned,
)

CORNERS = np.array([[x, y, z] for x in (-1.0, 1.0) for y in (-1.0, 1.0) for z in (-1.0, 1.0)])
SIDES = np.array([[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]])


@pytest.fixture
def cube() -> Mesh:
    return Mesh(CORNERS, SIDES)


@pytest.fixture
def ball(cube: Mesh) -> Mesh:
    for _ in range(4):
        cube, _values = catmull_clark(cube)
    return cube


def test_one_step_quarters_every_quad(cube: Mesh) -> None:
    fine, _values = catmull_clark(cube)
    assert len(fine.quads) == 4 * len(SIDES)
    assert len(fine.vertices) == 8 + 12 + 6


def test_a_closed_mesh_shrinks_towards_a_ball(ball: Mesh) -> None:
    radii = np.linalg.norm(ball.vertices, axis=1)
    assert radii.max() < 1.0
    assert np.ptp(radii) < 0.11


def test_values_are_carried_by_the_same_weights_as_the_points(cube: Mesh) -> None:
    fine, values = catmull_clark(cube, CORNERS @ np.array([[2.0], [3.0], [5.0]]))
    np.testing.assert_allclose(values, fine.vertices @ np.array([[2.0], [3.0], [5.0]]), atol=1e-12)


def test_the_border_of_an_open_mesh_stays_in_its_plane() -> None:
    square = Mesh(np.array([[0.0, 0, 0], [2, 0, 0], [2, 2, 0], [0, 2, 0]]), np.array([[0, 1, 2, 3]]))
    fine, _values = catmull_clark(square)
    assert np.abs(fine.vertices[:, 2]).max() == 0
    np.testing.assert_allclose(fine.vertices.mean(axis=0), [1, 1, 0])


def test_normals_of_a_ball_point_outwards(ball: Mesh) -> None:
    outwards = ball.vertices / np.linalg.norm(ball.vertices, axis=1, keepdims=True)
    assert (normals(ball) * outwards).sum(axis=1).min() > 0.99


def test_a_ball_is_a_ridge_everywhere(ball: Mesh) -> None:
    assert curvature(ball, normals(ball)).max() < 0


def test_averaging_keeps_what_is_even(ball: Mesh) -> None:
    even = np.ones(len(ball.vertices))
    np.testing.assert_allclose(averaging(ball) @ even, even)


def test_evening_flattens_a_dense_mesh_and_leaves_a_coarse_one(ball: Mesh) -> None:
    noise = np.random.default_rng(1).normal(size=len(ball.vertices))
    left = []
    for size in (1, 100):
        scaled = ball.with_vertices(ball.vertices * size)
        left.append(evened(noise, averaging(scaled), spacing(scaled)).std())
    assert left[0] < 0.5 * noise.std()
    assert left[1] == pytest.approx(noise.std(), rel=0.01)


def test_keeping_some_quads_renumbers_their_vertices(cube: Mesh) -> None:
    part, numbers = keep_quads(cube, np.array([True, False, False, False, False, False]))
    assert list(numbers) == [0, 1, 2, 3]
    np.testing.assert_array_equal(part.vertices[part.quads[0]], CORNERS[SIDES[0]])


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_thinned_mesh_is_what_was_subdivided(cube: Mesh, mirrored: bool) -> None:
    fine, _values = catmull_clark(cube)
    if mirrored:
        fine = Mesh(fine.vertices * [-1.0, 1.0, 1.0], fine.quads[:, ::-1])
    rough = thinned(fine)
    assert len(rough.quads) == len(SIDES)
    assert rough.vertices == pytest.approx(fine.vertices[:8])
    assert ((normals(rough) * rough.vertices).sum(axis=1) > 0).all()


def test_values_spread_halfway_between_where_they_are(cube: Mesh) -> None:
    fine, _values = catmull_clark(cube)
    height = np.where(CORNERS[:, 2:] > 0, 200, 0).astype(np.uint8)
    every = spread(height, fine)[:, 0]
    assert every[:8] == pytest.approx(height[:, 0])
    assert set(every[np.isclose(fine.vertices[:, 2], 0)]) == {100}
