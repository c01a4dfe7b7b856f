"""Copies to take along: everything, tables, a calendar, and the report on paper with its period."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.domain.span import Span
from desktop.ui.progress.span_picker import SpanPicker
from desktop.ui.theme import SPACE_M, Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.segments import Segments

KINDS = {
    "json": ("Everything (JSON) ...", "json", "everything"),
    "csv": ("Tables (CSV) ...", "zip", "tables"),
    "ics": ("Calendar (iCalendar) ...", "ics", "sessions"),
    "pdf": ("Save the report (PDF) ...", "pdf", "report"),
}
"""What can be written: its button, the ending of its file, and what the file is called."""
_PAPERS = (("a4", "A4"), ("letter", "Letter"))


class TakingOut(QWidget):
    """Signal: `wanted(str, Path)` one of KINDS and where to."""

    wanted = Signal(str, Path)

    def __init__(self, theme: Theme, today: date) -> None:
        super().__init__()
        self.buttons = {kind: QPushButton(words) for kind, (words, _, _) in KINDS.items()}
        self._picker = SpanPicker(theme, today, narrow=True)
        self._paper = Segments(theme, _PAPERS, "Paper")
        self._paper.setMaximumWidth(theme.room(260))
        self._told = Paragraph()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(_strong("Take a copy with you"))
        column.addWidget(
            _soft(
                "Only the first can be brought in again. A file lies where you put it, open to whoever can read there."
            )
        )
        column.addWidget(ButtonRow(*(self.buttons[kind] for kind in ("json", "csv", "ics"))))
        column.addWidget(_strong("Report for a physiotherapist or a doctor"))
        column.addWidget(_soft("Two pages: places, before and after, neck check, what was done, and your notes."))
        column.addWidget(self._picker)
        column.addWidget(self._paper)
        column.addWidget(ButtonRow(self.buttons["pdf"]))
        column.addWidget(self._told)
        self._told.hide()
        for kind, button in self.buttons.items():
            button.setProperty("kind_of_file", kind)
            button.clicked.connect(self._on_clicked)

    @property
    def span(self) -> Span:
        """The days the report is to speak of."""
        return self._picker.span

    @property
    def paper(self) -> str:
        return self._paper.key

    def set_paper(self, paper: str) -> None:
        """Raises KeyError for a paper there is none of."""
        self._paper.set_key(paper)

    def set_today(self, today: date) -> None:
        self._picker.set_today(today)

    def show_progress(self, text: str) -> None:
        """What is being written; empty once nothing is. Meanwhile nothing else can be asked for."""
        self._told.setText(text)
        self._told.setVisible(bool(text))
        for button in self.buttons.values():
            button.setEnabled(not text)

    def _on_clicked(self) -> None:
        kind = str(self.sender().property("kind_of_file"))
        _, ending, what = KINDS[kind]
        today = date.today().isoformat()  # noqa: DTZ011 - the user's own day
        chosen, _ = QFileDialog.getSaveFileName(self, "Save", f"unknot-{what}-{today}.{ending}", f"*.{ending}")
        if chosen:
            self.wanted.emit(kind, Path(chosen))


def _strong(text: str) -> QLabel:
    label = QLabel(text)
    set_kind(label, "strong")
    return label


def _soft(text: str) -> Paragraph:
    paragraph = Paragraph(text)
    set_kind(paragraph, "small", soft=True)
    return paragraph
