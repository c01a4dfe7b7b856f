"""The place: invitation, grey shapes, charts; heavy imports only when a chart is really needed."""

from __future__ import annotations

import gc
import subprocess
import sys
import weakref
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.look_back import Section
from desktop.domain.span import Span
from desktop.ui.progress.doing_page import DoingPage
from desktop.ui.progress.feeling_page import FeelingPage
from desktop.ui.progress.invitation import Invitation
from desktop.ui.progress.progress_place import ProgressPlace
from desktop.ui.progress.skeleton import Skeleton
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show
from tests.ui.progress.samples import doing, feeling


@pytest.fixture
def place(theme: Theme, shown: Show) -> ProgressPlace:
    made = ProgressPlace(theme, load_atlas(), load_guide())
    shown(made, 1200, 800)
    return made


def seen(place: ProgressPlace) -> str:
    return next(
        kind.__name__
        for kind in (Skeleton, Invitation, DoingPage, FeelingPage)
        for widget in place.findChildren(kind)
        if widget.isVisible()
    )


def test_grey_shapes_come_first_then_the_charts(place: ProgressPlace, qtbot: QtBot) -> None:
    assert seen(place) == "Skeleton"
    place.present(Section.DOING, doing(3))
    assert seen(place) == "Skeleton"
    qtbot.waitUntil(partial(has_charts, place), timeout=20_000)
    place.present(Section.DOING, doing(0))
    assert seen(place) == "Invitation"
    place.present(Section.DOING, doing(30))
    assert seen(place) == "DoingPage"


def test_before_the_first_session_it_invites(place: ProgressPlace, qtbot: QtBot) -> None:
    place.present(Section.DOING, doing(0))
    assert seen(place) == "Invitation"
    assert not any(b.isVisible() for b in place.findChildren(QPushButton) if b.property("role") == "segment")
    (button,) = (b for b in place.findChildren(QPushButton) if b.isVisible() and b.property("role") == "primary")
    with qtbot.waitSignal(place.map_wanted):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_another_span_is_asked_for(place: ProgressPlace, qtbot: QtBot) -> None:
    place.present(Section.DOING, doing(3))
    button = next(b for b in place.findChildren(QPushButton) if b.text() == "Year")
    with qtbot.waitSignal(place.wanted) as told:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told.args == [Section.DOING, Span(365)]


def test_each_question_asks_for_its_own_findings(place: ProgressPlace, qtbot: QtBot) -> None:
    place.present(Section.DOING, doing(3))
    qtbot.waitUntil(partial(has_charts, place), timeout=20_000)
    with qtbot.waitSignal(place.wanted) as told:
        place.choose(Section.FEELING)
    assert told.args == [Section.FEELING, Span(28)]
    assert seen(place) == "Skeleton"
    place.present(Section.FEELING, feeling(3))
    assert seen(place) == "FeelingPage"
    assert place.charted == feeling(3)
    place.present(Section.DOING, doing(5))
    assert seen(place) == "FeelingPage"


def test_a_place_that_goes_while_it_fetches_is_no_trouble(theme: Theme, qtbot: QtBot) -> None:
    place = ProgressPlace(theme, load_atlas(), load_guide())
    place.present(Section.DOING, doing(3))
    place.grab()
    delete(place)
    qtbot.wait(50)


def test_nothing_keeps_a_closed_place_alive(theme: Theme, qtbot: QtBot) -> None:
    gone = look_and_leave(theme, qtbot)
    gc.collect()
    assert [reference() for reference in gone] == [None, None]


def look_and_leave(theme: Theme, qtbot: QtBot) -> list[weakref.ref[QWidget]]:
    window = QWidget()
    place = ProgressPlace(theme, load_atlas(), load_guide(), window)
    place.resize(600, 400)
    window.show()
    place.present(Section.DOING, doing(8))
    qtbot.waitUntil(partial(has_charts, place), timeout=20_000)
    found = [weakref.ref[QWidget](place), weakref.ref[QWidget](place.findChildren(DoingPage)[0])]
    window.close()
    delete(window)
    return found


def delete(widget: QWidget) -> None:
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def has_charts(place: ProgressPlace) -> bool:
    return seen(place) == "DoingPage"


def test_the_place_itself_is_light() -> None:
    code = (
        "import sys, desktop.ui.progress.progress_place;"
        "sys.exit(any(m in sys.modules for m in ('pyqtgraph', 'numpy', 'sqlalchemy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
