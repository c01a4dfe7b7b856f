"""The diary: what was done and written down, day by day, beside the one that is read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.diary import KINDS, Due, Entry, Kind, day_of, key_of
from desktop.domain.diary import DiaryPage as Page
from desktop.domain.guide import Guide
from desktop.ui.diary.diary_list import DiaryList
from desktop.ui.diary.due_strip import DueStrip
from desktop.ui.diary.entry_pane import EntryPane
from desktop.ui.progress.empty_note import EmptyNote
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_XL, Theme, set_kind
from desktop.ui.widgets.segments import Segments

_ALL: Final = "all"
_FILTERS: Final = (
    (_ALL, "Everything"),
    (Kind.SESSIONS, "Sessions"),
    (Kind.CHECK_INS, "Check-ins"),
    (Kind.NECK, "Neck checks"),
    (Kind.NOTES, "Notes"),
    (Kind.EFFECTS, "Unpleasant"),
)
ADDED: Final = {
    "session": "A session",
    "check_in": "A day's check-in",
    "neck": "A neck check",
    "note": "A note on a day",
    "effects": "Something unpleasant",
    "change": "How it is, compared with the start",
}
"""What can be written down, by the word `add_wanted` carries."""
_EMPTY = (
    "Nothing here yet. Sessions come by themselves; everything else, for any day, can be added with the button above."
)
_LIST_WIDTH = 380
_NONE = "Nothing of this kind yet."


class DiaryPage(QWidget):
    """Signals: `wanted(object, object, object)` the kinds, the day before which, and the day down to which to read:
    `present` or `add` answers; `add_wanted(str)` one of ADDED; `opened`, `edit_wanted`, `delete_wanted` carry an entry;
    `charts_wanted()` back to Progress."""

    wanted = Signal(object, object, object)
    add_wanted = Signal(str)
    opened = Signal(object)
    edit_wanted = Signal(object)
    delete_wanted = Signal(object)
    charts_wanted = Signal()

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._earlier: date | None = None
        self._reading = False
        self._wished: Entry | None = None
        self.filter = Segments(theme, _FILTERS, "Show")
        self.filter.set_key(_ALL)
        self.filter.chosen.connect(self._on_filter)
        self.list, self.pane, self.due = DiaryList(theme), EntryPane(theme, guide), DueStrip(theme)
        self.list.opened.connect(self._on_opened)
        self.list.more_wanted.connect(self._on_more)
        for source in (self.list, self.pane):
            source.edit_wanted.connect(self.edit_wanted)
            source.delete_wanted.connect(self.delete_wanted)
        self.add = QPushButton("Add")
        self._empty = EmptyNote()
        self._empty.accepted.connect(self._on_check_in)
        self._stack = QStackedWidget()
        self._lay_out()
        theme.changed.connect(self._fit_width)

    @property
    def kinds(self) -> Collection[Kind]:
        key = self.filter.key
        return frozenset(Kind) if key == _ALL else frozenset({Kind(key)})

    def go_to(self, entry: Entry) -> None:
        """Chooses an entry when it is read next: somebody has just written it down."""
        self._wished = entry
        if KINDS[type(entry)] not in self.kinds:
            self.filter.set_key(_ALL)

    def look(self) -> None:
        """Asks for what is shown anew, as far back as the entry that is looked at."""
        chosen = self._wished or self.list.current
        self.wanted.emit(self.kinds, None, day_of(chosen) if chosen else None)

    def present(self, kinds: Collection[Kind], page: Page) -> None:
        """Shows a page in place of everything; the entry that was chosen stays so where it is still there."""
        if kinds != self.kinds:
            return
        chosen = self._wished or self.list.current or self.pane.entry
        above, near = self.list.verticalScrollBar().value(), self.list.currentIndex().row()
        self._earlier, self._reading, self._wished = page.earlier, False, None
        self.list.rows.show(page.entries)
        everything = self.filter.key == _ALL
        self._empty.say(_EMPTY if everything else _NONE, "Check in now" if everything else "")
        self._stack.setCurrentIndex(1 if page.entries else 0)
        if page.entries:
            self.list.verticalScrollBar().setValue(above)
            self.list.choose(key_of(chosen) if chosen else "", near)

    def add_page(self, kinds: Collection[Kind], page: Page) -> None:
        """Puts earlier days below."""
        if kinds == self.kinds and self._reading:
            self._earlier, self._reading = page.earlier, False
            self.list.rows.add(page.entries)

    def show_whole(self, entry: Entry) -> None:
        """An entry read whole, where it is still the one that is looked at."""
        current = self.list.current
        if current is not None and key_of(current) == key_of(entry):
            self.pane.present(entry)

    def ask(self, due: Due) -> None:
        self.due.present(due)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.list.setFocus(event.reason())

    def _on_filter(self) -> None:
        self._reading = False
        self.wanted.emit(self.kinds, None, None)

    def _on_more(self) -> None:
        if self._earlier is not None and not self._reading:
            self._reading = True
            self.wanted.emit(self.kinds, self._earlier, None)

    def _on_opened(self, entry: Entry) -> None:
        self.pane.present(entry)
        self.opened.emit(entry)

    def _on_add(self, action: QAction) -> None:
        self.add_wanted.emit(action.data())

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = QWidget()
        across = QHBoxLayout(body)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(SPACE_L)
        across.addWidget(self.list)
        across.addWidget(self.pane, 1)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(body)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        column.setSpacing(SPACE_L)
        column.addLayout(self._head())
        column.addWidget(self.filter)
        column.addWidget(self.due)
        column.addWidget(self._stack, 1)
        self._fit_width()

    def _head(self) -> QHBoxLayout:
        title = QLabel("Diary")
        set_kind(title, "display")
        back, check_in = QPushButton("Back to the charts"), QPushButton("Check in")
        back.clicked.connect(self.charts_wanted)
        check_in.setProperty("role", "primary")
        check_in.setToolTip("How is the day?  (Ctrl+D)")
        check_in.clicked.connect(self._on_check_in)
        menu = QMenu(self.add)
        for key, words in ADDED.items():
            menu.addAction(words).setData(key)
        menu.triggered.connect(self._on_add)
        self.add.setMenu(menu)
        self.add.setAccessibleName("Add to the diary, for any day")
        head = QHBoxLayout()
        head.setSpacing(SPACE_M)
        head.addWidget(title, 1)
        for button in (back, self.add, check_in):
            head.addWidget(button)
        return head

    def _on_check_in(self) -> None:
        self.add_wanted.emit("check_in")

    def _fit_width(self) -> None:
        self.list.setFixedWidth(self._theme.room(_LIST_WIDTH))
        self.list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
