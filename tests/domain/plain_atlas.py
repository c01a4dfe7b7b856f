"""A body of plain shapes, to test paths without the rendered atlas: an egg of a head on a block of shoulders."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.domain.body import Side
from desktop.domain.chart import HandSheet, Layer, MarkPoint, MuscleMap, Outline, Point, SurfacePoint, Zone
from desktop.domain.hand_parts import PICTURES

PX = 20.0
MIDDLE = 500.0
HEAD = (MIDDLE, 330.0, 8.0 * PX, 11.0 * PX)
SHOULDERS_TOP, SHOULDERS_HALF_WIDTH = 680.0, 20.0 * PX
NECK_HALF_WIDTH = 6.0 * PX

PLACES: dict[str, tuple[float, float]] = {
    "crown": (0.0, 115.0),
    "occiput_high": (1.5, 290.0),
    "occiput_bump": (1.5, 380.0),
    "occiput_low": (1.8, 440.0),
    "occiput_upper_side": (5.5, 330.0),
    "occiput_side": (6.0, 380.0),
    "occiput_low_side": (5.5, 440.0),
    "mastoid": (6.5, 455.0),
    "skull_base_outer": (5.0, 475.0),
    "skull_base_mid": (3.8, 485.0),
    "skull_base_inner": (2.5, 490.0),
    "paraspinal_c2": (2.2, 540.0),
    "paraspinal_c4": (2.2, 590.0),
    "paraspinal_c6": (2.3, 640.0),
    "paraspinal_c7": (2.5, 690.0),
    "shoulder_mid": (9.0, 710.0),
    "shoulder_tip": (17.0, 730.0),
    "larynx": (0.0, 600.0),
}
"""Landmarks: centimetres from the midline, picture row."""


class PlainChart:
    size = (1000, 1000)
    px_per_cm = PX
    labels: Mapping[Side, Point] = {Side.LEFT: Point(60, 900), Side.RIGHT: Point(940, 900)}
    outlines: Sequence[Outline] = ()
    zones: Sequence[Zone] = ()

    def __init__(self, view: str) -> None:
        self.view = view

    def landmark(self, name: str, side: Side) -> MarkPoint | None:
        out, row = PLACES[name]
        return MarkPoint(MIDDLE + out * PX * (-1 if side is Side.LEFT else 1), row, True)

    def surface(self, x: float, y: float) -> SurfacePoint | None:
        u, v = (x - HEAD[0]) / HEAD[2], (y - HEAD[1]) / HEAD[3]
        if (away := u * u + v * v) < 1:
            nx, ny, nz = u / HEAD[2], v / HEAD[3], math.sqrt(1 - away) / (8 * PX)
            length = math.hypot(nx, ny, nz)
            return SurfacePoint(x / PX, y / PX, 8 * math.sqrt(1 - away), nx / length, ny / length, nz / length)
        on_neck = HEAD[1] < y < SHOULDERS_TOP and abs(x - MIDDLE) < NECK_HALF_WIDTH
        on_shoulders = SHOULDERS_TOP <= y < 1000 and abs(x - MIDDLE) < SHOULDERS_HALF_WIDTH
        return SurfacePoint(x / PX, y / PX, 0.0, 0.0, 0.0, 1.0) if on_neck or on_shoulders else None


class PlainMove:
    """Moves everything down by five centimetres."""

    view = "head_back"
    amounts: Sequence[float] = (0.0, 1.0)
    loop = False
    crop = (0, 0, 1000, 1000)
    still = fade = flow = Path()

    def picture(self, frame: int) -> Path | None:
        return None

    def landmark(self, name: str, side: Side, amount: float) -> MarkPoint | None:
        mark = PlainChart("head_back").landmark(name, side)
        return MarkPoint(mark.x, mark.y + 5 * PX * amount, True) if mark else None

    def turn(self, name: str, side: Side, amount: float) -> float:
        return 0.0


class PlainAtlas:
    """Every view shows the same plain body."""

    views: Sequence[str] = ("head_back", "neck_shoulders")
    drawn: Sequence[str] = views

    @property
    def moving(self) -> PlainAtlas:
        return self

    def chart(self, view: str) -> PlainChart:
        return PlainChart(view)

    def figure(self, name: str) -> None:
        return None

    def move(self, name: str, view: str) -> PlainMove | None:
        return PlainMove() if name in ("nod", "chin_to_chest") and view == PlainMove.view else None

    def picture(self, layer: Layer, view: str, scale: int) -> Path | None:
        return None

    def muscles(self, view: str) -> MuscleMap | None:
        return None

    def thumb(self, view: str) -> Path:
        raise NotImplementedError

    def hands(self) -> HandSheet:
        return HandSheet(PX, {(picture, side): () for picture in PICTURES for side in (Side.LEFT, Side.RIGHT)})
