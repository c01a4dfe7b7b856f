"""The calendar keeps to RFC 5545."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.session import State
from desktop.out.calendar_file import calendar_text, escaped, fold
from tests.db.record_samples import whole_session
from tests.out.samples import NOW

SESSION = whole_session()


def properties(text: str) -> list[str]:
    """The unfolded lines."""
    return text.replace("\r\n ", "").split("\r\n")


def test_a_session_is_an_entry_in_utc() -> None:
    lines = properties(calendar_text([SESSION], NOW))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert {
        "UID:one@unknot",
        "DTSTAMP:20261120T200000Z",
        "DTSTART:20261102T181000Z",
        "DTEND:20261102T181100Z",
        "SUMMARY:Back of the head",
        "DESCRIPTION:less than a minute of 8 minutes\\nafter a long day ☀",
        "CATEGORIES:desk,evening",
    } <= set(lines)


def test_an_entry_keeps_its_name() -> None:
    later = replace(SESSION, note="changed", done_seconds=480.0)
    uids = {line for s in (SESSION, later) for line in properties(calendar_text([s], NOW)) if line.startswith("UID")}
    assert uids == {"UID:one@unknot"}


def test_what_was_not_done_is_no_entry() -> None:
    skipped, begun = replace(SESSION, status=State.SKIPPED), replace(SESSION, done_seconds=0.0)
    assert "VEVENT" not in calendar_text([skipped, begun], NOW)


@pytest.mark.parametrize("hours", [-11, 0, 1, 2, 13])
def test_the_offset_moves_no_session(hours: int) -> None:
    """The two hours that the clocks go through twice in autumn are told apart."""
    moment = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    local = replace(SESSION, started_at=moment.astimezone(timezone(timedelta(hours=hours))))
    assert "DTSTART:20261025T003000Z" in calendar_text([local], NOW)


def test_text_is_escaped() -> None:
    assert escaped("a\\b; c, d\r\ne\rf\x07\x7fg\t") == "a\\\\b\\; c\\, d\\ne\\nfg\t"


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=300))
def test_lines_are_folded_and_come_back(text: str) -> None:
    folded = fold(text)
    assert folded.endswith("\r\n")
    lines = folded[:-2].split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert lines[0] + "".join(line[1:] for line in lines[1:]) == text
    assert all(line.startswith(" ") for line in lines[1:])


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_no_note_breaks_out_of_its_line(note: str) -> None:
    text = calendar_text([replace(SESSION, note=note, title=note)], NOW)
    names = [line.split(":")[0] for line in properties(text) if line]
    assert names.count("BEGIN") == names.count("END") == 2
    assert names.count("SUMMARY") == names.count("DESCRIPTION") == 1
