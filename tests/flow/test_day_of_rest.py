"""Firm work on the same places waits a day, and says so."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import SAFETY
from desktop.data_folder import DataFolder
from desktop.db.repository import open_repository
from desktop.domain.session import SessionRecord, State
from tests.flow.conftest import Opener, answer

pytestmark = pytest.mark.xvfb


def test_what_was_firm_today_is_not_begun_again(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    now = datetime.now(UTC)
    repository = open_repository(folder.database)
    repository.sessions.begin(SessionRecord("one", "RT12", "Press and hold", now, State.READY, 0.0, 420.0, ()))
    repository.sessions.end("one", State.FINISHED, 420.0)
    repository.close()
    app = open_app()
    app.map.start_requested.emit("RT12", (), ())
    qtbot.waitUntil(lambda: app.window.shown == SAFETY)
    answer(qtbot, app)
    assert app.safety is not None
    assert "Firm work on the same places needs a day in between." in app.safety.outcome.told
    assert "Ten-minute desk break" in app.safety.outcome.told
