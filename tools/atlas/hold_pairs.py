"""Two hands, one on the other: the lower a grip as any, the upper laid onto its back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.hand_fit import together
from tools.atlas.hand_grip import fitted, touch_of
from tools.atlas.hand_scene import scene
from tools.atlas.hold_ground import Heights, laid
from tools.atlas.hold_stand import Stand

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tools.atlas.hand_grip import Grip
    from tools.atlas.hand_pose import HandAngles
    from tools.atlas.hand_scene import Kit, Scene
    from tools.atlas.hand_surface import Surface
    from tools.atlas.mesh import Mesh


@dataclass(frozen=True)
class Pair:
    """The right hand below, pointing `below_turn` degrees clockwise, the left one above pointing `above_turn`.

    `own` is the place (3,) of the upper hand, as it is posed in `above`, that comes over the place `over` of the lower
    one; both in their own cm. `heights`, `sunk` as in `laid`; `gap` in cm between the upper hand's fingers.
    """

    below: Grip
    above: HandAngles
    below_turn: float
    above_turn: float
    over: tuple[float, float]
    own: tuple[float, float]
    heights: Mapping[int, float]
    sunk: float | None = None
    gap: float | None = None
    count: int = 1

    def scenes(self, kit: Kit) -> Iterator[Scene]:
        """The one frame."""
        keys, skin = fitted(kit.coarse, self.below)
        stand = Stand(self.below_turn)
        mesh = kit.fine.posed(keys[0].angles)
        touch = stand.touch(touch_of(self.below, kit.fine, mesh, skin))
        lower, skin = stand.mesh(mesh), stand.surface(skin)
        upper = self._laid_over(lower, skin, kit)
        yield scene([kit.fine.part(lower), kit.fine.part(upper)], skin, touch, kit)

    def _laid_over(self, lower: Mesh, skin: Surface, kit: Kit) -> Mesh:
        target = Stand(self.below_turn).points(np.array([[*self.over, 0.0]]))[0]
        stand = Stand(self.above_turn, mirrored=True)
        x, y, _ = target - stand.points(np.array([[*self.own, 0.0]]))[0]
        stand = replace(stand, shift=(float(x), float(y), 0.0))
        own_skin = replace(skin, top=tuple(stand.home(np.array([skin.top]))[0]))
        ground = Heights.of([stand.home_mesh(lower)], own_skin)
        angles, rise = laid(kit.coarse, self.above, ground, self.heights, self.sunk)
        if self.gap is not None:
            angles, rise = laid(kit.coarse, together(kit.coarse, angles, self.gap), ground, self.heights, self.sunk)
        return stand.raised(-rise).mesh(kit.fine.posed(angles))
