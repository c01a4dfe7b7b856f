"""The card that asks again: what is touched is given, what is not stays unanswered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.domain.later import LaterQuestion
from desktop.domain.session import Moment, Rating
from desktop.ui.map.later_card import LaterCard
from desktop.ui.theme import Theme
from tests.ui.conftest import in_window

LEFT, RIGHT = Place("occiput", Side.LEFT), Place("occiput", Side.RIGHT)
QUESTION = LaterQuestion("one", "Back-of-head ease", Moment.PLUS_HOUR, (LEFT, RIGHT))


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> Iterator[LaterCard]:
    host = QWidget()
    window = in_window(qtbot, host)
    card = LaterCard(host, theme, load_guide().regions)
    card.ask(QUESTION)
    yield card
    window.close()


def press(qtbot: QtBot, card: LaterCard, text: str) -> None:
    button = next(button for button in card.findChildren(QPushButton) if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_was_touched_is_kept(qtbot: QtBot, card: LaterCard) -> None:
    card.slider(RIGHT).set_value(3)
    with qtbot.waitSignal(card.rated) as rated:
        press(qtbot, card, "Keep")
    assert rated.args == ["one", (Rating(RIGHT, Moment.PLUS_HOUR, 3),)]
    assert not card.isVisible()


@pytest.mark.parametrize("button", ["Keep", "Not now"])
def test_unanswered_stays_unanswered(qtbot: QtBot, card: LaterCard, button: str) -> None:
    rated = QSignalSpy(card.rated)
    press(qtbot, card, button)
    assert (rated.count(), card.isVisible()) == (0, False)


def test_many_places_scroll_within_the_window(card: LaterCard) -> None:
    regions = ("occiput", "nape", "temple", "jaw", "crown")
    places = tuple(Place(region, side) for region in regions for side in (Side.LEFT, Side.RIGHT))
    card.ask(LaterQuestion("one", "Everything", Moment.NEXT_MORNING, places))
    host = card.parentWidget()
    assert host is not None
    assert host.rect().contains(card.geometry())
    card.slider(places[-1]).set_value(2)


def test_it_lies_within_its_host_and_says_what_it_asks(card: LaterCard) -> None:
    host = card.parentWidget()
    assert host is not None
    assert host.rect().contains(card.geometry())
    assert card.accessibleName() == "How is it an hour later? After Back-of-head ease."
