"""The data folder: closed to others, chosen by hand, by the environment or by custom."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from desktop.data_folder import ENVIRONMENT, DataFolderError, open_data_folder


def test_chosen_folder_is_made_and_closed(tmp_path: Path) -> None:
    folder = open_data_folder(tmp_path / "deep" / "down")
    assert folder.root.is_dir()
    if os.name == "posix":
        assert stat.S_IMODE(folder.root.stat().st_mode) == 0o700


def test_environment_comes_before_custom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "mine"))
    assert open_data_folder().root == (tmp_path / "mine").resolve()
    assert open_data_folder(tmp_path / "other").root == (tmp_path / "other").resolve()


def test_a_file_in_the_way_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DataFolderError, match="--data-dir"):
        open_data_folder(tmp_path / "file")
