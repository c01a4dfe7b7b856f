from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.domain.guide import Guide
from desktop.domain.session import Moment, Rating
from desktop.ui.player.rating_page import RatingPage
from desktop.ui.theme import Theme
from desktop.ui.widgets.tension_slider import TensionSlider
from tests.ui.conftest import in_window
from tests.ui.player.conftest import PLACES


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, guide: Guide) -> Iterator[RatingPage]:
    page = RatingPage(theme, guide.regions, guide.pages["after"].lines)
    window = in_window(qtbot, page)
    page.open(PLACES, finished=True)
    yield page
    window.close()


def sliders(page: RatingPage) -> list[TensionSlider]:
    return [slider for slider in page.findChildren(TensionSlider) if slider.isVisible()]


def test_what_was_not_touched_is_not_rated(qtbot: QtBot, page: RatingPage) -> None:
    qtbot.waitUntil(lambda: len(sliders(page)) == 2)
    qtbot.keyClick(sliders(page)[1], Qt.Key.Key_4)
    with qtbot.waitSignal(page.done) as done:
        qtbot.mouseClick(page.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done.args == [(Rating(PLACES[1], Moment.AFTER, 4),), ""]


def test_the_note_goes_along(qtbot: QtBot, page: RatingPage) -> None:
    note = page.findChild(QLineEdit)
    assert note is not None
    qtbot.keyClicks(note, "  softer now ")
    with qtbot.waitSignal(page.done) as done:
        qtbot.keyClick(note, Qt.Key.Key_Return)
    assert done.args == [(), "softer now"]


def test_every_slider_has_all_its_height(qtbot: QtBot, page: RatingPage) -> None:
    qtbot.waitUntil(lambda: all(slider.height() >= slider.sizeHint().height() for slider in sliders(page)))


def test_what_is_good_now_is_told_only_where_there_was_no_rest(qtbot: QtBot, page: RatingPage) -> None:
    told = [label for label in page.findChildren(QLabel) if label.text().startswith("Stay warm")]
    assert [label.isVisible() for label in told] == [False]
    page.open(PLACES, finished=False)
    qtbot.waitUntil(told[0].isVisible)


def test_opening_again_starts_unanswered(qtbot: QtBot, page: RatingPage) -> None:
    qtbot.keyClick(sliders(page)[0], Qt.Key.Key_7)
    page.open(PLACES[:1], finished=False)
    assert page.ratings == ()
    qtbot.waitUntil(lambda: len(sliders(page)) == 1)
