"""One move of the body before its camera: bodies, pictures and flows at any amount."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.body import Body
from tools.atlas.mesh import keep_quads, normals
from tools.atlas.move_flow import CELL, flow
from tools.atlas.move_light import Lighting, PosedBody
from tools.atlas.move_mouth import load_mouth
from tools.atlas.move_rig import load_posable
from tools.atlas.raster import Layer
from tools.atlas.shade import SURFACE_VALUES, flatten, shade
from tools.atlas.source import open_source
from tools.atlas.views import VIEWS

if TYPE_CHECKING:
    from tools.atlas.mesh import Mesh
    from tools.atlas.move_flow import Crop
    from tools.atlas.move_list import Move
    from tools.atlas.move_rig import Posable
    from tools.atlas.raster import Singles

SUPERSAMPLING = 2
STILL_PX = 1.0  # what moves by less is still
MARGIN = 24  # picture pixels around what moves: where its shadow falls
MESHES = 4  # posed meshes kept
NORMALS = 3  # the first columns of what `shade` needs: these are exact in each frame


class Stage:
    """Sets scenes of one body; what moves share is worked out once."""

    def __init__(self, body: Body) -> None:
        self._body, self._posable = body, load_posable(open_source(), body.mesh)
        self._parts: dict[float, tuple[Lighting, Posable]] = {}

    def scene(self, move: Move) -> Scene:
        """The part of the body above what the move leaves out; whole groups of four quads, as they were split."""
        if move.lowest_cm not in self._parts:
            body = self._body
            high = body.vertices_cm[body.quads][:, :, 1].reshape(-1, 16).min(axis=1) > move.lowest_cm
            mesh, used = keep_quads(body.mesh, np.repeat(high, 4))
            lighting = Lighting(Body(mesh, body.normals[used], body.visibility[used]))
            self._parts[move.lowest_cm] = lighting, self._posable.part(mesh, used)
        return Scene(move, *self._parts[move.lowest_cm])


class Scene:
    """`still` is the part of the body that counts, at rest; `view` the camera."""

    def __init__(self, move: Move, lighting: Lighting, posable: Posable) -> None:
        self.still = lighting.still
        self.view = VIEWS[move.view]
        self._move, self._posable, self._lighting = move, posable, lighting
        self._lit: dict[float, Singles] = {}
        self._meshes: OrderedDict[float, Mesh] = OrderedDict()
        self._shown: dict[tuple[int, Crop], Singles] = {}
        self._mouth = load_mouth(open_source(), self.still) if move.mouth else None

    def crop(self, amounts: list[float]) -> Crop:
        """What moves in the picture and a margin, in whole cells of the flow: left, top, width, height."""
        rest = self.view.project(self.still.vertices_cm)
        touched = []
        for amount in amounts[:: max(len(amounts) // 6, 1)] + amounts[-1:]:
            now = self.view.project(self.body(amount).vertices_cm)
            moved = np.hypot(*(now - rest).T) > STILL_PX
            touched += [rest[moved], now[moved]]
        points = np.vstack(touched)
        left, top = (max(int(at - MARGIN), 0) for at in points.min(axis=0))
        right, bottom = points.max(axis=0) + MARGIN
        return left, top, _whole(right - left, self.view.size[0] - left), _whole(bottom - top, self.view.size[1] - top)

    def picture(self, amount: float, scale: int, crop: Crop) -> Singles:
        """(h, w, 4) straight-alpha sRGB of the view's `crop` at `scale` pixels to a picture pixel.

        The view's fade is left out: a gradient in the alpha of each frame costs more bytes than the body."""
        body, values = self.body(amount), self._light(amount)
        values[:, :NORMALS] = normals(self._mesh(amount)) @ self.view.axes.T
        if self._mouth:
            jaw = self._posable.placed(self._move.pose(amount))["jaw"]
            body, values = self._mouth.drawn(self.view, body, values, jaw)
        fine = scale * SUPERSAMPLING
        left, top, width, height = (side * fine for side in crop)
        part = np.s_[top : top + height, left : left + width]
        whole = self.view.draw(body, values, fine)
        layer = Layer(whole.depth[part], whole.values[part], whole.covered[part])
        drawn = layer.values[layer.covered]
        colours = shade(drawn[:, :SURFACE_VALUES])
        if self._mouth:
            colours = colours * drawn[:, SURFACE_VALUES:]
        if (scale, crop) not in self._shown:  # no view of a move fades with depth
            self._shown[scale, crop] = (self.view.alpha(whole.depth, fine)[part] > 0).astype(np.float32)
        return flatten(layer, colours, self._shown[scale, crop], SUPERSAMPLING)

    def flow(self, before: float, after: float, crop: Crop) -> Singles:
        """How the skin goes from one amount to the next (`move_flow.flow`)."""
        return flow(self.view, self.body((before + after) / 2), self.body(before), self.body(after), crop)

    def body(self, amount: float) -> Body:
        """The body as the camera sees it; its normals are those at rest."""
        if self._move.at_rest(amount):
            return self.still
        mesh = self._seen(self._mesh(amount), self._move.pose(amount).sight_cm)
        return PosedBody(mesh=mesh, normals=self.still.normals, visibility=self.still.visibility, still=self.still)

    def _mesh(self, amount: float) -> Mesh:
        if self._move.at_rest(amount):
            return self.still.mesh
        if amount not in self._meshes:
            self._meshes[amount] = self._posable.posed(self._move.pose(amount))
            if len(self._meshes) > MESHES:
                self._meshes.popitem(last=False)
        return self._meshes[amount]

    def _seen(self, mesh: Mesh, sight_cm: float) -> Mesh:
        """The mesh made smaller where it has gone away from the eye and larger where it has come nearer."""
        nearer = self.view.depth(mesh.vertices) - self.view.depth(self.still.vertices_cm)
        across = (mesh.vertices - np.array(self.view.centre_cm)) @ self.view.axes[:2].T
        grown = (nearer / (sight_cm - nearer))[:, None] * across
        return mesh.with_vertices(mesh.vertices + grown @ self.view.axes[:2])

    def _light(self, amount: float) -> Singles:
        """Values of `shade` blended between the amounts at which light is worked out."""
        keys = self._move.keys
        before = int(np.clip(np.searchsorted(keys, amount, side="right") - 1, 0, len(keys) - 2))
        share = np.float32((amount - keys[before]) / (keys[before + 1] - keys[before]))
        start, end = self._key(float(keys[before])), self._key(float(keys[before + 1]))
        return np.asarray(start + share * (end - start))

    def _key(self, amount: float) -> Singles:
        if self._move.at_rest(amount):
            return self._lighting.resting(self.view)
        if amount not in self._lit:
            self._lit[amount] = self._lighting.values(self.view, self._mesh(amount), self._move.shadows)
        return self._lit[amount]


def _whole(length: float, most: int) -> int:
    """A length in whole cells, at most `most`."""
    return int(min(-(-length // CELL), most // CELL)) * CELL
