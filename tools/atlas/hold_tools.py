"""Tools on the skin: alone, or with a hand laid over them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tools.atlas.hand_contact import Touch
from tools.atlas.hand_fit import together
from tools.atlas.hand_scene import scene
from tools.atlas.hand_surface import Surface
from tools.atlas.hold_ground import Heights, laid
from tools.atlas.hold_stand import Stand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tools.atlas.hand_pose import HandAngles
    from tools.atlas.hand_scene import Kit, Scene
    from tools.atlas.hold_props import Tool
    from tools.atlas.mesh import Floats

BACK_RADIUS_CM = 30.0


@dataclass(frozen=True)
class Rolling:
    """A tool alone that turns: `count` frames of `tool(share)`, the share going from 0 towards 1, where it looks as at
    0. `wraps`: how high the skin comes up around it, cm."""

    tool: Callable[[float], Tool]
    count: int
    wraps: float = 0.0

    def scenes(self, kit: Kit) -> Iterator[Scene]:
        """The frames as it rolls on."""
        skin = Surface((0.0, 0.0, self.wraps), BACK_RADIUS_CM)
        for frame in range(self.count):
            tool = self.tool(frame / self.count)
            yield scene(tool.parts, skin, _touch(tool.foot), kit)


@dataclass(frozen=True)
class Over:
    """A hand laid over a tool. `stand`: where the tool stands in the hand's frame, its height does not matter where the
    palm sinks onto it; `heights`, `sunk` as in `laid`, `gap` in cm between the fingers."""

    tool: Callable[[], Tool]
    stand: Stand
    angles: HandAngles
    heights: Mapping[int, float]
    sunk: float | None
    gap: float | None = None
    count: int = 1

    def scenes(self, kit: Kit) -> Iterator[Scene]:
        """The one frame."""
        tool = self.tool()
        x, y, z = self.stand.shift
        skin = Surface((x, y, z), BACK_RADIUS_CM)
        ground = Heights.of([self.stand.mesh(part.mesh) for part in tool.parts], skin)
        angles, rise = laid(kit.coarse, self.angles, ground, self.heights, self.sunk)
        if self.gap is not None:
            angles, rise = laid(kit.coarse, together(kit.coarse, angles, self.gap), ground, self.heights, self.sunk)
        stand = self.stand.raised(rise)
        parts = [replace(part, mesh=stand.mesh(part.mesh)) for part in tool.parts]
        hand = kit.fine.part(kit.fine.posed(angles))
        yield scene([hand, *parts], Surface((x, y, z + rise), BACK_RADIUS_CM), stand.touch(_touch(tool.foot)), kit)


def _touch(foot: Floats) -> Touch:
    return Touch(foot.mean(axis=0), (foot,), (foot,))
