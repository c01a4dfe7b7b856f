"""What the answers lead to: a gentle version, another suggestion, or advice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.screening import Card, Plan, Refusal, Safety
from desktop.ui.safety.question_page import WIDTH
from desktop.ui.theme import SPACE_M, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.panel import Panel


class OutcomePage(QWidget):
    """Signals: `accepted()` start the gentle version; `breathing_wished()`; `left()` back to the map."""

    accepted = Signal()
    breathing_wished = Signal()
    left = Signal()

    def __init__(self, theme: Theme, safety: Safety) -> None:
        super().__init__()
        self._theme = theme
        self._safety = safety
        self._panel = Panel(theme, margin=SPACE_XL)
        self._panel.setMaximumWidth(WIDTH)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(SPACE_M)
        self._panel.column.addLayout(self._lines)
        self._start = QPushButton("Start")
        self._breathe = QPushButton("Breathe for a while instead")
        self._back = QPushButton("Back to the map")
        self._start.setProperty("role", "primary")
        self._start.clicked.connect(self.accepted)
        self._breathe.clicked.connect(self.breathing_wished)
        self._back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_M)
        for button in (self._start, self._breathe, self._back):
            buttons.addWidget(button)
        buttons.addStretch()
        self._panel.column.addLayout(buttons)
        page = QVBoxLayout(self)
        page.addStretch()
        page.addWidget(self._panel, 0, Qt.AlignmentFlag.AlignHCenter)
        page.addStretch()

    def show_outcome(self, outcome: Plan | Refusal) -> None:
        if isinstance(outcome, Refusal):
            self._show_refusal(outcome)
        else:
            self._show_plan(outcome)

    def _show_plan(self, plan: Plan) -> None:
        """The gentle version: what is left out and how firm it stays (content sheet 5.4)."""
        left_out = ", ".join(dropped.step.name.lower() for dropped in plan.dropped)
        said = "Based on your answers this session"
        parts = []
        if left_out:
            parts.append(f"leaves out {left_out}")
        if plan.ceiling is not None:
            parts.append(f"stays at or below level {plan.ceiling}")
        minutes, seconds = divmod(round(plan.routine.total_seconds), 60)
        told = [f"{said} {' and '.join(parts)}."] if parts else []
        card = self._safety.cards.get(plan.card)
        advice = [f"{card.title}:", *card.lines] if card else []
        self._fill("A gentle version", [*told, *plan.notes, f"It takes {minutes}:{seconds:02d}.", *advice])
        self._offer(start=True, breathe=True)
        self._start.setFocus()

    def _show_refusal(self, refusal: Refusal) -> None:
        """No routine today: the card where there is one, the notes, and what is always possible."""
        card = self._safety.cards.get(refusal.card)
        lines = [*(card.lines if card else ()), *refusal.notes, self._safety.standing_line]
        self._fill(card.title if card else "Not this routine today", lines)
        self._offer(start=False, breathe=not _is_urgent(card))
        self._back.setFocus()

    def _fill(self, title: str, lines: Sequence[str]) -> None:
        while item := self._lines.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        heading = QLabel(title)
        set_kind(heading, "display")
        self._lines.addWidget(heading)
        for line in lines:
            label = QLabel(line)
            label.setWordWrap(True)
            label.setMinimumWidth(WIDTH - 120)
            self._lines.addWidget(label)
        self._panel.setAccessibleName(". ".join((title, *lines)))

    def _offer(self, start: bool, breathe: bool) -> None:
        self._start.setVisible(start)
        self._breathe.setVisible(breathe)


def _is_urgent(card: Card | None) -> bool:
    return card is not None and card.id == "emergency"
