"""Two people on one machine: what is one's own never mixes, and a massage is of whoever received it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import SAFETY, Unknot
from desktop.data_folder import DataFolder
from desktop.db.repository import Repository, open_repository
from desktop.desks.household import Household
from desktop.domain.body import Place, Side
from desktop.domain.profile import FIRST_PROFILE
from desktop.domain.session import GUEST, SELF, Moment, Rating, SessionRecord, State
from desktop.preferences import Preferences, load_preferences, save_preferences
from desktop.ui.main_window import LIBRARY, MAP, PROGRESS, SETTINGS
from tests.flow.conftest import Opener, answer, begin, player_of, press, press_named

ANNA = 2
NAPE = Place("nape", Side.LEFT)


@pytest.fixture
def two(folder: DataFolder) -> None:
    """Somebody besides the first one, who has a name."""
    repository = open_repository(folder.database)
    repository.profiles.add("Anna")
    repository.close()


def household(qtbot: QtBot, app: Unknot) -> Household:
    qtbot.waitUntil(lambda: app.household is not None and bool(app.household.people.profiles))
    assert app.household is not None
    return app.household


def go_over(qtbot: QtBot, app: Unknot, profile: int) -> None:
    people = household(qtbot, app).people
    with qtbot.waitSignal(people.switched):
        people.switch(profile)


def asked(qtbot: QtBot, app: Unknot, profile: int, read: Callable[[Repository], Any]) -> Any:
    answers: list[Any] = []
    app.journal.ask(lambda repository: read(repository.of(profile)), answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    return answers[0]


def wish(qtbot: QtBot, app: Unknot, routine: str, *ratings: Rating) -> None:
    app.map.start_requested.emit(routine, tuple(rating.place for rating in ratings), ratings)
    qtbot.waitUntil(lambda: app.window.shown == SAFETY)


def tick_consent(app: Unknot) -> None:
    assert app.safety is not None
    assert app.safety.questions.consent is not None
    for box in app.safety.questions.consent.boxes:
        box.setChecked(True)


@pytest.mark.xvfb
def test_answers_locks_and_sessions_stay_with_whom_they_are_of(qtbot: QtBot, open_app: Opener, two: None) -> None:
    app = open_app()
    household(qtbot, app)
    begin(qtbot, app, 6, Q2="neck_not_cleared")
    qtbot.waitUntil(lambda: "nape" in app.map.selection.locked)
    app._show_map()
    go_over(qtbot, app, ANNA)
    assert app.window.shown == MAP
    assert app.map.selection.locked == {}
    assert app.map.selection.places == ()
    begin(qtbot, app, 4)
    assert app.safety is not None
    player = player_of(qtbot, app)
    player.card.end_wished.emit()
    player.rating.done.emit((), "")
    assert len(asked(qtbot, app, ANNA, lambda repository: repository.sessions.within())) == 1
    assert asked(qtbot, app, FIRST_PROFILE, lambda repository: repository.sessions.within()) == ()
    go_over(qtbot, app, FIRST_PROFILE)
    qtbot.waitUntil(lambda: "nape" in app.map.selection.locked)
    of_first = asked(qtbot, app, FIRST_PROFILE, lambda repository: repository.answers.latest())
    of_anna = asked(qtbot, app, ANNA, lambda repository: repository.answers.latest())
    assert of_first["Q2"][0] == ("neck_not_cleared",)
    assert of_anna["Q2"][0] != of_first["Q2"][0]


def test_what_somebody_prefers_comes_and_goes_with_them(
    qtbot: QtBot, open_app: Opener, folder: DataFolder, two: None
) -> None:
    preferences = load_preferences(folder.preferences)
    preferences.theme, preferences.firmness = "light", {"nape": -1}
    save_preferences(folder.preferences, preferences)
    app = open_app()
    household(qtbot, app)
    app.window.want_settings()
    go_over(qtbot, app, ANNA)
    assert app.window.shown == SETTINGS
    chosen = app.desk.preferences
    assert (chosen.profile, chosen.theme, chosen.firmness) == (ANNA, "system", {})
    place = app.desk.settings
    assert place is not None
    place.theme_chosen.emit("dark")
    place.text_percent_chosen.emit(150)
    place.body.build_chosen.emit("feminine")
    chosen.pace = "calm"
    assert load_preferences(folder.preferences).own["theme"] == "dark"
    go_over(qtbot, app, FIRST_PROFILE)
    assert (chosen.theme, chosen.text_percent, chosen.build, chosen.pace) == ("light", 100, "neutral", "neutral")
    assert chosen.firmness == {"nape": -1}
    assert (app.theme.mode, app.theme.text_percent) == ("light", 100)
    assert load_preferences(folder.preferences) == chosen
    go_over(qtbot, app, ANNA)
    assert (chosen.theme, chosen.text_percent, chosen.build, chosen.pace) == ("dark", 150, "feminine", "calm")
    app.window.close()
    again = open_app()
    household(qtbot, again)
    assert again.journal.profile == ANNA
    assert again.theme.mode == "dark"


def test_a_file_that_names_somebody_who_is_gone_goes_on_with_the_first(
    qtbot: QtBot, open_app: Opener, folder: DataFolder
) -> None:
    preferences = load_preferences(folder.preferences)
    preferences.profile, preferences.theme = 7, "dark"
    save_preferences(folder.preferences, preferences)
    app = open_app()
    household(qtbot, app)
    assert app.journal.profile == FIRST_PROFILE
    assert load_preferences(folder.preferences).profile == FIRST_PROFILE
    assert app.desk.preferences.theme == "dark"


@pytest.mark.xvfb
def test_the_rail_says_who_it_is_once_there_are_two(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    home = household(qtbot, app)
    assert home.switch.button.isHidden()
    app.window.want_settings()
    place = app.desk.settings
    assert place is not None
    press(qtbot, place.people.add_button)
    qtbot.keyClicks(place.people.form.line, "  Anna  Maria ")
    qtbot.keyClick(place.people.form.line, Qt.Key.Key_Return)
    qtbot.waitUntil(home.switch.button.isVisible)
    assert home.switch.button.text() == "You"
    assert [profile.name for profile in home.people.others] == ["Anna Maria"]
    press(qtbot, place.people.rows[ANNA].use)
    qtbot.waitUntil(lambda: app.journal.profile == ANNA)
    qtbot.waitUntil(lambda: home.switch.button.accessibleName() == "Person: Anna Maria")
    home.people.add("anna maria")
    assert "there already" in place.people.trouble.text()


def test_a_running_session_is_asked_about_first(qtbot: QtBot, open_app: Opener, two: None) -> None:
    app = open_app()
    people = household(qtbot, app).people
    begin(qtbot, app, 4)
    player_of(qtbot, app)
    people.switch(ANNA)
    assert app.journal.profile == FIRST_PROFILE
    assert app.player is not None
    assert app.player.card.isVisible()


def test_progress_and_library_are_anew_for_somebody_else(qtbot: QtBot, open_app: Opener, two: None) -> None:
    app = open_app()
    household(qtbot, app)
    app.window.place_wanted.emit(PROGRESS)
    app.window.place_wanted.emit(LIBRARY)
    go_over(qtbot, app, ANNA)
    assert (app.progress, app.library, app.player, app.safety) == (None, None, None, None)


@pytest.mark.xvfb
def test_whoever_received_it_has_it_in_their_before_and_after(qtbot: QtBot, open_app: Opener, two: None) -> None:
    app = open_app()
    household(qtbot, app)
    wish(qtbot, app, "RT10", Rating(NAPE, Moment.BEFORE, 7))
    assert app.safety is not None
    consent = app.safety.questions.consent
    assert consent is not None
    assert list(consent.offered) == [GUEST, str(ANNA)]
    assert consent.offered[GUEST].isChecked()
    press(qtbot, consent.offered[str(ANNA)])
    qtbot.waitUntil(lambda: app.safety is not None and app.safety.questions.consent is not consent)
    tick_consent(app)
    answer(qtbot, app)
    if app.window.shown == SAFETY:
        press_named(qtbot, app.safety.outcome, "Start")
    player = player_of(qtbot, app)
    player.card.end_wished.emit()
    player.rating.done.emit((Rating(NAPE, Moment.AFTER, 3),), "")
    (received,) = asked(qtbot, app, ANNA, lambda repository: repository.sessions.within())
    assert (received.receiver, received.profile) == (SELF, FIRST_PROFILE)
    assert received.rating(NAPE, Moment.BEFORE) == 7
    assert received.rating(NAPE, Moment.AFTER) == 3
    (given,) = asked(qtbot, app, FIRST_PROFILE, lambda repository: repository.sessions.within())
    assert given.receiver == str(ANNA)
    assert asked(qtbot, app, ANNA, lambda repository: repository.answers.latest())
    assert asked(qtbot, app, FIRST_PROFILE, lambda repository: repository.answers.latest()) == {}
    assert asked(qtbot, app, FIRST_PROFILE, lambda repository: repository.sessions.done()) == 0


def test_what_a_receiver_answered_before_is_only_confirmed_and_a_guests_choice_is_anew(
    qtbot: QtBot, open_app: Opener, two: None
) -> None:
    app = open_app()
    household(qtbot, app)
    app.journal.keep_answers({"Q2": frozenset({"neck_not_cleared"})}, ANNA)
    wish(qtbot, app, "RT10")
    assert app.safety is not None
    page = app.safety.questions
    assert all(card.answer is None for card in page.cards)
    assert page.consent is not None
    press(qtbot, page.consent.offered[str(ANNA)])
    qtbot.waitUntil(lambda: any(card.answer == frozenset({"neck_not_cleared"}) for card in page.cards))
    assert page.consent.offered[str(ANNA)].hasFocus()
    press(qtbot, page.consent.offered[GUEST])
    qtbot.waitUntil(lambda: all(card.answer is None for card in page.cards))
    assert app.map.selection.locked == {}


def test_an_end_in_the_midst_of_going_over_loses_nothing(
    qtbot: QtBot, open_app: Opener, folder: DataFolder, two: None
) -> None:
    app = open_app()
    people = household(qtbot, app).people
    app.desk.preferences.firmness = {"nape": -1}
    app.desk.save()
    people.switch(ANNA)
    app.window.close()
    assert load_preferences(folder.preferences).profile == FIRST_PROFILE
    again = open_app()
    household(qtbot, again)
    assert again.journal.profile == FIRST_PROFILE
    assert again.desk.preferences.firmness == {"nape": -1}
    mine = asked(qtbot, again, FIRST_PROFILE, lambda repository: repository.profiles.mine())
    assert mine.preferences["firmness"] == {"nape": -1}


def test_whoever_is_erased_leaves_nothing_to_the_one_who_goes_on(
    qtbot: QtBot, open_app: Opener, folder: DataFolder, two: None
) -> None:
    app = open_app()
    home = household(qtbot, app)
    app.desk.preferences.firmness = {"nape": -1}
    app.desk.save()
    go_over(qtbot, app, ANNA)
    begin(qtbot, app, 6, Q2="neck_not_cleared")
    qtbot.waitUntil(lambda: "nape" in app.map.selection.locked)
    app.desk.preferences.firmness = {"jaw": 2}
    app.desk.save()
    app.window.want_settings()
    place = app.desk.settings
    assert place is not None
    press(qtbot, place.people.rows[ANNA].erase)
    with qtbot.waitSignal(home.people.switched):
        press(qtbot, place.data.question.yes)
    assert app.journal.profile == FIRST_PROFILE
    assert app.map.selection.locked == {}
    assert app.desk.preferences.firmness == {"nape": -1}
    qtbot.waitUntil(lambda: home.people.others == ())
    assert home.switch.button.isHidden()
    assert "jaw" not in folder.preferences.read_text(encoding="utf-8")


def test_the_last_one_erased_begins_with_first_values(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    app = open_app()
    home = household(qtbot, app)
    app.desk.preferences.firmness, app.desk.preferences.pace = {"jaw": 2}, "calm"
    app.desk.save()
    app.window.want_settings()
    place = app.desk.settings
    assert place is not None
    press(qtbot, place.people.rows[FIRST_PROFILE].erase)
    with qtbot.waitSignal(home.people.switched):
        press(qtbot, place.data.question.yes)
    assert app.desk.preferences.own == Preferences().own
    qtbot.waitUntil(lambda: bool(asked(qtbot, app, FIRST_PROFILE, lambda r: r.profiles.mine().preferences)))
    mine = asked(qtbot, app, FIRST_PROFILE, lambda repository: repository.profiles.mine())
    assert mine.preferences == Preferences().own


def test_the_map_marks_what_was_received(qtbot: QtBot, open_app: Opener, folder: DataFolder, two: None) -> None:
    repository = open_repository(folder.database)
    now = datetime.now(UTC)
    given = SessionRecord("given", "RT10", "", now, State.FINISHED, 60.0, 60.0, (NAPE,), receiver=str(ANNA))
    repository.sessions.begin(given)
    repository.close()
    app = open_app()
    household(qtbot, app)
    go_over(qtbot, app, ANNA)
    qtbot.waitUntil(lambda: app.map.body._last == (NAPE,))
    go_over(qtbot, app, FIRST_PROFILE)
    asked(qtbot, app, FIRST_PROFILE, lambda repository: repository.sessions.last())
    assert app.map.body._last == ()
