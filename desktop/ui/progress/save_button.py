"""Saves a card as a picture, a drawing or numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.ui.theme import Theme
from desktop.ui.widgets.icon_button import IconButton

KINDS = (("png", "Picture (PNG)"), ("svg", "Drawing (SVG)"), ("csv", "Numbers (CSV)"))
"""Endings and what they are called."""


class SaveButton(IconButton):
    """Asks for the kind, then for the file. Signal: `wanted(str, Path)` the ending and where to."""

    wanted = Signal(str, Path)

    def __init__(self, theme: Theme, what: str, parent: QWidget | None = None) -> None:
        """`what` names the card."""
        super().__init__(theme, "save", f"Save: {what}", parent)
        self._what = what
        self._menu = QMenu(self)
        for ending, name in KINDS:
            self._menu.addAction(f"{name} ...").setData(ending)
        self._menu.triggered.connect(self._on_kind)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_kind(self, action: QAction) -> None:
        ending = str(action.data())
        name = f"unknot {self._what.lower()} {date.today().isoformat()}.{ending}"  # noqa: DTZ011 - the user's own day
        chosen, _ = QFileDialog.getSaveFileName(self, f"Save: {self._what}", name.replace(" ", "-"), f"*.{ending}")
        if chosen:
            self.wanted.emit(ending, Path(chosen))
