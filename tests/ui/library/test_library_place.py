"""The library used: searched, narrowed, looked at, begun."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.ui.library.library_place import LibraryPlace
from desktop.ui.library.row_bar import MOST
from desktop.ui.theme import Theme
from desktop.ui.widgets.paragraph import Paragraph
from tests.ui.conftest import in_window


@pytest.fixture
def theme() -> Theme:
    return Theme("light")


@pytest.fixture
def library(qtbot: QtBot, theme: Theme) -> Iterator[LibraryPlace]:
    theme.apply(QApplication.instance())  # type: ignore[arg-type]
    place = LibraryPlace(load_atlas(), load_guide(), theme)
    window = in_window(qtbot, place, 1200, 760)
    yield place
    window.hide()


def shown(place: LibraryPlace) -> list[str]:
    return [tile.entry.routine.id for tile in place.shelf.tiles if not tile.isHidden()]


def test_words_and_choices_narrow_the_shelf_and_let_go_again(library: LibraryPlace) -> None:
    everything = shown(library)
    QTest.keyClicks(library.filter.search, "stone")
    assert shown(library) == ["RT14"]
    library.filter.search.clear()
    library.filter.button("Alone").click()
    library.filter.button("With a tool").click()
    assert set(shown(library)) == {"RT07", "RT16", "RT17"}
    library.filter.button("With a tool").click()
    assert "RT01" in shown(library)
    library.filter.everything.click()
    assert shown(library) == everything


def test_choices_of_a_group_exclude_each_other(library: LibraryPlace) -> None:
    library.filter.button("Head").click()
    library.filter.button("Back").click()
    assert not library.filter.button("Head").isChecked()
    assert "RT09" in shown(library)
    assert "RT03" not in shown(library)


def test_nothing_found_is_said(library: LibraryPlace) -> None:
    QTest.keyClicks(library.filter.search, "nothing at all like this")
    assert shown(library) == []
    QTest.keyClick(library, Qt.Key.Key_Escape)
    assert shown(library)


def test_a_click_shows_a_routine_and_start_begins_it(library: LibraryPlace) -> None:
    tile = next(tile for tile in library.shelf.tiles if tile.entry.routine.id == "RT05")
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(300, 30))
    entry = library.page.entry
    assert entry is not None
    assert entry.routine.id == "RT05"
    spy = QSignalSpy(library.start_requested)
    library.page.start.click()
    routines, places, ratings = spy.at(0)
    assert routines == ("RT05",)
    assert {place.region for place in places} == {"jaw", "temple"}
    assert ratings == ()


def test_a_rating_given_here_goes_along(library: LibraryPlace) -> None:
    library.shelf.pick("RT05")
    spy = QSignalSpy(library.start_requested)
    place = Place("jaw", Side.LEFT)
    library.page.tension.slider(place).set_value(6)
    library.page.start.click()
    assert [(rating.place, rating.value) for rating in spy.at(0)[2]] == [(place, 6)]


def test_several_in_a_row(library: LibraryPlace) -> None:
    spy = QSignalSpy(library.start_requested)
    for routine in ("RT04", "RT06", "RT10"):
        library.shelf.pick(routine)
        library.page.add.click()
    library.row.take_back.click()
    library.row.start.click()
    assert spy.at(0)[0] == ("RT04", "RT06")


def test_a_row_has_an_end(library: LibraryPlace) -> None:
    for tile in library.shelf.tiles[: MOST + 2]:
        library.shelf.pick(tile.entry.routine.id)
        library.page.add.click()
    assert len(library.row.entries) == MOST
    assert not library.page.add.isEnabled()


def test_what_is_pointed_at_moves_and_stops_again(library: LibraryPlace, qtbot: QtBot) -> None:
    tile = library.shelf.tiles[0]
    tile.pointed.emit(True)
    qtbot.waitUntil(lambda: library.shelf.moving, timeout=3000)
    tile.pointed.emit(False)
    assert not library.shelf.moving


def test_every_routine_gets_its_small_picture(library: LibraryPlace, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(tile.has_picture for tile in library.shelf.tiles), timeout=20000)


def _press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_search_arrows_enter_and_start_need_no_pointer(library: LibraryPlace, qtbot: QtBot) -> None:
    library.window().activateWindow()
    library.setFocus(Qt.FocusReason.ShortcutFocusReason)
    qtbot.waitUntil(library.filter.search.hasFocus)
    QTest.keyClicks(library.filter.search, "neck")
    found = shown(library)
    _press(Qt.Key.Key_Down)
    for routine in found[:3]:
        assert library.page.entry is not None
        assert library.page.entry.routine.id == routine
        _press(Qt.Key.Key_Down)
    _press(Qt.Key.Key_Up)
    _press(Qt.Key.Key_Return)
    assert library.page.start.hasFocus()
    spy = QSignalSpy(library.start_requested)
    _press(Qt.Key.Key_Space)
    assert spy.at(0)[0] == (found[2],)


def test_come_by_pointer_nothing_waits_for_typing(library: LibraryPlace, qtbot: QtBot) -> None:
    library.window().activateWindow()
    library.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(library.shelf.tiles[0].hasFocus)
    assert not library.filter.search.hasFocus()


def test_what_is_chosen_is_always_in_sight(library: LibraryPlace) -> None:
    QTest.keyClicks(library.filter.search, "stone")
    assert library.page.entry is not None
    assert library.page.entry.routine.id == "RT14"


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_no_words_are_cut_off(library: LibraryPlace, theme: Theme, qtbot: QtBot, percent: int) -> None:
    theme.set_text_percent(percent)
    library.page.add.click()
    qtbot.wait(50)
    assert library.width() == library.window().width()
    for tile in library.shelf.tiles:
        assert tile.height() >= tile.heightForWidth(tile.width()), tile.accessibleName()
    for button in library.findChildren(QPushButton):
        assert not button.isVisible() or button.width() >= button.sizeHint().width(), button.text()
    for label in library.findChildren(Paragraph):
        assert not label.isVisible() or label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_routine_says_what_is_done_and_where_it_comes_from(library: LibraryPlace) -> None:
    guide = load_guide()
    library.page.show_entry(next(tile.entry for tile in library.shelf.tiles if tile.entry.routine.id == "RT14"))
    said = "\n".join(label.text() for label in library.page.findChildren(Paragraph))
    assert "Kneading – petrissage" in said
    for slug in (*guide.routines["RT14"].sources, *guide.techniques["warm_stone"].sources):
        assert guide.sources.references[slug].what in said
    assert "await a professional's review" in said
