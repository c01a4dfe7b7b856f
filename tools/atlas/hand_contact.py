"""Where a posed hand touches the skin: a mask, an ellipse for each pad, and the point that follows a path."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import ndimage

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tools.atlas.hand_grips import Grip
    from tools.atlas.hand_scene import PosedHand
    from tools.atlas.hand_sprite import Canvas
    from tools.atlas.mesh import Floats, Mask

PALM, HEEL = 0, -1  # parts besides the fingers 1 to 5
PAD_REACH_CM = 1.7  # from the tip of a finger
NEAR_CM = 0.16  # a pad touches with what lies this much above its lowest point
PALM_NEAR_CM, HEEL_NEAR_CM = 0.45, 0.8
MASK_SCALE = 0.25


@dataclass(frozen=True)
class Contact:
    """`point` (2,) px; `patches` (x, y, rx, ry, degrees) px; `mask` (h, w) 0..1 of what presses, at `MASK_SCALE`."""

    point: Floats
    patches: list[tuple[float, float, float, float, float]]
    mask: Floats


def touching(hand: PosedHand, part: int) -> Mask:
    """(n,) vertices of a part that touch the skin."""
    rest, joints = hand.fine.rest.vertices, hand.fine.hand.joints
    under = hand.body.normals[:, 2] < 0.1
    if part > 0:
        tip = np.linalg.norm(rest - joints[f"{part}-4"], axis=1) < PAD_REACH_CM
        region, near = tip & under & (hand.fine.member[:, part] > 0.5), NEAR_CM
    else:
        knuckles = joints["3-1"][1]
        low, high = (0.05, 0.38) if part == HEEL else (0.12, 1.0)
        region = under & (rest[:, 1] > low * knuckles) & (rest[:, 1] < high * knuckles)
        region &= hand.fine.member.sum(axis=1) < 0.3
        near = HEEL_NEAR_CM if part == HEEL else PALM_NEAR_CM
    height = hand.surface.height(hand.body.mesh.vertices)
    return np.asarray(region & (height < height[region].min() + near))


def contact_of(hand: PosedHand, grip: Grip, canvas: Canvas) -> Contact:
    """Contact of a sprite."""
    pixels = canvas.project(hand.body.mesh.vertices)[:, :2]
    masks = {part: _mask(pixels[touching(hand, part)], canvas.size) for part in grip.pads}
    middles = [[pixels[touching(hand, part)].mean(axis=0) for part in group] for group in grip.contact]
    point = np.mean([np.mean(group, axis=0) for group in middles], axis=0)
    pressing = [masks[part] for part in grip.presses or grip.pads]
    whole = np.clip(np.sum(pressing, axis=0), 0, 1)
    return Contact(point, [ellipse(mask) for mask in masks.values()], whole)


def _mask(pixels: Floats, size: tuple[int, int]) -> Floats:
    """Soft mask of the touching points at a quarter of the size."""
    shape = (round(size[1] * MASK_SCALE), round(size[0] * MASK_SCALE))
    hit: NDArray[np.bool_] = np.zeros(shape, bool)
    column, row = (pixels * MASK_SCALE).astype(int).T
    hit[np.clip(row, 0, shape[0] - 1), np.clip(column, 0, shape[1] - 1)] = True
    closed = ndimage.binary_fill_holes(ndimage.binary_closing(np.pad(hit, 4), iterations=3))[4:-4, 4:-4]
    return np.asarray(ndimage.gaussian_filter(closed.astype(float), 0.8))


def ellipse(mask: Floats) -> tuple[float, float, float, float, float]:
    """Centre, half axes (sprite px) and direction of the long one (degrees clockwise from x), by the mask's moments."""
    row, column = np.nonzero(mask > 0.5)
    centre = (np.array([column.mean(), row.mean()]) + 0.5) / MASK_SCALE
    values, vectors = np.linalg.eigh(np.cov(np.stack([column, row])) + np.eye(2) * 0.1)
    short, long = 2 * np.sqrt(values) / MASK_SCALE
    angle = np.degrees(np.arctan2(vectors[1, 1], vectors[0, 1]))
    return (*(round(float(v), 1) for v in (*centre, long, short, angle)),)  # type: ignore[return-value]
