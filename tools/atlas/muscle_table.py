"""Muscles as they are authored: outlines and fibre directions in the flat charts of `data/muscles_*.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

if TYPE_CHECKING:
    from tools.atlas.mesh import Floats

    Kind = Literal["muscle", "tendon", "ring", "lip", "skin"]

DATA = Path(__file__).parent / "data"
FACING = {"back": (2, -1.0), "front": (2, 1.0), "side": (0, 1.0), "top": (1, 1.0)}  # chart to axis of its view, sign


@dataclass(frozen=True)
class Muscle:
    """One muscle (or tendon, bone, bare skin) of a chart; points (k, 2) in cm.

    Fibres run from `origin` to `insertion` by way of `middle`; those of a ring run round `centre`, whose x is
    stretched by `aspect`. A `flat` muscle bulges little.
    """

    name: str
    kind: Kind
    outline: Floats
    origin: Floats | None = None
    insertion: Floats | None = None
    middle: Floats | None = None
    centre: Floats | None = None
    aspect: float = 1.0
    flat: bool = False

    @property
    def breadth(self) -> float:
        """The shorter side of the outline's box, cm."""
        return float(np.ptp(self.outline, axis=0).min())


def load_muscles(chart: str) -> tuple[Muscle, ...]:
    """The muscles of a chart in drawing order, later ones on top. Raises FileNotFoundError for an unknown chart."""
    text = (DATA / f"muscles_{chart}.toml").read_text(encoding="utf-8")
    return tuple(_muscle(row) for row in tomllib.loads(text)["muscles"])


def _muscle(row: dict[str, Any]) -> Muscle:
    points = {key: np.array(value, float) for key, value in row.items() if isinstance(value, list)}
    return Muscle(**{**row, **points})


def chart_points(points: Floats, chart: str) -> Floats:
    """(n, 2) chart coordinates of world points (n, 3): both halves of the body fall on one."""
    x, y, z = np.abs(points[:, 0]), points[:, 1], points[:, 2]
    return np.column_stack({"side": (z, y), "top": (x, z)}.get(chart, (x, y)))


def chart_slant(normals: Floats, points: Floats, chart: str) -> Floats:
    """(n,) cosine between the surface's normal and the view of the chart; negative where it looks away."""
    axis, sign = FACING[chart]
    return np.asarray(normals[:, axis] * (np.sign(points[:, 0]) if chart == "side" else sign))


def chart_facing(normals: Floats, points: Floats, chart: str) -> Floats:
    """(n,) 1 where the surface looks out of the chart, 0 where it is turned well away."""
    return np.clip(chart_slant(normals, points, chart) * 3 + 1.1, 0, 1)
