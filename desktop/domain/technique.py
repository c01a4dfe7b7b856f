"""Techniques of the guide and the motion each is animated with (content sheet 2.0 to 2.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Motion(StrEnum):
    """How the hands move: the primitives of content sheet 2.0."""

    GLIDE = "glide"
    CIRCLE = "circle"
    SQUEEZE = "squeeze"
    HOLD = "hold"
    MOVE = "move"
    REST = "rest"
    RUB = "rub"
    ROLL = "roll"
    TAP = "tap"
    TREMBLE = "tremble"
    ROCK = "rock"
    WALK = "walk"
    SPREAD = "spread"


@dataclass(frozen=True, slots=True)
class Technique:
    """`pressure` and `rate` (cycles per minute) are inclusive ranges; a technique without a rate is held.

    `fallback` is the slug of the gentler technique used when a cap lies below the range; empty for none."""

    id: str
    slug: str
    name: str
    classical_name: str
    motion: Motion
    pressure: tuple[int, int]
    rate: tuple[float, float] | None
    dose: str
    fallback: str
    allowed_regions: frozenset[str]
