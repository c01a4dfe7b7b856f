"""The parts of a hand that can touch the skin, as regions of the rest hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.atlas.mesh import Floats, Mask

PALM, HEEL, EDGE, KNUCKLES, BACK, FLAT = 0, -1, -2, -3, -4, -5
"""Parts besides the pads of the fingers 1 to 5. EDGE: the little finger's side, open or closed to a fist.
KNUCKLES: the fingers' middle bones. FLAT: the fingers from their middle joints on."""

PAD_REACH_CM = 1.7  # from the tip of a finger
EDGE_CM = 1.5  # how far the edge reaches in from the outermost line of the hand
PALM_SPAN = (0.12, 1.0)  # from the wrist to the middle finger's knuckle
HEEL_SPAN = (0.05, 0.38)
EDGE_SPAN = (0.12, 2.0)
BACK_SPAN = (0.3, 2.0)


def region(part: int, rest: Floats, member: Floats, joints: Mapping[str, Floats]) -> Mask:
    """(n,) the points of a part; `rest` (n, 3) and `member` (n, 6) as in `HandMesh`."""
    if part > 0:
        near = np.linalg.norm(rest - joints[f"{part}-4"], axis=1) < PAD_REACH_CM
        return np.asarray(near & (member[:, part] > 0.5))
    if part == KNUCKLES:
        return _bones(1.0, rest, member, joints)
    if part == FLAT:
        return _bones(9.0, rest, member, joints)
    low, high = {PALM: PALM_SPAN, HEEL: HEEL_SPAN, EDGE: EDGE_SPAN, BACK: BACK_SPAN}[part]
    along = rest[:, 1] / joints["3-1"][1]
    span = (along > low) & (along < high)
    if part == EDGE:
        outer = rest[:, 0] > np.interp(rest[:, 1], [0.0, joints["5-1"][1]], [1.6, joints["5-1"][0] + 0.6]) - EDGE_CM
        return np.asarray(span & ((member[:, 5] > 0.5) | (outer & (member.sum(axis=1) < 0.3))))
    if part == BACK:
        return np.asarray(span & (member[:, 1] < 0.3))
    return np.asarray(span & (member.sum(axis=1) < 0.3))


def _bones(reach: float, rest: Floats, member: Floats, joints: Mapping[str, Floats]) -> Mask:
    """(n,) what lies up to `reach` lengths of the middle bone beyond the middle joints of the four fingers."""
    found = np.zeros(len(rest), bool)
    for finger in (2, 3, 4, 5):
        start, end = joints[f"{finger}-2"], joints[f"{finger}-3"]
        place = (rest - start) @ (end - start) / ((end - start) @ (end - start))
        found |= (member[:, finger] > 0.5) & (place > 0.0) & (place < reach)
    return found
