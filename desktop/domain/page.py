"""A page to be read before or after a session."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """Short lines under a title; `sources` are references by slug."""

    slug: str
    title: str
    lines: tuple[str, ...]
    sources: tuple[str, ...] = ()
