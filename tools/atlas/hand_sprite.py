"""One hand sprite: a scene drawn from one turn, with its soft contact shadow and its contact mask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from scipy import ndimage

from tools.atlas.hand_contact import Contact, contact_of
from tools.atlas.raster import EMPTY, depth_map, rasterise
from tools.atlas.rig import rotation
from tools.atlas.shade import SURFACE_VALUES, Lobe, filled, flatten, irradiance, over, shade, sky_light, under_skin
from tools.atlas.views import smoothstep

if TYPE_CHECKING:
    from tools.atlas.hand_scene import Scene
    from tools.atlas.mesh import Floats
    from tools.atlas.raster import Layer, Singles

PX_PER_CM = 30
SUPERSAMPLING = 2
MARGIN_CM = 1.5  # room for the shadow
FEATHER_CM = 2.6  # the edges of the forearm dissolve over this width where it is gone
LIGHTS = (  # alike on both sides: a left hand is the right one's picture flipped
    Lobe((0.0, 0.76, 0.66), 8, (5.2, 4.85, 4.4)),  # key, straight from above
    Lobe((0.0, 0.3, 1.0), 6, (0.90, 0.86, 0.81)),  # fill, from the viewer
    Lobe((0.95, 0.0, 0.3), 6, (0.42, 0.40, 0.39)),
    Lobe((-0.95, 0.0, 0.3), 6, (0.42, 0.40, 0.39)),
    Lobe((0.0, 0.50, -0.80), 6, (1.3, 1.25, 1.2)),  # rim, from behind
)
NAIL_TINT = np.array([1.035, 0.968, 0.96])
SHADOW_COLOUR = np.array([0.30, 0.14, 0.09])
# The shadow: parts of the hand nearer to the skin than `height` throw one of `strength`, moved and blurred by it.
SHADOWS = ((0.15, 0.50), (0.5, 0.34), (1.0, 0.26), (1.8, 0.18))
SHADOW_SCALE = 0.25  # of the sprite: shadows are soft
SHADOW_DRIFT = 0.40  # cm down for each cm of height: the light stands straight above


@dataclass(frozen=True)
class Canvas:
    """Maps the hand's cm to pixels: `axes` (3, 3) of the camera, `origin` of the wrist, `size` (width, height)."""

    axes: Floats
    origin: Floats
    size: tuple[int, int]
    px_per_cm: float = PX_PER_CM

    def project(self, points: Floats, scale: float = 1.0) -> Floats:
        """(n, 3): pixels right and down, depth in cm towards the viewer."""
        seen = points @ self.axes.T
        flat = (seen[:, :2] * [self.px_per_cm, -self.px_per_cm] + self.origin) * scale
        return np.column_stack([flat, seen[:, 2]])

    def ground(self) -> Floats:
        """(height * width, 2) places in the hand's cm of all pixels."""
        width, height = self.size
        column, row = np.meshgrid(np.arange(width) + 0.5, np.arange(height) + 0.5)
        flat = (np.stack([column, row], axis=-1).reshape(-1, 2) - self.origin) / [self.px_per_cm, -self.px_per_cm]
        return np.asarray(flat @ self.axes[:2, :2])

    def shrunk(self, scale: float) -> Canvas:
        """The same frame with fewer pixels."""
        width, height = (round(n * scale) for n in self.size)
        return Canvas(self.axes, self.origin * scale, (width, height), self.px_per_cm * scale)


@dataclass(frozen=True)
class Sprite:
    """`picture` (h, w, 4) straight alpha, sRGB 0..1; `wrist` in pixels; `contact` points and mask."""

    picture: Singles
    wrist: Floats
    contact: Contact


def camera(turn: float) -> Floats:
    """(3, 3) camera axes for a hand that points `turn` degrees clockwise from up."""
    return rotation((0, 0, 1), -turn)


def draw(scene: Scene, turn: float, px_per_cm: float = PX_PER_CM) -> Sprite:
    """The sprite of a scene."""
    canvas = _canvas(scene, camera(turn), px_per_cm)
    return Sprite(
        over(_picture(scene, canvas), filled(SHADOW_COLOUR, _shadow(scene, canvas))),
        canvas.origin,
        contact_of(scene.touch, canvas),
    )


