"""SVG path data, as far as the atlas and the icons use it, turned into painter paths."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

_TOKEN = re.compile(r"[MLCZ]|-?(?:\d+\.?\d*|\.\d+)")
_PAIRS = {"M": 1, "L": 1, "C": 3, "Z": 0}
"""Points an instruction takes."""


def painter_path(data: str) -> QPainterPath:
    """M, L, C, Z with absolute numbers; an instruction that repeats may be left out. Raises ValueError for others."""
    if left := _TOKEN.sub("", data).strip(" ,\n\t"):
        raise ValueError(f"unknown path data: {left[:20]!r}")
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for instruction, points in _instructions(data):
        if instruction == "M":
            path.moveTo(*points)
        elif instruction == "L":
            path.lineTo(*points)
        elif instruction == "C":
            path.cubicTo(*points)
        else:
            path.closeSubpath()
    return path


def _instructions(data: str) -> Iterator[tuple[str, list[float]]]:
    """Each drawing instruction with its numbers. Raises ValueError where numbers are missing."""
    tokens = _TOKEN.findall(data)
    at, current = 0, ""
    while at < len(tokens):
        if tokens[at] in _PAIRS:
            current, at = tokens[at], at + 1
        elif not current or current == "Z":
            raise ValueError(f"numbers without an instruction: {data[:20]!r}")
        count = 2 * _PAIRS[current]
        numbers = [float(token) for token in tokens[at : at + count]]
        if len(numbers) < count:
            raise ValueError(f"{current} needs {count} numbers: {data[:20]!r}")
        yield current, numbers
        at += count
        current = "L" if current == "M" else current
