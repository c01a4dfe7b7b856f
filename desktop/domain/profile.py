"""People who share the app on one machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FIRST_PROFILE = 1
"""The one that is there from the beginning, without a name until it is given one."""


@dataclass(frozen=True, slots=True)
class Profile:
    """`target_minutes` a week are the person's own wish, None without one. `preferences` are kept as they are: text,
    numbers, true or false by name."""

    id: int
    name: str = ""
    target_minutes: int | None = None
    preferences: Mapping[str, Any] = field(default_factory=dict)
