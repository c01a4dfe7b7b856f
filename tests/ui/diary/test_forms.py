"""The forms of the diary: unanswered until touched, kept as given, and all of it by keyboard."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.assets.catalog import load_guide
from desktop.domain.body import Place, Side
from desktop.domain.by_hand import session_by_hand
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.neck_guide import LEFT_OUT
from desktop.domain.records import DailyCheckIn, DayNote, Effect, GlobalChange, SideEffects, Step7
from desktop.domain.session import GUEST, SELF, Moment, Rating, State
from desktop.ui.diary.change_form import ChangeForm
from desktop.ui.diary.check_in_form import CheckInForm
from desktop.ui.diary.effects_form import EffectsForm
from desktop.ui.diary.moment_row import MomentRow
from desktop.ui.diary.neck_form import NeckForm
from desktop.ui.diary.neck_picture import NeckPicture
from desktop.ui.diary.note_form import NoteForm
from desktop.ui.diary.session_form import SessionForm
from desktop.ui.diary.sheet import Sheet
from desktop.ui.diary.yes_no import YesNo
from desktop.ui.theme import Theme

TODAY = date(2024, 11, 20)
AT = datetime(2024, 11, 20, 20, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
LEFT, RIGHT = Place("occiput", Side.LEFT), Place("occiput", Side.RIGHT)
GUIDE = load_guide()


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def opened(qtbot: QtBot, form: Sheet) -> None:
    form.open()
    qtbot.waitUntil(form.isActiveWindow)


def kept(qtbot: QtBot, form: Sheet) -> object:
    """What Keep gives."""
    with qtbot.waitSignal(form.kept) as told:
        form.keep.click()
    return told.args[0]


def test_a_check_in_is_unanswered_until_touched(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    form = CheckInForm(theme, TODAY, TODAY, window)
    opened(qtbot, form)
    assert form.scales["tension"].hasFocus()
    QTest.keyClick(form.scales["tension"], Qt.Key.Key_6)
    assert not form.keep.isEnabled(), "what is kept of the day is not known yet"
    form.present(TODAY, None)
    record = kept(qtbot, form)
    assert isinstance(record, DailyCheckIn)
    assert (record.day, record.tension, record.stress, record.headache) == (TODAY, 6, None, None)


def test_enter_keeps_on_every_field_and_escape_leaves(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    for pressed in ("scale", "day", "answer"):
        form = CheckInForm(theme, TODAY, TODAY, window)
        opened(qtbot, form)
        form.present(TODAY, None)
        form.scales["pain"].set_value(0)
        field = {"scale": form.scales["sleep"], "day": form.day, "answer": form.headache.button(True)}[pressed]
        with qtbot.waitSignal(form.kept):
            QTest.keyClick(field, Qt.Key.Key_Return)
    form = CheckInForm(theme, TODAY, TODAY, window)
    opened(qtbot, form)
    with qtbot.assertNotEmitted(form.kept), qtbot.waitSignal(form.rejected):
        QTest.keyClick(form.scales["tension"], Qt.Key.Key_Escape)


def test_what_was_kept_of_a_day_is_filled_in_and_of_another_day_is_not(
    qtbot: QtBot, theme: Theme, window: QWidget
) -> None:
    form = CheckInForm(theme, TODAY, TODAY, window)
    record = DailyCheckIn(TODAY, AT, tension=0, sleep=9, headache=False)
    form.present(TODAY - timedelta(days=1), DailyCheckIn(TODAY - timedelta(days=1), AT, tension=8))
    assert {slider.value for slider in form.scales.values()} == {None}
    form.present(TODAY, record)
    assert [slider.value for slider in form.scales.values()] == [0, None, 9, None]
    assert (form.headache.value, form.painkiller.value) == (False, None)
    assert kept(qtbot, form) == record


def test_what_was_answered_meanwhile_stays(theme: Theme, window: QWidget) -> None:
    form = CheckInForm(theme, TODAY, TODAY, window)
    form.scales["tension"].set_value(5)
    form.headache.set_value(True)
    form.present(TODAY, DailyCheckIn(TODAY, AT, tension=2, sleep=9, headache=False, painkiller=False))
    assert [slider.value for slider in form.scales.values()] == [5, None, 9, None]
    assert (form.headache.value, form.painkiller.value) == (True, False)


def test_yes_and_no_are_taken_back_by_pressing_again(qtbot: QtBot) -> None:
    answer = YesNo("A headache today?")
    qtbot.addWidget(answer)
    answer.button(True).click()
    assert answer.value is True
    answer.button(False).click()
    assert answer.value is False
    answer.button(False).click()
    assert answer.value is None
    QTest.keyClick(answer, Qt.Key.Key_Y)
    assert answer.value is True
    QTest.keyClick(answer, Qt.Key.Key_Delete)
    assert answer.value is None


def test_a_note_needs_words(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    form = NoteForm(theme, TODAY, None, window)
    opened(qtbot, form)
    form.text.setPlainText("   ")
    assert not form.keep.isEnabled()
    form.text.setPlainText(" Moved house ")
    form.life_event.setChecked(True)
    note = kept(qtbot, form)
    assert isinstance(note, DayNote)
    assert (note.day, note.text, note.life_event) == (TODAY, "Moved house", True)


def test_nothing_unpleasant_is_an_answer_too(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    given = SideEffects("e", AT, session="s")
    form = EffectsForm(theme, AT.date(), given, window)
    assert "nothing unpleasant" in form.keep.text()
    assert kept(qtbot, form) == given
    form = EffectsForm(theme, AT.date(), given, window)
    form.boxes[Effect.DIZZY].setChecked(True)
    form.boxes[Effect.SORE].setChecked(True)
    assert kept(qtbot, form) == replace(given, effects=frozenset({Effect.DIZZY, Effect.SORE}))


def test_a_step_is_chosen_before_it_is_kept(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    given = GlobalChange("g", AT, Step7.SAME)
    form = ChangeForm(theme, AT.date(), given, chosen=False, parent=window)
    assert not form.keep.isEnabled()
    form.steps[Step7.WORSE].click()
    assert kept(qtbot, form) == replace(given, step=Step7.WORSE)
    form = ChangeForm(theme, AT.date(), given, chosen=True, parent=window)
    assert kept(qtbot, form) == given


def test_a_moment_that_is_left_alone_keeps_its_zone_to_the_second(qtbot: QtBot, theme: Theme) -> None:
    at = AT.replace(second=17)
    row = MomentRow(theme, at, TODAY)
    qtbot.addWidget(row)
    assert row.at == at
    assert row.at.utcoffset() == at.utcoffset()
    row.day.set_day(TODAY - timedelta(days=2))
    assert (row.at.date(), row.at.hour, row.at.minute) == (TODAY - timedelta(days=2), 20, 30)
    assert row.at.utcoffset() is not None


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process cannot be changed here")
@pytest.mark.parametrize(
    ("zone", "day", "hours"),
    [
        ("CET-1CEST,M3.5.0,M10.5.0/3", date(2024, 3, 30), 1),
        ("CET-1CEST,M3.5.0,M10.5.0/3", date(2024, 3, 31), 2),
        ("<+14>-14", date(2024, 3, 31), 14),
        ("<-11>11", date(2024, 3, 31), -11),
    ],
)
def test_a_chosen_moment_is_that_day_with_that_days_clock(
    qtbot: QtBot, theme: Theme, monkeypatch: pytest.MonkeyPatch, zone: str, day: date, hours: int
) -> None:
    with monkeypatch.context() as patched:
        patched.setenv("TZ", zone)
        time.tzset()
        row = MomentRow(theme, AT, TODAY)
        qtbot.addWidget(row)
        row.day.set_day(day)
        row.time.setTime(QTime(23, 50))
        at = row.at
    time.tzset()
    assert (at.date(), at.hour, at.minute) == (day, 23, 50)
    assert at.utcoffset() == timedelta(hours=hours)


def session_form(theme: Theme, window: QWidget, **more: object) -> SessionForm:
    form = SessionForm(theme, GUIDE, lambda regions: [LEFT, RIGHT], AT, parent=window, **more)  # type: ignore[arg-type]
    form.routine.choose("RT01")
    form.routine.chosen.emit("RT01")
    return form


def test_a_session_of_some_minutes_was_stopped_and_of_none_skipped(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    for minutes, state in ((0, State.SKIPPED), (3, State.STOPPED), (99, State.FINISHED)):
        form = session_form(theme, window)
        form.minutes.setValue(minutes)
        session = kept(qtbot, form)
        assert session.status is state  # type: ignore[attr-defined]


def test_with_a_partner_it_is_asked_who_received_it(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    partner = next(slug for slug, routine in GUIDE.routines.items() if routine.mode == "partner")
    for receiver in (GUEST, SELF):
        form = session_form(theme, window)
        assert form.receiver.isHidden()
        form.routine.choose(partner)
        form.routine.chosen.emit(partner)
        assert not form.receiver.isHidden()
        form.receiver.button(receiver).click()
        session = kept(qtbot, form)
        assert session.receiver == receiver  # type: ignore[attr-defined]


def test_left_and_right_of_a_session_stay_apart(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    given = session_by_hand("s", GUIDE.routines["RT01"], AT, 100.0, (LEFT,))
    given = replace(given, ratings=(Rating(LEFT, Moment.BEFORE, 7), Rating(LEFT, Moment.NEXT_MORNING, 3)))
    form = SessionForm(theme, GUIDE, lambda regions: [LEFT, RIGHT], AT, given, window)
    opened(qtbot, form)
    assert form.places.rows[LEFT].sliders[Moment.BEFORE].value == 7
    (action,) = form.places._menu.actions()
    assert action.text().endswith("right")
    action.trigger()
    form.places.rows[RIGHT].sliders[Moment.AFTER].set_value(2)
    form.tags.setText(" office ,, evening")
    session = kept(qtbot, form)
    right = Rating(RIGHT, Moment.AFTER, 2)
    assert session == replace(given, places=(LEFT, RIGHT), ratings=(*given.ratings, right), tags=("office", "evening"))


def test_a_place_taken_out_takes_its_ratings_along(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    form = session_form(theme, window)
    form.places.put(LEFT).sliders[Moment.BEFORE].set_value(7)
    form.places.take(LEFT)
    session = kept(qtbot, form)
    assert (session.places, session.ratings) == ((), ())  # type: ignore[attr-defined]


def test_the_neck_check_goes_movement_by_movement(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    form = NeckForm(theme, AT.date(), NeckCheck("k", AT), (), window)
    opened(qtbot, form)
    form.keep.click()
    turning = form.moves[0]
    assert turning.move_ is NeckMove.TURN_LEFT
    assert turning.sliders[0].hasFocus()
    for slider, key in zip(turning.sliders, (Qt.Key.Key_9, Qt.Key.Key_1, Qt.Key.Key_8), strict=True):
        assert not form.keep.isEnabled()
        QTest.keyClick(slider, key)
    assert turning.sliders[1].value is None, "1 o'clock is no mark on the left"
    turning.sliders[1].set_value(7)
    QTest.keyClick(turning.sliders[1], Qt.Key.Key_Return)
    assert form.page == 2
    for _ in range(len(NeckMove) - 1):
        form.skip.click()
    assert kept(qtbot, form) == NeckCheck("k", AT, {NeckMove.TURN_LEFT: (3.0, 3.5, 4.0)})


def test_an_answer_ends_the_neck_check_before_it_begins(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    questions = [question for question in GUIDE.safety.questions if question.id in ("Q2", "Q5")]
    form = NeckForm(theme, AT.date(), NeckCheck("k", AT), questions, window)
    opened(qtbot, form)
    form.cards[0]._no.click()
    form.cards[1]._yes.click()
    with qtbot.waitSignal(form.answered) as told, qtbot.assertNotEmitted(form.kept):
        form.keep.click()
    assert told.args[0] == {"Q2": frozenset({"no"}), "Q5": frozenset({"not_sure"})}
    assert form._sum.text() == LEFT_OUT
    assert not form.keep.isVisible()
    form.leave.click()
    assert form.result() == QDialog.DialogCode.Rejected


@pytest.mark.parametrize("move", NeckMove)
def test_every_movement_is_drawn_as_it_was_entered(qtbot: QtBot, theme: Theme, move: NeckMove) -> None:
    picture = NeckPicture(theme, move)
    qtbot.addWidget(picture)
    picture.resize(picture.sizeHint())
    before = picture.grab().toImage()
    picture.show_value(move.most)
    assert picture.grab().toImage() != before
    assert picture.accessibleDescription()


def test_the_head_turns_to_its_own_side(qtbot: QtBot, theme: Theme) -> None:
    """Seen from above and looking up the page, the person's left is the picture's left."""
    middles = {}
    for move in (NeckMove.TURN_LEFT, NeckMove.TURN_RIGHT):
        picture = NeckPicture(theme, move)
        qtbot.addWidget(picture)
        picture.resize(300, 190)
        picture.show_value(3.0)
        image, mark = picture.grab().toImage(), theme.palette.accent
        ratio = picture.devicePixelRatio()
        xs = [x for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == mark]
        middles[move] = sum(xs) / len(xs) / ratio
    assert middles[NeckMove.TURN_LEFT] < 150 < middles[NeckMove.TURN_RIGHT]
