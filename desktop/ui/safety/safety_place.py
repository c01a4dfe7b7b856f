"""The safety check as one place: the questions, the places to be left alone, then what they lead to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.answers import LOCKED, asks_for_places
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.screening import Plan, Question, Refusal
from desktop.ui.safety.breathing_page import BreathingPage
from desktop.ui.safety.outcome_page import OutcomePage
from desktop.ui.safety.places_page import PlacesPage
from desktop.ui.safety.question_page import QuestionPage
from desktop.ui.theme import Theme

Chosen = dict[str, frozenset[str]]


class SafetyPlace(QStackedWidget):
    """Signals: `answered(object, object)` dicts of question id to option ids: all, and those to be kept anew;
    `receiver_chosen(str)` another one of those offered; `accepted()` the gentle version; `instead_accepted()` what is
    offered in its place; `left()` back to the map."""

    answered = Signal(object, object)
    receiver_chosen = Signal(str)
    accepted = Signal()
    instead_accepted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, guide: Guide, atlas: Atlas) -> None:
        super().__init__()
        self._theme, self._guide, self._atlas = theme, guide, atlas
        self._places: PlacesPage | None = None
        self._locked: frozenset[str] = frozenset()
        self._answers: tuple[Chosen, Chosen] = ({}, {})
        self.questions = QuestionPage(theme)
        self.outcome = OutcomePage(theme, guide.safety)
        self.breathing = BreathingPage(theme)
        for page in (self.questions, self.outcome, self.breathing):
            self.addWidget(page)
        self.questions.answered.connect(self._on_answered)
        self.questions.receiver_chosen.connect(self.receiver_chosen)
        self.questions.cancelled.connect(self.left)
        self.outcome.accepted.connect(self.accepted)
        self.outcome.instead_accepted.connect(self.instead_accepted)
        self.outcome.breathing_wished.connect(self.breathe)
        self.outcome.left.connect(self.left)
        self.breathing.left.connect(self.left)

    @property
    def places(self) -> PlacesPage:
        """Where places are marked; made when an answer first asks for it."""
        if self._places is None:
            self._places = PlacesPage(self._atlas, self._guide, self._theme)
            self._places.marked.connect(self._on_marked)
            self._places.cancelled.connect(self._back_to_questions)
            self.addWidget(self._places)
        return self._places

    def ask(
        self,
        due: Sequence[Question],
        remembered: Sequence[tuple[Question, frozenset[str]]],
        locked: frozenset[str] = frozenset(),
        consent: Sequence[str] = (),
    ) -> None:
        """`locked` are the regions marked before; `consent` as in `QuestionPage.ask`."""
        self._locked = locked
        self.questions.ask(due, remembered, consent)
        self.setCurrentWidget(self.questions)

    def offer_receivers(self, people: Sequence[tuple[str, str]], chosen: str) -> None:
        """After `ask` with consent: who is massaged, as in `ConsentCard.offer_receivers`; nobody to choose from is
        nothing to ask."""
        if people and self.questions.consent is not None:
            self.questions.consent.offer_receivers(people, chosen)

    def show_outcome(self, outcome: Plan | Refusal, instead: Plan | None = None) -> None:
        """`instead` may be done in place of a routine that was refused."""
        self.outcome.show_outcome(outcome, instead)
        self.setCurrentWidget(self.outcome)

    def _on_answered(self, answers: Chosen, fresh: Chosen) -> None:
        self._answers = (answers, fresh)
        asked = asks_for_places(self._guide.safety, answers)
        if asked and (asks_for_places(self._guide.safety, fresh) or not self._locked):
            self.places.ask(self._locked)
            self.setCurrentWidget(self.places)
        else:
            self._on_marked(self._locked if asked else frozenset())

    def _on_marked(self, regions: frozenset[str]) -> None:
        answers, fresh = self._answers
        kept = {} if regions == self._locked else {LOCKED: regions}
        self.answered.emit({**answers, LOCKED: regions}, {**fresh, **kept})

    def _back_to_questions(self) -> None:
        self.setCurrentWidget(self.questions)

    def breathe(self) -> None:
        """Breathing alone, which is always left."""
        self.breathing.begin()
        self.setCurrentWidget(self.breathing)
