"""People who share the app on one machine."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

FIRST_PROFILE = 1
"""The one that is there from the beginning, without a name until it is given one."""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Profile:
    """`target_minutes` a week are the person's own wish, None without one. `preferences` are kept as they are: text,
    numbers, true or false by name."""

    id: int
    name: str = ""
    target_minutes: int | None = None
    preferences: Mapping[str, Any] = field(default_factory=dict)


def name_words(profile: Profile, active: int) -> str:
    """What a person is called; who has no name is "You" while it is they who use the app."""
    return profile.name or ("You" if profile.id == active else "No name yet")


def tidy_name(name: str) -> str:
    """A name without what is not seen of it."""
    return " ".join(name.split())[:LONGEST_NAME].rstrip()


def is_taken(name: str, profiles: Iterable[Profile]) -> bool:
    """Whether somebody is called that already; capitals make no difference."""
    return name.casefold() in {profile.name.casefold() for profile in profiles if profile.name}
