"""Facts and art of the guide, and what reads them."""

from __future__ import annotations

from pathlib import Path

BODY = Path(__file__).parent / "body"
"""The pictures of the body and what is known about them (docs/atlas-format.md)."""
