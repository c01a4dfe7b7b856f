"""The pictures of the body and what is known about them, each read when first asked for (docs/atlas-format.md)."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from desktop.assets import NEUTRAL, body_folder
from desktop.assets import atlas_schema as schema
from desktop.assets.files import CatalogError
from desktop.assets.surface import SurfaceMap
from desktop.domain.body import Place, Side
from desktop.domain.chart import (
    DeepMuscle,
    HandSheet,
    HandSprite,
    Layer,
    MarkPoint,
    MuscleMap,
    Outline,
    Point,
    SurfacePoint,
    Zone,
)

_SEEN = 0.5
"""Between a frame in which a landmark is seen and one in which it is not: the nearer one counts."""


def load_atlas(build: str = NEUTRAL) -> BodyAtlas:
    """The atlas of a build, one of BUILDS; only its small index is read now. Raises CatalogError."""
    return _atlas(build)


@cache
def _atlas(build: str) -> BodyAtlas:
    if build == NEUTRAL:
        return BodyAtlas(body_folder(build))
    from desktop.assets.build_atlas import BuildAtlas

    return BuildAtlas(body_folder(build), _atlas(NEUTRAL))


class BodyAtlas:
    """`domain.chart.Atlas` over a folder of files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = cast(schema.AtlasFile, _read(folder / "atlas.json"))
        self._charts: dict[str, FileChart] = {}
        self._muscles: dict[str, MuscleMap | None] = {}
        self._moves: dict[tuple[str, str], FileMove] = {}

    @property
    def views(self) -> Sequence[str]:
        return tuple(self._index["views"])

    @property
    def moving(self) -> BodyAtlas:
        return self

    @property
    def drawn(self) -> Sequence[str]:
        return (*self._index["views"], *self._index["beside"])

    def chart(self, view: str) -> FileChart:
        """The chart of a view. Raises KeyError for a view that is not drawn."""
        if view not in self._charts:
            if view not in self.drawn:
                raise KeyError(view)
            self._charts[view] = FileChart(self._folder, view, self._knows)
        return self._charts[view]

    def picture(self, layer: Layer, view: str, scale: int) -> Path | None:
        path = self._folder / layer / f"{view}{_suffix(scale)}.webp"
        return path if path.exists() else None

    def muscles(self, view: str) -> MuscleMap | None:
        if view not in self._muscles:
            self._muscles[view] = _muscle_map(self._folder / "muscle", view)
        return self._muscles[view]

    def thumb(self, view: str) -> Path:
        return self._folder / "thumb" / f"{view}.webp"

    def hands(self) -> HandSheet:
        return self._hands

    def move(self, name: str, view: str) -> FileMove | None:
        entry = self._move_entries.get(name, {}).get(view)
        if entry is None:
            return None
        if (name, view) not in self._moves:
            self._moves[name, view] = FileMove(self._folder / "moves", entry, self.chart(view))
        return self._moves[name, view]

    def figure(self, name: str) -> FileFigure | None:
        entry = self._figure_entries.get(name)
        return FileFigure(self._folder / "figures", entry) if entry else None

    @cached_property
    def _hands(self) -> HandSheet:
        sheet = cast(schema.HandsFile, _read(self._folder / "hands.json"))
        sprites: dict[tuple[str, Side], list[list[HandSprite]]] = {}
        for pose, entry in sheet["poses"].items():
            skin = entry.get("skin", True)
            right = [
                [_sprite(self._folder / "hands", pose, drawn, skin) for drawn in frames] for frames in entry["turns"]
            ]
            sprites[pose, Side.RIGHT] = right
            sprites[pose, Side.LEFT] = sorted(([_mirrored(s) for s in frames] for frames in right), key=_turn)
        return HandSheet(sheet["px_per_cm"], sprites)

    @cached_property
    def _move_entries(self) -> Mapping[str, Mapping[str, schema.MoveEntry]]:
        path = self._folder / "moves.json"
        return cast(schema.MovesFile, _read(path))["moves"] if path.exists() else {}

    @cached_property
    def _figure_entries(self) -> Mapping[str, schema.FigureEntry]:
        return cast(schema.FiguresFile, _read(self._folder / "figures.json"))["figures"]

    def _knows(self, landmark: str) -> bool:
        return any(self.chart(view).shows(landmark) for view in self.drawn)


class FileChart:
    """`domain.chart.ViewChart` over one view's files; the surface map is read when a path first needs it."""

    def __init__(self, folder: Path, view: str, knows: Callable[[str], bool]) -> None:
        self._file = cast(schema.ViewFile, _read(folder / "views" / f"{view}.json"))
        self._surface_path = folder / "surface" / f"{view}.bin"
        self._knows = knows
        self.view = view
        self.size = _size(self._file["size"])
        self.px_per_cm = self._file["px_per_cm"]

    @cached_property
    def labels(self) -> Mapping[Side, Point]:
        return {Side(side): Point(*at) for side, at in self._file["labels"].items()}

    @cached_property
    def outlines(self) -> Sequence[Outline]:
        return tuple(
            Outline(Place(r["region"], Side(r["side"])), r["path"], Point(*r["anchor"])) for r in self._file["regions"]
        )

    @cached_property
    def zones(self) -> Sequence[Zone]:
        return tuple(Zone(z["zone"], Side(z["side"]), z["path"], Point(*z["anchor"])) for z in self._file["zones"])

    def shows(self, name: str) -> bool:
        return name in self._file["landmarks"]

    def landmark(self, name: str, side: Side) -> MarkPoint | None:
        """Where a landmark lies; None outside the picture. Raises KeyError for a name no view knows."""
        if not self.shows(name):
            if self._knows(name):
                return None
            raise KeyError(name)
        return _mark(self._file["landmarks"][name], side)

    def surface(self, x: float, y: float) -> SurfacePoint | None:
        return self._surface.at(x, y)

    @cached_property
    def _surface(self) -> SurfaceMap:
        return SurfaceMap(self._surface_path, self.px_per_cm)


