"""The card of the stop key: let go, breathe, and then choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.domain.signs import Reaction, Sign, sign
from desktop.ui.theme import SPACE_M, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.choice_button import ChoiceButton
from desktop.ui.widgets.in_middle import lay_in_middle
from desktop.ui.widgets.layouts import empty
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph

WIDTH = 520
_PADDING = 48
"""Of a button, left and right together, and something for bolder letters."""


class StopCard(QWidget):
    """Lies over the frozen player. Signals: `go_on_wished()`, `end_wished()`, `sign_told(str)` with a sign's id,
    `lighter_wished()`, `skip_wished()`, and `left()` once a session that has ended here is put away."""

    go_on_wished = Signal()
    end_wished = Signal()
    sign_told = Signal(str)
    lighter_wished = Signal()
    skip_wished = Signal()
    left = Signal()

    def __init__(self, theme: Theme, signs: Sequence[Sign], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._signs = signs
        self._panel = Panel(theme, margin=SPACE_XL)
        lay_in_middle(self, self._panel)
        theme.changed.connect(self.update)

    def ask(self) -> None:
        """The first page, right after the stop key."""
        self._fill(
            "Let go slowly. Breathe.",
            ("Everything stands still. Take the time you need.",),
            (("go_on", "Go on", "primary"), ("end", "End here", ""), ("wrong", "Something felt wrong", "")),
        )

    def advise(self, told: Sign) -> None:
        """What to do about a sign, with the ways on that are left."""
        ways = {
            Reaction.END: (("left", "Back to the map", "primary"),),
            Reaction.WAIT: (
                ("skip", "It is gone: go on without this step", ""),
                *((f"sign:{later.id}", later.words, "") for later in (told.then,) if later),
            ),
            Reaction.LIGHTEN: (
                ("lighter", "Go on, two levels lighter", ""),
                ("skip", "Go on without this step", ""),
                ("end", "End here", ""),
            ),
        }
        self._fill(told.title, told.lines, ways[told.reaction])

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(self._theme.palette.ground_edge)
        veil.setAlphaF(0.82)
        QPainter(self).fillRect(self.rect(), veil)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Takes every click: what lies below is frozen."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, ChoiceButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def _ask_sign(self) -> None:
        choices = [(f"sign:{known.id}", known.words, "") for known in self._signs]
        self._fill("What did you notice?", (), (*choices, ("back", "Back", "plain")))

    def _fill(self, title: str, lines: Sequence[str], choices: Sequence[tuple[str, str, str]]) -> None:
        column, width = self._panel.column, self._theme.room(WIDTH)
        empty(column)
        self._panel.setFixedWidth(width)
        labels = [Paragraph(line) for line in (title, *lines)]
        set_kind(labels[0], "display")
        for label in labels:
            column.addWidget(label)
            label.show()
        column.addSpacing(SPACE_M)
        buttons = [_button(*choice, width - 2 * SPACE_XL) for choice in choices]
        for button in buttons:
            button.chosen.connect(self._on_chosen)
            column.addWidget(button)
            button.show()
        self.setAccessibleName(". ".join((title, *lines)))
        buttons[0].setFocus()

    def _on_chosen(self, choice: str) -> None:
        signals = {
            "go_on": self.go_on_wished,
            "end": self.end_wished,
            "lighter": self.lighter_wished,
            "skip": self.skip_wished,
            "left": self.left,
        }
        if choice in signals:
            signals[choice].emit()
        elif choice == "wrong":
            self._ask_sign()
        elif choice == "back":
            self.ask()
        else:
            self.sign_told.emit(sign(self._signs, choice.removeprefix("sign:")).id)


def _button(choice: str, text: str, role: str, width: int) -> ChoiceButton:
    button = ChoiceButton(choice, text)
    button.setText(broken(text, QFontMetricsF(button.font()), width - _PADDING))
    button.setProperty("role", role)
    return button


def broken(text: str, metrics: QFontMetricsF, width: float) -> str:
    """The text in lines no wider than `width` pixels where its words allow it: buttons do not break lines."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
