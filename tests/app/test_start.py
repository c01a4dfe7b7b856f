"""The body is seen first, and the app comes into the same window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot

from desktop.assets import body_folder
from desktop.data_folder import open_data_folder
from desktop.preferences import Preferences
from desktop.start import Start
from desktop.ui.first_sight import FirstSight
from desktop.ui.main_window import MAP
from desktop.ui.measures import RAIL_WIDTH, body_frame, column_room, fitted, invitation_room
from desktop.ui.picture_file import read_picture
from desktop.ui.skin_tone import AS_DRAWN

SPOILT = Preferences(view="../gone", window="§", theme="dark", skin_tone="deep", build="feminine")


@pytest.mark.xvfb
@pytest.mark.parametrize("preferences", [Preferences(), SPOILT])
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


@pytest.mark.parametrize(("tone", "build"), [("", "neutral"), ("deep", "neutral"), ("", "masculine")])
def test_the_first_sight_is_the_body_that_was_chosen(qtbot: QtBot, tone: str, build: str) -> None:
    picture = body_folder(build) / "skin" / "face.webp"
    sight = FirstSight(picture, "light", skin_tone=tone)
    qtbot.addWidget(sight)
    sight.resize(1280, 800)
    with qtbot.waitSignal(sight.painted):
        shown = sight.grab().toImage()
    wanted = read_picture(picture, tone or AS_DRAWN)
    forehead = wanted.pixelColor(wanted.width() // 2, wanted.height() // 4)
    frame = body_frame(QRectF(RAIL_WIDTH, 0, 1280 - RAIL_WIDTH, 800), column_room(), invitation_room())
    place = fitted(frame, wanted.width(), wanted.height())
    found = shown.pixelColor(QPointF(place.center().x(), place.top() + place.height() / 4).toPoint())
    for channel in ("red", "green", "blue"):
        assert abs(getattr(found, channel)() - getattr(forehead, channel)()) < 6


HEAVY = ("sqlalchemy", "alembic", "numpy", "pyqtgraph", "msgspec", "desktop.app", "desktop.db", "desktop.domain")


def test_the_first_sight_needs_nothing_heavy() -> None:
    listed = "import sys, desktop.start; print(*(m for m in sys.modules))"
    done = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "desktop.ui.first_sight" in loaded
    assert not [name for name in loaded if name.startswith(HEAVY)]
