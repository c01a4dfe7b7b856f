"""What the main job does not come by, in both themes: muscles, library, a row for two, pages, settings."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton

from desktop.app import PLAYER, SAFETY
from desktop.domain.body import Place, Side
from desktop.domain.session import State
from desktop.tour.driver import Driver, TourError, click
from desktop.ui.main_window import LIBRARY, MAP, PAGES, SETTINGS
from desktop.ui.pages.pages_place import BREATH
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.safety.safety_place import SafetyPlace

_MUSCLES_OF = Place("nape", Side.LEFT)
_LEFT_ALONE = Place("occiput", Side.RIGHT)
_MARKING = "skin"
"""The answer that asks for places to be left alone."""
_SEARCH = "shoulder"
_ROW = ("RT13", "RT18")
"""For two; with a step on the hand and steps that have no place on the body."""
_VIEWS = ("hand", "pose")
_INTO_STEP = 0.6
"""Real seconds, at `_SPEED` guide seconds each."""
_SPEED = 10.0


class Visits:
    """One place after the other. `run` raises TourError where one does not come."""

    def __init__(self, driver: Driver) -> None:
        self._driver, self._app = driver, driver.app

    def run(self) -> None:
        self._see_muscles()
        self._use_library()
        self._answer_for_two()
        self._mark_place()
        self._see_steps()
        self._read()

    def _see_muscles(self) -> None:
        map_ = self._app.map
        self._go_to(MAP)
        map_.set_muscle(1.0)
        self._driver.point_at(map_.body, _MUSCLES_OF)
        self._driver.both("muscles_of_a_place")
        map_.set_muscle(0.0)

    def _use_library(self) -> None:
        self._go_to(LIBRARY)
        library = self._app.library
        if library is None:
            raise TourError("the library was not made")
        self._driver.both("library", lambda: library.shelf.drawn)
        library.filter.search.setText(_SEARCH)
        self._driver.both("library_search", lambda: library.shelf.drawn)
        for routine in _ROW:
            library.shelf.pick(routine)
            self._driver.pause(0.3)
            self._driver.press(library.page.add)
        self._driver.both("library_row", lambda: library.shelf.drawn)
        self._driver.press(library.row.start)

    def _answer_for_two(self) -> None:
        self._driver.wait(lambda: self._app.window.shown == SAFETY, "the safety check for two")
        questions = self._safety().questions
        if questions.consent is None:
            raise TourError("two people were not asked for their consent")
        for box in questions.consent.boxes:
            box.click()
        self._driver.both("consent")
        for card in questions.cards:
            marking = any(option.id == _MARKING for option in card.question.options)
            self._driver.press_named(card, "Yes" if marking else "No")
            if marking:
                card.tick(_MARKING)
        self._driver.press_named(questions, "Continue")

    def _mark_place(self) -> None:
        safety = self._safety()
        places = safety.places
        self._driver.wait(places.isVisible, "the places to be left alone")
        self._driver.pause(0.4)
        click(places.body, self._driver.point_at(places.body, _LEFT_ALONE))
        self._driver.pause(0.4)
        self._driver.both("left_alone")
        self._driver.press(places.done)
        self._driver.wait(safety.outcome.isVisible, "what the answers lead to")
        self._driver.both("outcome")
        self._driver.press_named(safety.outcome, "Start")

    def _see_steps(self) -> None:
        self._driver.wait(lambda: self._app.window.shown == PLAYER, "the row for two")
        player = self._app.player
        if player is None:
            raise TourError("the player was not made")
        for view in _VIEWS:
            self._see_step(player, view)
        player.request_close()
        self._driver.press_named(player.card, "End here")
        self._driver.wait(lambda: player.state is State.STOPPED, "the end of the row")
        self._driver.press_named(player.rating, "Done")
        self._driver.wait(lambda: self._app.window.shown == MAP, "the map after the row")

    def _see_step(self, player: PlayerPlace, view: str) -> None:
        index = next((i for i, step in enumerate(player.steps) if step.view == view), None)
        if index is None:
            raise TourError(f"no step of the row shows the view {view!r}")
        player.guide.bar.chosen.emit(index)
        player.clock.set_speed(_SPEED)
        self._driver.pause(_INTO_STEP)
        player.clock.set_speed(1.0)
        self._driver.both(f"player_{view}")

    def _read(self) -> None:
        self._go_to(PAGES)
        pages = self._app.pages
        if pages is None:
            raise TourError("the pages were not made")
        self._driver.both("pages")
        pages.show_page(BREATH)
        self._driver.press(pages.breathe)
        self._driver.wait(self._safety().breathing.isVisible, "the breathing page")
        self._driver.pause(1.0)
        self._driver.both("breathing")
        self._go_to(SETTINGS)
        self._see_settings()

    def _see_settings(self) -> None:
        """In both themes as somebody sets them there; the one of before comes last and is kept."""
        settings, before = self._app.desk.settings, self._app.theme.mode
        if settings is None:
            raise TourError("the settings were not made")
        for theme in sorted(("light", "dark"), key=before.__eq__):
            self._driver.press_named(settings, theme.capitalize())
            self._driver.pause(0.15)
            self._driver.picture(f"settings_{theme}")

    def _go_to(self, place: str) -> None:
        button: QAbstractButton = self._app.window.rail.button(place)
        self._driver.press(button)
        self._driver.wait(lambda: self._app.window.shown == place, place)

    def _safety(self) -> SafetyPlace:
        if self._app.safety is None:
            raise TourError("the safety check was not made")
        return self._app.safety
