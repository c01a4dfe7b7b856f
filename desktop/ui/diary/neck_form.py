"""The neck check: what to know before, one movement after the other, and what came of it (content sheet 6.4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.neck_guide import BEFORE, GENTLY, LEFT_OUT, STOP, left_out
from desktop.domain.neck_series import value_of
from desktop.domain.neck_words import MOVE_NAMES, value_words
from desktop.domain.screening import Question
from desktop.ui.diary.labelled import Labelled
from desktop.ui.diary.moment_row import MomentRow
from desktop.ui.diary.neck_move_page import NeckMovePage
from desktop.ui.diary.sheet import Sheet
from desktop.ui.safety.question_card import QuestionCard
from desktop.ui.theme import SPACE_M, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.paragraph import Paragraph

_FIRST, _LAST = 0, len(NeckMove) + 1


class NeckForm(Sheet):
    """`questions` are those of the safety check that have to be answered first. Signals: `kept(NeckCheck)`;
    `answered(object)` what was answered to them, by question."""

    answered = Signal(object)

    def __init__(
        self, theme: Theme, today: date, check: NeckCheck, questions: Sequence[Question] = (),
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(theme, "Neck check", parent)
        self._check_given = check
        self.cards = [QuestionCard(question, theme) for question in questions]
        self.moves = [NeckMovePage(theme, move, check.tries.get(move, ())) for move in NeckMove]
        self.moment, self.note = MomentRow(theme, check.at, today), QLineEdit(check.note)
        self._sum = Paragraph()
        self._pages = (self._make_first(), *self.moves, self._make_last())
        self._page = _FIRST
        self.back, self.skip = QPushButton("Back"), QPushButton("Leave this one out")
        self.back.clicked.connect(self._on_back)
        self.skip.clicked.connect(self._on_skip)
        self._stop = Paragraph(STOP)
        set_kind(self._stop, "small", soft=True)
        for page in self._pages:
            self.column.addWidget(page)
        self.column.addWidget(ButtonRow(self.back, self.skip))
        self.column.addWidget(self._stop)
        self.column.addStretch(1)
        for card in self.cards:
            card.changed.connect(self._follow)
        for move in self.moves:
            move.changed.connect(self._follow)
        self._show(_FIRST)

    @property
    def page(self) -> int:
        """0 before the first movement, then their numbers, then what came of them."""
        return self._page

    @property
    def check(self) -> NeckCheck:
        """What has been entered so far."""
        tries = {page.move_: page.tries for page in self.moves if page.tries is not None}
        return replace(self._check_given, at=self.moment.at, tries=tries, note=self.note.text().strip())

    def on_keep(self) -> None:
        if self.page == _FIRST and not self._may_begin():
            self._leave_out()
        elif self.page < _LAST:
            self._show(self.page + 1)
        else:
            self.kept.emit(self.check)
            self.accept()

    def _may_begin(self) -> bool:
        given = {card.question.id: card.answer for card in self.cards if card.answer is not None}
        if given:
            self.answered.emit(given)
        return not left_out(given)

    def _leave_out(self) -> None:
        """Nothing is asked further: the answers leave the check out."""
        self._sum.setText(LEFT_OUT)
        self.moment.hide()
        self.note.hide()
        self._turn_to(_LAST)
        self.title.setText("The neck check is left out")
        self.keep.hide()
        self.leave.setText("Close")
        for widget in (self.back, self.skip, self._stop):
            widget.hide()

    def _show(self, page: int) -> None:
        self._turn_to(page)
        if 0 < page < _LAST:
            self.moves[page - 1].begin()
            name = MOVE_NAMES[self.moves[page - 1].move_]
            self.title.setText(f"{name}, {page} of {len(NeckMove)}")
        else:
            self.title.setText("Neck check")
            first = self.cards[0].findChild(QPushButton) if self.cards and page == _FIRST else None
            (first or self.keep).setFocus()
        self._sum.setText(_told(self.check))
        self._follow()

    def _turn_to(self, number: int) -> None:
        self._page = number
        for n, page in enumerate(self._pages):
            page.setVisible(n == number)

    def _follow(self) -> None:
        at_move = 0 < self.page < _LAST
        self.back.setVisible(self.page > _FIRST)
        self.skip.setVisible(at_move)
        self._stop.setText(GENTLY if at_move else STOP)
        self._stop.setVisible(self.page < _LAST)
        self.keep.setText({_FIRST: "Begin", _LAST: "Keep"}.get(self.page, "Next"))
        ready = all(card.answer is not None for card in self.cards)
        if at_move:
            ready = self.moves[self.page - 1].tries is not None
        self.keep.setEnabled(bool(self.check.tries) if self.page == _LAST else ready)

    def _on_back(self) -> None:
        self._show(self.page - 1)

    def _on_skip(self) -> None:
        self.moves[self.page - 1].clear()
        self._show(self.page + 1)

    def _make_first(self) -> QWidget:
        page, column = _page()
        for line in BEFORE:
            column.addWidget(Paragraph(line))
        for card in self.cards:
            column.addWidget(card)
        column.addStretch(1)
        return page

    def _make_last(self) -> QWidget:
        page, column = _page()
        self.note.setAccessibleName("A note, not required")
        self.note.setPlaceholderText("A note for yourself")
        column.addWidget(self._sum)
        column.addWidget(Labelled("When", self.moment))
        column.addWidget(self.note)
        column.addStretch(1)
        return page


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_M)
    return page, column


def _told(check: NeckCheck) -> str:
    lines = [f"{MOVE_NAMES[move]}: {value_words(move, value_of(check, move))}" for move in NeckMove]
    return "\n".join(lines) if check.tries else "Every movement was left out: there is nothing to keep."
