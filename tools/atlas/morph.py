"""The base mesh blended to the atlas's body: proportions, ears, lips and eyelids. Everything in centimetres."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tools.atlas.mesh import Mesh

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from tools.atlas.mesh import Floats, Ints, Mask
    from tools.atlas.source import Source

HEAD_HEIGHT_CM = 22.5
CM_PER_UNIT = HEAD_HEIGHT_CM / 2.15  # the mesh's decimetres, scaled so that the head is an average adult's
ANCESTRIES = ("caucasian", "african", "asian")
SHAPE = {
    "torso/torso-muscle-dorsi-incr": 0.35,
    "torso/torso-vshape-incr": 0.15,
    "neck/neck-scale-horiz-decr": 0.50,
    "ears/l-ear-shape-round": 0.8,
    "ears/r-ear-shape-round": 0.8,
}


FEMININE = {
    "chin/chin-width-decr": 0.4,
    "head/head-oval": 0.3,
    "breast/female-young-averagemuscle-averageweight-mincup-averagefirmness": 0.9,
}
MASCULINE = {"chin/chin-width-incr": 0.3, "head/head-square": 0.15}


@dataclass(frozen=True)
class Build:
    """What a body is blended of: shares of the `male` and of the `muscle` (0 average, 1 most) targets, of the ideal
    proportions that belong to them, and the build's own targets. `relief`: how far the authored relief stands out."""

    name: str
    male: float
    muscle: float
    ideal: float = 0.6
    shape: Mapping[str, float] = field(default_factory=dict)
    relief: float = 1.0


NEUTRAL = Build("neutral", male=0.62, muscle=0.55)  # between the sexes; all charts are authored on it
BUILDS = {
    build.name: build
    for build in (
        Build("feminine", male=0.03, muscle=0.35, shape=FEMININE, relief=0.6),
        NEUTRAL,
        Build("masculine", male=0.94, muscle=0.75, shape=MASCULINE, relief=1.15),
    )
}


@dataclass(frozen=True)
class BaseMesh:
    """The whole CC0 mesh. `groups` (m,) names the part each quad belongs to; `joints` are points in cm."""

    mesh: Mesh
    groups: NDArray[np.str_]
    joints: Mapping[str, Floats]

    def skin_quads(self) -> Mask:
        """(m,) the quads of the skin, without the eyeballs and the helper shapes."""
        return np.asarray(self.groups == "body")


def load_base(source: Source, shape: Mapping[str, float] = SHAPE, build: Build = NEUTRAL) -> BaseMesh:
    """The mesh with the proportions of a build plus `shape` (morph target name to weight), in its rest pose."""
    vertices, quads, groups = _read_obj(source.text("3dobjs/base.obj"))
    for name, weight in (*_proportions(source, build), *shape.items(), *build.shape.items()):
        _apply(source, vertices, name, weight)
    return BaseMesh(Mesh(vertices, quads), groups, _joints(source, vertices))


def _read_obj(text: str) -> tuple[Floats, Ints, NDArray[np.str_]]:
    points: list[list[float]] = []
    quads: list[list[int]] = []
    groups: list[str] = []
    group = ""
    for line in text.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "v":
            points.append([float(part) for part in rest.split()[:3]])
        elif kind == "g":
            group = rest.strip()
        elif kind == "f":
            corners = [int(part.split("/")[0]) - 1 for part in rest.split()]
            quads.append(corners if len(corners) == 4 else [*corners, corners[-1]])
            groups.append(group)
    return np.array(points) * CM_PER_UNIT, np.array(quads), np.array(groups)


def _proportions(source: Source, build: Build) -> Iterable[tuple[str, float]]:
    """Morph targets that blend sex, ancestry and muscle, with weights."""
    sexes = (("male", build.male), ("female", 1 - build.male))
    for ancestry in ANCESTRIES:
        for sex, share in sexes:
            yield f"macrodetails/{ancestry}-{sex}-young", share / len(ANCESTRIES)
    for sex, share in sexes:
        for muscle, part in (("averagemuscle", 1 - build.muscle), ("maxmuscle", build.muscle)):
            kind = f"{sex}-young-{muscle}-averageweight"
            yield f"macrodetails/universal-{kind}", share * part
            ideal = f"macrodetails/proportions/{kind}-idealproportions"
            if source.has(_target(ideal)):
                yield ideal, share * part * build.ideal


def _target(name: str) -> str:
    return f"targets/{name}.target.gz"


def _apply(source: Source, vertices: Floats, name: str, weight: float) -> None:
    """Add a morph target in place: lines of `vertex dx dy dz` in mesh units."""
    rows = [line.split() for line in source.text(_target(name)).splitlines() if line and not line.startswith("#")]
    index = np.array([int(row[0]) for row in rows], dtype=np.int64)
    offsets = np.array([[float(part) for part in row[1:4]] for row in rows]).reshape(-1, 3)
    vertices[index] += weight * CM_PER_UNIT * offsets


def _joints(source: Source, vertices: Floats) -> dict[str, Floats]:
    """Joint centres in cm by the rig's names (`neck`, `l-shoulder`, ...): the means of little cubes in the mesh."""
    spans = source.json("mesh_metadata/basemesh_vertex_groups.json")
    cubes = {name[len("joint-") :]: spans[name] for name in spans if name.startswith("joint-")}
    return {
        name: vertices[np.concatenate([np.arange(first, last + 1) for first, last in cube])].mean(axis=0)
        for name, cube in cubes.items()
    }
