"""Drawings of a whole figure for the steps that have no place on the body: sitting, breathing, lying, stretching."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import ndimage

from tools.atlas.body import Body
from tools.atlas.figure_dress import arm_share, dressed, patches
from tools.atlas.figure_poses import DRAWINGS
from tools.atlas.figure_reach import reaching
from tools.atlas.figure_rig import load_figure
from tools.atlas.mesh import Mesh, catmull_clark, joined, normals
from tools.atlas.pack import image
from tools.atlas.raster import rasterise
from tools.atlas.shade import SKIN, SURFACE_VALUES, Finish, filled, flatten, over, shade, surface_values
from tools.atlas.source import open_source
from tools.atlas.views import Fade, View
from tools.atlas.visibility import visibility

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tools.atlas.figure_poses import Drawing
    from tools.atlas.figure_rig import Figure
    from tools.atlas.mesh import Floats
    from tools.atlas.raster import Singles

FORMAT = 1
VIEW = "pose"
SCALE = (
    1.35  # picture pixels to a pixel of a shot's size: nearly sharp at twice a screen's pixels, small enough to keep
)
SUPERSAMPLING = 2
SHADOW_MAP_PX, LIFT_CM, SLACK_CM = 600, 0.6, 0.35
NEAR_FADE = Fade(38.0, 45.0, power=4.0, solid=0.72)
SHIRT = Finish(albedo=(0x6C, 0x93, 0x98), cavity=0.35, sheen=0.02, rim=0.05, exposure=0.95)
SHORTS = Finish(albedo=(0x4C, 0x5E, 0x6B), cavity=0.35, sheen=0.02, rim=0.06, exposure=0.95)
# A full breath lifts the skin by this much (cm) around these places of the standing figure, within this reach (cm).
BREATH = (((0.0, 20.0, 12.0), 1.3, 9.0), ((0.0, 41.0, 13.0), 0.7, 11.0))
SHADOW_COLOUR = np.array([0.20, 0.13, 0.10])
GROUND_SHADOWS = ((0.8, 0.30), (3.5, 0.22))  # softness in cm and strength
NEAR_FLOOR_CM = 5.0  # what is higher throws hardly any
CLOSED_CM, EDGE_CM = 1.2, 3.0  # gaps between vertices; the shadow ends before the picture does
CODING = {"quality": 74, "alpha_quality": 80, "method": 6}


@dataclass(frozen=True)
class Dressed:
    """The standing figure with clothes, and what says where they are: `standing` (n, 3), `arm` (n,)."""

    figure: Figure
    standing: Floats
    arm: Floats


def run(body: Body, out: Path, names: Iterable[str] = tuple(DRAWINGS)) -> None:  # noqa: ARG001 - one signature for all parts
    """Write `figures/*.webp` and `figures.json` below `out` (drawings not named keep their entry)."""
    folder, listing = out / "figures", out / "figures.json"
    folder.mkdir(parents=True, exist_ok=True)
    entries: dict[str, Any] = json.loads(listing.read_text("utf-8"))["figures"] if listing.exists() else {}
    stock = load_figure(open_source())
    worn = Dressed(replace(stock, mesh=dressed(stock)), stock.mesh.vertices, arm_share(stock))
    for name in names:
        entries[name] = _render(name, DRAWINGS[name], worn, folder)
    table = {"format": FORMAT, "figures": {name: entries[name] for name in DRAWINGS if name in entries}}
    listing.write_text(json.dumps(table, separators=(",", ":")) + "\n", encoding="utf-8")


def _render(name: str, drawing: Drawing, worn: Dressed, folder: Path) -> dict[str, Any]:
    """Entry of a drawing in `figures.json`; its pictures are written to the folder."""
    view, files = _view(drawing, worn), []
    for number, amount in enumerate(drawing.amounts):
        files.append(f"{name}_{number:02d}.webp")
        picture = image(_draw(drawing, worn, view, amount))
        picture.save(folder / files[-1], "WEBP", **CODING)
    size = [round(n * SCALE) for n in drawing.shot.size]
    return {"size": size, "frames": files, "amount": [round(a, 4) for a in drawing.amounts]}


def _view(drawing: Drawing, worn: Dressed) -> View:
    """The camera, aimed at the middle of what is drawn over all amounts."""
    corners = []
    for amount in (drawing.amounts[0], drawing.amounts[-1]):
        mesh = _posed(drawing, worn, amount)
        corners += [mesh.vertices.min(axis=0), mesh.vertices.max(axis=0)]
    middle = (np.min(corners, axis=0) + np.max(corners, axis=0)) / 2
    shot = drawing.shot
    centre = shot.near or (float(middle[0]), float(middle[1]), float(middle[2]))
    return View(VIEW, shot.size, shot.px_per_cm, shot.yaw, centre, (NEAR_FADE,) if shot.near else (), shot.pitch)


def _posed(drawing: Drawing, worn: Dressed, amount: float) -> Mesh:
    pose, reaches = drawing.pose(amount)
    figure = worn.figure
    if drawing.breathes:
        figure = replace(figure, mesh=_breathed(figure.mesh, amount))
    return figure.posed(reaching(worn.figure, pose, reaches))


def _breathed(mesh: Mesh, fill: float) -> Mesh:
    """The standing figure with its breath drawn in."""
    out, moved = normals(mesh), mesh.vertices.copy()
    for centre, height, reach in BREATH:
        near = np.exp(-((np.linalg.norm(mesh.vertices - np.array(centre), axis=1) / reach) ** 2))
        moved += out * (fill * height * near)[:, None]
    return mesh.with_vertices(moved)


def _draw(drawing: Drawing, worn: Dressed, view: View, amount: float) -> Singles:
    """(h, w, 4) straight alpha: figure and props over their shadow on the floor."""
    posed = _posed(drawing, worn, amount)
    floor = posed.vertices[:, 1].min()
    meshes = [posed, *(_placed(prop.mesh, floor if prop.rests else None) for prop in drawing.props)]
    finishes = [prop.finish for prop in drawing.props]
    whole = joined(meshes)
    body = Body(whole, normals(whole), visibility(whole, normals(whole), SHADOW_MAP_PX, LIFT_CM, SLACK_CM))
    part = np.repeat(np.arange(len(meshes)), [len(mesh.vertices) for mesh in meshes])
    standing, arm = np.zeros((len(part), 3)), np.zeros(len(part))
    standing[part == 0], arm[part == 0] = worn.standing, worn.arm
    values = np.column_stack([surface_values(body, view), standing, arm, part])
    fine, values = catmull_clark(whole, values)
    scale = SCALE * SUPERSAMPLING
    points = np.column_stack([view.project(fine.vertices) * scale, view.depth(fine.vertices)])
    layer = rasterise(points, fine.triangles(), values.astype(np.float32), view.pixels(scale))
    colours = _colours(layer.values[layer.covered], worn.figure, finishes)
    picture = flatten(layer, colours, view.alpha(layer.depth, scale), SUPERSAMPLING)
    shadow = _ground_shadow(whole, view, float(whole.vertices[:, 1].min()))
    return over(picture, filled(SHADOW_COLOUR, shadow))


def _colours(values: Singles, figure: Figure, finishes: list[Finish]) -> Singles:
    """sRGB (n, 3) of points: skin, shirt, shorts or prop."""
    lit, standing, arm, part = np.split(values, (SURFACE_VALUES, SURFACE_VALUES + 3, SURFACE_VALUES + 4), axis=1)
    shirt, shorts = (patch[:, None] for patch in patches(figure, standing, arm[:, 0]))
    colours = shade(lit, SKIN) * (1 - shirt) + shade(lit, SHIRT) * shirt
    colours = colours * (1 - shorts) + shade(lit, SHORTS) * shorts
    for number, finish in enumerate(finishes, start=1):
        own = np.round(part[:, 0]) == number
        colours[own] = shade(lit[own], finish)
    return np.asarray(colours, np.float32)


def _placed(mesh: Mesh, floor: float | None) -> Mesh:
    """The mesh stood on the floor, where it has to."""
    if floor is None:
        return mesh
    return mesh.with_vertices(mesh.vertices + np.array([0.0, floor - mesh.vertices[:, 1].min(), 0.0]))


def _ground_shadow(mesh: Mesh, view: View, floor: float) -> Singles:
    """(h, w) alpha of the shadow on the floor: dark and sharp where something stands, soft and pale around it."""
    points = mesh.vertices.copy()
    near = np.exp((floor - points[:, 1]) / NEAR_FLOOR_CM)
    points[:, 1] = floor
    width, height = view.pixels(SCALE)
    column, row = (view.project(points) * SCALE).astype(int).T
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    standing = np.zeros((height, width))
    np.maximum.at(standing, (row[inside], column[inside]), near[inside])
    px = view.px_per_cm * SCALE
    standing = ndimage.maximum_filter(standing, round(CLOSED_CM * px))
    dark = np.sum(
        [strength * ndimage.gaussian_filter(standing, soft * px) for soft, strength in GROUND_SHADOWS], axis=0
    )
    to_edge = np.minimum(np.arange(height)[::-1, None] / (EDGE_CM * px), 1.0)
    alpha = view.alpha(np.zeros((height, width), np.float32), SCALE)
    return np.asarray(dark * to_edge * alpha, np.float32)
