"""One question of the safety check: no, or yes with its follow-ups."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.domain.screening import Question
from desktop.ui.theme import SPACE_S, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.tick_box import TickBox

NOT_SURE = "not_sure"


class QuestionCard(Panel):
    """Signals: `changed()` whenever `answer` may have changed.

    `answer` is None until touched; yes without a follow-up ticked counts as not sure."""

    changed = Signal()

    def __init__(self, question: Question, theme: Theme, remembered: frozenset[str] = frozenset()) -> None:
        super().__init__(theme)
        self.question = question
        self.column.addWidget(Paragraph(question.text))
        self._no = self._answer_button("No")
        self._yes = self._answer_button("Yes or not sure")
        self._group = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        for button in (self._no, self._yes):
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.column.addLayout(row)
        self._details = self._follow_ups()
        self.column.addWidget(self._details)
        self._details.hide()
        self._remember(remembered)
        self._group.buttonClicked.connect(self._on_answer)

    @property
    def answer(self) -> frozenset[str] | None:
        """Ids of the options that hold; None while unanswered."""
        if self._no.isChecked():
            return frozenset({self.question.options[0].id})
        if not self._yes.isChecked():
            return None
        if not self._boxes:
            return frozenset({self.question.options[1].id})
        ticked = frozenset(name for name, box in self._boxes.items() if box.isChecked())
        return ticked or frozenset({NOT_SURE})

    def tick(self, option: str) -> None:
        """Ticks a follow-up where there are any. Raises KeyError for one that is not offered."""
        if self._boxes:
            self._boxes[option].setChecked(True)

    def _answer_button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        button.setCheckable(True)
        button.setProperty("role", "choice")
        button.setAccessibleName(text)
        button.setAccessibleDescription(self.question.text)
        return button

    def _follow_ups(self) -> QWidget:
        """Tick boxes for the options after the plain no; none where yes has only one meaning."""
        details = QWidget()
        column = QVBoxLayout(details)
        column.setContentsMargins(SPACE_XL, 0, 0, 0)
        column.setSpacing(SPACE_S)
        hint = Paragraph("Tick what fits. If you are not sure, leave it open: we take the careful way.")
        set_kind(hint, "small", soft=True)
        column.addWidget(hint)
        self._boxes: dict[str, TickBox] = {}
        for option in self.question.options[1:] if len(self.question.options) > 2 else ():
            box = TickBox(option.text, self._theme)
            box.toggled.connect(self._on_answer)
            self._boxes[option.id] = box
            column.addWidget(box)
        return details

    def _remember(self, remembered: frozenset[str]) -> None:
        if not remembered:
            return
        self._no.setChecked(self.question.options[0].id in remembered)
        self._yes.setChecked(not self._no.isChecked())
        for name, box in self._boxes.items():
            box.setChecked(name in remembered)
        self._details.setVisible(self._yes.isChecked() and bool(self._boxes))

    def _on_answer(self) -> None:
        self._details.setVisible(self._yes.isChecked() and bool(self._boxes))
        self.changed.emit()
