"""How is it? Asked over the stage for a few seconds; the routine goes on meanwhile."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QWidget

from desktop.domain.check_ins import QUESTION, asked_at
from desktop.ui.theme import SPACE_M, SPACE_S, Theme, set_kind
from desktop.ui.widgets.panel import Panel

_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class CheckIn(Panel):
    """Signals: `lighter()`, `stopped()`, and `asked()` when the question comes. Hidden while nothing is asked."""

    lighter = Signal()
    stopped = Signal()
    asked = Signal()

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(theme, stage, margin=SPACE_S)
        self._stage = stage
        self._moments: tuple[float, ...] = ()
        self._moment: float | None = None
        self._answered: float | None = None
        question = QLabel(QUESTION)
        set_kind(question, "strong")
        self._row = row = QBoxLayout(_BESIDE)
        row.setContentsMargins(SPACE_M, 0, 0, 0)
        row.setSpacing(SPACE_S)
        row.addWidget(question)
        for text, keys, slot in (
            ("Lighter", "Down", self._on_lighter), ("Good as it is", "", self._on_same), ("Stop", "Esc", self._on_stop),
        ):  # fmt: skip
            button = QPushButton(text)
            button.setAccessibleName(f"{QUESTION} {text}")
            button.setToolTip(f"{text}  ({keys})" if keys else text)
            button.clicked.connect(slot)
            row.addWidget(button)
        self.column.addLayout(row)
        self.setAccessibleName(QUESTION)
        self.hide()
        stage.installEventFilter(self)

    def set_moments(self, moments: Sequence[float]) -> None:
        """When to ask in the session that begins."""
        self._moments, self._moment, self._answered = tuple(moments), None, None
        self.hide()

    def follow(self, t: float) -> None:
        """Asks, or stops asking, at guide second `t`."""
        moment = asked_at(self._moments, t)
        if moment == self._moment:
            return
        self._moment = moment
        wanted = moment is not None and moment != self._answered
        self.setVisible(wanted)
        if wanted:
            self._place()
            self.raise_()
            self.asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """At the top of the stage, in one line where that is wide enough."""
        self._row.setDirection(_BESIDE)
        if self.sizeHint().width() > self._stage.width() - 2 * SPACE_M:
            self._row.setDirection(_BELOW)
        self.adjustSize()
        self.move((self._stage.width() - self.width()) // 2, SPACE_M)

    def _on_lighter(self) -> None:
        self._on_same()
        self.lighter.emit()

    def _on_stop(self) -> None:
        self._on_same()
        self.stopped.emit()

    def _on_same(self) -> None:
        self._answered = self._moment
        self.hide()
        self._stage.setFocus()
