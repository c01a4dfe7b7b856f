"""What people write down: kept, shown again, changed, deleted and brought back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import Unknot
from desktop.desks.diary import DiaryDesk
from desktop.domain.body import Place, Side
from desktop.domain.diary import Entry
from desktop.domain.look_back import Section
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.records import DailyCheckIn, DayNote, Effect, SideEffects
from desktop.domain.session import Moment, SessionRecord
from desktop.domain.span import Span
from desktop.ui.diary.check_in_form import CheckInForm
from desktop.ui.diary.effects_form import EffectsForm
from desktop.ui.diary.neck_form import NeckForm
from desktop.ui.diary.note_form import NoteForm
from desktop.ui.diary.session_form import SessionForm
from tests.flow.conftest import Opener, press

pytestmark = pytest.mark.xvfb
NOW = datetime.now(UTC).astimezone()
TODAY = date.today()  # noqa: DTZ011 - the diary speaks of the user's own days
LEFT, RIGHT = Place("occiput", Side.LEFT), Place("occiput", Side.RIGHT)

_PATIENCE = 20_000
"""Milliseconds: machines are busy."""


def diary_of(qtbot: QtBot, app: Unknot) -> DiaryDesk:
    """The diary, shown."""
    app.window.want_progress()
    assert app.progress is not None
    app.progress.diary_wanted.emit()
    assert app.diary is not None
    qtbot.waitUntil(lambda: app.window.shown == "diary")
    return app.diary


def entries(desk: DiaryDesk) -> list[Entry]:
    return desk.page().list.rows.entries


def until_kept(qtbot: QtBot, desk: DiaryDesk, count: int) -> list[Entry]:
    qtbot.waitUntil(lambda: len(entries(desk)) == count, timeout=_PATIENCE)
    return entries(desk)


def test_a_check_in_by_keys_alone(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    desk = diary_of(qtbot, app)
    QTest.keyClick(app.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    form = desk.forms.sheet
    assert isinstance(form, CheckInForm)
    qtbot.waitUntil(form.isVisible)
    for number, field in ((6, "tension"), (4, "stress"), (7, "sleep"), (2, "pain")):
        QTest.keyClick(form.scales[field], Qt.Key(Qt.Key.Key_0.value + number))
    QTest.keyClick(form.headache, Qt.Key.Key_N)
    qtbot.waitUntil(form.keep.isEnabled, timeout=_PATIENCE)
    QTest.keyClick(form.scales["pain"], Qt.Key.Key_Return)
    (kept,) = until_kept(qtbot, desk, 1)
    assert isinstance(kept, DailyCheckIn)
    assert (kept.day, kept.tension, kept.stress, kept.sleep, kept.pain) == (TODAY, 6, 4, 7, 2)
    assert (kept.headache, kept.painkiller) == (False, None)


def test_it_is_shown_again_changed_deleted_and_brought_back(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    desk = diary_of(qtbot, app)
    desk.keep(DailyCheckIn(TODAY, NOW, tension=6))
    (first,) = until_kept(qtbot, desk, 1)
    QTest.keyClick(desk.page().list, Qt.Key.Key_Return)
    form = desk.forms.sheet
    assert isinstance(form, CheckInForm)
    qtbot.waitUntil(lambda: form.scales["tension"].value == 6)
    form.scales["tension"].set_value(3)
    form.keep.click()
    qtbot.waitUntil(lambda: [getattr(e, "tension", None) for e in entries(desk)] == [3], timeout=_PATIENCE)
    app.notice.press("Undo")
    qtbot.waitUntil(lambda: [getattr(e, "tension", None) for e in entries(desk)] == [6], timeout=_PATIENCE)
    desk.page().list.setFocus()
    QTest.keyClick(desk.page().list, Qt.Key.Key_Delete)
    until_kept(qtbot, desk, 0)
    app.notice.press("Undo")
    assert until_kept(qtbot, desk, 1) == [first]


def test_another_day_has_its_own_check_in(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    desk = diary_of(qtbot, app)
    desk.keep(DailyCheckIn(TODAY, NOW, tension=6))
    until_kept(qtbot, desk, 1)
    desk.forms.check_in()
    form = desk.forms.sheet
    assert isinstance(form, CheckInForm)
    qtbot.waitUntil(lambda: form.scales["tension"].value == 6)
    QTest.keyClick(form.day, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: form.scales["tension"].value is None)
    form.scales["tension"].set_value(2)
    press(qtbot, form.keep)
    found = until_kept(qtbot, desk, 2)
    assert [getattr(entry, "tension", None) for entry in found] == [6, 2]


def test_a_session_by_hand_is_in_the_calendar_and_left_stays_left(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    desk = diary_of(qtbot, app)
    desk.page().add_wanted.emit("session")
    form = desk.forms.sheet
    assert isinstance(form, SessionForm)
    day = TODAY - timedelta(days=3)
    form.moment.day.set_day(day)
    form.routine.choose("RT01")
    form.routine.chosen.emit("RT01")
    form.places.put(LEFT).sliders[Moment.BEFORE].set_value(7)
    form.places.rows[LEFT].sliders[Moment.AFTER].set_value(4)
    form.places.put(RIGHT).sliders[Moment.BEFORE].set_value(5)
    form.note.setText("On the train")
    form.tags.setText("office, evening, office")
    form.keep.click()
    (kept,) = until_kept(qtbot, desk, 1)
    assert isinstance(kept, SessionRecord)
    assert (kept.started_at.date(), kept.by_hand, kept.tags) == (day, True, ("office", "evening"))
    assert (kept.rating(LEFT, Moment.BEFORE), kept.rating(LEFT, Moment.AFTER)) == (7, 4)
    assert (kept.rating(RIGHT, Moment.BEFORE), kept.rating(RIGHT, Moment.AFTER)) == (5, None)
    qtbot.waitUntil(lambda: "left" in desk.page().pane.told and "Steps" in desk.page().pane.told)
    found: list[object] = []
    app.journal.look_back(Section.DOING, Span(28), found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert [entry.day for entry in found[0].days if entry.sessions] == [day]  # type: ignore[attr-defined]


def test_a_session_is_put_right_and_brought_back(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    desk = diary_of(qtbot, app)
    desk.page().add_wanted.emit("session")
    assert isinstance(desk.forms.sheet, SessionForm)
    desk.forms.sheet.keep.click()
    (first,) = until_kept(qtbot, desk, 1)
    desk.page().edit_wanted.emit(first)
    qtbot.waitUntil(lambda: isinstance(desk.forms.sheet, SessionForm))
    form = desk.forms.sheet
    assert isinstance(form, SessionForm)
    form.moment.day.set_day(TODAY - timedelta(days=1))
    form.note.setText("It was yesterday")
    form.keep.click()
    qtbot.waitUntil(lambda: [getattr(e, "note", "") for e in entries(desk)] == ["It was yesterday"], timeout=_PATIENCE)
    app.notice.press("Undo")
    qtbot.waitUntil(lambda: [getattr(e, "note", "-") for e in entries(desk)] == [""], timeout=_PATIENCE)
    assert entries(desk) == [first]


def test_notes_and_what_was_unpleasant(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    desk = diary_of(qtbot, app)
    desk.page().add_wanted.emit("note")
    assert isinstance(desk.forms.sheet, NoteForm)
    qtbot.waitUntil(desk.forms.sheet.isActiveWindow)
    desk.forms.sheet.text.setPlainText("Moved house")
    desk.forms.sheet.life_event.setChecked(True)
    QTest.keyClick(desk.forms.sheet.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until_kept(qtbot, desk, 1)
    desk.page().add_wanted.emit("effects")
    assert isinstance(desk.forms.sheet, EffectsForm)
    desk.forms.sheet.boxes[Effect.SORE].setChecked(True)
    desk.forms.sheet.keep.click()
    note, effects = until_kept(qtbot, desk, 2)
    assert isinstance(note, DayNote)
    assert note.life_event
    assert isinstance(effects, SideEffects)
    assert effects.effects == {Effect.SORE}
    desk.page().filter.button("notes").click()
    assert until_kept(qtbot, desk, 1) == [note]


def test_the_neck_check_asks_first_and_keeps_left_and_right(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    desk = diary_of(qtbot, app)
    desk.page().add_wanted.emit("neck")
    qtbot.waitUntil(lambda: isinstance(desk.forms.sheet, NeckForm))
    form = desk.forms.sheet
    assert isinstance(form, NeckForm)
    assert [card.question.id for card in form.cards] == ["Q2", "Q4", "Q5"]
    assert not form.keep.isEnabled()
    for card in form.cards:
        card._no.click()
    form.keep.click()
    for move, stop in ((NeckMove.TURN_LEFT, 4), (NeckMove.TURN_RIGHT, 6)):
        page = form.moves[form.page - 1]
        assert page.move_ is move
        for slider, more in zip(page.sliders, (0, 1, -1), strict=True):
            slider.set_value(stop + more)
        form.keep.click()
    while form.page <= len(NeckMove):
        form.skip.click()
    form.keep.click()
    (kept,) = until_kept(qtbot, desk, 1)
    assert isinstance(kept, NeckCheck)
    assert (kept.middle(NeckMove.TURN_LEFT), kept.middle(NeckMove.TURN_RIGHT)) == (2.0, 3.0)
    assert set(kept.tries) == {NeckMove.TURN_LEFT, NeckMove.TURN_RIGHT}


def test_an_answer_leaves_the_neck_check_out(qtbot: QtBot, open_app: Opener) -> None:
    app = open_app()
    desk = diary_of(qtbot, app)
    app.journal.keep_answers({"Q2": frozenset({"neck_not_cleared"})})
    desk.forms.check_neck()
    qtbot.waitUntil(app.notice.isVisible)
    assert "left out" in app.notice.text
    assert desk.forms.sheet is None
