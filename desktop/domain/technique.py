"""Techniques of the guide and the motion each is animated with (content sheet 2.0 to 2.7)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Motion(StrEnum):
    """How the hands move: the primitives of content sheet 2.0."""

    GLIDE = "glide"
    CIRCLE = "circle"
    SQUEEZE = "squeeze"
    PICK_UP = "pick_up"
    SAW = "saw"
    WRING = "wring"
    SKIN_ROLL = "skin_roll"
    RUB = "rub"
    TAP = "tap"
    HACK = "hack"
    CUP = "cup"
    POUND = "pound"
    PLUCK = "pluck"
    TREMBLE = "tremble"
    SHAKE = "shake"
    HOLD = "hold"
    POINT = "point"
    LEAN = "lean"
    STRETCH_SKIN = "stretch_skin"
    STRIP = "strip"
    ROCK = "rock"
    MOVE = "move"
    ROLL = "roll"
    TUG = "tug"
    WALK = "walk"
    SPREAD = "spread"
    REST = "rest"


class Fit(StrEnum):
    """How well a technique can be done by oneself, or by a partner."""

    GOOD = "good"
    POSSIBLE = "possible"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Technique:
    """`pressure` and `rate` (cycles per minute) are inclusive ranges; a technique without a rate is held.

    `fallback` is the slug of the gentler technique used when a cap lies below the range; empty for none. `hand_parts`,
    `form` (direction and shape) and `dose` are plain words; `sources` are references. A step of it
    lasts at most `most_seconds`, a hold at most `longest_hold`."""

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
    hand_parts: str
    form: str
    alone: Fit
    with_partner: Fit
    sources: tuple[str, ...] = ()
    most_seconds: float | None = None
    longest_hold: float | None = None
