"""`unknot export` and `unknot import`, as somebody types them: what they say, and what they leave alone."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import main
from desktop.db.repository import open_repository
from desktop.domain.profile import Profile
from tests.out.samples import dossier

ROOT = Path(__file__).parents[2]
ZONES = ("UTC0", "EST5EDT,M3.2.0,M11.1.0", "NZST-12NZDT,M9.5.0,M4.1.0/3", "<+0545>-5:45")
"""With and without summer time, on both sides of the world."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with one of everything, and a second person in it."""
    folder = tmp_path / "mine"
    folder.mkdir()
    repository = open_repository(folder / "unknot.sqlite3")
    repository.dossiers.add(dossier())
    repository.profiles.add("Ben")
    repository.close()
    return folder


def run(*words: str | Path, zone: str = "UTC0") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TZ": zone}
    command = [sys.executable, "-m", "desktop", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)


def test_out_and_in_again(data: Path, tmp_path: Path) -> None:
    """The whole way in processes of their own, each in another zone: what comes back is what went out."""
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    out = run("--data-dir", data, "export", "--format", "json", "--out", first, zone=ZONES[1])
    assert (out.returncode, out.stdout, out.stderr) == (0, f"Written to {first}\n", "")
    into = run("import", first, "--data-dir", tmp_path / "other", zone=ZONES[2])
    assert into.returncode == 0
    assert "Added: 2 sessions, 1 check-in, 1 note, 1 neck check" in into.stdout
    again = run("import", first, "--data-dir", tmp_path / "other", zone=ZONES[3])
    assert again.stdout.endswith("Added: nothing.\n")
    run("--data-dir", tmp_path / "other", "export", "--format", "json", "--out", second, zone=ZONES[0])
    assert without_stamp(first) == without_stamp(second)
    assert first.stat().st_mode & 0o077 == 0


def without_stamp(file: Path) -> dict[str, object]:
    whole: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    assert whole.pop("written_at")
    return whole


@pytest.mark.parametrize("kind", ["ics", "csv"])
def test_no_zone_moves_a_session(data: Path, tmp_path: Path, kind: str) -> None:
    """Wherever the machine is: the calendar is in UTC, the tables say the clock on the wall as it was."""
    found = set()
    for number, zone in enumerate(ZONES[1:3]):
        out = tmp_path / f"{number}.{kind}"
        assert run("--data-dir", data, "export", "--format", kind, "--out", out, zone=zone).returncode == 0
        text = "".join(file.read_text(encoding="utf-8") for file in sorted(out.iterdir())) if kind == "csv" else ""
        found.add(text or re.sub(r"DTSTAMP:\w+", "", out.read_text(encoding="utf-8")))
    (text,) = found
    assert ("20261102T181000Z" if kind == "ics" else "2026-11-02T23:40:00.250001+05:30") in text


def test_the_report_needs_no_display(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    words = ("--data-dir", data, "export", "--format", "pdf", "--out", out, "--paper", "letter")
    assert run(*words, "--period", "2026-10-01..2026-11-20").returncode == 0
    assert out.read_bytes().startswith(b"%PDF")


def test_a_dry_run_adds_nothing(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, other = tmp_path / "all.json", str(tmp_path / "other")
    main(["--data-dir", str(data), "export", "--format", "json", "--out", str(file)])
    for _ in range(2):
        assert main(["--data-dir", other, "import", str(file), "--dry-run"]) == 0
        assert "New here: 2 sessions" in capsys.readouterr().out


def test_a_profile_by_name_or_number(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number, profile in enumerate(("Ben", "2")):
        out = tmp_path / f"{number}.json"
        assert (
            main(["--data-dir", str(data), "export", "--format", "json", "--out", str(out), "--profile", profile]) == 0
        )
        assert json.loads(out.read_text())["profile"] == {
            "id": 2, "name": "Ben", "target_minutes": None, "preferences": {}
        }  # fmt: skip


def refused(capsys: pytest.CaptureFixture[str], *words: str | Path) -> str:
    """What a command that exits with 1 says; nothing on the other stream."""
    assert main(list(map(str, words))) == 1
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_what_is_there_is_not_replaced(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sessions.ics"
    out.write_text("mine")
    words = ("--data-dir", data, "export", "--format", "ics", "--out", out)
    assert refused(capsys, *words) == f"unknot: {out} is there already; --force replaces it\n"
    assert out.read_text() == "mine"
    assert main([*map(str, words), "--force"]) == 0
    assert out.read_text().startswith("BEGIN:VCALENDAR")


def test_errors_name_what_and_why(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    there = ("--data-dir", data, "export", "--format")
    assert "there is no folder" in refused(capsys, *there, "json", "--out", tmp_path / "no" / "a.json")
    assert "is a folder; name a file" in refused(capsys, *there, "json", "--out", tmp_path, "--force")
    assert "'Zoe' is no profile; there are: 1 Marie, 2 Ben" in refused(
        capsys, *there, "csv", "--out", tmp_path / "x", "--profile", "Zoe"
    )
    nowhere = ("--data-dir", tmp_path / "empty", "export", "--format", "csv", "--out", tmp_path / "x")
    assert "there is nothing in" in refused(capsys, *nowhere)
    assert not (tmp_path / "empty" / "unknot.sqlite3").exists()


def test_a_wrong_file_changes_nothing(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "all.json"
    main(["--data-dir", str(data), "export", "--format", "json", "--out", str(file)])
    whole = json.loads(file.read_text(encoding="utf-8"))
    whole["sessions"][1]["ratings"][0]["value"] = 11
    file.write_text(json.dumps(whole), encoding="utf-8")
    capsys.readouterr()
    told = refused(capsys, "--data-dir", tmp_path / "other", "import", file)
    assert told.startswith("unknot: $.sessions[1].ratings[0].value: expected `int` <= 10. Nothing was changed.")
    other = open_repository(tmp_path / "other" / "unknot.sqlite3")
    assert (other.dossiers.session_ids(), other.profiles.mine()) == ((), Profile(1))
    other.close()


@pytest.mark.parametrize(
    "words",
    [
        ["export", "--format", "xml", "--out", "x"],
        ["export", "--out", "x"],
        ["export", "--format", "pdf", "--out", "x", "--period", "yesterday"],
        ["export", "--format", "pdf", "--out", "x", "--period", "2026-02-01..2026-01-01"],
        ["import"],
    ],
)
def test_wrong_use_is_told_as_such(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(words)
    assert exit_.value.code == 2
    assert "usage: unknot" in capsys.readouterr().err
