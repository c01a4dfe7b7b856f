"""Tables keep their headings, say their units, and no cell of them is calculated."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from desktop.domain.dossier import Dossier
from desktop.out.csv_files import file_names, write_tables
from desktop.out.tables import OF_RECORDS, OF_SESSIONS
from tests.out.samples import dossier

HEADINGS = {
    "sessions": "session,started_local,routine,title,status,done_seconds,planned_seconds,receiver,done_with_profile,"
    "written_down_later,tags,note",
    "session_places": "session,number,region,own_side",
    "ratings": "session,moment,region,own_side,tension_0_to_10",
    "steps": "session,step,technique,regions,sides,planned_seconds,done_seconds,pressure_0_to_10,skipped",
    "events": "session,number,at_local,event,guide_seconds,step,detail",
    "daily_check_ins": "day,entered_local,tension_0_to_10,stress_0_to_10,sleep_0_to_10,pain_24_h_0_to_10,headache,"
    "painkiller",
    "day_notes": "note,day,text,life_event",
    "neck_checks": "check,at_local,movement,unit,try_1,try_2,try_3,note",
    "side_effects": "answer,at_local,effects,session,note",
    "global_changes": "answer,at_local,compared_with_start_minus_3_to_3",
    "experiment_days": "experiment,choice_a,choice_b,day,drawn,kept_to,ended",
    "reminders": "reminder,routine,at_local,weekdays_monday_0,active,snoozed_until_local",
    "safety_answers": "question,options,at_local",
}
"""What others' programs rely on. A new column comes last."""


def written(whole: Dossier, out: Path) -> None:
    halves = [whole.sessions[:1], whole.sessions[1:]]
    assert sum(write_tables(replace(whole, sessions=()), halves, out)) == len(whole.sessions)


def rows(text: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig"))))


def test_headings_stay() -> None:
    tables = {**OF_SESSIONS, **{name: table for name, (_, table) in OF_RECORDS.items()}}
    assert {name: ",".join(table.headings) for name, table in tables.items()} == HEADINGS


def test_every_row_is_as_wide_as_its_heading(tmp_path: Path) -> None:
    written(dossier(), tmp_path / "tables")
    for file in (tmp_path / "tables").iterdir():
        table = rows(file.read_bytes())
        assert len(table) > 1, file.name
        assert {len(row) for row in table} == {len(table[0])}, file.name


def test_a_folder_and_one_file_hold_the_same(tmp_path: Path) -> None:
    written(dossier(), tmp_path / "tables")
    written(dossier(), tmp_path / "tables.zip")
    with ZipFile(tmp_path / "tables.zip") as pack:
        assert pack.namelist() == list(file_names())
        for name in file_names():
            assert pack.read(name) == (tmp_path / "tables" / name).read_bytes()


def test_times_are_those_of_the_wall_with_their_offset(tmp_path: Path) -> None:
    written(dossier(), tmp_path / "tables")
    first = rows((tmp_path / "tables" / "sessions.csv").read_bytes())[1]
    assert first[1] == "2026-11-02T23:40:00.250001+05:30"


def test_left_and_right_stay_where_they_are(tmp_path: Path) -> None:
    written(dossier(), tmp_path / "tables")
    rated = rows((tmp_path / "tables" / "ratings.csv").read_bytes())[1:]
    assert {(row[3], row[4]) for row in rated if row[:2] == ["one", "before"]} == {("left", "6"), ("right", "5")}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", '=cmd|" /C calc"!A0'])
def test_no_cell_is_calculated(tmp_path: Path, text: str) -> None:
    whole = dossier()
    session = replace(whole.sessions[0], title=text, note=text, tags=(text,))
    written(replace(whole, sessions=(session,)), tmp_path / "tables")
    row = rows((tmp_path / "tables" / "sessions.csv").read_bytes())[1]
    assert [row[3], row[10], row[11]] == [f"'{text}"] * 3


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> list[tuple[()]]:
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        list(write_tables(dossier(), (part for part in broken()), tmp_path / "tables"))
    assert list(tmp_path.iterdir()) == []
