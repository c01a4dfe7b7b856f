"""What a person may feel that asks for a stop, and what to do then (content sheet 5.5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Reaction(StrEnum):
    """What follows a sign."""

    END = "end"
    """The session is over."""
    WAIT = "wait"
    """Let go for a minute; then on without the step, or end."""
    LIGHTEN = "lighten"
    """Two levels lighter or without the step; the second time it ends."""


@dataclass(frozen=True, slots=True)
class Sign:
    """`words` is what the person chooses, `title` and `lines` what they are told. `then` follows where the sign stays
    or comes back; every sign that does not end the session has one, and that one ends it."""

    id: str
    words: str
    reaction: Reaction
    title: str
    lines: tuple[str, ...]
    then: Sign | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for a sign after which a session could go on for ever."""
        if (self.then is None) != (self.reaction is Reaction.END):
            raise ValueError(f"“{self.id}” either ends the session or says what follows when it comes again")
        if self.then is not None and self.then.reaction is not Reaction.END:
            raise ValueError(f"“{self.then.id}” must end the session")


def sign(signs: Iterable[Sign], sign_id: str) -> Sign:
    """The sign of an id, or the one that follows another. Raises KeyError for an id there is none of."""
    return {known.id: known for first in signs for known in (first, first.then) if known is not None}[sign_id]
