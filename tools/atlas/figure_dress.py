"""What the figure wears: a shirt with short sleeves and shorts, laid out in cm of the standing figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.mesh import averaging, normals
from tools.atlas.views import smoothstep

if TYPE_CHECKING:
    from tools.atlas.figure_rig import Figure
    from tools.atlas.mesh import AnyFloats, Floats, Mesh

HEM_CM = 0.25
"""Half of the width over which a hem goes over into skin."""
THICK_CM = 0.5
SHORTS_CM, WAIST_CM = -20.0, 9.0
NECK = (0.0, 63.5, 0.0)
NECKLINE_CM, SLEEVE_CM = 9.6, 15.0
CHIN_CM = 64.5
"""Nothing is worn above."""
FLAT_ROUNDS = 60
"""Cloth spans hollows and bumps: its surface is evened this often."""
_ARM_BONES = ("arm", "wrist", "finger", "metacarpal")


def patches(figure: Figure, standing: AnyFloats, arm: AnyFloats) -> tuple[Floats, Floats]:
    """How much of each point is shirt and shorts (n,), by its place on the standing figure (n, 3) and how far it
    follows the arm (n,)."""
    shoulder, elbow = figure.joints["upperarm01.L"], figure.joints["lowerarm01.L"]
    along = (elbow - shoulder) / np.linalg.norm(elbow - shoulder)
    mirrored = standing * np.where(standing[:, :1] < 0, [-1.0, 1.0, 1.0], 1.0)
    beyond = _over((mirrored - shoulder) @ along, SLEEVE_CM) * smoothstep(arm, 0.4, 0.6)
    height = standing[:, 1]
    below_neck = _over(np.linalg.norm(standing - np.array(NECK), axis=1), NECKLINE_CM) * _over(-height, -CHIN_CM)
    shirt = _over(height, WAIST_CM) * below_neck * (1 - beyond)
    shorts = _over(height, SHORTS_CM) * (1 - _over(height, WAIST_CM)) * (1 - smoothstep(arm, 0.3, 0.5))
    return shirt, shorts


def arm_share(figure: Figure) -> Floats:
    """(n,) how far each vertex follows the arm."""
    return np.asarray(
        figure.weights[:, [any(word in bone for word in _ARM_BONES) for bone in figure.bones]].sum(axis=1)
    )


def dressed(figure: Figure) -> Mesh:
    """The standing figure, thicker and smoother where it wears cloth."""
    mean, points, out = averaging(figure.mesh), figure.mesh.vertices, normals(figure.mesh)
    cloth = np.maximum(*patches(figure, points, arm_share(figure)))
    spanned = points
    for _ in range(FLAT_ROUNDS):
        spanned = spanned + 0.6 * (mean @ spanned - spanned)
    over = np.maximum(((spanned - points) * out).sum(axis=1), 0)
    flatter = 0.5 * ((spanned - points) * out).sum(axis=1)
    raised = np.maximum(over, flatter) + THICK_CM
    for _ in range(6):
        raised = 0.5 * raised + 0.5 * (mean @ raised)
    return figure.mesh.with_vertices(points + out * (raised * cloth)[:, None])


def _over(values: AnyFloats, edge: float) -> Floats:
    return smoothstep(values, edge - HEM_CM, edge + HEM_CM)
