"""The whole job, watched from outside: no attempt to reach a network, and no need of one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
ONCE = {"map", "hover", "card", "muscles", "safety", "player", "rating", "progress_doing", "progress_feeling"}
IN_BOTH_THEMES = {
    f"{name}_{theme}"
    for theme in ("light", "dark")
    for name in (
        "muscles_of_a_place", "library", "library_search", "library_row", "consent", "left_alone", "outcome",
        "player_hand", "player_pose", "pages", "breathing", "settings",
    )
}  # fmt: skip


def works(*command: str) -> bool:
    """Whether a tool is installed and may do its work here."""
    return shutil.which(command[0]) is not None and subprocess.run([*command, "true"]).returncode == 0


def tour(folder: Path, *wrapper: str) -> subprocess.CompletedProcess[str]:
    command = [*wrapper, sys.executable, "-m", "desktop", "tour", "--out", str(folder / "tour")]
    return subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, timeout=400)


def pictures(folder: Path) -> set[str]:
    """The names of the tour's pictures without their numbers."""
    return {file.stem.partition("_")[2] for file in (folder / "tour").glob("*.png")}


@pytest.mark.skipif(not works("strace", "-qq"), reason="strace is not installed or may not watch here")
def test_nothing_is_called(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    done = tour(tmp_path, "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket,connect", "-o", str(log))
    assert done.returncode == 0, done.stderr
    assert [line for line in log.read_text().splitlines() if "AF_INET" in line] == []
    assert pictures(tmp_path) == ONCE | IN_BOTH_THEMES


@pytest.mark.skipif(not works("unshare", "--net"), reason="a namespace without a network may not be made here")
@pytest.mark.long
def test_no_network_is_needed(tmp_path: Path) -> None:
    done = tour(tmp_path, "unshare", "--net")
    assert done.returncode == 0, done.stderr
    assert pictures(tmp_path) == ONCE | IN_BOTH_THEMES
