"""A dossier as JSON, and back. What comes from a file is anybody's: all of it is checked before any of it is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import msgspec

from desktop.domain.dossier import NAMES, Dossier
from desktop.domain.session import SessionRecord
from desktop.out.checks import Known, faults
from desktop.out.forms import FORMAT, VERSION, Header, SessionForm, ShellForm

MOST_BYTES = 512 * 1024 * 1024
_SESSION = msgspec.json.Decoder(SessionForm)
_WHAT_TO_DO = "Nothing was changed. Export the file again, or mend it there."


class UnsoundFile(Exception):
    """The file cannot be taken in. The message names the place in it and says what to do, in one line: what is quoted
    from the file, and cannot be printed, is spelt out."""

    def __init__(self, message: str) -> None:
        super().__init__("".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in message))


def pieces(
    dossier: Dossier, sessions: Iterable[Sequence[SessionRecord]], written_at: datetime
) -> Iterator[tuple[bytes, int]]:
    """The file's bytes in pieces, each with how many sessions are in it. Equal data gives equal bytes.

    `dossier` brings all but the sessions, which come in pieces of their own."""
    encoder = msgspec.json.Encoder(order="deterministic")
    head = {"format": FORMAT, "version": VERSION, "written_at": written_at, "profile": dossier.profile}
    head |= {name: getattr(dossier, name) for name in ("people", *NAMES) if name != "sessions"}
    lines = [b'"%s":%s' % (name.encode(), encoder.encode(value)) for name, value in head.items()]
    yield b"{" + b",\n".join(lines) + b',\n"sessions":[', 0
    mark = b"\n"
    for some in sessions:
        yield b"".join(_marked(mark, [encoder.encode(record) for record in some])), len(some)
        mark = b",\n" if some else mark
    yield b"\n]}\n", 0


def read_file(file: Path, known: Known, now: datetime) -> Dossier:
    """A dossier from a file. Raises UnsoundFile, also where it cannot be read."""
    try:
        if file.stat().st_size > MOST_BYTES:
            raise UnsoundFile(f"{file.name} is larger than {MOST_BYTES >> 20} MB. {_WHAT_TO_DO}")
        data = file.read_bytes()
    except OSError as error:
        raise UnsoundFile(f"{file} cannot be read ({error.strerror}).") from error
    return decode(data, known, now)


def decode(data: bytes, known: Known, now: datetime) -> Dossier:
    """A dossier from a file's bytes. Raises UnsoundFile."""
    try:
        _check_header(msgspec.json.decode(data, type=Header))
        shell = msgspec.json.decode(data, type=ShellForm)
        sessions = tuple(_session(number, raw) for number, raw in enumerate(shell.sessions))
        shell.sessions = []
        found = replace(msgspec.convert(shell, Dossier, from_attributes=True), sessions=sessions)
    except msgspec.ValidationError as error:
        raise UnsoundFile(_with_place(str(error), "$")) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnsoundFile(f"This is not a file Unknot wrote, or only a part of one ({error}). {_WHAT_TO_DO}") from error
    fault = next(faults(found, known, now), None)
    if fault is not None:
        raise UnsoundFile(f"{fault}. {_WHAT_TO_DO}")
    return found


def _session(number: int, raw: msgspec.Raw) -> SessionRecord:
    """Raises UnsoundFile."""
    try:
        return msgspec.convert(_SESSION.decode(raw), SessionRecord, from_attributes=True)
    except msgspec.ValidationError as error:
        raise UnsoundFile(_with_place(str(error), f"$.sessions[{number}]")) from error


def _check_header(header: Header) -> None:
    if header.format != FORMAT:
        raise UnsoundFile('$.format: this is not an Unknot file, which begins with "format": "unknot". Choose another.')
    if header.version > VERSION:
        raise UnsoundFile(
            f"$.version: the file was written by a newer Unknot (format {header.version}). Install that one to read it."
        )


def _with_place(reason: str, root: str) -> str:
    """msgspec names the place last and from where it began: here all of it comes first, and what to do at the end."""
    what, _, place = reason.partition(" - at `")
    return f"{root}{place.rstrip('`').removeprefix('$')}: {what[:1].lower()}{what[1:]}. {_WHAT_TO_DO}"


def _marked(first: bytes, encoded: Sequence[bytes]) -> Iterator[bytes]:
    for number, record in enumerate(encoded):
        yield first if number == 0 else b",\n"
        yield record
