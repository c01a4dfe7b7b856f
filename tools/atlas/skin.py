"""The skin pictures of all views, and the thumbnails cut from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.atlas.pack import FURTHER_QUALITY, QUALITY, write_thumb, write_view
from tools.atlas.shade import flatten, shade, surface_values
from tools.atlas.views import VIEWS

if TYPE_CHECKING:
    from pathlib import Path

    from tools.atlas.body import Body
    from tools.atlas.raster import Singles
    from tools.atlas.views import View

SHARP = 2  # pictures are rendered for screens with two pixels to a picture pixel
SUPERSAMPLING = 2


def run(body: Body, out: Path) -> None:
    """Write `skin/VIEW.webp`, `skin/VIEW@2x.webp` and `thumb/VIEW.webp` of every view below `out`."""
    quality = FURTHER_QUALITY if body.origin else QUALITY
    for view in VIEWS.values():
        picture = draw_skin(body, view)
        write_view(picture, out / "skin", view.name, quality)
        write_thumb(picture, out / "thumb", view, SHARP)


def draw_skin(body: Body, view: View, scale: float = SHARP) -> Singles:
    """(h, w, 4) straight-alpha sRGB, 0 to 1, at `scale` pixels to a picture pixel."""
    fine = scale * SUPERSAMPLING
    layer = view.draw(body, surface_values(body, view), fine)
    return flatten(layer, shade(layer.values[layer.covered]), view.solidity(body, layer.depth, fine), SUPERSAMPLING)
