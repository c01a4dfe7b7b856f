"""Writes into our routine files which regions each step comes over besides its own (`crosses`), on any of the bodies.

Run it after a path has changed: `python -m tools.crosses`. What is only grazed is left out, with a little to spare."""

from __future__ import annotations

import re
from pathlib import Path

from desktop.assets import BUILDS
from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import FOLDER, load_guide
from desktop.assets.tables import routine
from desktop.domain.crossing import GRAZED_CM, crossed
from desktop.domain.guide import Guide
from desktop.domain.routine import Step
from desktop.domain.score import Score
from desktop.domain.staging import Staging

_SPARE_CM = 0.1
_STEPS = re.compile(r"(?m)(?=^\[\[steps\]\])")
_CROSSES = re.compile(r"(?m)^crosses = \[.*\]\n")
_REGIONS = re.compile(r"(?ms)^regions = \[.*?\]\n")


def main() -> None:
    guide = load_guide()
    for path in sorted((FOLDER / "routines").glob("*.toml")):
        found = [regions_crossed(step, guide) for step in routine(path).steps]
        if write(path, found):
            print(path.name)


def regions_crossed(step: Step, guide: Guide) -> list[str]:
    """The regions beyond a step's own that its hands come over on any body, in the guide's order."""
    deep = deepest(step, guide)
    return [slug for slug in guide.regions if deep.get(slug, 0.0) > GRAZED_CM - _SPARE_CM]


def deepest(step: Step, guide: Guide) -> dict[str, float]:
    """How deep, in cm, the hands come into each region beyond a step's own, on whichever body they come deepest."""
    score, found = Score(step, guide.techniques[step.technique]), dict[str, float]()
    for atlas in map(load_atlas, BUILDS):
        for slug, deep in crossed(score, Staging(score, guide, atlas), guide, atlas).items():
            found[slug] = max(deep, found.get(slug, 0.0))
    return found


def write(path: Path, found: list[list[str]]) -> bool:
    """Puts them under the regions of each step, in steps' order; whether the file has changed."""
    before = path.read_text("utf-8")
    head, *steps = _STEPS.split(before)
    after = head + "".join(map(_with, steps, found))
    if after != before:
        path.write_text(after, "utf-8")
    return after != before


def _with(step: str, crosses: list[str]) -> str:
    step = _CROSSES.sub("", step)
    if not crosses:
        return step
    regions = _REGIONS.search(step)
    if regions is None:
        raise ValueError(f"a step without regions crosses {crosses}")
    line = "crosses = [" + ", ".join(f'"{slug}"' for slug in crosses) + "]\n"
    return step[: regions.end()] + line + step[regions.end() :]


if __name__ == "__main__":
    main()
