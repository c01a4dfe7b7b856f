"""The whole job, watched from outside: no attempt to reach a network, and no need of one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sound.speech import MISSING, speech_service

ROOT = Path(__file__).resolve().parent.parent.parent
ONCE = {"map", "hover", "card", "muscles", "safety", "player", "rest", "rating", "progress_doing", "progress_feeling"}
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


@pytest.fixture
def heard() -> Iterator[dict[str, str]]:
    """The environment with a voice and a sound device, where they can be had: then they are watched too."""
    if MISSING:
        yield {}
        return
    with speech_service() as service:
        yield {name: service.surroundings[name] for name in ("SPEECHD_ADDRESS", "XDG_RUNTIME_DIR")}


def tour(folder: Path, heard: dict[str, str], *wrapper: str) -> subprocess.CompletedProcess[str]:
    command = [*wrapper, sys.executable, "-m", "desktop", "tour", "--out", str(folder / "tour")]
    return subprocess.run(command, cwd=ROOT, env=os.environ | heard, capture_output=True, text=True, timeout=400)


def pictures(folder: Path) -> set[str]:
    """The names of the tour's pictures without their numbers."""
    return {file.stem.partition("_")[2] for file in (folder / "tour").glob("*.png")}


@pytest.mark.skipif(not works("strace", "-qq"), reason="strace is not installed or may not watch here")
def test_nothing_is_called(tmp_path: Path, heard: dict[str, str]) -> None:
    log = tmp_path / "calls"
    done = tour(tmp_path, heard, "strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=socket,connect", "-o", str(log))
    assert done.returncode == 0, done.stderr
    calls = log.read_text().splitlines()
    assert [line for line in calls if "AF_INET" in line] == []
    assert all(any(place.removeprefix("unix_socket:") in line for line in calls) for place in heard.values())
    assert pictures(tmp_path) == ONCE | IN_BOTH_THEMES


@pytest.mark.skipif(not works("unshare", "--net"), reason="a namespace without a network may not be made here")
@pytest.mark.long
def test_no_network_is_needed(tmp_path: Path, heard: dict[str, str]) -> None:
    done = tour(tmp_path, heard, "unshare", "--net")
    assert done.returncode == 0, done.stderr
    assert pictures(tmp_path) == ONCE | IN_BOTH_THEMES
