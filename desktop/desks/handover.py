"""Writes a profile's data to a file and takes a file in: what the command and the settings share.

All of it runs where the repository lives; exports are generators, so that other work can come between their pieces."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.memory import uncollected

if TYPE_CHECKING:
    from desktop.db.dossiers import Added
    from desktop.db.repository import Repository
    from desktop.domain.dossier import Counts, Dossier
    from desktop.domain.guide import Guide
    from desktop.domain.span import Span

KINDS = ("json", "csv", "ics", "pdf")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be written where. `span` and `paper` are about the report on paper alone: a4,
    letter, or None for what is usual here."""

    kind: str
    out: Path
    span: Span
    paper: str | None = None


def export(wish: Wish, repository: Repository, guide: Guide) -> Iterator[float]:
    """Writes what is wished; yields how much of it is done, 0 to 1. The file is there once it ends, whole.

    Raises OSError where it cannot be written, a StoreError where the record cannot be read."""
    if wish.kind == "pdf":
        from desktop.desks.paper import write_report

        write_report(wish.out, wish.span, wish.paper, repository, guide)
        yield 1.0
        return
    ids = repository.dossiers.session_ids()
    done = 0
    for some in _writers(wish, repository, ids):
        done += some
        yield done / len(ids) if ids else 1.0


def _writers(wish: Wish, repository: Repository, ids: tuple[str, ...]) -> Iterator[int]:
    """Writes; yields how many sessions came next."""
    from desktop.out import calendar_file, csv_files, json_file
    from desktop.out.draft import draft

    now = datetime.now(UTC).astimezone()
    pieces = repository.dossiers.sessions(ids)
    if wish.kind == "csv":
        yield from csv_files.write_tables(repository.dossiers.without_sessions(), pieces, wish.out)
        return
    with draft(wish.out) as stream:
        if wish.kind == "json":
            for data, count in json_file.pieces(repository.dossiers.without_sessions(), pieces, now):
                stream.write(data)
                yield count
            return
        stream.write(calendar_file.HEAD.encode())
        for some in pieces:
            stream.write("".join(calendar_file.entries(some, now)).encode())
            yield len(some)
        stream.write(calendar_file.FOOT.encode())


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds and how much of it is not here yet."""

    dossier: Dossier
    new: Counts


def look_into(file: Path, repository: Repository, guide: Guide) -> Preview:
    """Reads and checks a file without changing anything. Raises UnsoundFile."""
    from desktop.out.checks import Known
    from desktop.out.json_file import read_file

    techniques = frozenset(guide.techniques) | {technique.id for technique in guide.techniques.values()}
    with uncollected():
        dossier = read_file(file, Known(frozenset(guide.regions), techniques), datetime.now(UTC))
        return Preview(dossier, repository.dossiers.new_in(dossier).counts)


def take_in(found: Preview, repository: Repository) -> Added:
    """Adds what a file holds and is not here yet, all of it or nothing. Raises a StoreError."""
    with uncollected():
        return repository.dossiers.add(found.dossier)
