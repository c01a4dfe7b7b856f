"""A repository on a real file, and sessions to put into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.db.repository import Repository, open_repository


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "unknot.sqlite3"


@pytest.fixture
def repository(file: Path) -> Iterator[Repository]:
    opened = open_repository(file)
    yield opened
    opened.close()
