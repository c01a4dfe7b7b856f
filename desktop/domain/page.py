"""A page to be read before or after a session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.domain.reference import Sources
from desktop.domain.screening import Card


@dataclass(frozen=True, slots=True)
class Page:
    """Short lines under a title, one that ends with a colon heads those after it; `sources` are references by slug."""

    slug: str
    title: str
    lines: tuple[str, ...]
    sources: tuple[str, ...] = ()


def help_page(cards: Iterable[Card]) -> Page:
    """When to get help: the cards of the safety check, to be read at any time."""
    lines = (line for card in cards for line in (f"{card.title}:", *card.lines))
    return Page("help", "When to get help", tuple(lines))


def sources_page(sources: Sources) -> Page:
    """Where all of this comes from, after what no professional has looked at yet."""
    read = ("\n".join(filter(None, (found.what, found.address))) for found in sources.references.values())
    lines = ("Awaiting a professional's review:", *sources.awaiting_review, "What was read:", *read)
    return Page("sources", "Where this comes from", lines)
