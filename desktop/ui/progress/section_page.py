"""What the pages of Progress have in common."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.progress.chart_card import ChartCard
from desktop.ui.theme import SPACE_L


class SectionPage(QWidget):
    """Cards one below the other in `column`. `present` gives the page what its section of the journal found.

    Signals: `told(str)` a sentence for the user; `check_in_wanted()` a chart could be filled by today's check-in."""

    told = Signal(str)
    check_in_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACE_L)

    def add_card(self, card: ChartCard, stretch: int = 0) -> None:
        """Below the others."""
        card.told.connect(self.told)
        self.column.addWidget(card, stretch)

    @abstractmethod
    def present(self, found: Any) -> None:
        """Shows it in place of what was shown before."""
