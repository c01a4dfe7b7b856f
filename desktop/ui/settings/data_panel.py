"""Your data: where it lies, copies of it out and in, backups, and erasing it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from desktop.ui.settings.backup_list import BackupList
from desktop.ui.settings.bringing_in import BringingIn
from desktop.ui.settings.taking_out import TakingOut
from desktop.ui.theme import Theme, set_kind
from desktop.ui.widgets.button_row import ButtonRow
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.question import Question


class DataPanel(Panel):
    """Signals: `folder_wanted()` to see it, `erase_wanted()` to be asked, `erase_accepted()` once that was answered;
    those of `out`, `into` and `backups`."""

    folder_wanted = Signal()
    erase_wanted = Signal()
    erase_accepted = Signal()

    def __init__(self, theme: Theme, folder: str) -> None:
        super().__init__(theme)
        today = date.today()  # noqa: DTZ011 - the user's own day
        self.out, self.into, self.backups = TakingOut(theme, today), BringingIn(), BackupList()
        self.folder_button, self.erase_button = QPushButton("Open the folder"), QPushButton("Erase everything ...")
        self.question = Question("Erase for good", "Keep everything", grave=True)
        self._lay_out(theme, folder)
        self.folder_button.clicked.connect(self.folder_wanted)
        self.erase_button.clicked.connect(self.erase_wanted)
        self.question.accepted.connect(self.erase_accepted)

    def _lay_out(self, theme: Theme, folder: str) -> None:
        heading = QLabel("Your data")
        set_kind(heading, "title")
        where = Paragraph(f"Everything stays on this machine, in {folder}.")
        where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        erase = QLabel("Erase")
        set_kind(erase, "strong")
        for widget in (
            heading, where, ButtonRow(self.folder_button),
            Divider(theme), self.out, Divider(theme), self.into, Divider(theme), self.backups, Divider(theme),
            erase, ButtonRow(self.erase_button), self.question,
        ):  # fmt: skip
            self.column.addWidget(widget)
