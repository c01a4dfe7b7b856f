"""The safety check used: consent of two, places left alone, another routine offered."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.answers import LOCKED
from desktop.domain.body import Place, Side
from desktop.domain.screen import instead, screen
from desktop.domain.screening import Plan, Refusal
from desktop.ui.safety.safety_place import SafetyPlace
from desktop.ui.theme import Theme
from desktop.ui.widgets.paragraph import Paragraph
from tests.ui.conftest import in_window

GUIDE = load_guide()


@pytest.fixture
def place(qtbot: QtBot, qapp: QApplication) -> Iterator[SafetyPlace]:
    theme = Theme("light")
    theme.apply(qapp)
    place = SafetyPlace(theme, GUIDE, load_atlas())
    window = in_window(qtbot, place, 1200, 760)
    yield place
    window.hide()


def button(parent: QWidget, text: str) -> QPushButton:
    return next(found for found in parent.findChildren(QPushButton) if found.text() == text)


def answer(place: SafetyPlace, **ticked: str) -> None:
    for card in place.questions.cards:
        wish = ticked.get(card.question.id)
        button(card, "Yes or not sure" if wish else "No").click()
        if wish:
            card.tick(wish)


def go_on(place: SafetyPlace) -> None:
    button(place.questions, "Continue").click()


def test_two_people_confirm_every_line_before_they_go_on(place: SafetyPlace) -> None:
    place.ask(GUIDE.safety.questions, [], consent=GUIDE.safety.consent)
    answer(place)
    assert not button(place.questions, "Continue").isEnabled()
    assert place.questions.consent is not None
    for box in place.questions.consent.boxes:
        box.setChecked(True)
    assert button(place.questions, "Continue").isEnabled()


def test_alone_nobody_has_to_consent(place: SafetyPlace) -> None:
    place.ask(GUIDE.safety.questions, [])
    assert place.questions.consent is None


def test_a_place_to_be_left_alone_is_marked_and_kept(place: SafetyPlace) -> None:
    spy = QSignalSpy(place.answered)
    place.ask(GUIDE.safety.questions, [])
    answer(place, Q7="skin")
    go_on(place)
    assert place.currentWidget() is place.places
    place.places.marks.choose([Place("nape", Side.LEFT)])
    place.places.marks.choose([Place("jaw", Side.LEFT)])
    place.places.marks.choose([Place("jaw", Side.LEFT)])
    button(place.places, "Leave these alone").click()
    answers, fresh = spy.at(0)
    assert answers[LOCKED] == fresh[LOCKED] == {"nape"}


def test_a_mark_from_before_stays_without_asking_again(place: SafetyPlace) -> None:
    spy = QSignalSpy(place.answered)
    skin = next(question for question in GUIDE.safety.questions if question.id == "Q7")
    others = [question for question in GUIDE.safety.questions if question is not skin]
    place.ask(others, [(skin, frozenset({"skin"}))], locked=frozenset({"nape"}))
    for card in place.questions.cards[:-1]:
        button(card, "No").click()
    go_on(place)
    answers, fresh = spy.at(0)
    assert answers[LOCKED] == {"nape"}
    assert LOCKED not in fresh


def test_a_mark_goes_when_its_answer_goes(place: SafetyPlace) -> None:
    spy = QSignalSpy(place.answered)
    place.ask(GUIDE.safety.questions, [], locked=frozenset({"nape"}))
    answer(place)
    go_on(place)
    answers, fresh = spy.at(0)
    assert answers[LOCKED] == fresh[LOCKED] == frozenset()


def test_a_refused_routine_offers_another_by_name(place: SafetyPlace) -> None:
    given = {"Q5": frozenset({"osteoporosis"})}
    refusal = screen(GUIDE, GUIDE.routines["RT17"], given, 20)
    assert isinstance(refusal, Refusal)
    place.show_outcome(refusal, instead(GUIDE, refusal, given, 20))
    spy = QSignalSpy(place.instead_accepted)
    assert "Ten-minute desk break" in place.outcome.told
    button(place.outcome, "Start Ten-minute desk break").click()
    assert spy.count() == 1


def test_an_emergency_offers_no_routine_and_no_exercise(place: SafetyPlace) -> None:
    given = {"Q1": frozenset({"yes"})}
    refusal = screen(GUIDE, GUIDE.routines["RT01"], given, 20)
    assert isinstance(refusal, Refusal)
    place.show_outcome(refusal, instead(GUIDE, refusal, given, 20))
    shown = {found.text() for found in place.outcome.findChildren(QPushButton) if not found.isHidden()}
    assert shown == {"Back to the map"}


def test_a_gentle_version_names_each_step_that_is_left_out_and_why(place: SafetyPlace) -> None:
    given = {q.id: frozenset({q.options[0].id}) for q in GUIDE.safety.questions} | {LOCKED: frozenset({"occiput"})}
    plan = screen(GUIDE, GUIDE.routines["RT02"], given, 20)
    assert isinstance(plan, Plan)
    place.show_outcome(plan)
    assert "9:10 of 10:00 minutes" in place.outcome.told
    assert "Left out: Long closing strokes. Back of the head is left out today." in place.outcome.told


def test_an_implant_keeps_a_hand_away(place: SafetyPlace) -> None:
    """A hand's width round an implant may reach into the next region: that is to be marked as well (5.2 B)."""
    said = " ".join(label.text() for label in place.places.findChildren(Paragraph))
    assert "implant that is less than a hand away" in said
