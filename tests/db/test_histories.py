"""What the pictures of Progress are made from is what a person would leave behind."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from desktop.db.repository import open_repository
from desktop.domain.doing import Doing
from desktop.domain.feeling import Feeling
from desktop.domain.look_back import Section
from tools.histories import HISTORIES, write_history

LAST = date(2026, 11, 20)


def test_three_sessions_are_three_and_felt(tmp_path: Path) -> None:
    history = next(history for history in HISTORIES if history.name == "three_sessions")
    write_history(tmp_path / "a.sqlite3", history, LAST)
    repository = open_repository(tmp_path / "a.sqlite3")
    doing = repository.charts.look_back(Section.DOING, history.span, LAST)
    feeling = repository.charts.look_back(Section.FEELING, history.span, LAST)
    repository.close()
    assert isinstance(doing, Doing)
    assert isinstance(feeling, Feeling)
    assert doing.sessions == 3
    assert doing.missing_days == 2
    assert feeling.pairs
    assert not any(run.answered for run in feeling.runs.values())
