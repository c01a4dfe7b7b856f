"""What the guide needs to know of the pictures: charts of views, hand sprites, moves (read by `assets.atlas`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from desktop.domain.body import Place, Side

Layer = Literal["skin", "muscle"]


class Point(NamedTuple):
    """Picture pixels of a view's 1x picture: x to the right, y down."""

    x: float
    y: float


class MarkPoint(NamedTuple):
    """Where a landmark lies in a view, and whether it can be seen there."""

    x: float
    y: float
    seen: bool


class SurfacePoint(NamedTuple):
    """The skin under a pixel: position in cm (picture axes, z towards the viewer) and unit normal in the same axes."""

    x: float
    y: float
    z: float
    nx: float
    ny: float
    nz: float


@dataclass(frozen=True, slots=True)
class Outline:
    """The outline of a place in one view. `path` is SVG path data (M, L, C, Z); `anchor` a point well inside."""

    place: Place
    path: str
    anchor: Point


@dataclass(frozen=True, slots=True)
class DeepMuscle:
    """The outline of a muscle below those shown. `path` is SVG path data (M, L, Z)."""

    muscle: str
    side: Side
    path: str


@dataclass(frozen=True, slots=True)
class MuscleMap:
    """Which muscle is where in a view: `file` is an indexed picture with a sample every `step` picture pixels.

    `numbers[muscle, side]` is its index there; a muscle that the view does not show has none. 0 is bare skin."""

    file: Path
    step: int
    numbers: Mapping[tuple[str, Side], int]
    beneath: tuple[DeepMuscle, ...]


@dataclass(frozen=True, slots=True)
class Zone:
    """A place that is no region and is never pressed (eyeball, hollow under the ear lobe)."""

    name: str
    side: Side
    path: str
    anchor: Point


class ViewChart(Protocol):
    """One view of the body as the guide sees it. Distances in picture pixels unless said."""

    @property
    def view(self) -> str: ...
    @property
    def size(self) -> tuple[int, int]: ...
    @property
    def px_per_cm(self) -> float: ...
    @property
    def labels(self) -> Mapping[Side, Point]: ...
    @property
    def outlines(self) -> Sequence[Outline]:
        """In hit order: the first that holds a point wins."""

    @property
    def zones(self) -> Sequence[Zone]: ...
    def landmark(self, name: str, side: Side) -> MarkPoint | None:
        """Where a landmark lies; None outside the picture. Raises KeyError for a name no view knows."""

    def surface(self, x: float, y: float) -> SurfacePoint | None:
        """The skin at a pixel, None beside the body."""


@dataclass(frozen=True, slots=True)
class HandSprite:
    """One picture of a hand. Points in sprite pixels; `turn` in degrees clockwise, fingers up = 0.

    `patches` are the ellipses that touch the skin: x, y, half axes, degrees. A `mirrored` sprite is the other hand's
    picture to be flipped left to right; its points and its turn are already those of the flipped one. One that shows no
    `skin`, a tool alone, keeps its colours whatever the skin tone."""

    file: Path
    mask: Path
    turn: float
    size: tuple[int, int]
    contact: Point
    wrist: Point
    patches: tuple[tuple[float, float, float, float, float], ...]
    mirrored: bool = False
    skin: bool = True


@dataclass(frozen=True, slots=True)
class HandSheet:
    """All sprites: `sprites[pose, side]` is one list a turn, each with one sprite a frame (open to closed)."""

    px_per_cm: float
    sprites: Mapping[tuple[str, Side], Sequence[Sequence[HandSprite]]]


class MoveSheet(Protocol):
    """The body moving (chin to chest ...) in one view: frames with their amount, rising.

    0 is the body at rest, 1 the end of the move; a two-sided move goes on to -1, on the person's left. Of a `loop` the
    amount is the phase of a round, 0 to 1, at rest at both ends."""

    @property
    def view(self) -> str: ...
    @property
    def amounts(self) -> Sequence[float]: ...
    @property
    def loop(self) -> bool: ...
    @property
    def crop(self) -> tuple[int, int, int, int]:
        """What the move changes of the view's picture: left, top, width, height in picture pixels."""

    @property
    def still(self) -> Path:
        """The still picture of the view that the move sets out from, at 2x."""

    @property
    def fade(self) -> Path:
        """How the view's picture fades out: a small picture of all of it whose alpha counts. Frames do not fade."""

    @property
    def flow(self) -> Path:
        """How the skin goes from each frame to the next (docs/atlas-format.md)."""

    def picture(self, frame: int) -> Path | None:
        """The crop's picture at 1x or 2x; None at rest, where the still picture of the view is right."""

    def landmark(self, name: str, side: Side, amount: float) -> MarkPoint | None:
        """Where a landmark has moved to, between frames too."""

    def turn(self, name: str, side: Side, amount: float) -> float:
        """How far the skin about a landmark has turned in the picture, degrees clockwise."""


class FigureSheet(Protocol):
    """A whole figure drawn for a step that has no place on the body: frames with their amount, rising from 0, or from
    -1 on the person's left, to 1. A breathing figure's amount is how full the breath is."""

    @property
    def size(self) -> tuple[int, int]:
        """Of its pictures, which stand for themselves."""

    @property
    def amounts(self) -> Sequence[float]: ...
    def picture(self, frame: int) -> Path: ...


class Atlas(Protocol):
    """Everything drawn: views in the order of the rail, their charts and pictures, hands and moves."""

    @property
    def views(self) -> Sequence[str]: ...
    @property
    def drawn(self) -> Sequence[str]:
        """The views, and those that stand in no rail (the receiver's own hands)."""

    @property
    def moving(self) -> Atlas:
        """The atlas of the body that moves are drawn of: this one, or that of the one build that moves."""

    def chart(self, view: str) -> ViewChart: ...
    def picture(self, layer: Layer, view: str, scale: int) -> Path | None:
        """The file of a layer at 1x or 2x; None where the layer is not drawn for the view."""

    def muscles(self, view: str) -> MuscleMap | None:
        """Which muscle is where, read when first asked for; None where the muscles are not drawn for the view."""

    def thumb(self, view: str) -> Path: ...
    def hands(self) -> HandSheet: ...
    def figure(self, name: str) -> FigureSheet | None: ...
    def move(self, name: str, view: str) -> MoveSheet | None:
        """A move as this view shows it; None where it does not."""
