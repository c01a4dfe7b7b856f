"""Two bodies, left and right, and the neck: what is coloured is where it was, and everything can be read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QPushButton, QSlider
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.domain.where import BodySlice, PlaceFelt
from desktop.ui.progress.body_card import BodyCard
from desktop.ui.progress.body_heat import BodyHeat
from desktop.ui.progress.heat import MINUTES, TENSION
from desktop.ui.progress.neck_card import NeckCard
from desktop.ui.progress.neck_chart import NeckChart
from desktop.ui.progress.sides_chart import SidesChart
from desktop.ui.progress.time_slider import TimeSlider
from desktop.ui.progress.where_page import WherePage
from desktop.ui.theme import Theme
from tests.ui.progress.conftest import Show, part
from tests.ui.progress.samples import where

LEFT, RIGHT = Place("nape", Side.LEFT), Place("nape", Side.RIGHT)
VIEWS = load_atlas().views


@pytest.fixture
def page(theme: Theme, shown: Show) -> WherePage:
    made = WherePage(theme, load_atlas(), load_guide())
    shown(made, 1100, 1500)
    made.present(where(neck=3))
    return made


def card(page: WherePage) -> BodyCard:
    return part(page, BodyCard)


def mark_of(body: BodyHeat, place: Place) -> int:
    return next(mark for mark in range(body.count) if body.spot(mark).place == place)


def colour_at(body: BodyHeat, place: Place) -> QColor:
    """The colour a place has on the screen, beside the number that may be written in its middle."""
    middle = body.place_of(mark_of(body, place)).toPoint()
    return body.grab().toImage().pixelColor(middle + QPoint(0, -14))


def test_the_left_is_where_it_says_left_in_every_view(page: WherePage) -> None:
    """The picture's left is the person's left from behind and the person's right from the front."""
    bodies = card(page)
    bodies.show_view("neck_shoulders")
    body = bodies.minutes
    left, right = (body.place_of(mark_of(body, place)).x() for place in (LEFT, RIGHT))
    assert left < right
    labels = load_atlas().chart("neck_shoulders").labels
    assert labels[Side.LEFT].x < labels[Side.RIGHT].x
    face = load_atlas().chart("face").labels
    assert face[Side.LEFT].x > face[Side.RIGHT].x


def test_more_is_deeper_and_left_stays_left(page: WherePage, theme: Theme) -> None:
    bodies = card(page)
    bodies.show_view("neck_shoulders")
    scale = MINUTES[False]
    assert [bodies.minutes.colour_of(place) for place in (LEFT, RIGHT)] == [scale[4], scale[2]]
    assert [bodies.tension.colour_of(place) for place in (LEFT, RIGHT)] == [TENSION[False][3], TENSION[False][1]]
    assert bodies.tension.colour_of(Place("crown", Side.LEFT)) is None
    assert colour_at(bodies.minutes, LEFT) == scale[4]
    assert colour_at(bodies.minutes, RIGHT) == scale[2]
    theme.set_mode("dark")
    assert colour_at(bodies.minutes, LEFT) == MINUTES[True][4]


@pytest.mark.parametrize("ramp", [MINUTES, TENSION])
def test_the_steps_differ_in_lightness(ramp: dict[bool, tuple[QColor, ...]]) -> None:
    for dark, colours in ramp.items():
        lightness = [colour.lightnessF() for colour in colours]
        assert lightness == sorted(lightness, reverse=not dark)
        assert all(abs(a - b) > 0.05 for a, b in pairwise(lightness))


def test_only_views_that_show_something_are_offered(page: WherePage) -> None:
    bodies = card(page)
    offered = {view for view in VIEWS if bodies._strip.button(view).isVisible()}
    assert bodies.view in offered
    assert "neck_shoulders" in offered
    assert "throat_chest" not in offered


def test_pointer_and_keys_read_place_side_minutes_and_median(page: WherePage, qtbot: QtBot) -> None:
    bodies = card(page)
    bodies.show_view("neck_shoulders")
    body = bodies.tension
    QTest.mouseMove(body, body.place_of(mark_of(body, LEFT)).toPoint())
    assert body.accessibleDescription() == "Back of the neck, left, 24 min, Median tension 7 (6 ratings)"
    QTest.keyClick(body, Qt.Key.Key_Right)
    assert body.accessibleDescription() == "Back of the neck, right, 12 min, Median tension 3 (3 ratings)"
    QTest.keyClick(body, Qt.Key.Key_Escape)
    assert body.picked is None
    QTest.keyClick(body, Qt.Key.Key_Home)
    assert body.picked == 0


