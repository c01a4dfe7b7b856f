"""Quad meshes: subdivision, normals, neighbours, cutting. Lengths in centimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
import scipy.sparse as sp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    AnyFloats = NDArray[np.floating[Any]]  # of either precision
    Ints = NDArray[np.int64]
    Mask = NDArray[np.bool_]
    T = TypeVar("T", bound=AnyFloats)

EVEN_CM = 0.15  # over which shading values are evened


@dataclass(frozen=True)
class Mesh:
    """`vertices` (n, 3) in cm, `quads` (m, 4) vertex numbers, anticlockwise from outside (a triangle repeats one)."""

    vertices: Floats
    quads: Ints

    def with_vertices(self, vertices: Floats) -> Mesh:
        return Mesh(vertices, self.quads)

    def triangles(self) -> NDArray[np.int32]:
        """(2m, 3) vertex numbers."""
        return np.vstack([self.quads[:, [0, 1, 2]], self.quads[:, [0, 2, 3]]]).astype(np.int32)


def joined(meshes: Sequence[Mesh]) -> Mesh:
    """All meshes as one, their vertices in this order."""
    starts = np.cumsum([0, *(len(mesh.vertices) for mesh in meshes[:-1])])
    quads = [mesh.quads + start for mesh, start in zip(meshes, starts, strict=True)]
    return Mesh(np.vstack([mesh.vertices for mesh in meshes]), np.vstack(quads))


def keep_quads(mesh: Mesh, kept: Mask) -> tuple[Mesh, Ints]:
    """The part of the mesh whose quads are `kept` (m,), and the old number of each vertex left."""
    quads = mesh.quads[kept]
    used = np.unique(quads)
    number = np.full(len(mesh.vertices), -1, dtype=np.int64)
    number[used] = np.arange(len(used))
    return Mesh(mesh.vertices[used], number[quads]), used


def catmull_clark(mesh: Mesh, values: Floats | None = None) -> tuple[Mesh, Floats]:
    """One step of subdivision. `values` (n, k) per vertex are carried along by the same weights."""
    points = mesh.vertices if values is None else np.hstack([mesh.vertices, values])
    fine, quads = _subdivided(points, mesh.quads)
    return Mesh(fine[:, :3], quads), fine[:, 3:]


def thinned(mesh: Mesh) -> Mesh:
    """What `catmull_clark` made this mesh from (mirrored since or not), its vertices where they have moved to: they
    are the first of the mesh's own."""
    quads, mirrored = _families(mesh)
    corners = quads[:, :, 0]
    return Mesh(mesh.vertices[: corners.max() + 1], corners[:, ::-1] if mirrored else corners)


def spread(values: NDArray[np.uint8], mesh: Mesh) -> NDArray[np.uint8]:
    """Values (k, m) of `thinned(mesh)` for all n vertices of the mesh, halfway between where they are new: (n, m)."""
    corner, edge, centre, _ = np.moveaxis(_families(mesh)[0], 2, 0)
    result = np.empty((len(mesh.vertices), values.shape[1]), np.uint8)
    result[: len(values)] = values
    for here, beyond, middle in zip(corner.T, np.roll(corner, -1, axis=1).T, edge.T, strict=True):
        result[middle] = values[here] // 2 + values[beyond] // 2
    result[centre[:, 0]] = result[edge[:, 0]] // 2 + result[edge[:, 2]] // 2
    return result


def _families(mesh: Mesh) -> tuple[Ints, bool]:
    """(k, 4, 4) the four quads each quad was cut into, each as corner, edge, centre, edge before; was it mirrored?"""
    quads = mesh.quads.reshape(-1, 4, 4)
    mirrored = bool(quads[0, 0].argmin() == 3)  # a corner was there before the rest: it has the lowest number
    return (quads[:, :, ::-1] if mirrored else quads), mirrored


def _subdivided(points: Floats, quads: Ints) -> tuple[Floats, Ints]:
    count, faces = len(points), len(quads)
    face_points = points[quads].mean(axis=1)
    ends = np.sort(np.stack([quads, np.roll(quads, -1, axis=1)], axis=-1).reshape(-1, 2), axis=1)
    keys, edge_of, sharing = np.unique(ends[:, 0] * count + ends[:, 1], return_inverse=True, return_counts=True)
    first, second = keys // count, keys % count
    middle = (points[first] + points[second]) / 2
    around = _gather(edge_of, np.repeat(face_points, 4, axis=0), len(keys))
    border = sharing == 1
    smooth_edge = (points[first] + points[second] + around) / (2 + sharing[:, None])
    edge_points = np.where(border[:, None], middle, smooth_edge)
    moved = _moved_vertices(points, quads, face_points, first, second, middle)
    moved = _on_border(points, moved, first[border], second[border], middle[border])
    edges = edge_of.reshape(faces, 4) + count
    centre = np.arange(faces) + count + len(keys)
    corners = [np.stack([quads[:, i], edges[:, i], centre, edges[:, i - 1]], axis=-1) for i in range(4)]
    return np.vstack([moved, edge_points, face_points]), np.stack(corners, axis=1).reshape(-1, 4)


