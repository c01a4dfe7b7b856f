from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.domain.signs import Reaction, Sign, sign
from desktop.ui.player.stop_card import StopCard, broken
from desktop.ui.theme import Theme
from tests.ui.conftest import in_window

SIGNS = load_guide().safety.signs


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> Iterator[StopCard]:
    card = StopCard(theme, SIGNS)
    window = in_window(qtbot, card)
    card.ask()
    yield card
    window.close()


def names(card: StopCard) -> list[str]:
    return [button.accessibleName() for button in card.findChildren(QPushButton) if button.isVisible()]


def press(qtbot: QtBot, card: StopCard, name: str) -> None:
    buttons = [b for b in card.findChildren(QPushButton) if b.isVisible() and b.accessibleName() == name]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def test_it_says_let_go_and_offers_three_ways(card: StopCard) -> None:
    assert "Let go slowly. Breathe." in [label.text() for label in card.findChildren(QLabel)]
    assert names(card) == ["Go on", "End here", "Something felt wrong"]


def test_each_way_is_told(qtbot: QtBot, card: StopCard) -> None:
    for name, signal in (("Go on", card.go_on_wished), ("End here", card.end_wished)):
        with qtbot.waitSignal(signal):
            press(qtbot, card, name)


def test_enter_presses_the_focused_button_and_the_arrows_move(qtbot: QtBot, card: StopCard) -> None:
    with qtbot.waitSignal(card.end_wished):
        qtbot.keyClick(card, Qt.Key.Key_Down)
        qtbot.keyClick(card, Qt.Key.Key_Return)


@pytest.mark.parametrize("known", SIGNS, ids=lambda known: known.id)
def test_every_sign_can_be_told(qtbot: QtBot, card: StopCard, known: Sign) -> None:
    press(qtbot, card, "Something felt wrong")
    with qtbot.waitSignal(card.sign_told) as spoken:
        press(qtbot, card, known.words)
    assert spoken.args == [known.id]


def test_back_leads_to_the_three_ways(qtbot: QtBot, card: StopCard) -> None:
    press(qtbot, card, "Something felt wrong")
    press(qtbot, card, "Back")
    assert names(card)[0] == "Go on"


def test_a_red_flag_leaves_no_way_on(card: StopCard) -> None:
    card.advise(sign(SIGNS, "warning"))
    assert names(card) == ["Back to the map"]
    assert "Call your local emergency number." in [label.text() for label in card.findChildren(QLabel)]


def test_tingling_that_stays_is_another_sign(qtbot: QtBot, card: StopCard) -> None:
    card.advise(sign(SIGNS, "tingling"))
    with qtbot.waitSignal(card.sign_told) as spoken:
        press(qtbot, card, "It is still there")
    assert sign(SIGNS, spoken.args[0]).reaction is Reaction.END


def test_pain_offers_lighter_or_without(qtbot: QtBot, card: StopCard) -> None:
    card.advise(sign(SIGNS, "pain"))
    with qtbot.waitSignal(card.lighter_wished):
        press(qtbot, card, "Go on, two levels lighter")
    with qtbot.waitSignal(card.skip_wished):
        press(qtbot, card, "Go on without this step")


def test_long_words_are_broken_into_lines(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font("body"))
    lines = broken("one two three four five six", metrics, 80).split("\n")
    assert len(lines) > 1
    assert " ".join(lines) == "one two three four five six"
    assert all(metrics.horizontalAdvance(line) <= 80 for line in lines)
