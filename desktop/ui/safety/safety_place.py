"""The safety check as one place: the questions, then what they lead to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.screening import Plan, Question, Refusal, Safety
from desktop.ui.safety.breathing_page import BreathingPage
from desktop.ui.safety.outcome_page import OutcomePage
from desktop.ui.safety.question_page import QuestionPage
from desktop.ui.theme import Theme


class SafetyPlace(QStackedWidget):
    """Signals: `answered(object, object)` dicts of question id to option ids: all, and those to be kept anew;
    `accepted()` the gentle version; `left()` back to the map."""

    answered = Signal(object, object)
    accepted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, safety: Safety) -> None:
        super().__init__()
        self.questions = QuestionPage(theme)
        self.outcome = OutcomePage(theme, safety)
        self.breathing = BreathingPage(theme)
        for page in (self.questions, self.outcome, self.breathing):
            self.addWidget(page)
        self.questions.answered.connect(self.answered)
        self.questions.cancelled.connect(self.left)
        self.outcome.accepted.connect(self.accepted)
        self.outcome.breathing_wished.connect(self._breathe)
        self.outcome.left.connect(self.left)
        self.breathing.left.connect(self.left)

    def ask(self, due: Sequence[Question], remembered: Sequence[tuple[Question, frozenset[str]]]) -> None:
        self.questions.ask(due, remembered)
        self.setCurrentWidget(self.questions)

    def show_outcome(self, outcome: Plan | Refusal) -> None:
        self.outcome.show_outcome(outcome)
        self.setCurrentWidget(self.outcome)

    def _breathe(self) -> None:
        self.breathing.begin()
        self.setCurrentWidget(self.breathing)
