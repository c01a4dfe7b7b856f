"""Where the guide comes from: what was read, and what no professional has looked at yet (content sheet 8 and 9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of page a reference is; `practice` shows how people do it and proves nothing."""

    REVIEW = "review"
    TRIAL = "trial"
    CASE = "case"
    GUIDANCE = "guidance"
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Reference:
    """A page. `address` is empty where only a copy of somebody else's was found."""

    slug: str
    what: str
    kind: Kind
    address: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """All references by slug, and what awaits review by professionals, a line each."""

    references: Mapping[str, Reference]
    awaiting_review: tuple[str, ...]

    def told(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """What was read, a line each and each once. Raises KeyError for a reference there is none of."""
        return tuple(self.references[slug].what for slug in dict.fromkeys(slugs))
