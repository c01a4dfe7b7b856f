"""The muscles of what is hovered stand out on the muscle layer and are named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.body import Place, Side
from desktop.domain.guide import Guide
from desktop.ui import words
from desktop.ui.map.map_place import MapPlace
from desktop.ui.map.muscle_lift import Lifted
from desktop.ui.map.region_model import RegionModel
from desktop.ui.theme import Theme

NAPE, CAP = Place("nape", Side.LEFT), Place("shoulder_cap", Side.RIGHT)


@pytest.fixture
def muscles(place: MapPlace) -> MapPlace:
    """The map with the skin taken off."""
    place.set_view("neck_shoulders")
    place.set_muscle(1.0)
    return place


def colour(place: MapPlace, at: Place) -> QColor:
    spot = next(spot for spot in place.body.spots if spot.place == at)
    return place.body.grab().toImage().pixelColor(place.body.camera.transform.map(spot.anchor).toPoint())


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_muscles_of_the_place_keep_their_colour_and_the_others_step_back(
    muscles: MapPlace, theme: Theme, mode: str
) -> None:
    theme.set_mode("dark" if mode == "dark" else "light")
    before = {place: colour(muscles, place).red() - colour(muscles, place).blue() for place in (NAPE, CAP)}
    muscles.point_at(NAPE)
    after = {place: colour(muscles, place).red() - colour(muscles, place).blue() for place in (NAPE, CAP)}
    assert after[NAPE] > 0.85 * before[NAPE]
    assert after[CAP] < 0.6 * before[CAP]


def test_only_the_side_pointed_at_is_lifted(muscles: MapPlace) -> None:
    muscles.point_at(NAPE)
    left, right = (colour(muscles, Place("shoulder_top", side)) for side in (Side.LEFT, Side.RIGHT))
    assert left.saturation() > 1.3 * right.saturation()


def test_the_skin_is_left_as_it_is(place: MapPlace) -> None:
    place.set_view("neck_shoulders")
    before = colour(place, CAP)
    place.point_at(NAPE)
    assert not place.body.lifts
    assert colour(place, CAP) == before


def test_the_keyboard_lifts_as_the_pointer_does_and_letting_go_ends_it(muscles: MapPlace, guide: Guide) -> None:
    muscles.body.setFocus(Qt.FocusReason.TabFocusReason)
    lifted = set()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right) * 4:
        QTest.keyClick(muscles.body, key)
        spot = muscles.body.hovered_spot
        assert spot is not None
        region = guide.regions[spot.place.region] if spot.place else None
        assert muscles.body.lifts == bool(region and (region.muscles or region.deep_muscles))
        lifted.add(muscles.body.lifts)
    assert True in lifted
    muscles.point_at()
    assert not muscles.body.lifts


def test_muscles_rise_gently_and_at_once_where_motion_is_unwanted(
    muscles: MapPlace, theme: Theme, qtbot: QtBot
) -> None:
    rest = colour(muscles, CAP)
    muscles.point_at(NAPE)
    lifted = colour(muscles, CAP)
    muscles.point_at()
    assert colour(muscles, CAP) == rest
    theme.set_reduced_motion(False)
    muscles.point_at(NAPE)
    assert colour(muscles, CAP) != lifted
    qtbot.waitUntil(lambda: colour(muscles, CAP) == lifted, timeout=3000)


def test_zooming_takes_the_lifted_muscles_along(muscles: MapPlace) -> None:
    muscles.point_at(NAPE)
    muscles.body.camera.zoom_about(QPointF(*muscles.body.rect().center().toTuple()), 1.6)
    assert colour(muscles, NAPE).saturation() > 1.3 * colour(muscles, CAP).saturation()


def test_places_together_lift_what_they_have_together(guide: Guide) -> None:
    both = Lifted.of([Place("jaw", Side.LEFT), Place("temple", Side.RIGHT)], guide.regions)
    assert both == Lifted(("masseter", "temporalis"), (), Side.MIDDLE)
    assert both.has("masseter", Side.RIGHT, both.muscles)
    assert Lifted.of([Place("spine_line", Side.MIDDLE)], guide.regions) is None


def test_muscles_are_named_by_both_names_and_those_beneath_say_so(guide: Guide) -> None:
    region = guide.regions["between_blades"]
    lines = words.muscle_lines(region, guide.muscles)
    assert lines[:2] == ["Trapezius, hood of neck and shoulders", "Beneath:"]
    assert len(lines) == 5
    assert words.muscles_said(guide.regions["jaw"], guide.muscles) == "Muscles: Masseter, chewing muscle."
    assert words.muscles_said(guide.regions["spine_line"], guide.muscles) == ""


def test_the_list_describes_a_region_by_its_muscles(place: MapPlace, guide: Guide) -> None:
    model = RegionModel(guide, place.selection)
    index = model.index(model.row("jaw"))
    assert model.data(index, Qt.ItemDataRole.AccessibleDescriptionRole) == "Muscles: Masseter, chewing muscle."
