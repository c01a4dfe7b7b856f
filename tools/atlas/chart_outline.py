"""From a picture of labels to outlines: even gaps, round corners, smooth Bézier curves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import scipy.ndimage as ndi
from scipy.interpolate import splev, splprep
from skimage.measure import find_contours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats, Mask

GAP = 5.0  # picture pixels between neighbours
EDGE = 1.2  # picture pixels kept free along the outline of the body
RADIUS = 6.0  # of the corners where regions meet; what is narrower than twice this is no region of its own
EDGE_RADIUS = 3.5  # of the corners at the edge of the body
LEAST_AREA = 600.0  # square picture pixels; smaller pieces are no target for a pointer
TOLERANCE = 0.3  # picture pixels between a contour and its curve


@dataclass(frozen=True)
class Outline:
    """`path` in SVG letters M, C, Z; `anchor` a point well inside, for the name; picture pixels."""

    path: str
    anchor: tuple[float, float]


def spread(label: NDArray[np.int16], body: Mask, reach: float) -> NDArray[np.int16]:
    """The labels carried out over the edge of the body by `reach` pixels, so that outlines end at the edge itself."""
    distance, nearest = ndi.distance_transform_edt(~body, return_indices=True)
    return np.where(distance <= reach, label[tuple(nearest)], 0)


def settled(label: NDArray[np.int16], radius: float, reach: float) -> NDArray[np.int16]:
    """The labels with slivers too narrow for an outline given to the nearest neighbour within `reach` pixels."""
    kept = np.zeros_like(label)
    for number, window in enumerate(ndi.find_objects(label), start=1):
        if window is not None:
            kept[window][_opened(np.pad(label[window] == number, 1), radius)[1:-1, 1:-1] > 0] = number
    distance, nearest = ndi.distance_transform_edt(kept == 0, return_indices=True)
    return np.where((label > 0) & (distance <= reach), kept[tuple(nearest)], 0)


def outlines(label: NDArray[np.int16], body: Mask, scale: float) -> dict[int, Outline]:
    """Outlines by label of a picture of labels on the skin `body`, both (h, w) at `scale` pixels to a picture pixel."""
    label = spread(settled(label, RADIUS * scale, 16 * scale), body, 10 * scale)
    depth = ndi.distance_transform_edt(body) - EDGE * scale
    found = {}
    for number, window in enumerate(ndi.find_objects(label), start=1):
        outline = None if window is None else _outline(label[window] == number, depth[window], window, scale)
        if outline is not None:
            found[number] = outline
    return found


def _outline(mask: Mask, depth: Floats, window: tuple[slice, slice], scale: float) -> Outline | None:
    """Outline of one label in its window of the picture; `depth` pixels inside the body."""
    margin = round((RADIUS + 4) * scale)
    inner, edge = np.pad(mask, margin), np.pad(depth, margin, constant_values=-1.0)
    field = _opened(np.minimum(_opened(inner, RADIUS * scale) - GAP / 2 * scale, edge) > 0, EDGE_RADIUS * scale)
    offset = np.array([window[1].start, window[0].start]) - margin
    return _traced(ndi.gaussian_filter(field, 1.5 * scale), offset, scale)


def _opened(mask: Mask, radius: float) -> Floats:
    """Pixels inside the mask once corners sharper than `radius` are rounded off; negative outside."""
    core = ndi.distance_transform_edt(mask) - radius
    if core.max() <= 0:
        return np.full(mask.shape, -1.0)
    inside, outside = radius + np.minimum(core, radius), radius - ndi.distance_transform_edt(core <= 0)
    return np.asarray(np.where(core > 0, inside, outside))


def _traced(field: Floats, offset: NDArray[np.int64], scale: float) -> Outline | None:
    pieces = []
    for contour in find_contours(field, 0.0):
        points = (contour[:, ::-1] + offset + 0.5) / scale
        if abs(area(points)) >= LEAST_AREA:
            pieces.append(curve(points))
    if not pieces:
        return None
    x, y = (anchor(field > 0) + offset + 0.5) / scale
    return Outline("".join(pieces), (round(float(x), 1), round(float(y), 1)))


def anchor(mask: Mask) -> Floats:
    """The place (x, y) for a name: well inside, and of such places the nearest to the middle."""
    depth = ndi.distance_transform_edt(mask)
    places = np.argwhere(depth > 0.9 * depth.max())
    middle = np.argwhere(mask).mean(axis=0)
    return np.asarray(places[np.argmin(((places - middle) ** 2).sum(axis=1))][::-1])


def area(points: Floats) -> float:
    """Signed area of a closed polygon (n, 2)."""
    after = np.roll(points, -1, axis=0)
    return float((points[:, 0] * after[:, 1] - after[:, 0] * points[:, 1]).sum() / 2)


def curve(points: Floats) -> str:
    """A closed smooth path through points (n, 2, first = last): a periodic cubic spline cut into its Bézier pieces."""
    spline, _ = splprep(points.T, s=len(points) * TOLERANCE**2, per=True)
    knots = np.unique(spline[0])
    knots = knots[(knots >= 0) & (knots <= 1)]
    at = np.stack(splev(knots, spline), axis=1)
    slope = np.stack(splev(knots, spline, der=1), axis=1) * np.append(np.diff(knots), 0)[:, None] / 3
    back = np.stack(splev(knots, spline, der=1), axis=1) * np.append(0, np.diff(knots))[:, None] / 3
    text = f"M{_pair(at[0])}"
    for i in range(len(knots) - 1):
        text += f"C{_pair(at[i] + slope[i])} {_pair(at[i + 1] - back[i + 1])} {_pair(at[i + 1])}"
    return text + "Z"


def _pair(point: Floats) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"
