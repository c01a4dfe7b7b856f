"""What the charts show, one method each. Only what the profile itself received is spoken of."""

from __future__ import annotations

from datetime import date, timedelta

from desktop.db.series import read_days, read_first_day, read_pairs
from desktop.db.store import Store
from desktop.domain.progress import Period, Series, fill_days


class Charts:
    """Grouped by SQLite; never a row more than can be seen."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def series(self, days: int, today: date) -> Series:
        """What the charts show of the last `days` local days; 0 is everything since the first session."""
        with self._store.transaction() as connection:
            first_day = read_first_day(connection, self._store.profile)
            first = today - timedelta(days=days - 1) if days else first_day or today
            period = Period(min(first, today), today)
            found = read_days(connection, self._store.profile, period)
            pairs = read_pairs(connection, self._store.profile, period)
            return Series(period, fill_days(found, period), pairs, first_day)
