"""The import contracts of pyproject.toml hold, and each of them is seen when it is broken."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LINT = "from importlinter.cli import lint_imports_command as lint; lint()"

BREACHES = {
    "layers": ("ui/__init__.py", "import desktop.db"),
    "pure-domain": ("domain/body.py", "import time"),
    "tables-in-db": ("assets/__init__.py", "import sqlite3"),
    "qt-in-ui": ("db/__init__.py", "import PySide6.QtCore"),
    "no-network": ("app.py", "import urllib.request"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", LINT, "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the code and its contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "desktop", tmp_path / "desktop", ignore=shutil.ignore_patterns("body", "__pycache__"))
    return tmp_path


def test_contracts_hold() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_is_seen(house: Path, contract: str) -> None:
    file, line = BREACHES[contract]
    with (house / "desktop" / file).open("a", encoding="utf-8") as stream:
        stream.write(f"\n{line}\n")
    result = lint(house)
    assert result.returncode == 1
    assert "1 broken" in result.stdout
    assert line.removeprefix("import ").split(".")[0] in result.stdout
