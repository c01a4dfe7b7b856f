"""Who uses the app on this machine."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from sqlalchemy import func, insert, select, update

from desktop.db.erasing import erase_profile
from desktop.db.store import Store
from desktop.db.tables import profiles
from desktop.domain.profile import Profile


class UnknownProfile(LookupError):
    """There is no profile with this id."""


class Profiles:
    """All of them, whichever is looking."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> tuple[Profile, ...]:
        """The oldest first; never empty."""
        with self._store.reading() as connection:
            return tuple(map(_to_profile, connection.execute(select(profiles).order_by(profiles.c.id))))

    def mine(self) -> Profile:
        """The profile that is looking. Raises UnknownProfile where it has been erased."""
        with self._store.reading() as connection:
            row = connection.execute(select(profiles).where(profiles.c.id == self._store.profile)).first()
        if row is None:
            raise UnknownProfile(f"there is no profile {self._store.profile}")
        return _to_profile(row)

    def add(self, name: str) -> Profile:
        """A new profile with an id of its own."""
        with self._store.transaction() as connection:
            number = connection.execute(select(func.max(profiles.c.id))).scalar_one() + 1
            connection.execute(insert(profiles), asdict(made := Profile(number, name)))
        return made

    def keep(self, profile: Profile) -> None:
        """Changes a profile. Raises UnknownProfile where there is none with its id."""
        with self._store.transaction() as connection:
            values = asdict(profile)
            changed = connection.execute(update(profiles).where(profiles.c.id == values.pop("id")).values(values))
            if not changed.rowcount:
                raise UnknownProfile(f"there is no profile {profile.id}")

    def erase(self, profile: int) -> None:
        """Forgets a profile with everything that hangs on it, in backups too (see `erase_profile`). For good."""
        erase_profile(self._store.connection, profile)


def _to_profile(row: Any) -> Profile:
    return Profile(row.id, row.name, row.target_minutes, row.preferences)
