"""Click the back of the head, follow the hands, see the chart; and it is there again after a restart."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.app import SAFETY, Unknot
from desktop.data_folder import DataFolder
from desktop.domain.look_back import Section
from desktop.domain.session import State
from desktop.ui.main_window import MAP, PROGRESS
from tests.flow.conftest import (
    PLACE,
    Opener,
    answer,
    begin,
    click_place,
    player_of,
    press,
    press_named,
    start_from_card,
)

pytestmark = pytest.mark.xvfb
FAST = 400.0
"""Guide seconds a real second."""


def _play_to_the_end(qtbot: QtBot, app: Unknot) -> None:
    player = player_of(qtbot, app)
    player.clock.set_speed(FAST)
    qtbot.waitUntil(lambda: player.state is State.FINISHED, timeout=20_000)
    press_named(qtbot, player.rest, "Rate it now")


def _rows(folder: DataFolder, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder.database)) as connection:
        return connection.execute(query).fetchall()


def test_from_click_to_chart_to_restart(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    app = open_app()
    begin(qtbot, app, 7)
    _play_to_the_end(qtbot, app)
    player = player_of(qtbot, app)
    player.rating.slider(PLACE).set_value(4)
    press_named(qtbot, player.rating, "Done")
    qtbot.waitUntil(lambda: app.window.shown == MAP)
    _assert_charted(qtbot, app)
    app.window.close()

    assert _rows(folder, "SELECT routine, status, round(done_seconds) FROM sessions") == [("RT01", "finished", 480.0)]
    rated = _rows(folder, "SELECT moment, region, side, value FROM ratings ORDER BY value")
    assert rated == [("after", "occiput", "left", 4), ("before", "occiput", "left", 7)]
    steps = _rows(folder, "SELECT step FROM events WHERE kind = 'step_done' ORDER BY number")
    assert steps == [(number,) for number in range(1, 11)]

    _assert_charted(qtbot, open_app())


def _assert_charted(qtbot: QtBot, app: Unknot) -> None:
    press(qtbot, app.window.rail.button(PROGRESS))
    progress = app.progress
    assert progress is not None
    qtbot.waitUntil(lambda: progress.charted is not None, timeout=15_000)
    assert [round(day.minutes) for day in progress.charted.days if day.minutes] == [8]
    progress.choose(Section.FEELING)
    qtbot.waitUntil(lambda: progress.charted is not None, timeout=15_000)
    assert [(pair.before, pair.after) for pair in progress.charted.pairs] == [(7, 4)]


def test_untouched_sliders_stay_unanswered(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    app = open_app()
    begin(qtbot, app, None)
    _play_to_the_end(qtbot, app)
    press_named(qtbot, player_of(qtbot, app).rating, "Done")
    qtbot.waitUntil(lambda: app.window.shown == MAP)
    app.window.close()
    assert _rows(folder, "SELECT * FROM ratings") == []


def test_a_stopped_session_is_kept_as_stopped(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    app = open_app()
    begin(qtbot, app, 5)
    player = player_of(qtbot, app)
    player.clock.set_speed(FAST)
    qtbot.waitUntil(lambda: player.clock.t > 100, timeout=10_000)
    qtbot.keyClick(player, Qt.Key.Key_Escape)
    assert player.state is State.FROZEN
    stood = player.clock.t
    qtbot.wait(60)
    assert player.clock.t == stood
    press_named(qtbot, player.card, "End here")
    press_named(qtbot, player.rating, "Done")
    qtbot.waitUntil(lambda: app.window.shown == MAP)
    app.window.close()
    ((status, done),) = _rows(folder, "SELECT status, done_seconds FROM sessions")
    assert status == "stopped"
    assert abs(float(str(done)) - stood) < 1


def test_closing_the_window_freezes_and_asks(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    begin(qtbot, app, 5)
    player = player_of(qtbot, app)
    assert not app.window.close()
    assert player.state is State.FROZEN
    assert app.window.isVisible()
    press_named(qtbot, player.card, "End here")
    assert app.window.close()


def test_a_red_flag_leads_to_a_card_and_to_no_routine(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    app = open_app()
    begin(qtbot, app, 5, Q1="yes")
    assert app.safety is not None
    assert app.safety.currentWidget() is app.safety.outcome
    assert "emergency number" in app.safety.outcome.told
    assert app.player is None
    press_named(qtbot, app.safety.outcome, "Back")
    app.window.close()
    assert _rows(folder, "SELECT * FROM sessions") == []


def test_a_neck_answer_gives_the_gentle_version(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    app = open_app()
    begin(qtbot, app, 5, Q5="instability")
    assert app.safety is not None
    assert "Thumb rest in the hollows" in app.safety.outcome.told
    press_named(qtbot, app.safety.outcome, "Start")
    player = player_of(qtbot, app)
    assert [step.number for step in player.steps] == [1, 2, 3, 4, 5, 8, 10]
    _play_to_the_end(qtbot, app)
    app.window.close()
    assert _rows(folder, "SELECT round(done_seconds), status FROM sessions") == [(315.0, "finished")]


def test_answers_are_remembered_and_asked_again_only_when_due(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    begin(qtbot, app, 5, Q1="yes")
    assert app.safety is not None
    press_named(qtbot, app.safety.outcome, "Back")
    click_place(qtbot, app)
    start_from_card(qtbot, app, 5)
    open_ = [card.question.id for card in app.safety.questions.cards if card.answer is None]
    assert open_ == ["Q1", "Q8"]


def test_places_that_answers_shut_are_shut_on_the_map(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    begin(qtbot, app, None, Q2="neck_not_cleared")
    assert app.safety is not None
    press_named(qtbot, app.safety.outcome, "Back")
    assert "nape" in app.map.selection.locked
    app.window.close()
    again = open_app()
    qtbot.waitUntil(lambda: "nape" in again.map.selection.locked)
    again.window.want_settings()
    assert again.desk.settings is not None
    press_named(qtbot, again.desk.settings, "Answer again")
    answer(qtbot, again)
    qtbot.waitUntil(lambda: again.window.shown == MAP)
    assert not again.map.selection.locked


def test_how_somebody_was_yesterday_shuts_nothing_today(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    begin(qtbot, app, None, Q8="dizzy")
    assert app.safety is not None
    press_named(qtbot, app.safety.outcome, "Back")
    assert "nape" in app.map.selection.locked
    app.window.close()
    again = open_app()
    done: list[bool] = []
    again.journal.recall(lambda _memory: done.append(True))
    qtbot.waitUntil(lambda: bool(done))
    assert not again.map.selection.locked


def test_a_session_cut_off_is_offered_at_the_next_start(qtbot: QtBot, open_app: Opener, folder: DataFolder) -> None:
    app = open_app()
    begin(qtbot, app, 5)
    player = player_of(qtbot, app)
    player.clock.set_speed(FAST)
    qtbot.waitUntil(lambda: player.clock.t > 120, timeout=10_000)
    player.clock.pause()
    app.journal.close()
    app.window.may_close = None
    app.window.closing.disconnect()
    app.window.close()

    again = open_app()
    qtbot.waitUntil(lambda: "cut off" in again.notice.text)
    again.notice.press("Go on from there")
    qtbot.waitUntil(lambda: again.window.shown == SAFETY)
    answer(qtbot, again)
    player = player_of(qtbot, again)
    assert player.state is State.PAUSED
    assert player.clock.t > 60
    player.guide.frozen.emit()
    press_named(qtbot, player.card, "End here")
    press_named(qtbot, player.rating, "Done")
    again.window.close()
    rows = _rows(folder, "SELECT status, routine FROM sessions")
    assert rows == [("stopped", "RT01")] * 2
