"""Light and skin: a rig fixed to the camera (key light upper left), light spread under the skin, tone curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.mesh import evened
from tools.atlas.visibility import DIRECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from tools.atlas.body import Body
    from tools.atlas.mesh import AnyFloats, Floats
    from tools.atlas.raster import Layer, Singles
    from tools.atlas.views import View

    Colour = tuple[float, float, float]

SPREAD = ((28, 0.65), (14, 0.45), (7, 0.30))  # rounds of diffusion and share of it in red, green, blue
SURFACE_VALUES = 8  # columns of `surface_values`
AMBIENT: Colour = (0.115, 0.11, 0.12)
SKY: Colour = (0.27, 0.26, 0.265)


@dataclass(frozen=True)
class Lobe:
    """A soft light: `towards` in camera axes (right, up, to the camera), `focus` the higher the narrower."""

    towards: tuple[float, float, float]
    focus: float
    colour: Colour


RIG = (
    Lobe((-0.85, 0.62, 0.50), 9, (5.4, 5.0, 4.5)),  # key, upper left
    Lobe((-0.2, 0.5, 0.9), 6, (0.75, 0.72, 0.68)),  # fill, from the viewer
    Lobe((0.95, 0.05, 0.25), 6, (0.50, 0.46, 0.45)),  # soft light on the shaded side
    Lobe((0.55, 0.50, -0.80), 6, (1.9, 1.8, 1.75)),  # rim, from behind
)


@dataclass(frozen=True)
class Finish:
    """How a surface takes the light. `albedo`: sRGB, 0 to 255; `cavity` darkens hollows, `sheen` and `rim` brighten;
    `gloss` is the direction (camera axes) of the normals that shine; `warm` how much shadows redden, 1 as skin's."""

    albedo: tuple[int, int, int] = (0xD8, 0xB4, 0x9C)
    cavity: float = 0.35
    sheen: float = 0.10
    rim: float = 0.05
    exposure: float = 0.92
    gloss: tuple[float, float, float] = (-0.45, 0.55, 0.72)
    warm: float = 1.0


SKIN = Finish()


def sky_light(axes: Floats, rig: Iterable[Lobe] = RIG) -> Floats:
    """(directions, 3) light that comes from each of DIRECTIONS, for a camera with these axes."""
    seen = DIRECTIONS @ axes.T
    light: Floats = np.array(AMBIENT) + np.outer((0.5 + 0.5 * seen[:, 1]) ** 1.2, SKY)
    for lobe in rig:
        towards = np.array(lobe.towards) / np.linalg.norm(lobe.towards)
        light += np.outer(np.maximum(seen @ towards, 0) ** lobe.focus, lobe.colour)
    return light


def irradiance(body: Body, light: Floats, block: int = 100_000) -> Singles:
    """(n, k) light that falls on each vertex, `light` (directions, k) cut by what the body itself hides."""
    result = np.empty((len(body.normals), light.shape[1]), np.float32)
    for start in range(0, len(result), block):
        part = slice(start, start + block)
        facing = np.maximum(body.normals[part] @ DIRECTIONS.T, 0).astype(np.float32)
        result[part] = (body.visibility[part] / np.float32(255) * facing) @ light.astype(np.float32)
    return result * np.float32(4 / len(DIRECTIONS))


def under_skin(body: Body, light: Singles) -> Singles:
    """(n, 3) the light after it has spread below the surface, red furthest."""
    light = evened(light, body.averaging, body.spacing)  # softens the steps between the few shadow directions
    result, spread, done = np.empty_like(light), light, 0
    for channel, (rounds, share) in reversed(list(enumerate(SPREAD))):
        for _ in range(rounds - done):
            spread = 0.35 * spread + 0.65 * (body.averaging @ spread)
        done = rounds
        result[:, channel] = (1 - share) * light[:, channel] + share * spread[:, channel]
    return result


def surface_values(body: Body, view: View) -> Singles:
    """(n, SURFACE_VALUES) what `shade` needs at each vertex: normal in camera axes, light, openness, curvature."""
    fallen = irradiance(body, np.column_stack([sky_light(view.axes), np.ones(len(DIRECTIONS))]))
    light, openness = under_skin(body, fallen[:, :3]), fallen[:, 3:]
    return np.column_stack([body.normals @ view.axes.T, light, openness, body.curvature]).astype(np.float32)


