"""An error of ours is written down without its words, told once, and nothing ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.faults import FaultLog


def _fail(secret: str) -> None:
    raise ValueError(secret)


def test_the_log_holds_places_but_no_words(tmp_path: Path) -> None:
    told: list[bool] = []
    log = FaultLog(tmp_path / "unknot.log", lambda: told.append(True))
    try:
        _fail("tension 9 in the neck")
    except ValueError as error:
        log(type(error), error, error.__traceback__)
    text = (tmp_path / "unknot.log").read_text()
    assert "builtins.ValueError" in text
    assert "test_faults.py" in text
    assert "_fail" in text
    assert "tension" not in text
    assert told == [True]


def test_the_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    file = tmp_path / "unknot.log"
    file.write_bytes(b"x" * 600_000)
    FaultLog(file, lambda: None).write(ValueError, None)
    assert file.stat().st_size < 300_000


def test_a_disk_that_refuses_is_survived(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    FaultLog(tmp_path / "missing" / "unknot.log", lambda: None).write(ValueError, None)
    assert "cannot be written" in capsys.readouterr().err
