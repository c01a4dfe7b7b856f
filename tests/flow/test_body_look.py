"""Another build or skin tone holds at once, for map, player and the next start; a running session is not touched."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.app import PLAYER, Unknot
from desktop.data_folder import DataFolder
from desktop.domain.session import State
from desktop.preferences import load_preferences
from desktop.ui.main_window import MAP, SETTINGS
from desktop.ui.settings.settings_place import SettingsPlace
from tests.flow.conftest import PLACE, Opener, begin, click_place, player_of, press, press_named


def settings_of(qtbot: QtBot, app: Unknot) -> SettingsPlace:
    app.window.want_settings()
    qtbot.waitUntil(lambda: app.window.shown == SETTINGS)
    assert app.desk.settings is not None
    return app.desk.settings


def test_another_build_takes_over_the_map_with_what_is_chosen_on_it(
    qtbot: QtBot, open_app: Opener, folder: DataFolder
) -> None:
    app = open_app()
    app.map.set_view("neck_shoulders")
    click_place(qtbot, app)
    before = app.map
    outline = before.body.hit_map().spots[0].path
    press(qtbot, settings_of(qtbot, app).body.build("masculine"))
    assert app.map is not before
    app.window.want_map()
    qtbot.waitUntil(lambda: app.window.shown == MAP and app.map.isVisible())
    assert app.map.view == "neck_shoulders"
    assert app.map.selection.places == (PLACE,)
    assert app.map.body.hit_map().spots[0].path != outline
    assert load_preferences(folder.preferences).build == "masculine"
    begin(qtbot, app, None)
    assert player_of(qtbot, app).state is State.RUNNING


def test_a_player_of_the_old_body_is_not_used_again(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    begin(qtbot, app, None)
    old = player_of(qtbot, app)
    qtbot.keyClick(old, Qt.Key.Key_Escape)
    press_named(qtbot, old.card, "End")
    old.request_close()
    qtbot.waitUntil(lambda: app.window.shown == MAP)
    press(qtbot, settings_of(qtbot, app).body.build("feminine"))
    app.window.want_map()
    click_place(qtbot, app)
    press(qtbot, app.map.card.start)
    qtbot.waitUntil(lambda: app.safety is not None and app.safety.isVisible())
    assert app.player is None


def test_while_a_session_runs_the_settings_stay_shut(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    begin(qtbot, app, None)
    player = player_of(qtbot, app)
    app.window.want_settings()
    assert app.window.shown == PLAYER
    assert player.state is State.FROZEN


def test_a_skin_tone_holds_at_once_and_for_the_next_start(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    app = open_app()
    tones = settings_of(qtbot, app).body
    app.window.want_map()
    app.map.body.camera.stop()
    light = app.map.body.grab().toImage()
    settings_of(qtbot, app)
    press(qtbot, tones.tone("deep"))
    app.window.want_map()
    deep = app.map.body.grab().toImage()
    skin = light.rect().center() - QPoint(40, 0)  # beside the hatched spine
    assert deep.pixelColor(skin).lightness() < light.pixelColor(skin).lightness() / 2
    assert load_preferences(folder.preferences).skin_tone == "deep"
    assert open_app().theme.skin_tone == "deep"
