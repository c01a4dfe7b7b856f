"""The backups there are, and going back to one of them in two clicks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.theme import SPACE_M, SPACE_S, set_kind
from desktop.ui.widgets.paragraph import Paragraph

RESTORE, SURE = "Restore", "Yes, go back to this"
_SHOWN = 5
_KEPT = "One a day is made by itself. The last seven are kept, and one a week of the last four weeks."


class BackupList(QWidget):
    """Signal: `wanted(int)` the number of a backup in the list last shown, after the second click."""

    wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        heading = QLabel("Backups")
        set_kind(heading, "strong")
        self._note = Paragraph()
        set_kind(self._note, "small", soft=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(SPACE_S)
        self.all_button = QPushButton("Show all")
        self.all_button.setProperty("role", "plain")
        self.all_button.clicked.connect(self._show_all)
        self._shown: list[QWidget] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_M)
        column.addWidget(heading)
        column.addWidget(self._note)
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addWidget(self.all_button)
        foot.addStretch()
        column.addLayout(foot)
        self.show_backups(())

    def show_backups(self, names: Sequence[str]) -> None:
        """What each is called, the newest first."""
        for row in self._shown:
            self._rows.removeWidget(row)
            row.deleteLater()
        self._shown = [_Row(self, number, name) for number, name in enumerate(names)]
        for number, row in enumerate(self._shown):
            self._rows.addWidget(row)
            row.setVisible(number < _SHOWN)
        self.all_button.setVisible(len(names) > _SHOWN)
        self._note.setText(_KEPT if names else f"{_KEPT} There is none yet.")

    def button(self, number: int) -> QPushButton:
        """The button of a backup."""
        row = self._shown[number]
        found = row.findChild(QPushButton)
        if found is None:
            raise LookupError(number)
        return found

    def ask_again(self, asked: QPushButton) -> None:
        """Only one of the buttons may wait for its second click."""
        for number in range(len(self._shown)):
            button = self.button(number)
            button.setText(SURE if button is asked else RESTORE)

    def _show_all(self) -> None:
        for row in self._shown:
            row.show()
        self.all_button.hide()


class _Row(QWidget):
    """A backup and its button: the first click asks, the second does it."""

    def __init__(self, list_: BackupList, number: int, name: str) -> None:
        super().__init__()
        self._list, self._number = list_, number
        self._button = QPushButton(RESTORE)
        self._button.setAccessibleName(f"{RESTORE}: {name}")
        self._button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Paragraph(name), 1)
        row.addWidget(self._button)

    def _on_clicked(self) -> None:
        if self._button.text() == RESTORE:
            self._list.ask_again(self._button)
        else:
            self._list.wanted.emit(self._number)
