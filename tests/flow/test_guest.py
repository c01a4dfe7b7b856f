"""A massage for somebody else: the guest answers anew, and nothing of it is kept or shut on one's own map."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import SAFETY, Unknot
from desktop.journal import Memory
from tests.flow.conftest import Opener, answer

pytestmark = pytest.mark.xvfb


def wish(qtbot: QtBot, app: Unknot, routine: str) -> None:
    app.map.start_requested.emit(routine, (), ())
    qtbot.waitUntil(lambda: app.window.shown == SAFETY)
    assert app.safety is not None
    consent = app.safety.questions.consent
    for box in consent.boxes if consent else ():
        box.setChecked(True)


def test_a_guests_answers_are_not_ones_own(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    wish(qtbot, app, "RT10")
    answer(qtbot, app, Q2="neck_not_cleared")
    assert "nape" not in app.map.selection.locked
    kept: list[Memory] = []
    app.journal.recall(kept.append)
    qtbot.waitUntil(lambda: bool(kept))
    assert kept[0].answers == {}


def test_ones_own_answers_are_not_a_guests(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    wish(qtbot, app, "RT01")
    answer(qtbot, app)
    qtbot.waitUntil(lambda: app.window.shown != SAFETY)
    assert app.player is not None
    app.player.card.end_wished.emit()
    app.player.rating.done.emit((), "")
    wish(qtbot, app, "RT10")
    assert app.safety is not None
    assert all(card.answer is None for card in app.safety.questions.cards)
