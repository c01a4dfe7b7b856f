"""One's data in the app itself: a backup a day, a copy out and in, and an empty record after erasing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import Unknot
from desktop.data_folder import DataFolder
from desktop.db.repository import open_repository
from desktop.domain.dossier import Dossier, counts_words
from desktop.domain.session import SELF
from desktop.ui.main_window import PROGRESS, SETTINGS
from desktop.ui.settings.data_panel import DataPanel
from tests.flow.conftest import Opener
from tests.out.samples import dossier


@pytest.fixture
def filled(folder: DataFolder) -> DataFolder:
    """Somebody's folder: Marie's sessions, answers and firmness are in it."""
    repository = open_repository(folder.database)
    sessions = tuple(replace(session, receiver=SELF) for session in dossier().sessions)
    repository.dossiers.add(replace(dossier(), sessions=sessions))
    repository.close()
    return folder


def panel_of(qtbot: QtBot, app: Unknot) -> DataPanel:
    app.window.want_settings()
    qtbot.waitUntil(lambda: app.window.shown == SETTINGS)
    assert app.desk.settings is not None
    return app.desk.settings.data


def whole(qtbot: QtBot, app: Unknot) -> Dossier:
    found: list[Dossier] = []
    app.journal.ask(lambda repository: repository.dossiers.whole(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_a_copy_goes_out_and_everything_is_erased(
    open_app: Opener, filled: DataFolder, qtbot: QtBot, tmp_path: Path
) -> None:
    app = open_app()
    panel = panel_of(qtbot, app)
    copy = tmp_path / "copy.json"
    panel.out.wanted.emit("json", copy)
    qtbot.waitUntil(copy.exists)
    qtbot.waitUntil(lambda: app.notice.text == f"Written to {copy}.")
    assert len(list((filled.root / "backups").iterdir())) == 1
    app.desk.preferences.firmness["nape"] = 1
    panel.erase_button.click()
    qtbot.waitUntil(panel.question.isVisible)
    panel.question.yes.click()
    qtbot.waitUntil(lambda: app.notice.text == "Everything was erased, backups too.", timeout=10_000)
    assert counts_words(whole(qtbot, app).counts) == "nothing"
    qtbot.waitUntil(lambda: not app.desk.preferences.firmness)
    assert b"Marie" not in b"".join(file.read_bytes() for file in filled.root.rglob("*") if file.is_file())
    panel.into.chosen.emit(copy)
    qtbot.waitUntil(panel.into.preview.isVisible)
    panel.into.preview.yes.click()
    qtbot.waitUntil(lambda: app.notice.text.startswith("Added: 2 sessions"))
    app.notice.press("Undo")
    assert counts_words(whole(qtbot, app).counts) == "nothing"
    app.window.place_wanted.emit(PROGRESS)
    qtbot.waitUntil(lambda: app.window.shown == PROGRESS)