def test_the_slider_goes_through_the_weeks(page: WherePage, qtbot: QtBot) -> None:
    bodies = card(page)
    slider = part(bodies.time, QSlider)
    assert bodies.laid[LEFT].seconds == 3 * 480
    QTest.keyClick(slider, Qt.Key.Key_End)
    assert (bodies.time.index, bodies.laid[LEFT].seconds) == (2, 480)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert bodies.time.index == 1
    assert any(row[0] == "Back of the neck" and row[2] == "8" for row in bodies.table.rows)
    assert part(page, SidesChart).reading(0)[1] == "Left: 8 min, median tension 7 (2 ratings)"
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    assert bodies.time.index is None


def test_playing_stops_at_the_end_and_when_hidden(theme: Theme, shown: Show, qtbot: QtBot) -> None:
    times = TimeSlider(theme)
    shown(times)
    times.present(["one", "two", "three"], "week")
    moved = QSignalSpy(times.moved)
    times._timer.setInterval(1)
    QTest.keyClick(part(times, QSlider), Qt.Key.Key_Space)
    assert times.playing
    qtbot.waitUntil(lambda: not times.playing)
    assert (times.index, moved.count()) == (2, 3)
    times.play()
    times.hide()
    assert not times.playing


def test_one_week_alone_needs_no_slider(page: WherePage) -> None:
    page.present(where(slices=1))
    assert not card(page).time.isVisible()


def test_left_and_right_as_bars(page: WherePage) -> None:
    chart = part(page, SidesChart)
    assert chart.count == 2
    left, right = chart.bar(0, left=True), chart.bar(0, left=False)
    assert left.width() == pytest.approx(2 * right.width())
    assert left.right() < chart.width() / 2 < right.left()
    QTest.keyClick(chart, Qt.Key.Key_Down)
    assert chart.accessibleDescription() == (
        "Back of the neck, Left: 24 min, median tension 7 (6 ratings), Right: 12 min, median tension 3 (3 ratings), "
        "Left 12 min more; left 4 points tenser"
    )
    chart.set_measure("tension")
    assert chart.bar(0, left=True).width() == pytest.approx(chart.bar(0, left=False).width() * 7 / 3)


def test_nothing_in_this_time_is_said(page: WherePage) -> None:
    empty = where()
    page.present(replace(empty, slices=tuple(BodySlice(each.start) for each in empty.slices)))
    assert not card(page).minutes.isVisible()
    assert part(page, SidesChart).count == 0


def test_the_neck_has_a_band_for_turning_only(page: WherePage, qtbot: QtBot) -> None:
    turning_left, turning_right, bending, chin = page.findChildren(NeckChart)
    assert turning_left._marks.band == (46, 74)
    assert turning_right._marks.band == (61, 89)
    assert bending._marks.band is None
    assert chin.count == 0
    QTest.keyClick(turning_left, Qt.Key.Key_Right)
    assert turning_left.accessibleDescription() == "20 Nov 2026, Turning left: 60 degrees"
    assert bending.reading(0)[1:] == ("Ear to left shoulder: 3 fingers", "Ear to right shoulder: 4 fingers")


def test_without_a_neck_check_one_can_be_asked_for(page: WherePage, qtbot: QtBot) -> None:
    page.present(where(neck=0))
    neck = part(page, NeckCard)
    button = next(b for b in neck.findChildren(QPushButton) if b.text() == "Check the neck now")
    with qtbot.waitSignal(page.neck_check_wanted):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_places_that_were_only_rated_are_shown_too(page: WherePage) -> None:
    empty = where()
    rated = {Place("temple", Side.LEFT): PlaceFelt(0.0, where().slices[0].places[LEFT].tension)}
    page.present(replace(empty, slices=(BodySlice(empty.slices[0].start, rated),)))
    bodies = card(page)
    assert bodies.minutes.colour_of(Place("temple", Side.LEFT)) is None
    assert bodies.tension.colour_of(Place("temple", Side.LEFT)) is not None
    assert bodies.view in ("head_left", "face", "head_back")
