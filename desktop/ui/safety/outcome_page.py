"""What the answers lead to: a gentle version, or advice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from desktop.domain.screening import Plan, Refusal, Safety
from desktop.ui import words
from desktop.ui.theme import SPACE_M, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.reading_page import ReadingPage
from desktop.ui.widgets.step_strip import StepStrip

EMERGENCY = "emergency"


class OutcomePage(ReadingPage):
    """Signals: `accepted()` start the gentle version; `instead_accepted()` start what is offered in place of a refused
    routine; `breathing_wished()`; `left()` back to the map."""

    accepted = Signal()
    instead_accepted = Signal()
    breathing_wished = Signal()
    left = Signal()

    def __init__(self, theme: Theme, safety: Safety) -> None:
        super().__init__()
        self._safety = safety
        self._heading = Paragraph()
        set_kind(self._heading, "display")
        self._text = Paragraph()
        self._start = self._button("Start", "primary")
        self._instead = self._button("", "primary")
        self._breathe = self._button("Breathe instead")
        self._back = self._button("Back to the map")
        self._start.clicked.connect(self.accepted)
        self._instead.clicked.connect(self.instead_accepted)
        self._breathe.clicked.connect(self.breathing_wished)
        self._back.clicked.connect(self.left)
        panel = Panel(theme, margin=SPACE_XL)
        self._strip, self._left_out = StepStrip(theme), Paragraph()
        set_kind(self._left_out, "body", soft=True)
        panel.column.addWidget(self._heading)
        panel.column.addWidget(self._strip)
        panel.column.addWidget(self._text)
        panel.column.addWidget(self._left_out)
        panel.column.addSpacing(SPACE_M)
        panel.column.addWidget(ButtonRow(self._start, self._instead, self._breathe, self._back))
        self.column.addStretch()
        self.column.addWidget(panel)
        self.column.addStretch()

    @property
    def told(self) -> str:
        """All that is said."""
        return "\n".join(label.text() for label in (self._heading, self._text, self._left_out))

    def show_outcome(self, outcome: Plan | Refusal, instead: Plan | None = None) -> None:
        """`instead` is offered where the routine is refused."""
        if isinstance(outcome, Refusal):
            self._show_refusal(outcome, instead)
        else:
            self._show_plan(outcome)

    def _show_plan(self, plan: Plan) -> None:
        """The gentle version: how long and how firm it is, and what is left out (content sheet 5.4)."""
        kept, left_out = plan.routine, [dropped.step for dropped in plan.dropped]
        firm = f", at or below level {plan.ceiling} of 10" if plan.ceiling is not None else ""
        of = f" of {_minutes(kept.total_seconds + sum(s.seconds for s in left_out))}" if left_out else ""
        card = self._safety.cards.get(plan.card)
        advice = [f"{card.title}:", *card.lines] if card else []
        told = f"After your answers: {_minutes(kept.total_seconds)}{of} minutes{firm}."
        self._tell(f"A gentle version of {kept.short_title}", [told, *plan.notes, *advice])
        self._left_out.setText("\n".join(f"Left out: {d.step.name}. {d.reason}" for d in plan.dropped))
        self._left_out.setVisible(bool(left_out))
        steps = sorted((*kept.steps, *left_out), key=lambda step: step.number)
        self._strip.set_steps(steps, {step.number for step in left_out})
        self._strip.show()
        self._offer(start=True, breathe=True)
        self._start.setFocus()

    def _show_refusal(self, refusal: Refusal, instead: Plan | None) -> None:
        """Not this routine today: the card where there is one, the notes, another routine, what is always possible."""
        card = self._safety.cards.get(refusal.card)
        other = [_offered(instead)] if instead else []
        lines = [*(card.lines if card else ()), *refusal.notes, *other, self._safety.standing_line]
        self._tell(card.title if card else "Not this routine today", lines)
        self._left_out.clear()
        self._left_out.hide()
        self._strip.hide()
        self._offer(start=False, breathe=refusal.card != EMERGENCY, instead=instead)
        (self._instead if instead else self._back).setFocus()

    def _tell(self, title: str, lines: Sequence[str]) -> None:
        self._heading.setText(title)
        self._text.setText("\n\n".join(lines))
        self.setAccessibleName(title)

    def _offer(self, *, start: bool, breathe: bool, instead: Plan | None = None) -> None:
        self._start.setVisible(start)
        self._instead.setVisible(instead is not None)
        if instead is not None:
            self._instead.setText(f"Start {instead.routine.short_title}")
        self._breathe.setVisible(breathe)

    def _button(self, text: str, role: str = "") -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", role)
        return button


def _minutes(seconds: float) -> str:
    """Minutes and seconds: 19:10."""
    return "{}:{:02d}".format(*divmod(round(seconds), 60))


def _offered(plan: Plan) -> str:
    """What another routine would be like under the same answers."""
    gentle = ", in a gentle version" if plan.gentle else ""
    ceiling = f", at or below level {plan.ceiling}" if plan.ceiling is not None else ""
    minutes = words.minutes(plan.routine.total_seconds)
    return f"What fits today is {plan.routine.short_title}: {minutes}{gentle}{ceiling}."
