"""`python -m tools.atlas [--build NAME] [step ...]`: renders the named steps, or all, into `desktop/assets/body/`.

The further builds go into folders below it. Hands, moves and figures are drawn once, for the neutral build.
"""

from __future__ import annotations

import argparse
import time
from importlib import import_module
from typing import TYPE_CHECKING

from tools.atlas.body import kept_body, load_body
from tools.atlas.morph import BUILDS, NEUTRAL
from tools.atlas.pack import write_index
from tools.atlas.source import ROOT

if TYPE_CHECKING:
    from collections.abc import Collection

    from tools.atlas.morph import Build

OUT = ROOT / "desktop" / "assets" / "body"
STEPS = {  # step to the module whose `run(body, out)` does it
    "skin": "tools.atlas.skin",
    "muscle": "tools.atlas.muscle",
    "charts": "tools.atlas.chart_main",
    "hands": "tools.atlas.hand_main",
    "moves": "tools.atlas.moves",
    "hand_view": "tools.atlas.hand_view",
    "figures": "tools.atlas.figures",
}
OF_EACH_BUILD = ("skin", "muscle", "charts")


def main() -> None:
    parser = argparse.ArgumentParser(prog="tools.atlas", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="step", help=f"body (rebuilt from the mesh), {', '.join(STEPS)}")
    parser.add_argument("--build", choices=BUILDS, help="one build only")
    options = parser.parse_args()
    steps = options.steps or ["body", *STEPS]
    unknown = set(steps) - {"body", *STEPS}
    if unknown:
        parser.error(f"no such step: {', '.join(sorted(unknown))}")
    for name in (options.build,) if options.build else (NEUTRAL.name, *sorted({*BUILDS} - {NEUTRAL.name})):
        render(BUILDS[name], steps)


def render(build: Build, steps: Collection[str]) -> None:
    """Renders those of `steps` that the build has a share in."""
    if "body" in steps:
        kept_body(build).unlink(missing_ok=True)
    body = load_body(build)
    out = OUT if build == NEUTRAL else OUT / build.name
    out.mkdir(parents=True, exist_ok=True)
    write_index(out)
    for step, module in STEPS.items():
        if step in steps and (build == NEUTRAL or step in OF_EACH_BUILD):
            started = time.monotonic()
            import_module(module).run(body, out)
            print(f"{build.name} {step}: {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
