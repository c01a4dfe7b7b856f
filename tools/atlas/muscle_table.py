"""Muscles as they are authored: what they are in `data/muscles.toml`, their shapes in `data/muscles_CHART.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.atlas.mesh import Floats

Chart = Literal["back", "front", "side", "top"]
Kind = Literal["muscle", "tendon", "ring", "lip", "skin"]

CHARTS: tuple[Chart, ...] = get_args(Chart)
DATA = Path(__file__).parent / "data"
BORDER_CM = 0.125  # width of the border between two muscles


@dataclass(frozen=True)
class Patch:
    """A muscle in one chart; points (k, 2) in cm.

    Fibres run from `origin` to `insertion` by way of `middle`; those of a ring run round `centre`, whose x is
    stretched by `aspect`. Without any of them there are no fibres.
    """

    outline: Floats
    origin: Floats | None = None
    insertion: Floats | None = None
    middle: Floats | None = None
    centre: Floats | None = None
    aspect: float = 1.0

    @property
    def breadth(self) -> float:
        """The shorter side of the outline's box, cm."""
        return float(np.ptp(self.outline, axis=0).min())


@dataclass(frozen=True)
class Muscle:
    """One muscle (or tendon, bone, bare skin), drawn in every chart that shows it.

    A `flat` one bulges little; `soft` is the width of its border in cm; `part_of` the muscle it is lifted out with.
    """

    name: str
    kind: Kind
    patches: Mapping[Chart, Patch]
    flat: bool = False
    soft: float = BORDER_CM
    part_of: str = ""

    @property
    def fleshy(self) -> bool:
        return self.kind in ("muscle", "ring")

    @property
    def breadth(self) -> float:
        """The breadth of the widest patch, cm."""
        return max(patch.breadth for patch in self.patches.values())


def load_muscles() -> tuple[Muscle, ...]:
    """All muscles in drawing order, later ones on top. Raises KeyError for one without a shape."""
    shapes = {chart: _read(f"muscles_{chart}.toml") for chart in CHARTS}
    muscles = []
    for name, row in _read("muscles.toml").items():
        patches = {chart: _patch(table[name]) for chart, table in shapes.items() if name in table}
        if not patches:
            raise KeyError(f"{name} has no shape")
        muscles.append(Muscle(name, patches=patches, **row))
    return tuple(muscles)


def load_deep_muscles() -> tuple[Muscle, ...]:
    """The muscles that others cover, of which only the outline is shown."""
    rows = _read("muscles_deep.toml").items()
    return tuple(Muscle(name, "muscle", {row.pop("chart"): _patch(row)}) for name, row in rows)


def _read(name: str) -> dict[str, dict[str, Any]]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def _patch(row: dict[str, Any]) -> Patch:
    points = {key: np.array(value, float) for key, value in row.items() if isinstance(value, list)}
    return Patch(**{**row, **points})
