"""How is it? Asked over the stage while the routine goes on: alone for a few seconds, of a partner until answered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QBoxLayout, QLabel, QWidget

from desktop.domain.check_ins import QUESTION, Answer, asked_at, asked_last
from desktop.ui.theme import SPACE_M, SPACE_S, Theme, set_kind
from desktop.ui.widgets.choice_button import ChoiceButton
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.resize_watch import ResizeWatch

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class CheckIn(Panel):
    """Signals: `chosen(str)` an Answer, and `asked(bool)` when the question comes and when it goes. Hidden while
    nothing is asked."""

    chosen = Signal(str)
    asked = Signal(bool)

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(theme, stage, margin=SPACE_S)
        self._stage = stage
        self._moments: tuple[float, ...] = ()
        self._moment: float | None = None
        self._answered: float | None = None
        self._of_partner = False
        self._buttons: list[ChoiceButton] = []
        question = QLabel(QUESTION)
        set_kind(question, "strong")
        self._row = row = QBoxLayout(_BESIDE)
        row.setContentsMargins(SPACE_M, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(question)
        for answer, text, keys in (
            (Answer.LIGHTER, "Lighter", "Down"), (Answer.SAME, "Good as it is", ""), (Answer.STOP, "Stop", "Esc"),
        ):  # fmt: skip
            button = ChoiceButton(answer, text)
            button.setAccessibleName(f"{QUESTION} {text}")
            button.setToolTip(f"{text}  ({keys})" if keys else text)
            button.chosen.connect(self.chosen)
            self._buttons.append(button)
            row.addWidget(button)
        self.column.addLayout(row)
        self.setAccessibleName(QUESTION)
        self.hide()
        ResizeWatch(self, stage).resized.connect(self._place)

    def set_moments(self, moments: Sequence[float]) -> None:
        """When to ask. What has been answered is not asked again."""
        self._moments = tuple(moments)

    def begin(self, of_partner: bool) -> None:
        """A session that begins. A partner is asked until they answer, with buttons of their own."""
        self._moment, self._answered, self._of_partner = None, None, of_partner
        self.hide()
        self._row.setContentsMargins(SPACE_M, 0, SPACE_M if of_partner else 0, 0)
        for button in self._buttons:
            button.setVisible(not of_partner)

    def answer(self) -> None:
        """Somebody has answered, here or elsewhere."""
        if self._moment is not None and self._answered != self._moment:
            self._answered = self._moment
            self._ask(False)

    def follow(self, t: float) -> None:
        """Asks, or stops asking, at guide second `t`."""
        moment = asked_last(self._moments, t) if self._of_partner else asked_at(self._moments, t)
        if moment != self._moment:
            self._moment = moment
            self._ask(moment is not None and moment != self._answered)

    def _place(self) -> None:
        """At the top of the stage, in one line where that is wide enough."""
        self._row.setDirection(_BESIDE)
        if self.sizeHint().width() > self._stage.width() - 2 * SPACE_M:
            self._row.setDirection(_BELOW)
        self.adjustSize()
        self.move((self._stage.width() - self.width()) // 2, SPACE_M)

    def _ask(self, wanted: bool) -> None:
        focused = QApplication.focusWidget()
        if not wanted and focused is not None and self.isAncestorOf(focused):
            self._stage.setFocus()
        self.setVisible(wanted)
        if wanted:
            self._place()
            self.raise_()
        self.asked.emit(wanted)
