"""Progress in the whole app: where, what works, an experiment begun and taken back, and another body."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.app import SAFETY, Unknot
from desktop.domain.experiment import Experiment
from desktop.domain.look_back import Section
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.working import Working
from desktop.ui.main_window import PROGRESS, SETTINGS
from desktop.ui.progress.experiment_card import ExperimentCard
from desktop.ui.progress.progress_place import ProgressPlace
from desktop.ui.progress.where_page import WherePage
from tests.flow.conftest import Opener, press

CHECK = NeckCheck("one", datetime.now(UTC).astimezone(), {NeckMove.TURN_LEFT: (2.0, 2.0, 2.0)})


def look(qtbot: QtBot, app: Unknot, section: Section) -> ProgressPlace:
    app.window.want_progress()
    qtbot.waitUntil(lambda: app.window.shown == PROGRESS)
    place = app.progress
    assert place is not None
    place.choose(section)
    qtbot.waitUntil(lambda: place.section is section and place.charted is not None)
    return place


def named(place: ProgressPlace, name: str) -> QPushButton:
    return next(b for b in place.findChildren(QPushButton) if b.text() == name and b.isVisible())


def experiment(place: ProgressPlace) -> Experiment | None:
    found = place.charted
    assert isinstance(found, Working)
    return found.experiment.experiment if found.experiment else None


def test_an_experiment_is_begun_started_and_taken_back(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    app.journal.keep(CHECK)
    place = look(qtbot, app, Section.WORKING)
    qtbot.keyClick(named(place, "Set one up"), Qt.Key.Key_Space)
    start = named(place, "Start today")
    qtbot.waitUntil(lambda: not start.visibleRegion().isEmpty())
    press(qtbot, start)
    qtbot.waitUntil(lambda: experiment(place) is not None)
    card = place.findChildren(ExperimentCard)[0]
    assert card.runs
    qtbot.waitUntil(lambda: "has begun" in app.notice.text)
    app.notice.press("Undo")
    qtbot.waitUntil(lambda: experiment(place) is None)
    assert not card.runs
    place.routine_wanted.emit("RT01")
    qtbot.waitUntil(lambda: app.window.shown == SAFETY)


def test_another_body_brings_other_pictures(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    app.journal.keep(CHECK)
    before = look(qtbot, app, Section.WHERE)
    app.window.want_settings()
    qtbot.waitUntil(lambda: app.window.shown == SETTINGS)
    assert app.desk.settings is not None
    press(qtbot, app.desk.settings.body.build("feminine"))
    app.journal.keep(CHECK)
    after = look(qtbot, app, Section.WHERE)
    assert after is not before
    assert after.findChildren(WherePage)[0]._bodies._atlas is app._atlas
