"""Sessions as an iCalendar (RFC 5545), for any calendar program."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from desktop.domain.captions import minutes_words
from desktop.domain.session import SessionRecord, State

_LINE = 75
"""Bytes of a line, its end not counted."""
_SHORTEST = timedelta(minutes=1)
HEAD = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Unknot//Sessions//EN\r\nCALSCALE:GREGORIAN\r\n"
FOOT = "END:VCALENDAR\r\n"


def calendar_text(sessions: Iterable[SessionRecord], stamp: datetime) -> str:
    """A whole calendar; `stamp` is when it is made, aware."""
    return HEAD + "".join(entries(sessions, stamp)) + FOOT


def entries(sessions: Iterable[SessionRecord], stamp: datetime) -> Iterator[str]:
    """An entry for each session of which something was done. Its UID stays the same in every export."""
    for session in sessions:
        if session.done_seconds > 0 and session.status is not State.SKIPPED:
            yield "".join(fold(line) for line in _lines(session, stamp))


def _lines(session: SessionRecord, stamp: datetime) -> Iterator[str]:
    end = session.started_at + max(timedelta(seconds=session.done_seconds), _SHORTEST)
    yield "BEGIN:VEVENT"
    yield f"UID:{escaped(session.id)}@unknot"
    yield f"DTSTAMP:{_utc(stamp)}"
    yield f"DTSTART:{_utc(session.started_at)}"
    yield f"DTEND:{_utc(end)}"
    yield f"SUMMARY:{escaped(session.title)}"
    yield f"DESCRIPTION:{escaped(_description(session))}"
    if session.tags:
        yield f"CATEGORIES:{','.join(map(escaped, session.tags))}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _description(session: SessionRecord) -> str:
    done = f"{minutes_words(session.done_seconds / 60)} of {minutes_words(session.planned_seconds / 60)}"
    return f"{done}\n{session.note}" if session.note else done


def escaped(text: str) -> str:
    """Text as a property may hold it (RFC 5545 3.3.11): no control character, every comma and semicolon marked."""
    for plain, marked in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\n"), ("\r", "\n"), ("\n", "\\n")):
        text = text.replace(plain, marked)
    return "".join(letter for letter in text if letter == "\t" or (letter >= " " and letter != "\x7f"))


def fold(line: str) -> str:
    """The line in pieces of at most 75 bytes, each but the first behind a space; never inside a letter."""
    pieces, length = [""], 0
    for letter in line:
        size = len(letter.encode())
        if length + size > _LINE:
            pieces.append(" ")
            length = 1
        pieces[-1] += letter
        length += size
    return "\r\n".join(pieces) + "\r\n"


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
