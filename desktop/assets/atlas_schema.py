"""The shape of the files in `assets/body` (docs/atlas-format.md)."""

from __future__ import annotations

from msgspec import Struct

from desktop.domain.body import Side

Pair = tuple[float, float]
Mark = tuple[float, float, int]


class ViewEntry(Struct, frozen=True):
    """A view in the index."""

    size: tuple[int, int]
    px_per_cm: float


class AtlasFile(Struct, frozen=True):
    """`atlas.json`."""

    format: int
    views: dict[str, ViewEntry]


class RegionEntry(Struct, frozen=True):
    """An outline of a region."""

    region: str
    side: Side
    path: str
    anchor: Pair


class ZoneEntry(Struct, frozen=True):
    """An outline of a place that is never pressed."""

    zone: str
    side: Side
    path: str
    anchor: Pair


class ViewFile(Struct, frozen=True):
    """`views/VIEW.json`."""

    view: str
    size: tuple[int, int]
    px_per_cm: float
    labels: dict[Side, Pair]
    regions: list[RegionEntry]
    zones: list[ZoneEntry]
    landmarks: dict[str, dict[Side, Mark]]


class SpriteEntry(Struct, frozen=True):
    """One picture of a hand."""

    file: str
    turn: float
    size: tuple[int, int]
    contact: Pair
    patches: list[tuple[float, float, float, float, float]]
    wrist: Pair


class PoseEntry(Struct, frozen=True):
    """A pose: one list a turn, each with its frames."""

    frames: int
    left: list[list[SpriteEntry]]
    right: list[list[SpriteEntry]]


class HandsFile(Struct, frozen=True):
    """`hands.json`."""

    format: int
    px_per_cm: float
    poses: dict[str, PoseEntry]


class MoveEntry(Struct, frozen=True):
    """One move: its frames, and where landmarks lie in each."""

    view: str
    frames: list[str]
    amount: list[float]
    landmarks: list[dict[str, dict[Side, Mark]]]


class MovesFile(Struct, frozen=True):
    """`moves.json`."""

    format: int
    moves: dict[str, MoveEntry]
