"""Muscles laid over each other: bulge of the surface, and cover, edges and fibres of every pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.views import smoothstep

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.atlas.mesh import AnyFloats, Floats
    from tools.atlas.muscle_field import MuscleField
    from tools.atlas.raster import Singles

BULGE_CM, TENDON_BULGE_CM, FLAT_SHARE = 0.31, 0.04, 0.4
SOFT_CM = 0.125  # width of the soft border between two muscles
EDGE_CM = {"back": 0.21, "front": 0.14, "side": 0.14, "top": 0.18}  # width of the dark line around a muscle


@dataclass(frozen=True)
class Paint:
    """What is at each pixel, (n,): shares of `muscle`, `tendon`, `lip`; dark `edge`; `core` 1 deep inside; `phase`."""

    muscle: Singles
    tendon: Singles
    lip: Singles
    edge: Singles
    core: Singles
    phase: Singles


def bulge(fields: Iterable[MuscleField], points: AnyFloats) -> Floats:
    """(n,) height in cm by which muscles stand out at chart points (n, 2)."""
    height = np.zeros(len(points))
    for field in fields:
        near = field.near(points)
        depth, muscle = field.depth.at(points[near]), field.muscle
        inside = smoothstep(depth / 0.37 + 0.5, 0, 1)
        small = min(1.0, muscle.breadth / 5.2)
        if muscle.kind in ("skin", "lip"):
            own = np.zeros(len(near))
        elif muscle.kind == "tendon":
            own = TENDON_BULGE_CM * np.clip(depth / 1.05, 0, 1)
        else:
            own = BULGE_CM * small**0.7 * np.clip(depth / (1.67 * max(small, 0.35)), 0, 1) ** 0.6
        height[near] = height[near] * (1 - inside) + own * inside * (FLAT_SHARE if muscle.flat else 1)
    return height


def paint(fields: Iterable[MuscleField], points: AnyFloats, chart: str) -> Paint:
    """The muscles at chart points (n, 2), later ones over earlier ones."""
    muscle, tendon, lip, edge, core, phase = (np.zeros(len(points), np.float32) for _ in range(6))
    for field in fields:
        near = field.near(points)
        at, kind = points[near], field.muscle.kind
        depth = field.depth.at(at)
        cover = np.clip(depth / SOFT_CM + 0.5, 0, 1)
        red = kind in ("muscle", "ring")
        line = np.exp(-(((depth - 0.04) / EDGE_CM[chart]) ** 2)) * np.clip(1 + depth / 0.52, 0, 1)
        inner = np.clip(depth / (2.3 * min(1, field.muscle.breadth / 5.2) + 0.1), 0, 1)
        muscle[near] = muscle[near] * (1 - cover) + cover * red
        tendon[near] = tendon[near] * (1 - cover) + cover * (kind == "tendon")
        lip[near] = lip[near] * (1 - cover) + cover * (kind == "lip")
        edge[near] = np.maximum(edge[near] * (1 - cover), line * (1 if red else 0.4))
        core[near] = core[near] * (1 - cover) + cover * inner
        phase[near] = np.where(cover > 0.5, field.phase.at(at), phase[near])
    return Paint(muscle, tendon, lip, edge, core, phase)
