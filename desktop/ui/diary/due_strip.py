"""What the diary asks by the way: a line that can be answered or left alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.domain.captions import day_words
from desktop.domain.diary import Due
from desktop.domain.session import SessionRecord
from desktop.ui.theme import SPACE_M, SPACE_S, Theme
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph


class DueStrip(Panel):
    """One question at a time. Signals: `nothing_unpleasant(SessionRecord)`, `effects_wanted(SessionRecord)`,
    `change_wanted()`, `neck_check_wanted()`. "Not now" lets the question go until the app is opened again."""

    nothing_unpleasant = Signal(object)
    effects_wanted = Signal(object)
    change_wanted = Signal()
    neck_check_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, margin=SPACE_M)
        self._due = Due()
        self._let_go: set[str] = set()
        self._asked = self._key = ""
        self._text = Paragraph()
        self._yes, self._no, self._leave = QPushButton(), QPushButton("No, nothing"), QPushButton("Not now")
        self._leave.setProperty("role", "plain")
        self._yes.clicked.connect(self._on_yes)
        self._no.clicked.connect(self._on_no)
        self._leave.clicked.connect(self._on_leave)
        self.column.setSpacing(SPACE_S)
        self.column.addWidget(self._text)
        self.column.addWidget(ButtonRow(self._no, self._yes, self._leave))
        self.hide()

    @property
    def asked(self) -> str:
        """effects, change or neck; empty where nothing is asked."""
        return self._asked

    def present(self, due: Due) -> None:
        """Asks the first of what is due and was not let go."""
        self._due = due
        session = due.effects_of
        asks = {
            f"effects {session.id}" if session else "": _effects_words(session) if session else "",
            "change": "Four weeks have passed. Compared with when you started, how is it now?" if due.change else "",
            "neck": "A neck check once a week shows how far it turns. It takes about three minutes."
            if due.neck
            else "",
        }
        self._key = next((key for key, text in asks.items() if text and key not in self._let_go), "")
        self._asked = self._key.partition(" ")[0]
        self._text.setText(asks.get(self._key, ""))
        self._no.setVisible(self._asked == "effects")
        self._yes.setText({"effects": "Yes", "neck": "Check the neck"}.get(self._asked, "Answer"))
        self.setVisible(bool(self._asked))

    def _on_yes(self) -> None:
        if self._asked == "effects":
            self.effects_wanted.emit(self._due.effects_of)
        elif self._asked == "change":
            self.change_wanted.emit()
        else:
            self.neck_check_wanted.emit()

    def _on_no(self) -> None:
        self.nothing_unpleasant.emit(self._due.effects_of)

    def _on_leave(self) -> None:
        self._let_go.add(self._key)
        self.present(self._due)


def _effects_words(session: SessionRecord) -> str:
    title = session.title.partition(" (")[0]
    return f"Anything unpleasant since last time? ({title}, {day_words(session.started_at.date())})"
