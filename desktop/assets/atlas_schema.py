"""The shape of the JSON files in `assets/body` (docs/atlas-format.md). We write them ourselves, so types are enough."""

from __future__ import annotations

from typing import NotRequired, TypedDict

Pair = tuple[float, float]
Mark = tuple[float, float, int]
Sides = dict[str, Mark]


class ViewEntry(TypedDict):
    """A view in the index."""

    size: tuple[int, int]
    px_per_cm: float


class AtlasFile(TypedDict):
    """`atlas.json`."""

    format: int
    views: dict[str, ViewEntry]
    beside: dict[str, ViewEntry]


class RegionEntry(TypedDict):
    """An outline of a region."""

    region: str
    side: str
    path: str
    anchor: Pair


class ZoneEntry(TypedDict):
    """An outline of a place that is never pressed."""

    zone: str
    side: str
    path: str
    anchor: Pair


class ViewFile(TypedDict):
    """`views/VIEW.json`."""

    view: str
    size: tuple[int, int]
    px_per_cm: float
    labels: dict[str, Pair]
    regions: list[RegionEntry]
    zones: list[ZoneEntry]
    landmarks: dict[str, Sides]


class DeepMuscleEntry(TypedDict):
    """An outline of a muscle that others cover."""

    muscle: str
    side: str
    path: str


class MuscleFile(TypedDict):
    """`muscle/VIEW.json`: numbers by muscle and side, joined by a dot."""

    step: int
    muscles: dict[str, int]
    beneath: list[DeepMuscleEntry]


class SpriteEntry(TypedDict):
    """One picture of a hand."""

    file: str
    turn: float
    size: tuple[int, int]
    contact: Pair
    patches: list[tuple[float, float, float, float, float]]
    wrist: Pair


class PoseEntry(TypedDict):
    """A pose of the right hand: one list a turn, each with its frames; `skin` is false for a tool alone."""

    frames: int
    turns: list[list[SpriteEntry]]
    skin: NotRequired[bool]


class HandsFile(TypedDict):
    """`hands.json`."""

    format: int
    px_per_cm: float
    poses: dict[str, PoseEntry]


class CarriedEntry(TypedDict):
    """Where landmarks are carried: for each of `amount`, by landmark and side x, y, seen, degrees turned."""

    amount: list[float]
    landmarks: dict[str, dict[str, list[tuple[float, float, int, float]]]]


class MoveEntry(TypedDict):
    """One move in one view: its frames (none at rest) and what it carries along."""

    loop: bool
    crop: tuple[int, int, int, int]
    frames: list[str | None]
    amount: list[float]
    flow: str
    fade: str
    carried: CarriedEntry


class MovesFile(TypedDict):
    """`moves.json`: moves by name, then by view."""

    format: int
    moves: dict[str, dict[str, MoveEntry]]


class FigureEntry(TypedDict):
    """One drawing of a whole figure."""

    size: tuple[int, int]
    frames: list[str]
    amount: list[float]


class FiguresFile(TypedDict):
    """`figures.json`."""

    format: int
    figures: dict[str, FigureEntry]