class FileMove:
    """`domain.chart.MoveSheet` over the frames of one move."""

    def __init__(self, folder: Path, entry: schema.MoveEntry, chart: FileChart) -> None:
        self._folder = folder
        self._entry = entry
        self._chart = chart
        self.view = chart.view
        self.amounts: Sequence[float] = tuple(entry["amount"])
        self.loop = entry["loop"]
        self.crop = _crop(entry["crop"])
        self.flow = folder / entry["flow"]
        self.fade = folder / entry["fade"]
        self.still = folder.parent / "skin" / f"{chart.view}{_suffix(2)}.webp"

    def picture(self, frame: int) -> Path | None:
        name = self._entry["frames"][frame]
        return self._folder / name if name else None

    def landmark(self, name: str, side: Side, amount: float) -> MarkPoint | None:
        """Where a landmark has moved to, between frames too; one that does not move stays where the chart has it."""
        carried = self._carried(name, side, amount)
        if carried is None:
            return self._chart.landmark(name, side)
        x, y, seen, _ = carried
        return MarkPoint(x, y, seen >= _SEEN)

    def turn(self, name: str, side: Side, amount: float) -> float:
        carried = self._carried(name, side, amount)
        return carried[3] if carried else 0.0

    def _carried(self, name: str, side: Side, amount: float) -> tuple[float, ...] | None:
        """x, y, seen and degrees of a landmark the move carries along."""
        sides = self._entry["carried"]["landmarks"].get(name, {})
        marks = sides.get(side) or sides.get(Side.MIDDLE)
        if marks is None:
            return None
        amounts = self._entry["carried"]["amount"]
        after = min(max(bisect_right(amounts, amount), 1), len(amounts) - 1)
        low, high = amounts[after - 1], amounts[after]
        share = min(max((amount - low) / (high - low), 0.0), 1.0)
        return tuple(a + (b - a) * share for a, b in zip(marks[after - 1], marks[after], strict=True))


class FileFigure:
    """`domain.chart.FigureSheet` over the frames of one drawing."""

    def __init__(self, folder: Path, entry: schema.FigureEntry) -> None:
        self._folder = folder
        self._files = entry["frames"]
        self.size = _size(entry["size"])
        self.amounts: Sequence[float] = tuple(entry["amount"])

    def picture(self, frame: int) -> Path:
        return self._folder / self._files[frame]


def _muscle_map(folder: Path, view: str) -> MuscleMap | None:
    path = folder / f"{view}.json"
    if not path.exists():
        return None
    file = cast(schema.MuscleFile, _read(path))
    split = ((name.split("."), number) for name, number in file["muscles"].items())
    return MuscleMap(
        file=folder / f"{view}.png",
        step=file["step"],
        numbers={(muscle, Side(side)): number for (muscle, side), number in split},
        beneath=tuple(DeepMuscle(row["muscle"], Side(row["side"]), row["path"]) for row in file["beneath"]),
    )


def _mark(sides: schema.Sides, side: Side) -> MarkPoint | None:
    at = sides.get(side) or sides.get(Side.MIDDLE)
    return MarkPoint(at[0], at[1], bool(at[2])) if at else None


def _sprite(folder: Path, pose: str, entry: schema.SpriteEntry, skin: bool) -> HandSprite:
    return HandSprite(
        file=folder / entry["file"],
        mask=folder / f"{pose}_{int(entry['turn']):03d}_contact.webp",
        turn=entry["turn"],
        size=_size(entry["size"]),
        contact=Point(*entry["contact"]),
        wrist=Point(*entry["wrist"]),
        patches=tuple((x, y, rx, ry, degrees) for x, y, rx, ry, degrees in entry["patches"]),
        skin=skin,
    )


def _mirrored(sprite: HandSprite) -> HandSprite:
    """The left hand of a right one: who shows it flips the picture, all numbers are flipped already."""
    width = sprite.size[0]
    return replace(
        sprite,
        turn=-sprite.turn % 360,
        contact=Point(width - sprite.contact.x, sprite.contact.y),
        wrist=Point(width - sprite.wrist.x, sprite.wrist.y),
        patches=tuple((width - x, y, rx, ry, -degrees) for x, y, rx, ry, degrees in sprite.patches),
        mirrored=True,
    )


def _turn(frames: Sequence[HandSprite]) -> float:
    return frames[0].turn


def _suffix(scale: int) -> str:
    return "@2x" if scale > 1 else ""


def _crop(crop: Sequence[int]) -> tuple[int, int, int, int]:
    left, top, width, height = crop
    return left, top, width, height


def _size(size: Sequence[int]) -> tuple[int, int]:
    return size[0], size[1]


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CatalogError(path.name, "", str(error)) from error
