"""Which moves are drawn, in which view, in how many frames."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.move_poses import POSES

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats
    from tools.atlas.move_poses import Pose

HEAD_CM, ARMS_CM, TRUNK_CM = 36.0, 29.0, -20.0  # nothing below is in the picture or shades it


@dataclass(frozen=True)
class Move:
    """`steps` frames from rest to the end (to each end of a two-sided move, once round of a loop).

    Light is worked out at `lights` amounts from rest to the end and blended between them; `shadows`: what the body
    shades of itself changes so much that it shows. `mouth`: its inside is seen. `held`: the body stays
    at the end for a while.
    """

    name: str
    view: str
    steps: int
    lights: int
    two_sided: bool = False
    loop: bool = False
    mouth: bool = False
    shadows: bool = True
    held: bool = True
    lowest_cm: float = HEAD_CM

    @property
    def stem(self) -> str:
        return f"{self.name}-{self.view}"

    @property
    def amounts(self) -> Floats:
        return self._evenly(self.steps)

    @cached_property
    def keys(self) -> Floats:
        return self._evenly(self.lights)

    @property
    def ends(self) -> tuple[float, ...]:
        """Where the body is held for long."""
        if self.loop or not self.held:
            return ()
        return (-1.0, 1.0) if self.two_sided else (1.0,)

    def at_rest(self, amount: float) -> bool:
        return amount == 0 or (self.loop and amount == 1)

    def pose(self, amount: float) -> Pose:
        return POSES[self.name](amount)

    def _evenly(self, steps: int) -> Floats:
        return np.linspace(-1, 1, 2 * steps + 1) if self.two_sided else np.linspace(0, 1, steps + 1)


MOVES = (
    Move("nod", "head_back", 8, 1),
    Move("chin_to_chest", "head_back", 12, 2),
    Move("head_lift", "head_back", 12, 1, shadows=False),
    Move("chin_to_chest", "neck_shoulders", 12, 2),
    Move("turn", "neck_shoulders", 8, 2, two_sided=True),
    Move("ear_to_shoulder", "neck_shoulders", 6, 2, two_sided=True),
    Move("nose_to_armpit", "neck_shoulders", 6, 2, two_sided=True),
    Move("shoulder_rolls", "neck_shoulders", 12, 4, loop=True, lowest_cm=ARMS_CM),
    Move("open_chest", "throat_chest", 12, 1),
    Move("chin_glide", "head_left", 12, 1, shadows=False),
    Move("jaw_open", "face", 12, 1, mouth=True),
    Move("rocking", "whole_back", 6, 1, two_sided=True, shadows=False, held=False, lowest_cm=TRUNK_CM),
)
