"""Spoilt export files: each is taken in or refused in one line, and a refused one changes nothing."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from desktop.commands import carrying
from desktop.db.repository import open_repository
from desktop.desks.handover import Wish
from desktop.domain.span import Span
from tests.long.spoiling import OF_TEXT, SEED, not_for_ever, spoilt
from tools.histories import History, write_history

COPIES = 1500

pytestmark = pytest.mark.long


def test_spoilt_exports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    export, empty, folder = tmp_path / "mine.json", tmp_path / "empty.sqlite3", tmp_path / "data"
    (tmp_path / "from").mkdir()
    write_history(tmp_path / "from" / "unknot.sqlite3", History("five_weeks", 35, 0.1, Span(0)), date(2026, 11, 20))
    assert carrying.send(carrying.Whose(tmp_path / "from", None), Wish("json", export, Span(0)), force=False) == 0
    open_repository(empty).close()
    before = empty.read_bytes()
    for what, data in spoilt(export.read_bytes(), OF_TEXT, COPIES, SEED):
        export.write_bytes(data)
        folder.mkdir()
        shutil.copy(empty, folder / "unknot.sqlite3")
        capsys.readouterr()
        with not_for_ever(what):
            code = carrying.take_in(carrying.Whose(folder, None), export, only_look=False)
        told = capsys.readouterr()
        assert len((told.out + told.err).splitlines()) == 1, f"{what}: {told}"
        assert code == 0 or (folder / "unknot.sqlite3").read_bytes() == before, what
        assert export.read_bytes() == data, what
        shutil.rmtree(folder)