def shade(values: Singles, finish: Finish = SKIN) -> Singles:
    """sRGB (n, 3), 0 to 1, of points with the values of `surface_values` (n, SURFACE_VALUES)."""
    normal = values[:, :3] / np.maximum(np.linalg.norm(values[:, :3], axis=1, keepdims=True), 1e-6)
    light, openness, bend = values[:, 3:6], np.clip(values[:, 6:7], 0, 1), values[:, 7:8]
    albedo = linear(finish.albedo)
    colour = _warm_shadows(albedo * light * finish.exposure, openness, finish.warm)
    colour = np.maximum(colour, albedo * _rgb(0.11, 0.075, 0.07))
    hollow, ridge = -np.expm1(-5.2 * np.maximum(bend, 0)), -np.expm1(3.7 * np.minimum(bend, 0))
    colour *= 1 - finish.cavity * hollow + 0.18 * ridge
    halfway = _rgb(*finish.gloss)
    gloss = np.clip(normal @ (halfway / np.linalg.norm(halfway)), 0, 1)[:, None] ** 18
    colour += finish.sheen * gloss * np.clip(light, 0, 1.2) * _rgb(1, 0.97, 0.93)
    colour += finish.rim * (1 - np.clip(normal[:, 2:], 0, 1)) ** 3 * openness
    colour = colour * (1 + colour / 6) / (1 + colour * 0.75) * 1.28
    return srgb(colour)


def _warm_shadows(colour: AnyFloats, openness: Singles, warm: float) -> Floats:
    """Light that bounces between folds reddens, and so do the deep shadows."""
    bounce = np.concatenate([np.ones_like(openness), 0.88 + 0.12 * openness, 0.80 + 0.20 * openness], axis=1)
    colour = colour * (1 - warm * (1 - bounce))
    dark = np.clip(1 - colour.mean(axis=1, keepdims=True) / 0.32, 0, 1) * warm
    return np.asarray(colour * (1 - dark * _rgb(0, 0.05, 0.10)) + dark * _rgb(0.05, 0, 0))


def linear(colour: tuple[int, int, int]) -> Singles:
    """Linear light of an sRGB colour given as 0 to 255."""
    c = np.array(colour, np.float32) / 255
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4).astype(np.float32)


def _rgb(*parts: float) -> Singles:
    return np.array(parts, np.float32)


def srgb(light: AnyFloats) -> Singles:
    c = np.clip(light, 0, 1)
    return np.where(c <= 0.0031308, 12.92 * c, 1.055 * c ** (1 / 2.4) - 0.055).astype(np.float32)


def over(picture: AnyFloats, below: AnyFloats) -> Singles:
    """A picture (h, w, 4) laid over another one, all straight alpha."""
    solid, under = picture[..., 3:], below[..., 3:] * (1 - picture[..., 3:])
    alpha = solid + under
    colour = (picture[..., :3] * solid + below[..., :3] * under) / np.maximum(alpha, 1e-4)
    return np.concatenate([colour, alpha], axis=-1).astype(np.float32)


def filled(colour: AnyFloats, alpha: AnyFloats) -> AnyFloats:
    """(h, w, 4) one colour (3,) all over, as solid as `alpha` (h, w)."""
    return np.concatenate([np.broadcast_to(colour, (*alpha.shape, 3)), alpha[..., None]], axis=-1)


def flatten(layer: Layer, colours: Singles, alpha: NDArray[np.float32], supersampling: int) -> Singles:
    """(h, w, 4) straight-alpha picture, averaged over supersampling squares; `colours` (covered pixels, 3)."""
    drawn = np.zeros((*layer.covered.shape, 4), np.float32)
    solid = alpha[layer.covered][:, None]
    drawn[layer.covered] = np.concatenate([colours * solid, solid], axis=1)
    height, width = drawn.shape[0] // supersampling, drawn.shape[1] // supersampling
    mean = drawn.reshape(height, supersampling, width, supersampling, 4).mean(axis=(1, 3))
    mean[..., :3] /= np.maximum(mean[..., 3:], 1e-4)
    return np.asarray(mean)
