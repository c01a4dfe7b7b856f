"""The safety check as one place: the questions, then what they lead to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.screening import Safety
from desktop.ui.safety.outcome_page import OutcomePage
from desktop.ui.safety.question_page import QuestionPage
from desktop.ui.theme import Theme


class SafetyPlace(QStackedWidget):
    """Signals: `answered(object)` a dict of question id to option ids; `accepted()` the gentle version;
    `breathing_wished()`; `left()` back to the map."""

    answered = Signal(object)
    accepted = Signal()
    breathing_wished = Signal()
    left = Signal()

    def __init__(self, theme: Theme, safety: Safety) -> None:
        super().__init__()
        self.questions = QuestionPage(theme)
        self.outcome = OutcomePage(theme, safety)
        for page in (self.questions, self.outcome):
            self.addWidget(page)
        self.questions.answered.connect(self.answered)
        self.questions.cancelled.connect(self.left)
        self.outcome.accepted.connect(self.accepted)
        self.outcome.breathing_wished.connect(self.breathing_wished)
        self.outcome.left.connect(self.left)
