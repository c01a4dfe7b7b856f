"""Paths as words: `crown > occiput_bump+2 > paraspinal_c7^-1` and back again (docs/routine-format.md)."""

from __future__ import annotations

import re

from desktop.domain.routine import Waypoint

_NUMBER = r"\d{1,2}(?:\.\d{1,2})?"
_WAYPOINT = re.compile(rf"([a-z][a-z0-9_]*)([+-]{_NUMBER})?(?:\^(-?{_NUMBER}))?")


def waypoint(text: str) -> Waypoint:
    """A landmark with its offsets in cm: `name+2` sideways from the midline, `name^1.5` up. Raises ValueError."""
    found = _WAYPOINT.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"“{text.strip()}” is not a landmark such as name, name+2 or name^1.5")
    name, lateral, up = found.groups()
    return Waypoint(name, float(lateral or 0), float(up or 0))


def stroke(text: str) -> tuple[Waypoint, ...]:
    """One pass: waypoints joined by `>`. Raises ValueError."""
    return tuple(waypoint(part) for part in text.split(">"))


def spell(passing: tuple[Waypoint, ...]) -> str:
    """The words of a pass; `stroke` reads them back."""
    return " > ".join(_spell(point) for point in passing)


def _spell(point: Waypoint) -> str:
    lateral = f"{point.lateral:+g}" if point.lateral else ""
    up = f"^{point.up:g}" if point.up else ""
    return f"{point.landmark}{lateral}{up}"
