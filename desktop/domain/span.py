"""How far back somebody looks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.progress import Period


@dataclass(frozen=True, slots=True)
class Span:
    """The last `days` days, everything where that is 0, or a person's `own` period."""

    days: int = 28
    own: Period | None = None

    def period(self, today: date, first_day: date | None) -> Period:
        """The local days meant, where `first_day` is the very first there is anything of (None: nothing yet)."""
        if self.own is not None:
            return self.own
        if self.days:
            return Period.back_from(today, self.days)
        return Period(min(first_day or today, today), today)
