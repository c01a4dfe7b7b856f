"""Light on a moving body: worked out at few amounts, on a mesh of half the density, and blended between them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse as sp

from tools.atlas.body import Body
from tools.atlas.mesh import Mesh, normals
from tools.atlas.shade import surface_values
from tools.atlas.visibility import DIRECTIONS, visibility

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats, Ints
    from tools.atlas.raster import Singles
    from tools.atlas.views import View

SHADOW_MAP = 500  # pixels across; enough for the difference between two poses
FEW = DIRECTIONS[::3]


@dataclass(frozen=True, kw_only=True)
class PosedBody(Body):
    """A body that has the quads of another one, `still`, and so shares with it what follows from them."""

    still: Body

    @property
    def averaging(self) -> sp.csr_matrix:
        return self.still.averaging

    @property
    def spacing(self) -> Floats:
        return self.still.spacing


class Lighting:
    """Light for any pose of one body."""

    def __init__(self, still: Body) -> None:
        self.still = still
        self._resting: dict[str, Singles] = {}

    def values(self, view: View, mesh: Mesh, shadows: bool) -> Singles:
        """(n, SURFACE_VALUES) of `shade` for the body in a pose; `shadows`: what it shades of itself changes too."""
        seen = self._visibility(mesh) if shadows else self.still.visibility
        return surface_values(
            PosedBody(mesh=mesh, normals=normals(mesh), visibility=seen, still=self.still),
            view,
        )

    def resting(self, view: View) -> Singles:
        """The same at rest, worked out once for a view."""
        if view.name not in self._resting:
            self._resting[view.name] = surface_values(self.still, view)
        return self._resting[view.name]

    def _visibility(self, mesh: Mesh) -> NDArray[np.uint8]:
        """Visibility of the still body plus the change that few directions and half the density show."""
        change = (self._coarse_visibility(mesh).astype(np.float32) - self._at_rest) @ self._filled_in
        result = np.empty_like(self.still.visibility)
        for start in range(0, len(result), 50_000):
            part = slice(start, start + 50_000)
            result[part] = np.clip(self.still.visibility[part] + self._spread[part] @ change, 0, 255)
        return result

    def _coarse_visibility(self, mesh: Mesh) -> NDArray[np.uint8]:
        coarse = Mesh(mesh.vertices[self._kept], self._coarse_quads)
        return visibility(coarse, normals(coarse), SHADOW_MAP, towards=FEW)

    @cached_property
    def _filled_in(self) -> Singles:
        """(few, directions): each direction as the mean of the nearest few, the nearer the more."""
        near = np.maximum(FEW @ DIRECTIONS.T - np.cos(np.radians(20)), 0) ** 2
        return np.asarray(near / near.sum(axis=0), np.float32)

    @cached_property
    def _at_rest(self) -> Singles:
        return self._coarse_visibility(self.still.mesh).astype(np.float32)

    @cached_property
    def _fours(self) -> Ints:
        """(m, 4) vertices of the quads that were split in four to make this mesh, in the mesh's own numbers."""
        return self.still.quads.reshape(-1, 4, 4)[:, :, 0]

    @cached_property
    def _kept(self) -> Ints:
        return np.unique(self._fours)

    @cached_property
    def _coarse_quads(self) -> Ints:
        return np.searchsorted(self._kept, self._fours)

    @cached_property
    def _spread(self) -> sp.csr_matrix:
        """(n, kept): each vertex as the mean of the kept ones it was made of."""
        split, corners = self.still.quads.reshape(-1, 4, 4), self._coarse_quads
        rows, columns = [self._kept], [np.arange(len(self._kept))]
        for corner in range(4):
            for end in (corner, (corner + 1) % 4):
                rows.append(split[:, corner, 1])
                columns.append(corners[:, end])
            rows.append(split[:, 0, 2])
            columns.append(corners[:, corner])
        ones = np.ones(sum(map(len, rows)), np.float32)
        shape = (len(self.still.normals), len(self._kept))
        matrix = sp.coo_matrix((ones, (np.concatenate(rows), np.concatenate(columns))), shape).tocsr()
        matrix.data[:] = 1
        return (sp.diags((1 / np.asarray(matrix.sum(axis=1)).ravel()).astype(np.float32)) @ matrix).tocsr()
