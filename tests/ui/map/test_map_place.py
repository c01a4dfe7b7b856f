"""Choosing places with pointer, keys and list, and what the map then says."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.body import Place, Side
from desktop.domain.chart import Point
from desktop.domain.guide import Guide
from desktop.domain.session import Moment, Rating
from desktop.ui.map.map_place import MapPlace
from desktop.ui.map.region_model import SLUG
from desktop.ui.theme import Theme

LEFT, RIGHT = Place("occiput", Side.LEFT), Place("occiput", Side.RIGHT)
CONTROL = Qt.KeyboardModifier.ControlModifier


def where(place: MapPlace, wanted: Place) -> QPoint:
    """The widget position of a place's anchor."""
    spot = next(spot for spot in place.body.spots if spot.place == wanted)
    return place.body.camera.transform.map(spot.anchor).toPoint()


def click(place: MapPlace, wanted: Place, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(place.body, Qt.MouseButton.LeftButton, modifiers, where(place, wanted))


def test_a_click_chooses_and_the_card_comes_in(place: MapPlace, guide: Guide) -> None:
    click(place, LEFT)
    assert place.selection.places == (LEFT,)
    assert place.card.isVisible()
    assert place.card.geometry().right() < place.width()
    assert place.card.routines.routine is not None
    assert place.card.routines.routine.id == "RT01"
    assert place.card.start.text() == "Start · 8 min"


def test_the_card_says_where_it_comes_from_and_what_awaits_review(place: MapPlace, guide: Guide) -> None:
    place.select((Place("shoulder_top", Side.LEFT),))
    said = place.card.sources.text()
    assert all(guide.sources.references[slug].what in said for slug in guide.regions["shoulder_top"].sources)
    assert "awaits a professional's review" in said


def test_every_place_of_every_view_answers_a_click_on_its_anchor(place: MapPlace) -> None:
    for view in place.column.views.views:
        place.set_view(view)
        for spot in place.body.spots:
            place.selection.clear()
            at = place.body.camera.transform.map(spot.anchor).toPoint()
            QTest.mouseClick(place.body, Qt.MouseButton.LeftButton, pos=at)
            if spot.no_press:
                assert place.selection.refused is not None, spot.full_name
                assert place.selection.refused.reason == spot.no_press
            else:
                assert place.selection.places == (spot.place,), spot.full_name


def test_ctrl_click_adds_and_takes_away(place: MapPlace) -> None:
    click(place, LEFT)
    click(place, RIGHT, CONTROL)
    assert list(place.selection.places) == [LEFT, RIGHT]
    click(place, LEFT, CONTROL)
    assert list(place.selection.places) == [RIGHT]


def test_hovering_names_the_place_before_any_click(place: MapPlace, qtbot: QtBot) -> None:
    QTest.mouseMove(place.body, where(place, LEFT))
    qtbot.waitUntil(lambda: place.body.hovered_spot is not None and place.body.hovered_spot.place == LEFT)
    assert place.selection.places == ()


def test_escape_lets_the_choice_go_and_the_card_leaves(place: MapPlace) -> None:
    click(place, LEFT)
    QTest.keyClick(place.body, Qt.Key.Key_Escape)
    assert place.selection.places == ()
    assert not place.card.isVisible()


def test_the_side_switch_works_on_the_other_side_and_on_both(place: MapPlace) -> None:
    click(place, LEFT)
    place.card.sides.button("both").click()
    assert list(place.selection.places) == [LEFT, RIGHT]
    place.card.sides.button("right").click()
    assert list(place.selection.places) == [RIGHT]


def test_start_hands_over_routine_places_and_only_the_answers_given(place: MapPlace, qtbot: QtBot) -> None:
    place.select([LEFT, RIGHT])
    place.card.tension.slider(RIGHT).set_value(7)
    with qtbot.waitSignal(place.start_requested) as started:
        place.card.start.click()
    assert started.args == ["RT01", (LEFT, RIGHT), (Rating(RIGHT, Moment.BEFORE, 7),)]


def test_an_answer_is_forgotten_with_the_choice(place: MapPlace) -> None:
    place.select([LEFT])
    place.card.tension.slider(LEFT).set_value(7)
    place.begin_anew()
    place.select([LEFT])
    assert place.card.tension.slider(LEFT).value is None


def test_a_no_press_place_says_why_and_offers_the_nearest_with_a_routine(place: MapPlace, guide: Guide) -> None:
    place.select([Place("spine_line", Side.MIDDLE)])
    assert place.selection.places == ()
    assert place.card.refusal.reason == guide.regions["spine_line"].no_press
    assert not place.card.start.isVisible()
    assert place.card.refusal.nearest
    place.card.refusal.take_nearest()
    assert guide.routines_for(place.selection.regions[0])


def test_a_place_without_a_routine_offers_one_that_has(place: MapPlace, guide: Guide) -> None:
    lonely = next(
        slug for slug, region in guide.regions.items() if not guide.routines_for(slug) and not region.no_press
    )
    place.column.list.chosen.emit(lonely, False)
    assert place.card.refusal.isVisible()
    assert not place.card.start.isVisible()


def test_a_locked_region_is_let_go_and_says_why(place: MapPlace) -> None:
    click(place, LEFT)
    place.set_locked({"occiput": "Because of your answers."})
    assert place.selection.places == ()
    click(place, LEFT)
    assert place.selection.refused is not None
    assert place.card.refusal.reason == "Because of your answers."


def test_number_keys_change_the_view(place: MapPlace, qtbot: QtBot) -> None:
    views = place.column.views.views
    with qtbot.waitSignal(place.view_changed) as changed:
        QTest.keyClick(place.body, Qt.Key.Key_3)
    assert changed.args == [views[2]]
    assert place.column.views.button(views[2]).isChecked()


def test_a_number_key_on_the_tension_scale_rates_and_leaves_the_view(place: MapPlace) -> None:
    place.select([LEFT])
    view = place.view
    QTest.keyClick(place.card.tension.slider(LEFT), Qt.Key.Key_3)
    assert place.card.tension.slider(LEFT).value == 3
    assert place.view == view


def test_arrow_keys_move_the_light_and_enter_chooses(place: MapPlace) -> None:
    place.column.tabs.button("views").setFocus(Qt.FocusReason.TabFocusReason)
    place.body.setFocus(Qt.FocusReason.TabFocusReason)
    first = place.body.hovered_spot
    assert first is not None
    QTest.keyClick(place.body, Qt.Key.Key_Down)
    QTest.keyClick(place.body, Qt.Key.Key_Right)
    assert place.body.hovered_spot is not first
    place.point_at(LEFT)
    QTest.keyClick(place.body, Qt.Key.Key_Return)
    assert place.selection.places == (LEFT,)


def test_the_list_mirrors_the_map_both_ways(place: MapPlace) -> None:
    place.column.show_list()
    listed = place.column.list.list
    click(place, LEFT)
    assert listed.currentIndex().data(SLUG) == "occiput"
    place.column.list.search.setText("clench")
    assert listed.model().rowCount() >= 1
    place.column.list.search.setText("jaw muscle")
    QTest.keyClick(place.column.list.search, Qt.Key.Key_Return)
    assert place.selection.regions == ("jaw",)
    assert any(spot.place in place.selection.places for spot in place.body.spots), "the view did not follow"


def test_a_search_that_finds_nothing_says_so(place: MapPlace) -> None:
    place.column.show_list()
    place.column.list.search.setText("elbow grease")
    assert place.column.list.says_nothing_found


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_L, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F, CONTROL)]
)
def test_a_key_opens_the_list_ready_to_search(place: MapPlace, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    QTest.keyClick(place.body, key, modifiers)
    assert place.column.shows_list
    assert QApplication.focusWidget() is place.column.list.search
    QTest.keyClick(place.column.list.search, Qt.Key.Key_Escape)
    assert not place.column.shows_list


def test_dragging_moves_the_body_and_chooses_nothing(place: MapPlace) -> None:
    place.body.zoom(2.0)
    before, start = place.body.camera.origin, where(place, LEFT)
    QTest.mousePress(place.body, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(place.body, start + QPoint(0, 30))
    QTest.mouseMove(place.body, start + QPoint(0, 60))
    QTest.mouseRelease(place.body, Qt.MouseButton.LeftButton, pos=start + QPoint(0, 60))
    assert place.body.camera.origin.y() != pytest.approx(before.y())
    assert place.selection.places == ()


def test_zooming_keeps_what_is_under_the_pointer(place: MapPlace) -> None:
    at = QPointF(where(place, LEFT))
    before = place.body.camera.to_picture(at)
    place.body.camera.zoom_about(at, 1.8)
    after = place.body.camera.to_picture(at)
    assert (after.x, after.y) == pytest.approx((before.x, before.y), abs=0.5)
    place.body.fit()
    assert place.body.camera.fitted


def test_the_muscle_slider_is_shut_with_a_reason_where_there_are_none(place: MapPlace) -> None:
    for view in place.column.views.views:
        place.set_view(view)
        slider = place.column.layer.slider
        assert slider.isEnabled() == place.body.has_muscle()
        assert slider.toolTip()


def test_hidden_views_keep_still(place: MapPlace, qtbot: QtBot) -> None:
    place.hide()
    place.set_view("face")
    place.select([Place("jaw", Side.LEFT)])
    assert place.card.x() < place.width(), "a hidden map does not glide"


def test_who_chooses_by_key_goes_on_in_the_card_and_comes_back(place: MapPlace) -> None:
    place.body.setFocus(Qt.FocusReason.TabFocusReason)
    place.point_at(LEFT)
    QTest.keyClick(place.body, Qt.Key.Key_Return)
    scale = place.card.tension.slider(LEFT)
    assert QApplication.focusWidget() is scale
    QTest.keyClick(scale, Qt.Key.Key_6)
    assert place.card.tension.ratings == (Rating(LEFT, Moment.BEFORE, 6),)
    QTest.keyClick(scale, Qt.Key.Key_Escape)
    assert place.selection.places == ()
    assert QApplication.focusWidget() is place.body


def test_a_view_fades_over_and_the_old_one_is_let_go(place: MapPlace, theme: Theme, qtbot: QtBot) -> None:
    theme.set_reduced_motion(False)
    place.set_view("face")
    assert place.body.is_fading
    qtbot.waitUntil(lambda: not place.body.is_fading, timeout=3000)


def test_half_way_to_the_muscles_the_body_stays_solid(place: MapPlace) -> None:
    place.set_view("neck_shoulders")
    colours = []
    for share in (0.0, 0.5, 1.0):
        place.set_muscle(share)
        at = place.body.camera.to_widget(Point(*shoulder(place)))
        colours.append(place.body.grab().toImage().pixelColor(at.toPoint()))
    skin, both, muscle = (colour.red() + colour.green() + colour.blue() for colour in colours)
    assert both == pytest.approx((skin + muscle) / 2, abs=24)


def shoulder(place: MapPlace) -> tuple[float, float]:
    spot = next(spot for spot in place.body.spots if spot.place == Place("shoulder_top", Side.LEFT))
    return spot.anchor.x(), spot.anchor.y()


def test_a_zoomed_body_does_not_lie_below_the_invitation(place: MapPlace) -> None:
    place.body.zoom(2.0)
    assert not place.invites
    place.body.fit()
    assert place.invites


def test_the_nearest_place_with_a_routine_is_near(place: MapPlace) -> None:
    place.select([Place("sternomastoid", Side.LEFT)])
    assert place.card.refusal.nearest in {"neck_side", "under_jaw", "collarbone_hollow"}
