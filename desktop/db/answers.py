"""The answers to the safety check: the newest counts, the earlier ones are kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from sqlalchemy import insert, select

from desktop.db.rows import join_time, split_time
from desktop.db.store import Store
from desktop.db.tables import answers


class Answers:
    """Question ids to the ids of the chosen options, with the aware time they were given."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def save(self, given: Mapping[str, Iterable[str]], at: datetime) -> None:
        """Adds an answer to each question."""
        moment, offset = split_time(at)
        entries = [
            {
                "profile_id": self._store.profile,
                "question": question,
                "options": list(options),
                "at_us": moment,
                "at_offset": offset,
            }
            for question, options in given.items()
        ]
        with self._store.transaction() as connection:
            if entries:
                connection.execute(insert(answers), entries)

    def latest(self) -> dict[str, tuple[tuple[str, ...], datetime]]:
        """The newest answer to each question."""
        return {question: (options, at) for question, options, at in self.all()}

    def all(self) -> tuple[tuple[str, tuple[str, ...], datetime], ...]:
        """Every answer ever given, the oldest first."""
        mine = select(answers).where(answers.c.profile_id == self._store.profile)
        with self._store.reading() as connection:
            return tuple(
                (row.question, tuple(row.options), join_time(row.at_us, row.at_offset))
                for row in connection.execute(mine.order_by(answers.c.at_us, answers.c.id))
            )
