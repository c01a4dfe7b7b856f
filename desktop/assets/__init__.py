"""Facts and art of the guide, and what reads them."""

from __future__ import annotations

from pathlib import Path

BODY = Path(__file__).parent / "body"
"""The pictures of the body and what is known about them (docs/atlas-format.md)."""

NEUTRAL = "neutral"
BUILDS = ("feminine", NEUTRAL, "masculine")


def body_folder(build: str) -> Path:
    """The pictures of a build, one of BUILDS; hands, moves and figures are only among the neutral one's."""
    return BODY if build == NEUTRAL else BODY / build
