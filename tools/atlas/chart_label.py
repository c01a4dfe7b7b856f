"""Where YOUR LEFT and YOUR RIGHT are printed: low beside the silhouette, clear of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from tools.atlas.mesh import Mask
    from tools.atlas.views import View

ROOM = (150.0, 40.0)  # width and height kept clear for the words, picture pixels
BAND = (0.94, 0.4)  # of the picture's height, searched from below
GAP = 24.0  # between the words and the body
FURTHEST = 150.0  # from the edge of the picture to the middle of the words


def label_points(view: View, body: Mask, scale: float) -> dict[str, list[float]]:
    """The middle of each label in picture pixels; `body` (h, w) at `scale` is all that is drawn, faint parts too."""
    if view.yaw in (90, -90):  # below the chin
        return {"left" if view.yaw == 90 else "right": _beside(body, scale, at_right=view.yaw == -90)}
    person_left_at_right = bool(view.axes[0, 0] > 0)
    return {
        "left": _beside(body, scale, at_right=person_left_at_right),
        "right": _beside(body, scale, at_right=not person_left_at_right),
    }


def _beside(body: Mask, scale: float, *, at_right: bool) -> list[float]:
    """The lowest place beside the body, at one edge of the picture, that has room for the words."""
    height, width = body.shape[0] / scale, body.shape[1] / scale
    mask = body[:, ::-1] if at_right else body
    free = np.where(mask.any(axis=1), mask.argmax(axis=1), -1) / scale
    best, place = 0.0, [0.0, 0.0]
    for y in np.arange(BAND[0] * height, BAND[1] * height, -4):
        room = float(free[round((y - ROOM[1] / 2) * scale) : round((y + ROOM[1] / 2) * scale)].min())
        if room > best:
            best, place = room, [min(room - GAP - ROOM[0] / 2, FURTHEST), round(float(y), 1)]
        if best >= ROOM[0] + 2 * GAP:
            break
    x = max(place[0], ROOM[0] / 2)
    return [round(width - x if at_right else x, 1), place[1]]
