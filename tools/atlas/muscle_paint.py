"""Muscles laid over each other: bulge of the surface, and cover, edges and fibres of every pixel."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.muscle_table import BORDER_CM, CHARTS
from tools.atlas.views import smoothstep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats
    from tools.atlas.muscle_charts import Spots
    from tools.atlas.muscle_field import MuscleField
    from tools.atlas.raster import Singles

BULGE_CM, TENDON_BULGE_CM, FLAT_SHARE = 0.27, 0.04, 0.4
EDGE_CM = ((2.0, 9.0), (0.11, 0.19))  # breadth of a muscle, and width of the dark line around it
FRAY_CM = 0.16  # how far single strands reach beyond the end of a muscle
FRAYS_PER_CM = 1.9
PALING_CM = 1.0  # over which a muscle turns into its tendon
SMALL_CM = 5.2  # muscles narrower than this are lower


@dataclass(frozen=True)
class Paint:
    """What is at each of n pixels.

    Shares of `muscle`, `tendon`, `lip`; dark `edge`; `core` 1 deep inside; `pale` where fibres turn into tendon;
    `number` of the muscle on top, -1 for none; `phases` (n, charts) of the fibres in each chart.
    """

    muscle: Singles
    tendon: Singles
    lip: Singles
    edge: Singles
    core: Singles
    pale: Singles
    number: NDArray[np.int16]
    phases: Singles


def bulge(fields: Sequence[MuscleField], spots: Spots) -> Floats:
    """(n,) height in cm by which muscles stand out at the spots."""
    height = np.zeros(len(spots.points))
    for field in fields:
        near, muscle = field.near(spots), field.muscle
        depth = field.depth(spots.some(near))
        inside = smoothstep(depth / 0.37 + 0.5, 0, 1)
        small = min(1.0, muscle.breadth / SMALL_CM)
        if muscle.kind in ("skin", "lip"):
            own = np.zeros(len(near))
        elif muscle.kind == "tendon":
            own = TENDON_BULGE_CM * np.clip(depth / 1.05, 0, 1)
        else:
            own = BULGE_CM * small**0.7 * np.clip(depth / (1.67 * max(small, 0.35)), 0, 1) ** 0.6
        height[near] = height[near] * (1 - inside) + own * inside * (FLAT_SHARE if muscle.flat else 1)
    return height


def paint(fields: Sequence[MuscleField], spots: Spots) -> Paint:
    """The muscles at the spots, later ones over earlier ones."""
    count = len(spots.points)
    muscle, tendon, lip, edge, core, pale = (np.zeros(count, np.float32) for _ in range(6))
    number, phases = np.full(count, -1, np.int16), np.zeros((count, len(CHARTS)), np.float32)
    for index, field in enumerate(fields):
        kind, red = field.muscle.kind, field.muscle.fleshy
        near = field.near(spots)
        at = spots.some(near)
        depth, ends, own = field.depth(at), field.ends(at), _phases(field, at)
        small = min(1, field.muscle.breadth / SMALL_CM)
        frayed = depth + FRAY_CM * small * ends * _strands(own, at)
        cover = np.clip(frayed / (field.muscle.soft * (1 + 2 * ends)) + 0.5, 0, 1)
        line = np.exp(-(((depth - 0.04) / np.interp(field.muscle.breadth, *EDGE_CM)) ** 2))
        line *= np.clip(1 + depth / 0.52, 0, 1) * (1 - 0.7 * ends) * (1 if red else 0.4)
        line *= min(1, BORDER_CM / field.muscle.soft)
        muscle[near] = muscle[near] * (1 - cover) + cover * red
        tendon[near] = tendon[near] * (1 - cover) + cover * (kind == "tendon")
        lip[near] = lip[near] * (1 - cover) + cover * (kind == "lip")
        edge[near] = np.maximum(edge[near] * (1 - cover), line)
        core[near] = core[near] * (1 - cover) + cover * np.clip(depth / (2.3 * small + 0.1), 0, 1)
        pale[near] = pale[near] * (1 - cover) + cover * ends * np.exp(-((depth / (PALING_CM * small)) ** 2))
        inside = depth > 0
        number[near[inside]], phases[near[inside]] = index, own[inside]
    return Paint(muscle, tendon, lip, edge, core, pale, number, phases)


def _phases(field: MuscleField, spots: Spots) -> Singles:
    """(n, charts) phase of the muscle's fibres in each chart, 0 where it has no patch."""
    phases = np.zeros((len(spots.points), len(CHARTS)), np.float32)
    for column, chart in enumerate(CHARTS):
        if chart in field.patches:
            numbers, at = spots.shown[chart]
            phases[numbers, column] = field.patches[chart].phase.at(at)
    return phases


def _strands(phases: Singles, spots: Spots) -> Singles:
    """(n,) -1 to 1: thick and thin strands where a muscle frays into its tendon."""
    turns = 2 * np.pi * FRAYS_PER_CM * phases
    return np.asarray((np.sin(turns + 1.3 * np.sin(0.37 * turns)) * spots.weights).sum(axis=1), np.float32)
