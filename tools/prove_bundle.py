"""Lets the bundle in dist/unknot do the whole job from an empty folder, out of reach of this checkout's Python."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = Path(__file__).resolve().parent.parent / "dist" / "unknot" / ("unknot.exe" if os.name == "nt" else "unknot")


def main() -> int:
    """Exit code of the tour, or 1 if it left no picture."""
    with tempfile.TemporaryDirectory(prefix="unknot-") as folder:
        settings = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "UNKNOT"))}
        command = [str(PROGRAM), "tour", "--out", str(Path(folder) / "tour")]
        code = subprocess.run(command, cwd=folder, env=settings, check=False, timeout=600).returncode
        pictures = len(list(Path(folder, "tour").glob("*.png")))
    size = sum(file.lstat().st_size for file in PROGRAM.parent.rglob("*"))
    print(f"bundle: exit code {code}, {pictures} pictures, {size / 2**20:.0f} MiB")
    return code or int(pictures == 0)


if __name__ == "__main__":
    sys.exit(main())
