"""The target somebody sets in Progress is kept with the profile, and taken away again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.desks.progress import ProgressDesk
from desktop.domain.profile import Profile
from desktop.journal import Journal
from desktop.ui.progress.progress_place import ProgressPlace
from desktop.ui.theme import Theme


@pytest.mark.parametrize("wished", [80, None])
def test_a_target_is_kept(wished: int | None, tmp_path: Path, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    journal, guide = Journal(tmp_path / "unknot.sqlite3"), load_guide()
    place = ProgressPlace(Theme("light"), load_atlas(), guide, window)
    desk = ProgressDesk(journal, guide, lambda *_: None)
    desk.attend(place)
    with qtbot.waitSignal(journal.changed, timeout=10_000):
        place.target_chosen.emit(wished)
    found: list[Profile] = []
    journal.ask(lambda repository: repository.profiles.mine(), found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert found[0].target_minutes == wished
    journal.close()
