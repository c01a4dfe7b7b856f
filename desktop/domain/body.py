"""Regions, sides, places and landmarks of the body map (content sheet 3 and 3.1)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """A side of the body, always the person's own; MIDDLE for what is not paired."""

    LEFT = "left"
    RIGHT = "right"
    MIDDLE = "middle"

    @property
    def other(self) -> Side:
        return {Side.LEFT: Side.RIGHT, Side.RIGHT: Side.LEFT}.get(self, self)


class Reach(StrEnum):
    """Who can work on a region."""

    SELF = "self"
    TOOL = "tool"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Place:
    """A region on one side: what a click on the map chooses and what a rating belongs to."""

    region: str
    side: Side


@dataclass(frozen=True, slots=True)
class Region:
    """One area of the map. `ceiling` is the highest planned pressure (0 to 10); 0 means never touched."""

    id: str
    slug: str
    name: str
    anatomical_name: str
    beneath: tuple[str, ...]
    mind: str
    ceiling: int
    reach: frozenset[Reach]
    complaints: tuple[str, ...]
    no_press: str = ""
    """Why the region must not be pressed, in plain words; empty where it may be."""
    members: tuple[str, ...] = ()
    """Slugs of a composite's parts (the whole scalp)."""
    muscles: tuple[str, ...] = ()
    """Slugs of its muscles at the surface."""
    deep_muscles: tuple[str, ...] = ()
    """And of those that other muscles cover."""
    fma: tuple[int, ...] = ()
    """Numbers of the Foundational Model of Anatomy, where they are sure."""
    sources: tuple[str, ...] = ()
    """References, by slug."""


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle that is drawn or hinted at: its anatomical `name`, what it is in `plain` words, `fma` as in Region."""

    slug: str
    name: str
    plain: str
    fma: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Landmark:
    """A named point on the skin that paths are written with. Paired ones carry no side: it comes from the hand."""

    name: str
    region: str
    borders: frozenset[str]
    definition: str
    no_go: bool = False
