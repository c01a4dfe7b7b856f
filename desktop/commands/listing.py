"""The guide as lists, for people and for programs: `unknot routines list`, `regions list`, `techniques list`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from desktop.assets.catalog import load_guide

if TYPE_CHECKING:
    from desktop.domain.body import Region
    from desktop.domain.guide import Guide
    from desktop.domain.routine import Routine
    from desktop.domain.technique import Technique


def show(what: str, as_json: bool) -> int:
    """Lists `routines`, `regions` or `techniques`: a line each, or all their fields as a JSON list."""
    rows = _LISTS[what](load_guide())
    if as_json:
        import msgspec

        text = msgspec.json.format(msgspec.json.encode(list(rows.values()), order="deterministic"), indent=1).decode()
    else:
        text = "\n".join(rows)
    sys.stdout.write(f"{text}\n")
    return 0


def _routines(guide: Guide) -> Mapping[str, Any]:
    return {_line(r): {**asdict(r), "total_seconds": r.total_seconds} for r in guide.routines.values()}


def _regions(guide: Guide) -> Mapping[str, Any]:
    return {_region_line(region): asdict(region) for region in guide.regions.values()}


def _techniques(guide: Guide) -> Mapping[str, Any]:
    return {_technique_line(technique): asdict(technique) for technique in guide.techniques.values()}


def _line(routine: Routine) -> str:
    minutes, seconds = divmod(round(routine.total_seconds), 60)
    return f"{routine.id:5}  {minutes:2}:{seconds:02}  {routine.title}"


def _region_line(region: Region) -> str:
    return f"{region.id}  up to {region.ceiling}  {region.name}"


def _technique_line(technique: Technique) -> str:
    low, high = technique.pressure
    return f"{technique.id:4}  {low}–{high}  {technique.name}"


_LISTS: dict[str, Callable[[Guide], Mapping[str, Any]]] = {
    "routines": _routines,
    "regions": _regions,
    "techniques": _techniques,
}
