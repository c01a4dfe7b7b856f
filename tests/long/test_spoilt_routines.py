"""Thousands of spoilt routine files: each is refused in clear lines or is as good as any, and none is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.assets.catalog import FOLDER, check_routine, load_guide, read_routine
from desktop.assets.files import CatalogError
from tests.long.spoiling import OF_TEXT, SEED, not_for_ever, spoilt

EACH = 100
ROUTINES = sorted((FOLDER / "routines").glob("*.toml"), key=lambda file: file.stem)

pytestmark = pytest.mark.long


@pytest.mark.parametrize("routine", ROUTINES, ids=lambda file: file.stem)
def test_spoilt_routines(routine: Path, tmp_path: Path) -> None:
    load_guide()
    file = tmp_path / "mine.toml"
    for what, data in spoilt(routine.read_bytes(), OF_TEXT, EACH, SEED):
        file.write_bytes(data)
        with not_for_ever(what):
            lines = told(file)
        assert all(line and "\n" not in line and len(line) < 1000 for line in lines), f"{what}: {lines}"
        assert file.read_bytes() == data, what
        assert list(tmp_path.iterdir()) == [file], what


def told(file: Path) -> list[str]:
    """What is wrong with a file; one that can be read is checked to its last step."""
    try:
        read_routine(file)
    except CatalogError as error:
        return [str(error)]
    return [str(fault) for fault in check_routine(file)]
