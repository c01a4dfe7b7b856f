"""The muscle pictures: the same body in the same frames with the skin taken off, and the map of what lies where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter

from tools.atlas.mesh import normals
from tools.atlas.muscle_charts import COLUMNS, Spots, spots
from tools.atlas.muscle_field import MuscleField, muscle_field
from tools.atlas.muscle_map import write_map
from tools.atlas.muscle_paint import bulge, paint
from tools.atlas.muscle_table import CHARTS, load_deep_muscles, load_muscles
from tools.atlas.pack import FURTHER_QUALITY, QUALITY, write_view
from tools.atlas.shade import SKIN, SURFACE_VALUES, Finish, flatten, shade, surface_values
from tools.atlas.skin import SHARP, SUPERSAMPLING
from tools.atlas.views import VIEWS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tools.atlas.body import Body
    from tools.atlas.mesh import Mask
    from tools.atlas.muscle_paint import Paint
    from tools.atlas.raster import Singles
    from tools.atlas.views import View

STRANDS = ((2.3, 0.40), (4.1, 0.34), (6.8, 0.26))  # fibre strands: how many a cm of phase, how strong
SMOOTHING = 3  # rounds over which the bulges are evened: no step in the outline of the body
RED = Finish((0xB4, 0x60, 0x4E), cavity=0.5, sheen=0.06, rim=0.018)
CREAM = Finish((0xE6, 0xD6, 0xC0), cavity=0.4, sheen=0.12)
PALE = Finish((0xD2, 0x86, 0x70), cavity=0.4, sheen=0.04)  # rims of the muscles
LIPS = Finish((0xC7, 0x8A, 0x78))
RIM, TENDON = 0.22, 0.42  # how far rims are paler, and ends turn into tendon
EDGE = np.array([0.19, 0.29, 0.31], np.float32)  # how far a dark line takes away red, green, blue


@dataclass(frozen=True)
class Bared:
    """A body without its skin: `body` with the muscles standing out, `spots` and `fields` to paint it by.

    `deep`: the muscles beneath those.
    """

    body: Body
    spots: Spots
    fields: Sequence[MuscleField]
    deep: Sequence[MuscleField]


def run(body: Body, out: Path) -> None:
    """Write `muscle/VIEW.webp`, `VIEW@2x.webp` and the map `VIEW.png`, `VIEW.json` of every view below `out`.

    A further build gets no picture at 2x, for few people choose one; its 1x picture is averaged from one at 2x.
    """
    bared, folder, further = without_skin(body), out / "muscle", body.origin is not None
    quality, supersampling = (FURTHER_QUALITY, 1) if further else (QUALITY, SUPERSAMPLING)
    for view in VIEWS.values():
        picture = draw_muscles(bared, view, supersampling=supersampling)
        write_view(picture, folder, view.name, quality, sharp=not further)
        write_map(bared, view, folder)


def without_skin(body: Body) -> Bared:
    """The body with its muscles standing out."""
    fields = [muscle_field(muscle, number) for number, muscle in enumerate(load_muscles())]
    deep = [muscle_field(muscle, number) for number, muscle in enumerate(load_deep_muscles())]
    placed = spots(body.neutral)  # the charts are drawn on the neutral build
    height = bulge(fields, placed)
    for _ in range(SMOOTHING):
        height = body.averaging @ height
    mesh = body.mesh.with_vertices(body.vertices_cm + body.normals * height[:, None])
    return Bared(replace(body, mesh=mesh, normals=normals(mesh)), placed, fields, deep)


def draw_muscles(bared: Bared, view: View, scale: float = SHARP, supersampling: int = SUPERSAMPLING) -> Singles:
    """(h, w, 4) straight-alpha sRGB, 0 to 1."""
    fine = scale * supersampling
    layer = view.draw(bared.body, np.hstack([surface_values(bared.body, view), bared.spots.columns()]), fine)
    seen = layer.values[layer.covered]
    painted = paint(bared.fields, Spots.from_columns(seen[:, -COLUMNS:]))
    strands, lean = _strands(painted, seen[:, -len(CHARTS) :], layer.covered, view.px_per_cm * fine)
    colours = _coloured(seen[:, :SURFACE_VALUES], painted, strands, lean)
    return flatten(layer, colours, view.solidity(bared.body, layer.depth, fine), supersampling)


def _strands(painted: Paint, weights: Singles, covered: Mask, px_per_cm: float) -> tuple[Singles, Singles]:
    """(n,) height of the fibre strands, -1 to 1, and how far they lean towards the light."""
    height = np.zeros(covered.shape, np.float32)
    for column in range(len(CHARTS)):
        height[covered] += weights[:, column] * _waves(painted.phases[:, column], covered, px_per_cm)
    fleshy = np.zeros(covered.shape, np.float32)
    fleshy[covered] = painted.muscle + painted.tendon > 0.3
    down, right = np.gradient(gaussian_filter(height, 0.8) * fleshy)
    lean = np.clip((-right - down) * 0.6 * px_per_cm / 44, -1, 1)
    return height[covered], lean[covered]


def _waves(phases: Singles, covered: Mask, px_per_cm: float) -> Singles:
    """(n,) the strands of one chart, faded out where they lie closer than the pixels."""
    phase = np.zeros(covered.shape, np.float32)
    phase[covered] = phases
    down, right = np.gradient(phase)
    tightness = gaussian_filter(np.minimum(np.hypot(right, down), 9 / px_per_cm), 2)[covered]
    height = np.zeros(len(phases), np.float32)
    random = np.random.default_rng(2)
    for per_cm, strength in STRANDS:
        turns = 2 * np.pi * per_cm * phases
        resolved = np.clip(1.5 - per_cm * tightness / 0.16, 0, 1)
        height += strength * np.sin(turns + 1.7 * np.sin(0.13 * turns + random.uniform(0, 6))) * resolved
    return height


def _coloured(values: Singles, painted: Paint, strands: Singles, lean: Singles) -> Singles:
    """sRGB (n, 3) of skin, muscle and tendon laid together."""
    strand, slope = strands[:, None], lean[:, None]
    muscle, tendon, lip = painted.muscle[:, None], painted.tendon[:, None], painted.lip[:, None]
    core = painted.core[:, None]
    skin = shade(values, SKIN) * (1 - lip) + shade(values, LIPS) * lip
    cream = shade(values, CREAM)
    red = shade(values, RED) * (0.86 + 0.14 * core)
    rim = RIM * (1 - core)
    red = red * (1 - rim) + shade(values, PALE) * rim
    pale = TENDON * painted.pale[:, None]
    red = red * (1 - pale) + cream * pale
    tone = np.maximum(1 + 0.10 * strand + 0.20 * slope, 0)
    red = np.clip(red * np.concatenate([tone**0.7, tone, tone], axis=1), 0, 1)
    cream = np.clip(cream * (1 + 0.035 * strand + 0.08 * slope), 0, 1)
    colours = skin * (1 - muscle - tendon) + red * muscle + cream * tendon
    return np.asarray(np.clip(colours * (1 - painted.edge[:, None] * EDGE), 0, 1), np.float32)
