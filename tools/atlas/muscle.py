"""The muscle pictures: the same body in the same frames with the skin taken off."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.ndimage import gaussian_filter

from tools.atlas.mesh import normals
from tools.atlas.muscle_field import MuscleField, muscle_field
from tools.atlas.muscle_paint import bulge, paint
from tools.atlas.muscle_table import chart_facing, chart_points, chart_slant, load_muscles
from tools.atlas.pack import write_view
from tools.atlas.shade import SKIN, SURFACE_VALUES, Finish, flatten, shade, surface_values
from tools.atlas.skin import SHARP, SUPERSAMPLING
from tools.atlas.views import VIEWS, smoothstep

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tools.atlas.body import Body
    from tools.atlas.mesh import Mask
    from tools.atlas.muscle_paint import Paint
    from tools.atlas.raster import Singles
    from tools.atlas.views import View

CHARTS = {
    "head_back": "back",
    "neck_shoulders": "back",
    "whole_back": "back",
    "head_left": "side",
    "head_right": "side",
    "face": "front",
    "throat_chest": "front",
    "head_top": "top",
}
STRANDS = ((2.3, 0.40), (4.1, 0.34), (6.8, 0.26))  # fibre strands: how many a cm of phase, how strong
LIPS = Finish(albedo=(0xC7, 0x8A, 0x78))
EDGE = np.array([0.19, 0.29, 0.31], np.float32)  # how far a dark line takes away red, green, blue


@dataclass(frozen=True)
class Look:
    """How the muscles of a chart are drawn: `fine` strands, `relief` of the strands, `pale` rims of the muscles."""

    red: Finish
    fine: float
    relief: float
    pale: float


CREAM = Finish(albedo=(0xE6, 0xD6, 0xC0), cavity=0.4, sheen=0.16)
BROAD = Look(Finish((0xB4, 0x60, 0x4E), cavity=0.5, sheen=0.15, rim=0.018), fine=1.0, relief=1.0, pale=0.13)
SMALL = Look(Finish((0xB4, 0x60, 0x4E), cavity=0.5, sheen=0.05, rim=0.018), fine=1.5, relief=0.7, pale=0.07)
LOOKS = {"back": BROAD, "top": BROAD, "side": SMALL, "front": SMALL}


def run(body: Body, out: Path) -> None:
    """Write `muscle/VIEW.webp` and `muscle/VIEW@2x.webp` of every view in CHARTS below `out`."""
    for chart in dict.fromkeys(CHARTS.values()):
        fields = [muscle_field(muscle, number) for number, muscle in enumerate(load_muscles(chart))]
        bared = without_skin(body, fields, chart)
        for name in (view for view, shown in CHARTS.items() if shown == chart):
            write_view(draw_muscles(body, bared, VIEWS[name], fields, chart), out / "muscle", name)


def without_skin(body: Body, fields: Iterable[MuscleField], chart: str) -> Body:
    """The body with the muscles of one chart standing out."""
    height = bulge(fields, chart_points(body.vertices_cm, chart))
    # flat where the surface turns away: a bulge there would break the outline of the body into steps
    height *= smoothstep(chart_slant(body.normals, body.vertices_cm, chart), 0.05, 0.6)
    mesh = body.mesh.with_vertices(body.vertices_cm + body.normals * height[:, None])
    return replace(body, mesh=mesh, normals=normals(mesh))


def draw_muscles(
    skin: Body, bared: Body, view: View, fields: Iterable[MuscleField], chart: str, scale: float = SHARP
) -> Singles:
    """(h, w, 4) straight-alpha sRGB, 0 to 1; `skin` is the body that the charts are laid on."""
    fine = scale * SUPERSAMPLING
    places = chart_points(skin.vertices_cm, chart)
    on_chart = np.column_stack([places, chart_facing(skin.normals, skin.vertices_cm, chart)]).astype(np.float32)
    layer = view.draw(bared, np.hstack([surface_values(bared, view), on_chart]), fine)
    seen = layer.values[layer.covered]
    values, facing = seen[:, :SURFACE_VALUES], seen[:, -1]
    painted = paint(fields, seen[:, SURFACE_VALUES:-1], chart)
    strands, slope = _strands(painted, layer.covered, view.px_per_cm * fine, LOOKS[chart])
    colours = _coloured(values, painted, facing, strands, slope, LOOKS[chart])
    return flatten(layer, colours, view.alpha(layer.depth, fine), SUPERSAMPLING)


def _strands(painted: Paint, covered: Mask, px_per_cm: float, look: Look) -> tuple[Singles, Singles]:
    """(n,) height of the fibre strands, -1 to 1, and how far they lean towards the light."""
    phase = np.zeros(covered.shape, np.float32)
    phase[covered] = painted.phase
    down, right = np.gradient(phase)
    tightness = gaussian_filter(np.minimum(np.hypot(right, down), 9 / px_per_cm), 2)[covered]
    height = np.zeros(covered.shape, np.float32)
    random = np.random.default_rng(2)
    for per_cm, strength in STRANDS:
        turns = 2 * np.pi * look.fine * per_cm * painted.phase
        waves = np.sin(turns + 1.7 * np.sin(0.13 * turns + random.uniform(0, 6)))
        resolved = np.clip(1.5 - look.fine * per_cm * tightness / 0.16, 0, 1)
        height[covered] += strength * waves * resolved
    fleshy = np.zeros(covered.shape, np.float32)
    fleshy[covered] = painted.muscle + painted.tendon > 0.3
    down, right = np.gradient(gaussian_filter(height, 0.8) * fleshy)
    lean = np.clip((-right - down) * 0.7 * px_per_cm / 44 * look.relief, -1, 1)
    return height[covered], lean[covered]


def _coloured(values: Singles, painted: Paint, facing: Singles, strands: Singles, lean: Singles, look: Look) -> Singles:
    """sRGB (n, 3) of skin, muscle and tendon laid together."""
    strand, slope = strands[:, None], lean[:, None]
    muscle, tendon = (painted.muscle * facing)[:, None], (painted.tendon * facing)[:, None]
    core, edge = painted.core[:, None], (painted.edge * facing)[:, None]
    skin, cream, lip = shade(values, SKIN), shade(values, CREAM), (painted.lip * facing)[:, None]
    skin = skin * (1 - lip) + shade(values, LIPS) * lip
    red = shade(values, look.red) * (0.86 + 0.14 * core)
    rim = look.pale * (1 - core) * muscle * np.clip(skin.mean(axis=1, keepdims=True) * 1.8 - 0.35, 0, 1)
    red = red * (1 - rim) + cream * rim
    tone = np.maximum(1 + 0.10 * strand + 0.20 * slope, 0)
    red = np.clip(red * np.concatenate([tone**0.7, tone, tone], axis=1), 0, 1)
    cream = np.clip(cream * (1 + 0.035 * strand + 0.08 * slope), 0, 1)
    colours = skin * (1 - muscle - tendon) + red * muscle + cream * tendon
    return np.asarray(np.clip(colours * (1 - edge * EDGE), 0, 1), np.float32)
