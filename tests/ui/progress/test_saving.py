"""A card as a file: without its buttons, as it is seen, and said when it is done or cannot be."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.progress.feeling_page import FeelingPage
from desktop.ui.progress.save_button import SaveButton
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import feeling


@pytest.fixture
def card(theme: Theme, shown: Show) -> ChartCard:
    page = FeelingPage(theme)
    shown(page)
    page.present(feeling(8))
    return page.findChildren(ChartCard)[0]


def test_a_picture_is_sharp_and_bare(card: ChartCard, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(card.told) as told:
        card.save("png", tmp_path / "card.png")
    assert told.args == ["Saved as card.png."]
    image = QImage(str(tmp_path / "card.png"))
    assert image.size() == card.size() * 2
    assert all(button.isVisible() for button in card.findChildren(SaveButton))


def test_a_drawing_has_lines_and_letters(card: ChartCard, tmp_path: Path) -> None:
    card.save("svg", tmp_path / "card.svg")
    root = ET.fromstring((tmp_path / "card.svg").read_bytes())
    kinds = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert {"path", "text"} <= kinds
    assert "Before and after a session" in "".join(root.itertext())
    assert "As a table" not in "".join(root.itertext())


def test_numbers_are_the_table(card: ChartCard, tmp_path: Path) -> None:
    card.save("csv", tmp_path / "card.csv")
    lines = (tmp_path / "card.csv").read_text(encoding="utf-8-sig").splitlines()
    assert lines[:2] == ["Day,Before,After,In words", "20 Nov 2026,5,5,about the same"]
    assert len(lines) == 9


def test_a_folder_that_is_not_there_is_said(card: ChartCard, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(card.told) as told:
        card.save("png", tmp_path / "none" / "card.png")
    assert told.args == ["card.png could not be saved (No such file or directory). Choose another folder."]


def test_the_button_asks_for_kind_and_file(
    card: ChartCard, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        asked.append(name)
        return str(tmp_path / "chosen.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    (button,) = card.findChildren(SaveButton)
    action = next(action for action in button._menu.actions() if action.data() == "csv")
    with qtbot.waitSignal(card.told):
        action.trigger()
    assert asked[0].startswith("unknot-before-and-after-a-session-")
    assert (tmp_path / "chosen.csv").exists()
