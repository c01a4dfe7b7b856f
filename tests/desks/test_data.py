"""What the settings do with one's data, on a real record: out, in and back, a backup, and nothing left of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.db.repository import open_repository
from desktop.desks.data import DataDesk
from desktop.domain.dossier import Dossier
from desktop.domain.profile import Profile
from desktop.journal import Journal, Undo
from desktop.ui.settings.backup_list import RESTORE, SURE
from desktop.ui.settings.data_panel import DataPanel
from desktop.ui.theme import Theme
from tests.db.record_samples import whole_session
from tests.out.samples import dossier
from tests.ui.conftest import in_window


class Desk:
    """The desk over a panel and a journal, and what it told."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        self.folder = folder
        self.journal = Journal(folder / "unknot.sqlite3")
        self.failures: list[Exception] = []
        self.journal.failed.connect(self.failures.append)
        self.told: list[str] = []
        self.offered: list[tuple[str, Undo]] = []
        self.desk = DataDesk(self.journal, load_guide(), folder, self.tell)
        self.panel = DataPanel(theme, str(folder))
        self.desk.show_in(self.panel)

    def tell(self, words: str, actions: Sequence[tuple[str, Undo]]) -> None:
        self.told.append(words)
        self.offered[:] = actions

    def undo(self) -> None:
        ((name, undo),) = self.offered
        assert name == "Undo"
        undo()

    def whole(self, qtbot: QtBot) -> Dossier:
        found: list[Dossier] = []
        self.journal.ask(lambda repository: repository.dossiers.whole(), found.append)
        qtbot.waitUntil(lambda: bool(found))
        return found[0]


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    theme = Theme("light", reduced_motion=True)
    theme.apply(qapp)
    folder = tmp_path / "data"
    folder.mkdir(exist_ok=True)
    repository = open_repository(folder / "unknot.sqlite3")
    repository.dossiers.add(dossier())
    repository.close()
    desk = Desk(folder, theme)
    window = in_window(qtbot, desk.panel, 760, 1100)
    yield desk
    desk.journal.close()
    window.close()
    assert desk.failures == []


@pytest.mark.parametrize("kind", ["json", "csv", "ics", "pdf"])
def test_every_kind_is_written(desk: Desk, qtbot: QtBot, tmp_path: Path, kind: str) -> None:
    out = tmp_path / f"copy.{'zip' if kind == 'csv' else kind}"
    desk.panel.out.wanted.emit(kind, out)
    assert not desk.panel.out.buttons["json"].isEnabled()
    qtbot.waitUntil(lambda: bool(desk.told), timeout=10_000)
    assert desk.told == [f"Written to {out}."]
    assert out.stat().st_size > 500
    assert desk.panel.out.buttons["json"].isEnabled()


def test_what_cannot_be_written_is_told(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.panel.out.wanted.emit("json", tmp_path / "nowhere" / "copy.json")
    qtbot.waitUntil(lambda: bool(desk.told))
    assert "cannot be written (No such file or directory). Choose another place." in desk.told[0]
    assert desk.panel.out.buttons["json"].isEnabled()


def exported(desk: Desk, qtbot: QtBot, out: Path) -> Path:
    desk.panel.out.wanted.emit("json", out)
    qtbot.waitUntil(lambda: bool(desk.told))
    desk.told.clear()
    return out


def test_a_copy_comes_in_after_a_look_and_is_taken_back(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    file = exported(desk, qtbot, tmp_path / "copy.json")
    desk.journal.do(lambda repository: repository.sessions.remove("two"))
    before = desk.whole(qtbot)
    desk.panel.into.chosen.emit(file)
    qtbot.waitUntil(desk.panel.into.preview.isVisible)
    assert desk.panel.into.preview.text.startswith("copy.json holds 2 sessions, 1 check-in")
    assert desk.panel.into.preview.text.endswith(" of Marie. New here: 1 session.")
    assert desk.whole(qtbot) == before
    with qtbot.waitSignal(desk.desk.replaced):
        desk.panel.into.preview.yes.click()
    assert desk.told == ["Added: 1 session."]
    assert desk.whole(qtbot) == dossier()
    with qtbot.waitSignal(desk.desk.replaced):
        desk.undo()
    assert desk.whole(qtbot) == before


def test_what_is_here_already_asks_nothing(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.panel.into.chosen.emit(exported(desk, qtbot, tmp_path / "copy.json"))
    qtbot.waitUntil(lambda: desk.panel.into.told.endswith("All of it is here already."))
    assert not desk.panel.into.preview.isVisible()


def test_a_wrong_file_is_told_with_its_place(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    file = exported(desk, qtbot, tmp_path / "copy.json")
    whole = json.loads(file.read_text(encoding="utf-8"))
    whole["check_ins"][0]["sleep"] = 12
    file.write_text(json.dumps(whole), encoding="utf-8")
    desk.panel.into.chosen.emit(file)
    qtbot.waitUntil(lambda: desk.panel.into.told.startswith("$.check_ins[0].sleep: expected `int` <= 10."))
    assert not desk.panel.into.preview.isVisible()
    assert desk.whole(qtbot) == dossier()


def test_back_to_a_backup_in_two_clicks_and_forth_again(desk: Desk, qtbot: QtBot) -> None:
    desk.journal.back_up()
    desk.journal.keep(replace(whole_session("later"), receiver="self"))
    now = desk.whole(qtbot)
    desk.desk.look()
    qtbot.waitUntil(lambda: not desk.panel.backups.all_button.isVisible() and has_backup(desk))
    button = desk.panel.backups.button(0)
    button.click()
    assert (button.text(), desk.told) == (SURE, [])
    with qtbot.waitSignal(desk.desk.replaced, timeout=10_000):
        button.click()
    assert desk.told[0].startswith("The record is as it was on ")
    assert desk.whole(qtbot) == dossier()
    with qtbot.waitSignal(desk.desk.replaced, timeout=10_000):
        desk.undo()
    assert desk.whole(qtbot) == now


def has_backup(desk: Desk) -> bool:
    try:
        return desk.panel.backups.button(0).text() == RESTORE
    except IndexError:
        return False


def test_erasing_asks_once_and_leaves_nothing(desk: Desk, qtbot: QtBot) -> None:
    desk.journal.back_up()
    desk.panel.erase_button.click()
    qtbot.waitUntil(desk.panel.question.isVisible)
    assert desk.panel.question.text.startswith("Erase everything of Marie, with all backups? 2 sessions, 1 check-in")
    desk.panel.question.no.click()
    assert desk.whole(qtbot) == dossier()
    desk.panel.erase_button.click()
    qtbot.waitUntil(desk.panel.question.isVisible)
    with qtbot.waitSignal(desk.desk.erased, timeout=10_000):
        desk.panel.question.yes.click()
    assert desk.told == ["Everything was erased, backups too."]
    assert desk.whole(qtbot) == Dossier(Profile(desk.journal.profile))
    left = [file for file in desk.folder.rglob("*") if file.is_file() and b"Marie" in file.read_bytes()]
    assert left == []


def test_erasing_leaves_others_alone(desk: Desk, qtbot: QtBot) -> None:
    others: list[Profile] = []
    desk.journal.ask(lambda repository: repository.profiles.add("Ben"), others.append)
    desk.panel.erase_button.click()
    qtbot.waitUntil(desk.panel.question.isVisible)
    assert "Other people's records stay" in desk.panel.question.text
    with qtbot.waitSignal(desk.desk.erased, timeout=10_000):
        desk.panel.question.yes.click()
    assert desk.journal.profile == others[0].id
    assert desk.whole(qtbot) == Dossier(others[0])
