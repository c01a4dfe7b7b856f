"""The routines that work on what is chosen, and what the picked one consists of."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.domain.routine import Routine
from desktop.ui.map.routine_row import RoutineRow
from desktop.ui.theme import SPACE_M, SPACE_S, SPACE_XS, Theme, set_kind
from desktop.ui.widgets.layouts import empty


class RoutinePanel(QWidget):
    """`picked` carries the routine that Start would begin."""

    picked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[RoutineRow] = []
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._steps = StepList()
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(SPACE_XS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        heading = QLabel("What works here")
        set_kind(heading, "strong")
        column.addWidget(heading)
        column.addLayout(self._rows_column)
        column.addWidget(self._steps)

    @property
    def routine(self) -> Routine | None:
        return next((row.routine for row in self._rows if row.isChecked()), None)

    @property
    def rows(self) -> tuple[RoutineRow, ...]:
        return tuple(self._rows)

    def show_routines(self, routines: Sequence[Routine]) -> None:
        """Shows these and picks the first, or the one that was picked if it is still among them."""
        if [row.routine.id for row in self._rows] == [routine.id for routine in routines]:
            return
        before = self.routine
        for row in self._rows:
            self._group.removeButton(row)
            self._rows_column.removeWidget(row)
            row.deleteLater()
        self._rows = [RoutineRow(routine, self._theme, self) for routine in routines]
        for row in self._rows:
            self._group.addButton(row)
            self._rows_column.addWidget(row)
        kept = next((row for row in self._rows if before is not None and row.routine.id == before.id), None)
        if self._rows:
            self._pick(kept or self._rows[0])

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RoutineRow):
            self._pick(button)

    def _pick(self, row: RoutineRow) -> None:
        row.setChecked(True)
        self._steps.show_routine(row.routine)
        self.picked.emit(row.routine)


class StepList(QWidget):
    """The steps of a routine with their seconds, one line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(SPACE_M, 0, SPACE_M, 0)
        self._grid.setHorizontalSpacing(SPACE_S)
        self._grid.setVerticalSpacing(SPACE_XS)
        self._grid.setColumnStretch(1, 1)

    def show_routine(self, routine: Routine) -> None:
        empty(self._grid)
        for line, step in enumerate(routine.steps):
            self._add(line, 0, str(step.number))
            self._add(line, 1, step.name, soft=False)
            self._add(line, 2, f"{step.seconds:.0f} s")

    def _add(self, line: int, column: int, text: str, soft: bool = True) -> None:
        label = QLabel(text)
        if column == 1:
            label.setWordWrap(True)
        else:
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        set_kind(label, "small", soft=soft)
        self._grid.addWidget(label, line, column)
