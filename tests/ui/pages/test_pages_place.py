"""Every page of the guide can be read."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.ui.pages.pages_place import BREATH, PagesPlace
from desktop.ui.theme import Theme
from tests.ui.conftest import in_window


@pytest.fixture
def place(qtbot: QtBot, qapp: QApplication) -> Iterator[PagesPlace]:
    theme = Theme("light")
    theme.apply(qapp)
    place = PagesPlace(load_guide(), theme)
    window = in_window(qtbot, place, 1100, 700)
    yield place
    window.hide()


def test_every_page_is_listed_and_told_in_full(place: PagesPlace) -> None:
    buttons = {button.text(): button for button in place.findChildren(QPushButton)}
    for page in load_guide().pages.values():
        buttons[page.title].click()
        assert place.told.startswith(page.title)
        assert all(line in place.told for line in page.lines)


def test_breathing_is_offered_where_breath_is_explained_and_only_there(place: PagesPlace) -> None:
    assert not place.breathe.isVisible()
    place.show_page(BREATH)
    spy = QSignalSpy(place.breathing_wished)
    place.breathe.click()
    assert spy.count() == 1


def test_the_cards_and_what_awaits_review_can_be_read_at_any_time(place: PagesPlace) -> None:
    guide = load_guide()
    place.show_page("help")
    assert all(line in place.told for card in guide.safety.cards.values() for line in (card.title, *card.lines))
    place.show_page("sources")
    assert all(line in place.told for line in guide.sources.awaiting_review)
    assert all(reference.what in place.told for reference in guide.sources.references.values())


def test_a_hidden_page_is_not_listed_and_not_shown(place: PagesPlace) -> None:
    aroma = next(b for b in place.findChildren(QPushButton) if b.text() == load_guide().pages["aroma"].title)
    aroma.click()
    place.hide_pages({"aroma"})
    assert not aroma.isVisible()
    assert load_guide().pages["aroma"].title not in place.told
    place.hide_pages(())
    assert aroma.isVisible()
