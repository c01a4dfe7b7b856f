"""The desktop's own wish for less motion is read where it stands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.motion_wish import MotionWish, less_motion

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="files and commands of a Linux desktop")


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "test")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "line", "less"),
    [
        ("kdeglobals", "AnimationDurationFactor=0", True),
        ("kdeglobals", "AnimationDurationFactor=0.5", False),
        ("gtk-3.0/settings.ini", "gtk-enable-animations=false", True),
        ("gtk-4.0/settings.ini", "gtk-enable-animations=true", False),
    ],
)
def test_files_of_the_desktop(settings: Path, name: str, line: str, less: bool) -> None:
    file = settings / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"[Settings]\n{line}\nother=1\n")
    assert less_motion() is less


def test_gnome_is_asked_by_its_command(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command = settings / "gsettings"
    command.write_text("#!/bin/sh\necho false\n")
    command.chmod(0o700)
    monkeypatch.setenv("PATH", str(settings), prepend=":")
    assert not less_motion()
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "ubuntu:GNOME")
    assert less_motion()


def test_where_nothing_can_be_read_nothing_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", "GNOME")
    monkeypatch.setenv("PATH", "")
    assert not less_motion()


def test_it_is_told_from_another_thread(qtbot: QtBot) -> None:
    wish = MotionWish()
    with qtbot.waitSignal(wish.known) as known:
        wish.ask()
    assert known.args == [False]