def _gather(index: Ints, values: Floats, count: int) -> Floats:
    """Sums of `values` by `index`: (count, k)."""
    return np.stack([np.bincount(index, column, minlength=count) for column in values.T], axis=1)


def _moved_vertices(
    points: Floats, quads: Ints, face_points: Floats, first: Ints, second: Ints, middle: Floats
) -> Floats:
    count = len(points)
    valence = np.maximum(np.bincount(quads.ravel(), minlength=count), 1)[:, None]
    faces_around = _gather(quads.ravel(), np.repeat(face_points, 4, axis=0), count) / valence
    ends = np.concatenate([first, second])
    edges = np.maximum(np.bincount(ends, minlength=count), 1)[:, None]
    edges_around = _gather(ends, np.vstack([middle, middle]), count) / edges
    return (faces_around + 2 * edges_around + (valence - 3) * points) / valence


def _on_border(points: Floats, moved: Floats, first: Ints, second: Ints, middle: Floats) -> Floats:
    """Border vertices follow only the border, so that a cut edge stays a smooth curve."""
    count = len(points)
    ends = np.concatenate([first, second])
    touching = np.bincount(ends, minlength=count)[:, None]
    if not len(ends):
        return moved
    along = (_gather(ends, np.vstack([middle, middle]), count) + 2 * points) / (touching + 2)
    return np.where(touching > 0, along, moved)


def normals(mesh: Mesh) -> Floats:
    """Unit normals (n, 3), outwards, weighted by area."""
    corner = mesh.vertices[mesh.quads]
    face = np.cross(corner[:, 2] - corner[:, 0], corner[:, 3] - corner[:, 1])
    total = _gather(mesh.quads.ravel(), np.repeat(face, 4, axis=0), len(mesh.vertices))
    return np.asarray(total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12))


def averaging(mesh: Mesh) -> sp.csr_matrix:
    """(n, n) matrix whose product is the mean over each vertex's neighbours."""
    quads, count = mesh.quads, len(mesh.vertices)
    ends = np.vstack([quads[:, [i, (i + 1) % 4]] for i in range(4)])
    ends = ends[ends[:, 0] != ends[:, 1]]
    rows, columns = np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])
    matrix = sp.coo_matrix((np.ones(len(rows)), (rows, columns)), (count, count)).tocsr()
    matrix.data[:] = 1
    return (sp.diags(1 / np.maximum(np.asarray(matrix.sum(axis=1)).ravel(), 1)) @ matrix).tocsr()


def spacing(mesh: Mesh) -> Floats:
    """(n,) mean length in cm of the edges around each vertex."""
    length = np.linalg.norm(mesh.vertices[mesh.quads[:, 0]] - mesh.vertices[mesh.quads[:, 1]], axis=1)
    corners, count = mesh.quads.ravel(), len(mesh.vertices)
    total = np.bincount(corners, np.repeat(length, 4), minlength=count)
    return np.asarray(total / np.maximum(np.bincount(corners, minlength=count), 1))


def evened(values: T, mean: sp.csr_matrix, apart: Floats, rounds: int = 8) -> T:
    """Values (n, k) averaged with their neighbours' over about EVEN_CM, however dense the mesh is there.

    `mean` is the mesh's `averaging`, `apart` its `spacing`.
    """
    share = (0.5 * np.minimum(1, (EVEN_CM / np.maximum(apart, 0.01)) ** 2)).astype(values.dtype)
    for _ in range(rounds):
        values = values + (mean @ values - values) * (share if values.ndim == 1 else share[:, None])
    return values


def curvature(mesh: Mesh, normal: Floats, rounds: int = 8) -> Floats:
    """Signed mean curvature (n,) in 1/cm, evened: positive in a hollow, negative on a ridge."""
    mean, apart = averaging(mesh), spacing(mesh)
    bend = ((mean @ mesh.vertices - mesh.vertices) * normal).sum(axis=1)
    return evened(np.asarray(bend / np.maximum(apart, 0.01) ** 2), mean, apart, rounds)
