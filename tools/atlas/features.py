"""Our own edits of the face: lips and eyelids closed, ear lobes tapered, pits of the coarse mesh filled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter, map_coordinates, minimum_filter

from tools.atlas.raster import rasterise
from tools.atlas.views import smoothstep

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats, Mesh

HELPERS_FROM = 13380  # vertices from here on are helper shapes, not skin
MOUTH_LINE_CM = 71.75
LOBE_ROOT_CM = 6.9  # how far from the midline the ear lobe leaves the head
GRID_CM = 0.03  # step of the height field in which a patch is evened out
REACH_CM = 1.2  # how deep below the outermost surface a vertex still moves with it


@dataclass(frozen=True)
class Patch:
    """A place on the face to even out, on both sides: an ellipse in the front chart, and the blur in cm."""

    name: str
    across: float
    up: float
    radii: tuple[float, float]
    blur: float


PATCHES = (
    Patch("eyelids", 3.2, 78.7, (2.9, 1.7), 0.24),
    Patch("inner corner of the eye", 1.6, 78.4, (1.3, 1.3), 0.24),
    Patch("outer corner of the eye", 4.8, 78.6, (1.6, 1.3), 0.24),
    Patch("corner of the mouth", 2.6, 71.7, (1.25, 1.1), 0.22),
)


def close_lips(vertices: Floats) -> Floats:
    """Pull both lip rims a little past each other, so that no gap is seen."""
    x, y, z = np.abs(vertices[:, 0]), vertices[:, 1], vertices[:, 2]
    skin = (np.arange(len(vertices)) < HELPERS_FROM) & (x < 2.72) & (z > 14.44)
    fading = np.clip((2.72 - x) / 0.63, 0, 1)
    lower = skin & (y <= MOUTH_LINE_CM) & (y > 71.16)
    upper = skin & (y > MOUTH_LINE_CM) & (y < 72.26)
    lifted = 0.178 * fading * np.clip((y - 71.16) / 0.42, 0, 1) * lower
    lowered = 0.126 * fading * np.clip((72.26 - y) / 0.37, 0, 1) * upper
    return np.asarray(vertices + np.stack([np.zeros_like(x), lifted - lowered, np.zeros_like(x)], axis=1))


def taper_ear_lobes(vertices: Floats) -> Floats:
    """Draw the lobes in towards the head from the middle of the ear down; the stock ones stick out like hooks."""
    x, y, z = vertices.T
    lobe = (np.abs(x) > LOBE_ROOT_CM) & (y > 73.0) & (y < 77.5) & (z > 1.5) & (z < 7.5)
    kept = 0.25 + 0.75 * np.clip((y - 73.8) / 3.4, 0, 1) ** 0.7
    drawn = np.sign(x) * (LOBE_ROOT_CM + (np.abs(x) - LOBE_ROOT_CM) * kept)
    return np.column_stack([np.where(lobe, drawn, x), y, z])


def smooth_patches(mesh: Mesh) -> Mesh:
    """The subdivided mesh with the lids drawn into one soft surface and the pits of PATCHES filled."""
    for patch in PATCHES:
        for side in (1, -1):
            mesh = _smoothed(mesh, patch, np.array([side * patch.across, patch.up]))
    return mesh


def _smoothed(mesh: Mesh, patch: Patch, centre: Floats) -> Mesh:
    """The patch's outermost surface, seen from the front, replaced by its blurred height field."""
    margin = np.array(patch.radii) + 4 * patch.blur
    corner = np.array([centre[0] - margin[0], centre[1] + margin[1]])
    size = np.ceil(2 * margin / GRID_CM).astype(int)
    points = np.column_stack([(mesh.vertices[:, :2] - corner) * [1, -1] / GRID_CM, mesh.vertices[:, 2]])
    nothing = np.zeros((len(points), 1), np.float32)
    height = rasterise(points, mesh.triangles(), nothing, (int(size[0]), int(size[1]))).depth
    blurred = gaussian_filter(height, patch.blur / GRID_CM)
    radius = np.hypot(*((mesh.vertices[:, :2] - centre) / patch.radii).T)
    inside = np.flatnonzero(radius < 1)
    at = points[inside, 1::-1].T - 0.5
    # the least height around: a vertex beside a step between two lids counts as seen whichever it belongs to
    hidden = map_coordinates(minimum_filter(height, 3), at, order=1) - points[inside, 2]
    target = map_coordinates(blurred, at, order=1) - np.maximum(hidden, 0)
    weight = smoothstep(1 - radius[inside], 0, 0.7) * (hidden < REACH_CM)
    moved = mesh.vertices.copy()
    moved[inside, 2] += weight * (target - points[inside, 2])
    return mesh.with_vertices(moved)
