"""`python -m tools.atlas [step ...]`: renders the named steps, or all of them, into `desktop/assets/body/`."""

from __future__ import annotations

import argparse
import time
from importlib import import_module

from tools.atlas.body import load_body
from tools.atlas.pack import write_index
from tools.atlas.source import CACHE, ROOT

OUT = ROOT / "desktop" / "assets" / "body"
STEPS = {  # step to the module whose `run(body, out)` does it
    "skin": "tools.atlas.skin",
    "muscle": "tools.atlas.muscle",
    "charts": "tools.atlas.chart_main",
    "hands": "tools.atlas.hand_main",
    "moves": "tools.atlas.moves",
    "figures": "tools.atlas.figures",
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="tools.atlas", description=__doc__)
    parser.add_argument("steps", nargs="*", metavar="step", help=f"body (rebuilt from the mesh), {', '.join(STEPS)}")
    steps = parser.parse_args().steps or ["body", *STEPS]
    unknown = set(steps) - {"body", *STEPS}
    if unknown:
        parser.error(f"no such step: {', '.join(sorted(unknown))}")
    if "body" in steps:
        (CACHE / "body.npz").unlink(missing_ok=True)
    body = load_body()
    OUT.mkdir(parents=True, exist_ok=True)
    write_index(OUT)
    for step, module in STEPS.items():
        if step in steps:
            started = time.monotonic()
            import_module(module).run(body, OUT)
            print(f"{step}: {time.monotonic() - started:.0f} s", flush=True)


if __name__ == "__main__":
    main()
