"""A dossier's tables as CSV files, in a folder or packed into one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

from desktop.domain.csv_text import csv_lines
from desktop.domain.dossier import Dossier
from desktop.domain.session import SessionRecord
from desktop.out.draft import draft
from desktop.out.tables import OF_RECORDS, OF_SESSIONS, record_tables, rows_of

PACKED = ".zip"
_MARK = "\ufeff"
"""At the start of a file it tells spreadsheets that it is UTF-8."""


def file_names() -> tuple[str, ...]:
    return tuple(f"{name}.csv" for name in (*OF_SESSIONS, *OF_RECORDS))


def write_tables(dossier: Dossier, sessions: Iterable[Sequence[SessionRecord]], out: Path) -> Iterator[int]:
    """Writes all tables, into one file where `out` ends in .zip; yields how many sessions came next.

    What is there under the same names is replaced, by all tables or by none that are not whole. Raises OSError."""
    with TemporaryDirectory(prefix=".unknot-", dir=out.parent) as made:
        folder = Path(made)
        yield from _write_sessions(sessions, folder)
        for name, table, rows in record_tables(dossier):
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
                stream.write(_MARK + csv_lines((table.headings, *rows)))
        if out.suffix == PACKED:
            _pack(folder, out)
        else:
            _move(folder, out)


def _write_sessions(sessions: Iterable[Sequence[SessionRecord]], folder: Path) -> Iterator[int]:
    with ExitStack() as stack:
        streams = {
            name: stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
            for name in OF_SESSIONS
        }
        for name, table in OF_SESSIONS.items():
            streams[name].write(_MARK + csv_lines((table.headings,)))
        for some in sessions:
            for name, table in OF_SESSIONS.items():
                streams[name].write(csv_lines(rows_of(table, some)))
            yield len(some)


def _pack(folder: Path, out: Path) -> None:
    with draft(out) as stream, ZipFile(stream, "w", ZIP_DEFLATED) as pack:
        for name in file_names():
            pack.write(folder / name, name)


def _move(folder: Path, out: Path) -> None:
    out.mkdir(mode=0o700, exist_ok=True)
    for name in file_names():
        (folder / name).replace(out / name)
