"""The body is seen first, and the app comes into the same window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.data_folder import open_data_folder
from desktop.preferences import Preferences
from desktop.start import Start
from desktop.ui.main_window import MAP


@pytest.mark.xvfb
@pytest.mark.parametrize("preferences", [Preferences(), Preferences(view="../gone", window="§", theme="dark")])
def test_the_app_comes_into_the_window_that_is_already_seen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, preferences: Preferences
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    start = Start(open_data_folder(tmp_path / "data"), preferences)
    qtbot.addWidget(start.window)
    assert start.app is None
    qtbot.waitUntil(lambda: start.app is not None and start.window.shown == MAP)
    assert start.app is not None
    assert start.app.window is start.window
    qtbot.waitUntil(lambda: start.app is not None and start.app.map.isVisible())
    start.window.close()
    start.deleteLater()


HEAVY = ("sqlalchemy", "alembic", "numpy", "pyqtgraph", "msgspec", "desktop.app", "desktop.db", "desktop.domain")


def test_the_first_sight_needs_nothing_heavy() -> None:
    listed = "import sys, desktop.start; print(*(m for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "desktop.ui.first_sight" in loaded
    assert not [name for name in loaded if name.startswith(HEAVY)]
