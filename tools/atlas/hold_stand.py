"""Where a hand or a tool stands in a scene, and what it touches there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.hand_contact import Touch
from tools.atlas.mesh import Mesh
from tools.atlas.rig import rotation

if TYPE_CHECKING:
    from tools.atlas.hand_surface import Surface
    from tools.atlas.mesh import Floats, Ints

    Triple = tuple[float, float, float]


@dataclass(frozen=True)
class Stand:
    """Turned `turn` degrees clockwise as seen by the viewer, then moved by `shift` cm; first mirrored, if asked."""

    turn: float = 0.0
    shift: Triple = (0.0, 0.0, 0.0)
    mirrored: bool = False

    @property
    def axes(self) -> Floats:
        """(3, 3) what turns and mirrors."""
        return rotation((0, 0, 1), -self.turn) @ np.diag([-1.0 if self.mirrored else 1.0, 1.0, 1.0])

    def points(self, points: Floats) -> Floats:
        """Points (n, 3) of what stands here, in the scene."""
        return np.asarray(points @ self.axes.T + self.shift)

    def home(self, points: Floats) -> Floats:
        """Points (n, 3) of the scene, as what stands here has them."""
        return np.asarray((points - np.array(self.shift)) @ self.axes)

    def mesh(self, mesh: Mesh) -> Mesh:
        """A mesh that stands here, in the scene."""
        return Mesh(self.points(mesh.vertices), self._wound(mesh))

    def home_mesh(self, mesh: Mesh) -> Mesh:
        """A mesh of the scene, as what stands here has it."""
        return Mesh(self.home(mesh.vertices), self._wound(mesh))

    def surface(self, surface: Surface) -> Surface:
        """A skin, alike in all directions, that lies beneath what stands here, in the scene."""
        x, y, z = self.points(np.array([surface.top]))[0]
        return replace(surface, top=(float(x), float(y), float(z)))

    def touch(self, touch: Touch) -> Touch:
        """What of it touches, in the scene."""
        patches, presses = (tuple(map(self.points, groups)) for groups in (touch.patches, touch.presses))
        return Touch(self.points(touch.point[None])[0], patches, presses)

    def raised(self, rise: float) -> Stand:
        """The same, `rise` cm higher."""
        x, y, z = self.shift
        return replace(self, shift=(x, y, z + rise))

    def _wound(self, mesh: Mesh) -> Ints:
        return mesh.quads[:, ::-1] if self.mirrored else mesh.quads
