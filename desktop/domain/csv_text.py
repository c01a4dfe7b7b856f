"""Tables as CSV that no spreadsheet mistakes for formulas (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet calculate a cell instead of showing it."""

Cell = str | int | float | bool | None


class _Text:
    """What a writer writes to."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def write(self, part: str) -> int:
        self.parts.append(part)
        return len(part)


def csv_text(headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The rows below their headings; numbers stay numbers, none is empty, text is made safe."""
    return csv_lines((headings, *rows))


def csv_lines(rows: Iterable[Sequence[Cell]]) -> str:
    """The rows alone, to be written below others."""
    text = _Text()
    csv.writer(text).writerows([safe(cell) for cell in row] for row in rows)
    return "".join(text.parts)


def safe(cell: Cell) -> Cell:
    """Text that would be taken for a formula gets an apostrophe before it; everything else stays as it is."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
