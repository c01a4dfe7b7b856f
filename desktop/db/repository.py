"""The one place that reads and writes the record. Belongs to the thread that opened it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.db.answers import Answers
from desktop.db.charts import Charts
from desktop.db.diary import Diary
from desktop.db.dossiers import Dossiers
from desktop.db.errors import told_plainly
from desktop.db.opening import open_store
from desktop.db.profiles import Profiles
from desktop.db.records import Records
from desktop.db.reports import Reports
from desktop.db.rotation import Backups
from desktop.db.sessions import Sessions
from desktop.db.store import Store
from desktop.domain.profile import FIRST_PROFILE


def open_repository(file: Path, profile: int = FIRST_PROFILE) -> Repository:
    """The repository of a file, made or brought up to date if need be. Raises a StoreError (see `open_store`)."""
    with told_plainly():
        return Repository(Store(open_store(file).connect(), profile))


class Repository:
    """Domain objects in, domain objects out; every method that writes is one transaction, safe once it returns.

    All is about one profile, except for what is named by a session's id. `together` makes many methods one transaction.
    All methods raise a StoreError where the disk or the file refuses."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.sessions = Sessions(store)
        self.answers = Answers(store)
        self.records = Records(store)
        self.charts = Charts(store)
        self.diary = Diary(store)
        self.profiles = Profiles(store)
        self.dossiers = Dossiers(store)
        self.reports = Reports(store)
        self.backups = Backups(store)

    @property
    def profile(self) -> int:
        return self._store.profile

    def of(self, profile: int) -> Repository:
        """The same file as another profile sees it."""
        return self if profile == self.profile else Repository(Store(self._store.connection, profile))

    @contextmanager
    def together(self) -> Iterator[None]:
        """Makes everything done in it one transaction: all of it is kept, or after an error none."""
        with self._store.transaction():
            yield

    def close(self) -> None:
        self._store.connection.close()
