"""A few numbers, each with a word below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_XL, Theme, set_kind
from desktop.ui.widgets.panel import Panel


class FiguresStrip(Panel):
    """Numbers in a row, and a sentence that says the same to screen readers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, margin=SPACE_XL)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_XL)
        self.column.addLayout(self._row)
        self._note = QLabel()
        set_kind(self._note, "small", soft=True)
        self.column.addWidget(self._note)
        self._labels: list[tuple[QLabel, QLabel]] = []

    def tell(self, figures: Sequence[tuple[str, str]], note: str, sentence: str) -> None:
        """`figures` are pairs of a number and its word; `note` is told in small letters below them."""
        self.setAccessibleName(sentence)
        self._note.setText(note)
        while len(self._labels) < len(figures):
            self._add()
        for number, labels in enumerate(self._labels):
            texts = figures[number] if number < len(figures) else ("", "")
            for label, text in zip(labels, texts, strict=True):
                label.setText(text)
                label.setVisible(bool(text))

    def _add(self) -> None:
        number, word = QLabel(), QLabel()
        set_kind(number, "display")
        set_kind(word, "small", soft=True)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(number)
        column.addWidget(word)
        self._row.addLayout(column, 1)
        self._labels.append((number, word))
