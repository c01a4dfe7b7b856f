"""The diary's list, the entry beside it, and what it asks by the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.domain.by_hand import session_by_hand
from desktop.domain.diary import DiaryPage as Page
from desktop.domain.diary import Due, Entry, Kind, day_of, key_of, newest_first
from desktop.domain.records import DailyCheckIn, DayNote
from desktop.domain.session import Event, EventKind, Moment, Rating
from desktop.ui.diary.diary_page import DiaryPage
from desktop.ui.diary.due_strip import DueStrip
from desktop.ui.theme import Theme
from tests.ui.conftest import in_window

AT = datetime(2026, 11, 20, 20, 30, tzinfo=UTC)
GUIDE = load_guide()
LEFT = Place("nape", Side.LEFT)
ALL = frozenset(Kind)


def check_ins(count: int, first: int = 0) -> tuple[Entry, ...]:
    days = (AT - timedelta(days=n) for n in range(first, first + count))
    return tuple(DailyCheckIn(at.date(), at, tension=5) for at in days)


def session(name: str = "s") -> Entry:
    made = session_by_hand(name, GUIDE.routines["RT01"], AT, 200.0, (LEFT,))
    return replace(
        made,
        ratings=(Rating(LEFT, Moment.BEFORE, 7), Rating(LEFT, Moment.NEXT_MORNING, 3)),
        events=(Event(EventKind.STEP_SKIPPED, AT, 1.0, 2),),
        note="On the train",
    )


@pytest.fixture
def page(theme: Theme) -> DiaryPage:
    return DiaryPage(theme, GUIDE)


@pytest.fixture
def window(qtbot: QtBot, page: DiaryPage) -> QWidget:
    return in_window(qtbot, page, 1166, 800)


def test_empty_it_says_how_it_fills(qtbot: QtBot, page: DiaryPage, window: QWidget) -> None:
    page.present(ALL, Page())
    with qtbot.waitSignal(page.add_wanted) as told:
        page._empty.findChildren(type(page.add))[0].click()
    assert told.args == ["check_in"]


@pytest.mark.usefixtures("window")
def test_an_entry_is_shown_whole(page: DiaryPage) -> None:
    page.present(ALL, Page(newest_first((session(), *check_ins(3)))))
    page.list.choose(key_of(session()))
    told = page.pane.told
    assert "before 7, next morning 3" in told.lower()
    assert "Step 2 skipped" in told
    assert "On the train" in told
    assert "left" in told


def test_the_keyboard_goes_past_headings_changes_and_deletes(qtbot: QtBot, page: DiaryPage, window: QWidget) -> None:
    entries = check_ins(3)
    page.present(ALL, Page(entries))
    page.setFocus()
    assert page.list.hasFocus()
    assert page.list.current == entries[0]
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current == page.pane.entry == entries[1]
    with qtbot.waitSignal(page.edit_wanted) as told:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert told.args == [entries[1]]
    with qtbot.waitSignal(page.delete_wanted) as told:
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
    assert told.args == [entries[1]]
    page.present(ALL, Page((entries[0], entries[2])))
    assert page.list.current == entries[2]


def test_earlier_days_are_read_once_the_end_is_near(qtbot: QtBot, page: DiaryPage, window: QWidget) -> None:
    first = check_ins(40)
    page.present(ALL, Page(first, day_of(first[-1])))
    bar = page.list.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    with qtbot.waitSignal(page.wanted) as told:
        bar.setValue(bar.maximum())
    assert told.args == [ALL, day_of(first[-1]), None]
    page.add_page(ALL, Page(check_ins(40, 40)))
    assert len(page.list.rows.entries) == 80
    with qtbot.assertNotEmitted(page.wanted):
        bar.setValue(bar.maximum())


def test_what_was_just_written_down_is_gone_to(qtbot: QtBot, page: DiaryPage, window: QWidget) -> None:
    entries = check_ins(60)
    page.present(ALL, Page(entries[:20], day_of(entries[19])))
    page.filter.set_key(Kind.NOTES)
    page.go_to(entries[50])
    with qtbot.waitSignal(page.wanted) as told:
        page.look()
    assert told.args == [ALL, None, day_of(entries[50])]
    page.present(ALL, Page(entries[:51], day_of(entries[50])))
    assert page.list.current == entries[50]
    assert page.list.viewport().rect().contains(page.list.visualRect(page.list.currentIndex()))
    page.present(ALL, Page(entries[:51], day_of(entries[50])))
    assert page.list.current == entries[50]


def test_narrowed_down_it_shows_only_what_answers_that(qtbot: QtBot, page: DiaryPage, window: QWidget) -> None:
    page.present(ALL, Page(check_ins(2)))
    with qtbot.waitSignal(page.wanted) as told:
        page.filter.button(Kind.NOTES).click()
    notes = frozenset({Kind.NOTES})
    assert told.args == [notes, None, None]
    page.present(ALL, Page(check_ins(2)))
    note = DayNote("n", AT.date(), "Moved house")
    page.present(notes, Page((note,)))
    assert page.list.rows.entries == [note]


def test_ten_years_of_days_are_quick_to_list(page: DiaryPage, window: QWidget, qtbot: QtBot) -> None:
    entries = check_ins(3_650)
    page.present(ALL, Page(entries))
    page.list.choose(key_of(entries[-1]))
    assert page.pane.entry == entries[-1]


def test_one_thing_is_asked_at_a_time(qtbot: QtBot, theme: Theme) -> None:
    strip = DueStrip(theme)
    window = in_window(qtbot, strip)
    done = session()
    strip.present(Due(done, change=True, neck=True))  # type: ignore[arg-type]
    assert strip.asked == "effects"
    with qtbot.waitSignal(strip.nothing_unpleasant) as told:
        strip._no.click()
    assert told.args == [done]
    strip.present(Due(None, change=True, neck=True))
    with qtbot.waitSignal(strip.change_wanted):
        strip._yes.click()
    strip._leave.click()
    assert strip.asked == "neck"
    strip._leave.click()
    assert strip.asked == ""
    assert window.isVisible()
    assert strip.isHidden()
    strip.present(Due(None, change=True, neck=True))
    assert strip.asked == ""