def _canvas(scene: Scene, axes: Floats, px_per_cm: float) -> Canvas:
    seen = (scene.body.mesh.vertices[scene.solid > 0.01] @ axes.T)[:, :2] * [px_per_cm, -px_per_cm]
    margin = MARGIN_CM * px_per_cm
    low, high = np.floor(seen.min(axis=0) - margin), np.ceil(seen.max(axis=0) + margin)
    width, height = (high - low + (low - high) % 4).astype(int)  # whole pixels of the mask, also when flipped
    return Canvas(axes, -low, (int(width), int(height)), px_per_cm)


def _picture(scene: Scene, canvas: Canvas) -> Singles:
    body, scale = scene.body, SUPERSAMPLING
    light = under_skin(body, irradiance(body, sky_light(canvas.axes, LIGHTS)))
    normal = body.normals @ canvas.axes.T
    values = np.column_stack(
        [normal, light, scene.openness, scene.bend, scene.solid, scene.nail, scene.kind, scene.tint]
    )
    size = (canvas.size[0] * scale, canvas.size[1] * scale)
    layer = rasterise(canvas.project(body.mesh.vertices, scale), body.triangles, values.astype(np.float32), size)
    pixels = layer.values[layer.covered]
    colours = np.empty((len(pixels), 3), np.float32)
    for kind, finish in enumerate(scene.finishes):
        ours = np.round(pixels[:, 10]) == kind
        colours[ours] = shade(pixels[ours, :SURFACE_VALUES], finish)
    colours = np.clip(colours * pixels[:, 11:14], 0, 1)
    nail = smoothstep(pixels[:, 9:10], 0.35, 0.75)
    colours = colours * (1 - nail) + nail * np.clip(colours * NAIL_TINT + 0.015, 0, 1)
    return flatten(layer, colours.astype(np.float32), _forearm_alpha(layer, canvas.px_per_cm * scale), scale)


def _forearm_alpha(layer: Layer, px_per_cm: float) -> Singles:
    """(h, w) the fade along the forearm, its edges dissolving with it so that no hard outline is left."""
    alpha = layer.values[..., 8].copy()
    faded = np.nonzero(layer.covered & (alpha < 0.999))
    if not faded[0].size:
        return alpha
    rows, columns = (slice(span.min(), span.max() + 1) for span in faded)
    fade, covered = alpha[rows, columns], layer.covered[rows, columns]
    inside = ndimage.distance_transform_edt(np.pad(covered[::2, ::2], 1))[1:-1, 1:-1].repeat(2, 0).repeat(2, 1)
    inside = inside[: fade.shape[0], : fade.shape[1]] * (2 / px_per_cm)
    width = FEATHER_CM * (1 - fade) + 1e-3
    alpha[rows, columns] = fade * smoothstep(inside / width, 0.0, 1.0) ** (1 - fade)
    return alpha


def _shadow(scene: Scene, canvas: Canvas) -> Floats:
    """(h, w) alpha of the shadow on the skin: sharp where something touches, soft and pale where it is raised."""
    small = canvas.shrunk(SHADOW_SCALE)
    points, triangles = small.project(scene.body.mesh.vertices), scene.body.triangles
    shown = triangles[(scene.solid[triangles] > 0.02).all(axis=1)]
    depth = depth_map(points * [1, 1, -1], shown, *small.size)
    skin = scene.surface.depth_at(small.ground()).reshape(small.size[::-1])
    gap = np.where(depth > EMPTY, -depth - skin, np.inf)
    weight = rasterise(points, triangles, scene.solid[:, None].astype(np.float32), small.size).values[..., 0]
    light = np.ones(gap.shape)
    for height, strength in SHADOWS:
        near = np.where(np.isfinite(gap), np.clip(1.5 - gap / height, 0, 1), 0) * weight
        moved = ndimage.shift(near, (SHADOW_DRIFT * height * small.px_per_cm, 0), order=1)
        light *= 1 - strength * ndimage.gaussian_filter(moved, (0.10 + 0.28 * height) * small.px_per_cm)
    dark = ((1 - light) * _inside(small)).astype(np.float32)
    return np.asarray(Image.fromarray(dark).resize(canvas.size, Image.Resampling.BICUBIC)).clip(0, 1)


def _inside(canvas: Canvas) -> Floats:
    """(h, w) 0 at the border of the sprite, 1 further in, so that no shadow ends in a straight edge."""
    reach = MARGIN_CM * canvas.px_per_cm
    column, row = (np.minimum(np.arange(n), n - 1 - np.arange(n)) / reach for n in canvas.size)
    return np.outer(smoothstep(row, 0.0, 0.8), smoothstep(column, 0.0, 0.8))
