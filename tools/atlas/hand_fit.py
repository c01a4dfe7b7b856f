"""Fits a posed hand onto the skin: fingers side by side, pads down on the surface, the palm resting."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import brentq

from tools.atlas.hand_mesh import BONES, HandMesh
from tools.atlas.hand_pose import HandAngles, orientation, skin, solve
from tools.atlas.hand_regions import region
from tools.atlas.hand_surface import Surface
from tools.atlas.mesh import Mesh, catmull_clark, normals

Array = NDArray[np.float64]

ROW_CM = 0.5  # rows in which the edges of two fingers are compared
SPLAY_RANGE = (-10.0, 20.0)
CURL_RANGE = (-40.0, 70.0)


class Ground(Protocol):
    """Whatever a hand can be laid on."""

    def height(self, points: Array) -> Array:
        """Distance (n,) of points (n, 3) above it, cm, negative inside."""


@dataclass(frozen=True)
class Coarse:
    """The control mesh subdivided once: near enough to the final shape to fit with, quick to pose."""

    hand: HandMesh
    rest: Mesh
    weights: Array
    member: Array

    @staticmethod
    def of(hand: HandMesh) -> "Coarse":
        """Built from the rest hand."""
        rest, values = catmull_clark(hand.mesh, np.hstack([hand.weights, hand.member()]))
        weights, member = values[:, : len(BONES)], values[:, len(BONES) :]
        return Coarse(hand, rest, weights / weights.sum(axis=1, keepdims=True), member)

    def bent(self, angles: HandAngles) -> Array:
        """(n, 3) posed points in the hand frame, neither tilted nor rolled."""
        motions = solve(self.hand, angles)
        return skin(self.rest.vertices, self.weights, [motions[b] for b in BONES])

    def posed(self, angles: HandAngles) -> Array:
        """(n, 3) posed points."""
        return np.asarray(self.bent(angles) @ orientation(angles).T)

    def region(self, part: int) -> NDArray[np.bool_]:
        """Points of a part."""
        return region(part, self.rest.vertices, self.member, self.hand.joints)


def _with_splay(angles: HandAngles, finger: int, splay: float) -> HandAngles:
    return replace(angles, fingers={**angles.fingers, finger: replace(angles.fingers[finger], splay=splay)})


def _with_curl(angles: HandAngles, finger: int, degrees: float) -> HandAngles:
    if finger == 1:
        return replace(angles, thumb=replace(angles.thumb, down=angles.thumb.down + degrees))
    return replace(angles, fingers={**angles.fingers, finger: angles.fingers[finger].curled(degrees)})


def _gap(coarse: Coarse, angles: HandAngles, left: int, right: int) -> float:
    """Least space between two fingers side by side over the palm, cm; negative when one covers the other."""
    points = coarse.bent(angles)
    joints = coarse.hand.joints
    edges = []
    for finger, sign in ((left, 1.0), (right, -1.0)):
        # only beyond the first phalanx's last third: nearer the hand the fingers share their web
        start = (0.35 * joints[f"{finger}-1"] + 0.65 * joints[f"{finger}-2"])[1]
        own = points[(coarse.member[:, finger] > 0.9) & (coarse.rest.vertices[:, 1] > start)]
        rows = np.round(own[:, 1] / ROW_CM).astype(int)
        edge = np.full(64, -np.inf)
        np.maximum.at(edge, rows, sign * own[:, 0])
        edges.append(edge)
    gaps = -edges[0] - edges[1]
    return float(gaps[np.isfinite(gaps)].min(initial=np.inf))


def together(coarse: Coarse, angles: HandAngles, gap: float) -> HandAngles:
    """Index, ring and little finger splayed until each lies `gap` cm beside its neighbour."""
    for finger, inner, sign in ((2, 3, -1.0), (4, 3, 1.0), (5, 4, 1.0)):
        beside = partial(_excess_gap, coarse, angles, finger, inner, sign, gap)
        low, high = SPLAY_RANGE
        splay = low if beside(low) > 0 else high if beside(high) < 0 else brentq(beside, low, high, xtol=0.2)
        angles = _with_splay(angles, finger, sign * splay)
    return angles


def _excess_gap(
    coarse: Coarse, angles: HandAngles, finger: int, inner: int, sign: float, gap: float, splay: float
) -> float:
    left, right = sorted((finger, inner))
    return _gap(coarse, _with_splay(angles, finger, sign * splay), left, right) - gap


def press(coarse: Coarse, angles: HandAngles, surface: Ground, heights: Mapping[int, float]) -> HandAngles:
    """Fingers bent until the lowest point of each pad is at its height above the skin (negative: pressed in), cm.

    A finger that cannot reach it comes as near as it can.
    """
    for finger, height in heights.items():
        above = partial(_excess_height, coarse, angles, surface, finger, height)
        trial = np.linspace(*CURL_RANGE, 12)
        values = [above(t) for t in trial]
        crossing = next((i for i in range(11) if values[i] > 0 >= values[i + 1]), None)
        if crossing is None:
            bend = trial[int(np.argmin(np.abs(values)))]
        else:
            bend = brentq(above, trial[crossing], trial[crossing + 1], xtol=0.2)
        angles = _with_curl(angles, finger, bend)
    return angles


def _excess_height(
    coarse: Coarse, angles: HandAngles, surface: Ground, finger: int, height: float, degrees: float
) -> float:
    points = coarse.posed(_with_curl(angles, finger, degrees))[coarse.region(finger)]
    return float(surface.height(points).min()) - height


def settled(coarse: Coarse, angles: HandAngles, surface: Surface, part: int, sunk: float) -> Surface:
    """The skin raised or lowered until this share of the part's underside sinks into it."""
    points = coarse.posed(angles)
    under = normals(coarse.rest.with_vertices(points))[:, 2] < -0.2
    rise = np.quantile(surface.height(points[under & coarse.region(part)]), sunk)
    return replace(surface, top=(*surface.top[:2], float(surface.top[2] + rise)))
