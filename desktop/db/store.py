"""A connection and the profile whose records are read and written over it: what all parts of the repository share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from desktop.db.errors import SpoiltEntry, told_plainly


@dataclass(frozen=True, slots=True)
class Store:
    """Belongs to the thread that opened it."""

    connection: Connection
    profile: int

    @property
    def file(self) -> Path:
        url = self.connection.engine.url.database
        if url is None:
            raise RuntimeError("a store lies in a file")
        return Path(url)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing; safe on the disk once it is left. One inside another is part of that one.
        Raises a StoreError where disk or file refuse."""
        if self.connection.in_transaction():
            yield self.connection
        else:
            with told_plainly(), self.connection.begin():
                yield self.connection

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction in which rows become domain objects. Raises a StoreError, also for a row that cannot."""
        with self.transaction() as connection:
            try:
                yield connection
            except (ArithmeticError, AttributeError, RecursionError, TypeError, ValueError) as error:
                raise SpoiltEntry(
                    "Something in the record of your sessions cannot be read. Nothing has been changed. "
                    "In the settings, under “Your data”, you can go back to an earlier copy."
                ) from error
