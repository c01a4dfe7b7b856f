"""The guide's own data, from TOML files. At the start only the regions are read, the rest when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from desktop.assets.files import CatalogError, read_toml
from desktop.domain.body import Reach, Region
from desktop.domain.guide import Guide

if TYPE_CHECKING:
    from desktop.domain.body import Landmark, Muscle
    from desktop.domain.page import Page
    from desktop.domain.reference import Sources
    from desktop.domain.routine import Routine
    from desktop.domain.rules import Fault
    from desktop.domain.screening import Safety
    from desktop.domain.technique import Technique

FOLDER = Path(__file__).parent
_LISTS = ("beneath", "complaints", "members", "muscles", "deep_muscles", "fma", "sources")


@cache
def load_guide(folder: Path = FOLDER) -> Guide:
    """The guide of a folder. Raises CatalogError naming file, place and reason, for the rest when it is first read."""
    return FileGuide(folder)


def read_ahead(guide: Guide) -> None:
    """Reads what the first click on the map will need, so that it need not wait: about a tenth of a second of parsing.
    What another thread asks for meanwhile is waited for or read twice; both give the same."""
    for part in ("techniques", "routines", "landmarks", "safety", "sources"):
        getattr(guide, part)


def read_routine(path: Path) -> Routine:
    """A routine from anybody's file: its shape is checked here, its sense by `domain.checker`. Raises CatalogError."""
    from desktop.assets import tables

    return tables.routine(path)


def check_routine(path: Path) -> list[Fault]:
    """Everything wrong with a routine file, one line each; a file that cannot be read is one fault."""
    from desktop.assets.atlas import load_atlas
    from desktop.domain.checker import check
    from desktop.domain.rules import Fault

    try:
        routine = read_routine(path)
    except CatalogError as error:
        return [Fault(error.place, error.reason)]
    return check(routine, load_guide(), load_atlas())


class FileGuide(Guide):
    """The guide over a folder of files: regions and zones are read at once, the others when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._regions, self._zones = _regions(folder / "regions.toml")

    @property
    def regions(self) -> Mapping[str, Region]:
        return self._regions

    @property
    def zones(self) -> Mapping[str, str]:
        return self._zones

    @cached_property
    def muscles(self) -> Mapping[str, Muscle]:
        from desktop.assets import tables

        return tables.muscles(self._folder / "muscles.toml")

    @cached_property
    def landmarks(self) -> Mapping[str, Landmark]:
        from desktop.assets import tables

        return tables.landmarks(self._folder / "landmarks.toml")

    @cached_property
    def techniques(self) -> Mapping[str, Technique]:
        from desktop.assets import tables

        return tables.techniques(self._folder / "techniques.toml", frozenset(self.regions))

    @cached_property
    def routines(self) -> Mapping[str, Routine]:
        found = [read_routine(path) for path in (self._folder / "routines").glob("*.toml")]
        return {routine.id: routine for routine in sorted(found, key=attrgetter("id"))}

    @cached_property
    def pages(self) -> Mapping[str, Page]:
        from desktop.assets import tables

        return tables.pages(self._folder / "pages.toml")

    @cached_property
    def sources(self) -> Sources:
        from desktop.assets import tables

        return tables.sources(self._folder / "references.toml")

    @cached_property
    def safety(self) -> Safety:
        from desktop.assets import tables

        return tables.safety(self._folder / "safety.toml")


def _regions(path: Path) -> tuple[dict[str, Region], dict[str, str]]:
    """Regions by slug, and the zones with their reasons. Raises CatalogError."""
    tables = cast(dict[str, dict[str, Any]], read_toml(path))
    zones = tables.pop("zones", {})
    return {slug: _region(path, slug, table) for slug, table in tables.items()}, zones


def _region(path: Path, slug: str, table: dict[str, Any]) -> Region:
    """A region; Region itself refuses keys that are missing or unknown, and Reach a reach that is."""
    try:
        lists = {key: tuple(table.get(key, ())) for key in _LISTS}
        return Region(**{**table, **lists, "slug": slug, "reach": frozenset(map(Reach, table["reach"]))})
    except (KeyError, TypeError, ValueError) as error:
        raise CatalogError(path.name, f"$.{slug}", str(error)) from error
