"""The JSON goes out and comes back the same; what is wrong with a file is named with its place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings

from desktop.domain.dossier import Dossier
from desktop.out.forms import FileForm
from desktop.out.json_file import MOST_BYTES, UnsoundFile, decode, pieces, read_file
from desktop.out.schema import FILE, schema_text
from tests.out.samples import KNOWN, NOW, dossier, dossiers


def encoded(whole: Dossier, size: int = 2) -> bytes:
    sessions = [whole.sessions[start : start + size] for start in range(0, len(whole.sessions), size)]
    return b"".join(data for data, _ in pieces(replace(whole, sessions=()), sessions, NOW))


def moments(value: object) -> list[str]:
    """Every moment in it as it was told: equal moments may have unequal offsets."""
    text = msgspec.json.encode(value, order="deterministic").decode()
    return [word for word in text.split('"') if word[:2] in ("19", "20") and "T" in word]


@settings(max_examples=60, deadline=None)
@given(dossiers)
def test_what_goes_out_comes_back(whole: Dossier) -> None:
    back = decode(encoded(whole), KNOWN, NOW)
    assert back == whole
    assert moments(back) == moments(whole)


def test_one_of_everything_comes_back() -> None:
    assert decode(encoded(dossier()), KNOWN, NOW) == dossier()


def test_equal_data_gives_equal_bytes() -> None:
    assert encoded(dossier(), 1) == encoded(dossier(), 500)


def test_nothing_is_a_file_too() -> None:
    nothing = Dossier(dossier().profile)
    assert decode(encoded(nothing), KNOWN, NOW) == nothing


def changed(**values: Any) -> dict[str, Any]:
    """The file with other values; `a__0__b` goes down into it."""
    file: dict[str, Any] = json.loads(encoded(dossier()))
    for path, value in values.items():
        *way, last = (int(part) if part.isdigit() else part for part in path.split("__"))
        inner: Any = file
        for part in way:
            inner = inner[part]
        inner[last] = value
    return file


WRONG = [
    ({"sessions__1__ratings__0__value": 11}, "$.sessions[1].ratings[0].value: expected `int` <= 10"),
    ({"sessions__1__ratings__0__value": True}, "$.sessions[1].ratings[0].value: expected `int`"),
    ({"sessions__0__done_seconds": -1}, "$.sessions[0].done_seconds"),
    ({"sessions__0__started_at": "2026-11-02T10:00:00"}, "$.sessions[0].started_at"),
    ({"sessions__0__started_at": "2099-11-02T10:00:00Z"}, "$.sessions[0].started_at: 2099-11-02 is not a day between"),
    ({"answers__0__at": "2031-01-01T10:00:00Z"}, "$.answers[0].at: 2031-01-01 is not a day between"),
    ({"sessions__0__places__0__region": "pocket"}, "$.sessions[0].places[0].region: there is no place 'pocket'"),
    ({"sessions__0__steps__1__technique": "magic"}, "$.sessions[0].steps[1].technique: there is no technique 'magic'"),
    ({"sessions__0__places__0__side": "up"}, "$.sessions[0].places[0].side"),
    ({"sessions__1__id": "one"}, "$.sessions[1].id: the same as in $.sessions[0]"),
    ({"sessions__0__steps__1__number": 1}, "$.sessions[0].steps[1].number: the same as in"),
    ({"sessions__0__events__0__kind": "pressure"}, "$.sessions[0].events[0].detail: a pressure is 0 to 10"),
    ({"sessions__0__note": "x" * 100_001}, "$.sessions[0].note: expected `str` of length <= 100000"),
    ({"sessions__0__receiver": "everybody"}, "$.sessions[0].receiver"),
    ({"sessions__0__colour": "red"}, "$.sessions[0]: object contains unknown field `colour`"),
    ({"neck_checks__0__tries": {"chin": [1, 2]}}, "$.neck_checks[0].tries[...]: expected `array` of length >= 3"),
    ({"neck_checks__0__tries": {"turn_left": [1, 2, 9]}}, "$.neck_checks[0]: turn_left is 0 to 4"),
    ({"reminders__0__days": [7]}, "$.reminders[0].days[0]: expected `int` <= 6"),
    ({"reminders__0__at": "25:00:00"}, "$.reminders[0].at"),
    ({"experiments__0__days": []}, "$.experiments[0].days: expected `array` of length >= 1"),
    ({"profile__preferences": {"a": {"b": {"c": 1}}}}, "$.profile.preferences[...][...]"),
    ({"check_ins__0__sleep": "9"}, "$.check_ins[0].sleep"),
]  # fmt: skip


@pytest.mark.parametrize(("values", "told"), WRONG, ids=[told.split(":")[0] for _, told in WRONG])
def test_a_fault_is_named_with_its_place(values: dict[str, Any], told: str) -> None:
    with pytest.raises(UnsoundFile) as caught:
        decode(json.dumps(changed(**values)).encode(), KNOWN, NOW)
    assert str(caught.value).startswith(told)
    assert str(caught.value).endswith("Nothing was changed. Export the file again, or mend it there.")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "not a file Unknot wrote"),
        (b"\xff\xfe{", "not a file Unknot wrote"),
        (encoded(dossier())[:-40], "only a part of one"),
        (b"[" * 500_000, "$: expected `object`"),
        (b'{"format":"unknot","version":1,"preferences":' + b"[" * 500_000, "not a file Unknot wrote"),
        (b'{"format":"other","version":1}', "not an Unknot file"),
        (b"{}", "not an Unknot file"),
        (b'{"format":"unknot","version":2,"moods":[]}', "newer Unknot (format 2)"),
        (b'{"format":"unknot","version":1e999}', "$.version"),
    ],
    ids=["empty", "no text", "cut off", "deep list", "deep inside", "other", "no header", "newer", "huge number"],
)
def test_what_is_no_file_of_ours_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(UnsoundFile) as caught:
        decode(data, KNOWN, NOW)
    assert told in str(caught.value)


def test_a_file_too_large_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    with file.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(UnsoundFile, match="larger than 512 MB"):
        read_file(file, KNOWN, NOW)


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnsoundFile, match="cannot be read"):
        read_file(tmp_path / "nowhere.json", KNOWN, NOW)


def test_an_hour_of_the_clocks_is_forgiven() -> None:
    soon = (NOW + timedelta(hours=20)).isoformat()
    decode(json.dumps(changed(sessions__0__started_at=soon)).encode(), KNOWN, NOW)


def test_the_schema_that_is_shipped_is_the_one_that_reads() -> None:
    assert FILE.read_text(encoding="utf-8") == schema_text()


def test_the_document_names_every_field() -> None:
    text = (Path(__file__).parents[2] / "docs" / "export-format.md").read_text(encoding="utf-8")
    names = set(msgspec.json.schema(FileForm)["$defs"]["FileForm"]["properties"])
    assert {name for name in names if f"`{name}`" not in text} == set()
    assert datetime.fromisoformat("2026-11-02T23:40:00+01:00").isoformat() in text
