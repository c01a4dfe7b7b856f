"""A grip: a bare hand's pose, laid onto the skin, still or changing from frame to frame."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.hand_contact import Touch
from tools.atlas.hand_fit import press, settled, together
from tools.atlas.hand_pose import between
from tools.atlas.hand_regions import BACK, EDGE, FLAT, HEEL, KNUCKLES, PALM, region
from tools.atlas.hand_scene import scene
from tools.atlas.mesh import normals

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tools.atlas.hand_fit import Coarse
    from tools.atlas.hand_pose import HandAngles
    from tools.atlas.hand_scene import FineHand, Kit, Scene
    from tools.atlas.hand_surface import Surface
    from tools.atlas.mesh import Floats, Mesh

NEAR_CM = {PALM: 0.45, HEEL: 0.8, EDGE: 0.5, KNUCKLES: 0.35, BACK: 0.5, FLAT: 0.35}
PAD_NEAR_CM = 0.16
"""A part touches with what lies this much above its lowest point."""


@dataclass(frozen=True)
class Key:
    """A key pose: `heights` of the pads above the skin in cm, by finger (it bends until it is there; negative: pressed
    in), and how far the whole hand is lifted, cm."""

    angles: HandAngles
    heights: Mapping[int, float] = field(default_factory=dict)
    lift: float = 0.0


@dataclass(frozen=True)
class Grip:
    """A pose that is still (one key) or passes through its key poses in `count` evenly spaced frames.

    `surface`: the skin beneath; `rest`: a part and the share of its underside that sinks in, None when the surface
    stands where it should. `gap`: space in cm between neighbouring fingers, None leaves the splay. `pads`: parts that
    touch, fingers 1 to 5 or those of `hand_regions`; `contact`: groups of them, the point half-way between the groups'
    middles follows the path. `presses`: the parts whose pressure is shown, where it is not all that touch.
    """

    keys: tuple[Key, ...]
    surface: Surface
    pads: tuple[int, ...]
    contact: tuple[tuple[int, ...], ...]
    rest: tuple[int, float] | None = None
    gap: float | None = None
    count: int = 1
    presses: tuple[int, ...] = ()

    def scenes(self, kit: Kit) -> Iterator[Scene]:
        """The frames, open to closed."""
        keys, surface = fitted(kit.coarse, self)
        for key in frames(keys, self.count):
            below = replace(surface, top=(*surface.top[:2], surface.top[2] - key.lift))
            mesh = kit.fine.posed(key.angles)
            yield scene([kit.fine.part(mesh)], below, touch_of(self, kit.fine, mesh, below), kit)


def fitted(coarse: Coarse, grip: Grip) -> tuple[tuple[Key, ...], Surface]:
    """The key poses of a grip laid on the skin, and that skin."""
    surface = grip.surface if grip.rest is None else settled(coarse, grip.keys[0].angles, grip.surface, *grip.rest)
    keys = []
    for key in grip.keys:
        down = press(coarse, key.angles, surface, key.heights)
        if grip.gap is not None:
            down = press(coarse, together(coarse, down, grip.gap), surface, key.heights)
        keys.append(replace(key, angles=down))
    return tuple(keys), surface


def frames(keys: tuple[Key, ...], count: int) -> list[Key]:
    """`count` poses evenly spaced along the key poses."""
    if count == 1:
        return [keys[0]]
    found = []
    for place in np.linspace(0, len(keys) - 1, count):
        before = min(int(place), len(keys) - 2)
        a, b, share = keys[before], keys[before + 1], float(place) - before
        found.append(Key(between(a.angles, b.angles, share), lift=a.lift + share * (b.lift - a.lift)))
    return found


def touch_of(grip: Grip, fine: FineHand, mesh: Mesh, surface: Surface) -> Touch:
    """What of the posed hand touches the skin."""
    under = normals(mesh)[:, 2] < 0.1
    height = surface.height(mesh.vertices)

    def touching(part: int) -> Floats:
        ours = under & region(part, fine.rest.vertices, fine.member, fine.hand.joints)
        return np.asarray(mesh.vertices[ours & (height < height[ours].min() + NEAR_CM.get(part, PAD_NEAR_CM))])

    pads = {part: touching(part) for part in grip.pads}
    middles = [np.mean([pads[part].mean(axis=0) for part in group], axis=0) for group in grip.contact]
    pressing = tuple(pads[part] for part in grip.presses or grip.pads)
    return Touch(np.mean(middles, axis=0), tuple(pads.values()), pressing)
