"""Writes requirements.lock: one resolution for Linux, macOS and Windows, each file by its hash, no index's address.

Run `python -m tools.lock` with `uv` on the path after changing dependencies in pyproject.toml. The first part of the
lock is what the app needs, the second what working on it needs besides; plain pip installs it with `--require-hashes`.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# Written by tools/lock.py from pyproject.toml. Do not edit.\n# The app:\n"
DIVIDER = "# For work on the app:\n"


def resolve(*options: str) -> str:
    """The pinned and hashed requirements of pyproject.toml."""
    command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version=3.11"]
    command += ["--fork-strategy=fewest", "--generate-hashes", "--no-header", "--no-annotate", *options]
    return subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def entries(lock: str) -> list[str]:
    """The lock cut into requirements, each with its lines of hashes."""
    return re.findall(r"^\S.*\n(?:    .*\n)*", lock, re.MULTILINE)


def main() -> None:
    whole = resolve("--group=dev")
    constraints = ROOT / "build" / "whole.lock"
    constraints.parent.mkdir(exist_ok=True)
    constraints.write_text(whole, encoding="utf-8")
    app = entries(resolve(f"--constraints={constraints}"))
    rest = [entry for entry in entries(whole) if entry not in app]
    text = HEAD + "".join(app) + DIVIDER + "".join(rest)
    (ROOT / "requirements.lock").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
