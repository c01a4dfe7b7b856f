"""Nothing of the safety check is cut off when the text is twice as large."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.screening import Refusal
from desktop.ui.player.breath_ring import BreathRing
from desktop.ui.safety.safety_place import SafetyPlace
from desktop.ui.theme import Theme
from desktop.ui.widgets.tick_box import TickBox
from tests.ui.conftest import in_window


@pytest.fixture
def place(qtbot: QtBot, qapp: QApplication) -> Iterator[SafetyPlace]:
    theme = Theme("light", text_percent=200)
    theme.apply(qapp)
    place = SafetyPlace(theme, load_guide(), load_atlas())
    window = in_window(qtbot, place, 900, 600)
    yield place
    window.close()


def _assert_whole(place: SafetyPlace) -> None:
    labels = [label for label in place.findChildren(QLabel) if label.isVisible() and label.wordWrap()]
    assert labels
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_questions_and_follow_ups(place: SafetyPlace, qtbot: QtBot) -> None:
    place.ask(load_guide().safety.questions, [])
    for button in place.questions.findChildren(QPushButton):
        if button.text().startswith("Yes"):
            button.click()
    qtbot.wait(50)
    _assert_whole(place)
    boxes = [box for box in place.findChildren(TickBox) if box.isVisible()]
    assert any(box.height() > 2 * box.fontMetrics().height() for box in boxes), "no follow-up breaks into lines"
    assert all(box.width() <= place.width() for box in boxes)


def test_the_card(place: SafetyPlace, qtbot: QtBot) -> None:
    place.show_outcome(Refusal("emergency", ("No session today.",), "breathing"))
    qtbot.wait(50)
    _assert_whole(place)


def test_the_buttons_of_what_it_leads_to(place: SafetyPlace, qtbot: QtBot) -> None:
    place.show_outcome(Refusal("", ("Not today.",), "breathing"))
    qtbot.wait(50)
    buttons = [button for button in place.outcome.findChildren(QPushButton) if button.isVisible()]
    assert len(buttons) > 1
    assert all(button.width() >= button.sizeHint().width() for button in buttons)


def test_the_breath_ring_is_seen(place: SafetyPlace, qtbot: QtBot) -> None:
    place.breathe()
    qtbot.wait(50)
    ring = place.breathing.findChild(BreathRing)
    assert ring is not None
    assert ring.width() == ring.height() > 100
    _assert_whole(place)
