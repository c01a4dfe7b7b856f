"""Reminders: at chosen times on chosen days. Nothing is counted and nothing can be broken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Reminder:
    """`at` is the time on the wall clock, without a zone; `days` are weekdays, Monday 0. `snoozed_until` is an aware
    time before which it stays silent."""

    id: str
    routine: str
    at: time
    days: frozenset[int] = EVERY_DAY
    active: bool = True
    snoozed_until: datetime | None = None

    def __post_init__(self) -> None:
        if not self.days <= EVERY_DAY:
            raise ValueError(f"weekdays are 0 to 6, not {sorted(self.days)}")
