"""The safety check: what is due, and what was said before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.screening import Question
from desktop.ui.safety.consent_card import ConsentCard
from desktop.ui.safety.question_card import QuestionCard
from desktop.ui.theme import SPACE_M, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.layouts import empty
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.reading_page import ReadingPage
from desktop.ui.widgets.soft_edge import SoftEdge


class QuestionPage(QWidget):
    """Signals: `answered(object, object)`, dicts of question id to option ids: all, and those to be kept anew;
    `receiver_chosen(str)`, as offered; `cancelled()`."""

    answered = Signal(object, object)
    receiver_chosen = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[QuestionCard] = []
        self._consent: ConsentCard | None = None
        self._remembered: Mapping[str, frozenset[str]] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(SPACE_M)
        self._missing = QLabel()
        set_kind(self._missing, "small", soft=True)
        self._back = QPushButton("Back to the map")
        self._back.clicked.connect(self.cancelled)
        self._go_on = QPushButton("Continue")
        self._go_on.setProperty("role", "primary")
        self._go_on.clicked.connect(self._finish)
        self._build()

    def ask(
        self,
        due: Sequence[Question],
        remembered: Sequence[tuple[Question, frozenset[str]]],
        consent: Sequence[str] = (),
    ) -> None:
        """Shows the questions that are due, then those only to be confirmed, with the answer given last time.

        With `consent` there are two people: both confirm these lines, and it is the receiver who answers."""
        self._clear()
        if consent:
            self._consent = ConsentCard(consent, self._theme)
            self._consent.changed.connect(self._update)
            self._consent.receiver_chosen.connect(self.receiver_chosen)
            self._column.addWidget(self._consent)
        self._remembered = {question.id: answer for question, answer in remembered}
        for question in due:
            self._add(QuestionCard(question, self._theme))
        if remembered:
            still = QLabel("Still true?")
            set_kind(still, "title")
            self._column.addWidget(still)
        for question, answer in remembered:
            self._add(QuestionCard(question, self._theme, answer))
        self._update()
        (self._consent or self._cards[0]).setFocus()

    @property
    def consent(self) -> ConsentCard | None:
        return self._consent

    @property
    def cards(self) -> Sequence[QuestionCard]:
        return self._cards

    def _build(self) -> None:
        title = QLabel("Before you start")
        set_kind(title, "display")
        hint = Paragraph("A few short questions, asked for your safety. Your answers stay on this machine.")
        set_kind(hint, "body", soft=True)
        text = ReadingPage()
        text.column.addWidget(title)
        text.column.addWidget(hint)
        text.column.addLayout(self._column)
        text.column.addStretch()
        SoftEdge(text, self._theme, "ground")
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self._missing)
        foot.addWidget(self._back)
        foot.addWidget(self._go_on)
        foot.addStretch()
        foot.setSpacing(SPACE_M)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, SPACE_XL)
        page.addWidget(text)
        page.addLayout(foot)

    def _add(self, card: QuestionCard) -> None:
        card.changed.connect(self._update)
        self._cards.append(card)
        self._column.addWidget(card)

    def _clear(self) -> None:
        self._cards.clear()
        self._consent = None
        empty(self._column)

    def _update(self) -> None:
        open_ = sum(card.answer is None for card in self._cards)
        open_ += self._consent.open if self._consent is not None else 0
        self._go_on.setEnabled(open_ == 0)
        self._missing.setText(f"{open_} still open" if open_ else "")

    def _finish(self) -> None:
        answers = {card.question.id: card.answer for card in self._cards}
        fresh = {name: answer for name, answer in answers.items() if answer != self._remembered.get(name)}
        self.answered.emit(answers, fresh)
