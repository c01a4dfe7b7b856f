"""What follows the stop key: a card with a choice, and for everything that felt wrong what the sign asks for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.signs import Reaction, Sign, sign
from desktop.ui.player.conductor import Conductor
from desktop.ui.player.stop_card import StopCard
from desktop.ui.theme import Theme

LIGHTER_AFTER_PAIN = -2


class Stopping(QObject):
    """One session's stops. Signals: `ended()` where somebody ends here; `left()` once a session that a sign has ended
    is put away."""

    ended = Signal()
    left = Signal()

    def __init__(self, theme: Theme, signs: Sequence[Sign], place: QWidget) -> None:
        super().__init__(place)
        self._signs = signs
        self._conductor: Conductor | None = None
        self._pains = 0
        self.card = StopCard(theme, signs, place)
        self.card.hide()
        self.card.go_on_wished.connect(self._go_on)
        self.card.end_wished.connect(self._end)
        self.card.sign_told.connect(self._on_sign)
        self.card.lighter_wished.connect(self._go_on_lighter)
        self.card.skip_wished.connect(self._go_on_without_step)
        self.card.left.connect(self.left)

    def follow(self, conductor: Conductor | None) -> None:
        """Whose session the card is about; None between sessions."""
        self._conductor, self._pains = conductor, 0

    def _go_on(self) -> None:
        if self._conductor is not None:
            self._conductor.go_on()

    def _go_on_lighter(self) -> None:
        if self._conductor is not None:
            self._conductor.go_on()
            self._conductor.press(LIGHTER_AFTER_PAIN)

    def _go_on_without_step(self) -> None:
        if self._conductor is not None:
            self._conductor.go_on()
            self._conductor.next_step()

    def _end(self) -> None:
        if self._conductor is not None:
            self._conductor.stop()
            self.ended.emit()

    def _on_sign(self, sign_id: str) -> None:
        """It is kept, and the sign says whether the session can go on (content sheet 5.5)."""
        if self._conductor is None:
            return
        told = sign(self._signs, sign_id)
        self._conductor.felt_wrong(sign_id)
        if told.reaction is Reaction.LIGHTEN:
            self._pains += 1
            told = told.then if told.then and self._pains > 1 else told
        if told.reaction is Reaction.END:
            self._conductor.stop()
        self.card.advise(told)
