"""How a day is: four scales and two questions, kept with Enter (content sheet 6.1)."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.domain.captions import day_words
from desktop.domain.records import DailyCheckIn
from desktop.ui.diary.labelled import scale_row
from desktop.ui.diary.sheet import Sheet
from desktop.ui.diary.yes_no import YesNo
from desktop.ui.theme import Theme, set_kind
from desktop.ui.widgets.date_field import DateField
from desktop.ui.widgets.paragraph import Paragraph
from desktop.ui.widgets.scale_slider import Scale, ScaleSlider
from desktop.ui.widgets.tension_slider import TENSION

_SCALES: Final = (
    ("tension", "Tension", "How tense is the day?", TENSION),
    ("stress", "Stress", "How much stress is there?", Scale("none", "very much")),
    ("sleep", "Sleep last night", "How was the sleep last night?", Scale("terrible", "excellent")),
    (
        "pain",
        "Pain, average of the last 24 hours",
        "Pain, average of the last 24 hours:",
        Scale("none", "worst there is"),
    ),
)


class CheckInForm(Sheet):
    """Signals: `kept(DailyCheckIn)`; `day_wanted(date)` another day is to be filled in: `present` answers it.

    What is not touched stays unanswered."""

    day_wanted = Signal(object)

    def __init__(self, theme: Theme, day: date, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Check in", parent)
        self._today = today
        self._earlier: DailyCheckIn | None = None
        self._known = False
        self.day = DateField(theme, "Day", day, today)
        self.day.changed.connect(self._on_day)
        self._note = Paragraph()
        set_kind(self._note, "small", soft=True)
        head = QHBoxLayout()
        head.addWidget(self._note, 1)
        head.addWidget(self.day)
        self.column.addLayout(head)
        self.scales: dict[str, ScaleSlider] = {}
        for field, label, question, scale in _SCALES:
            row, self.scales[field] = scale_row(theme, label, question, scale)
            self.scales[field].value_changed.connect(self._check)
            self.column.addWidget(row)
        self.headache, self.painkiller = YesNo("A headache today?"), YesNo("A painkiller today?")
        for answer in (self.headache, self.painkiller):
            answer.changed.connect(self._check)
            self.column.addWidget(answer)
        self.column.addStretch(1)
        self._say_day()
        self._check()
        self.scales["tension"].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def present(self, day: date, found: DailyCheckIn | None) -> None:
        """Fills in what was kept of a day, where nothing else was answered meanwhile; nothing happens where another day
        is chosen by now. Before that nothing can be kept: it would replace what is not seen yet."""
        if day != self.day.day:
            return
        self._earlier, self._known = found, True
        if found is not None:
            self._fill_in(found)
        self._say_day()
        self._check()

    def on_keep(self) -> None:
        at = self._earlier.at if self._earlier else datetime.now(UTC).astimezone()
        values = {field: slider.value for field, slider in self.scales.items()}
        self.kept.emit(
            DailyCheckIn(self.day.day, at, **values, headache=self.headache.value, painkiller=self.painkiller.value)
        )
        self.accept()

    def _fill_in(self, found: DailyCheckIn) -> None:
        for field, slider in self.scales.items():
            if slider.value is None:
                slider.set_value(getattr(found, field))
        for answer, kept in ((self.headache, found.headache), (self.painkiller, found.painkiller)):
            if answer.value is None:
                answer.set_value(kept)

    def _on_day(self, day: date) -> None:
        self._earlier, self._known = None, False
        for slider in self.scales.values():
            slider.set_value(None)
        for answer in (self.headache, self.painkiller):
            answer.set_value(None)
        self.day_wanted.emit(day)
        self._say_day()

    def _say_day(self) -> None:
        when = "today" if self.day.day == self._today else f"on {day_words(self.day.day)}"
        self._note.setText(
            f"Kept {when} already; keeping again replaces it." if self._earlier else "Tab, a number, Enter."
        )
        past = "today" if self.day.day == self._today else "that day"
        self.headache.ask(f"A headache {past}?")
        self.painkiller.ask(f"A painkiller {past}?")

    def _check(self) -> None:
        answers = (self.headache.value, self.painkiller.value)
        given = [slider.value for slider in self.scales.values()] + list(answers)
        self.keep.setEnabled(self._known and any(value is not None for value in given))
