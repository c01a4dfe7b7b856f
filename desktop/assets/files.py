"""Reading files that may come from anybody: bounded, and never anything but a plain file."""

from __future__ import annotations

import math
import os
import stat
import tomllib
import unicodedata
from pathlib import Path

MOST_BYTES = 256 * 1024
"""No text file of the guide is larger; the largest of our own is under 20 KB."""

_DEEPEST = 8
_LONGEST = 2000
_LARGEST = 1e6
_HIDDEN = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029")


class CatalogError(Exception):
    """A file of the guide cannot be used: which file, where in it (`$.steps[0].seconds`), and why, in one line."""

    def __init__(self, file: str, place: str, reason: str) -> None:
        self.file, self.place, self.reason = file, place, " ".join(reason.split())
        super().__init__(f"{file}: {place}: {self.reason}" if place else f"{file}: {self.reason}")


def read_bytes(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a plain file of at most `most` bytes; never blocks on a pipe. Raises CatalogError."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except IsADirectoryError:
        raise CatalogError(path.name, "", "is a folder, not a file") from None
    except (OSError, ValueError) as error:
        raise CatalogError(path.name, "", _plain(error, path)) from error
    try:
        _demand_plain_file(path, os.fstat(handle))
        with os.fdopen(handle, "rb", closefd=False) as file:
            content = file.read(most + 1)
    finally:
        os.close(handle)
    if len(content) > most:
        raise CatalogError(path.name, "", f"is larger than {most // 1024} KB")
    return content


def read_toml(path: Path) -> dict[str, object]:
    """A TOML file as plain values, with sane numbers and texts all through. Raises CatalogError."""
    try:
        table = tomllib.loads(read_bytes(path).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CatalogError(path.name, "", f"is not UTF-8 text (byte {error.start})") from error
    except RecursionError:
        raise CatalogError(path.name, "", "is nested too deeply") from None
    except ValueError as error:
        raise CatalogError(path.name, "", f"is not valid TOML: {error}") from error
    for key, value in table.items():
        _demand_sane(path, f"$.{key}", value, 1)
    return table


def _demand_plain_file(path: Path, status: os.stat_result) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise CatalogError(path.name, "", "is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):
        raise CatalogError(path.name, "", "is not a plain file")


def _plain(error: OSError | ValueError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "is a folder, not a file" if path.is_dir() else "may not be read"
    return f"cannot be opened ({error.strerror or error})" if isinstance(error, OSError) else "is not a file name"


def _demand_sane(path: Path, place: str, value: object, depth: int) -> None:
    """Refuse what no file of the guide needs and what could hurt later: depth, endless numbers, hidden characters."""
    if depth > _DEEPEST:
        raise CatalogError(path.name, place, "is nested too deeply")
    if isinstance(value, dict):
        for key, inner in value.items():
            _demand_sane_text(path, place, key)
            _demand_sane(path, f"{place}.{key}", inner, depth + 1)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _demand_sane(path, f"{place}[{index}]", inner, depth + 1)
    elif isinstance(value, str):
        _demand_sane_text(path, place, value)
    elif isinstance(value, int | float) and not (math.isfinite(value) and abs(value) <= _LARGEST):
        raise CatalogError(path.name, place, "is not a sensible number")


def _demand_sane_text(path: Path, place: str, text: str) -> None:
    if len(text) > _LONGEST:
        raise CatalogError(path.name, place, f"is longer than {_LONGEST} characters")
    if not text.isprintable() and any(unicodedata.category(c) == "Cc" or c in _HIDDEN for c in text):
        raise CatalogError(path.name, place, "holds hidden control characters")
