"""A card with a question, the picture that answers it, and the honest sentence below."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.progress import chart_files
from desktop.ui.progress.empty_note import EmptyNote
from desktop.ui.progress.reading_table import ReadingTable
from desktop.ui.progress.save_button import SaveButton
from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_XL, SPACE_XS, Theme, set_kind
from desktop.ui.widgets.icon_button import IconButton
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph

_EMPTY_HEIGHT = 110


class ChartCard(Panel):
    """Question, subtitle, an optional legend, the charts side by side or their table, and the caption. It can be saved.

    Signals: `told(str)` a sentence for the user about a file that was saved or could not be; `action_wanted()` the
    button of an empty card."""

    told = Signal(str)
    action_wanted = Signal()

    def __init__(self, theme: Theme, question: str, table: ReadingTable) -> None:
        super().__init__(theme, margin=SPACE_XL)
        self._question = question
        self.table = table
        self.pictures = QHBoxLayout()
        self.pictures.setContentsMargins(0, 0, 0, 0)
        self.pictures.setSpacing(SPACE_L)
        self._tail = QWidget()
        self.tail = QHBoxLayout(self._tail)
        self.tail.setContentsMargins(0, 0, 0, 0)
        self.tail.setSpacing(SPACE_L)
        self._subtitle = QLabel()
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._height, self._empty = 0, False
        self._caption, self._info = Paragraph(), Paragraph()
        self._caption.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        set_kind(self._info, "small", soft=True)
        self._info.hide()
        self._about = IconButton(theme, "help", f"About this: {question}")
        self._about.clicked.connect(self._on_about)
        self._about.hide()
        self._note = EmptyNote()
        self._note.accepted.connect(self.action_wanted)
        self._switch = self._make_switch()
        self._save = SaveButton(theme, question)
        self._save.wanted.connect(self.save)
        self._stack = QStackedWidget()
        self.column.setSpacing(SPACE_M)
        self.column.addLayout(self._make_head())
        self.column.addWidget(self._make_stack(), 1)
        self.column.addWidget(self._caption)
        self.column.addWidget(self._info)
        theme.changed.connect(self._fit)

    def set_subtitle(self, text: str) -> None:
        self._subtitle.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the legend below the subtitle where both have no room side by side."""
        super().resizeEvent(event)
        title = self._subtitle.fontMetrics().horizontalAdvance(self._subtitle.text())
        beside = title + self._tail.sizeHint().width() + 2 * SPACE_XL + SPACE_L <= self.width()
        self._lower.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def set_caption(self, text: str, info: str = "") -> None:
        """The sentence below; `info` is told in small letters after it, once somebody asks for it."""
        self._caption.setText(text)
        self._caption.setAccessibleName(f"{text} {info}".strip())
        self._info.setText(info)
        self._about.setVisible(bool(info))
        self._info.setVisible(bool(info) and self._info.isVisibleTo(self))

    def set_height(self, height: int) -> None:
        """How high the picture is, in logical pixels at the normal text size; without it the card takes all it gets."""
        if not self._height:
            self.column.addStretch(1)
        self._height = height
        self._fit()

    def set_empty(self, words: str, action: str = "") -> None:
        """Shows words in place of the picture, with a button where there is an `action`; no words bring it back."""
        self._note.say(words, action)
        self._empty = bool(words)
        for widget in (self._switch, self._save):
            widget.setVisible(not words)
        self._tail.setVisible(not words)
        if words:
            self._stack.setCurrentWidget(self._note)
        elif self._stack.currentWidget() is self._note:
            self.show_table(False)
        self._fit()

    def show_table(self, wanted: bool) -> None:
        self._stack.setCurrentIndex(int(wanted))
        self._switch.setText("As a chart" if wanted else "As a table")
        self._switch.setAccessibleName(f"{self._question} {self._switch.text()}")

    def save(self, ending: str, file: Path) -> None:
        """Writes the card to a file: png, svg or csv. Raises KeyError for another ending."""
        makers = {"png": self._picture, "svg": self._drawing, "csv": self._numbers}
        try:
            file.write_bytes(makers[ending]())
        except OSError as error:
            self.told.emit(f"{file.name} could not be saved ({error.strerror}). Choose another folder.")
        else:
            self.told.emit(f"Saved as {file.name}.")

    def _picture(self) -> bytes:
        with self._bare():
            return chart_files.picture(self)

    def _drawing(self) -> bytes:
        with self._bare():
            return chart_files.drawing(self, self._question)

    def _numbers(self) -> bytes:
        return chart_files.numbers(self.table)

    @contextmanager
    def _bare(self) -> Iterator[None]:
        """The card without its buttons and without the focus, as somebody else should get it."""
        focused = QApplication.focusWidget()
        seen = [button for button in (self._switch, self._save, self._about) if button.isVisibleTo(self)]
        for button in seen:
            button.hide()
        if (now := QApplication.focusWidget()) is not None:
            now.clearFocus()
        yield
        for button in seen:
            button.show()
        if focused is not None:
            focused.setFocus()

    def _make_head(self) -> QVBoxLayout:
        title = QLabel(self._question)
        set_kind(title, "title")
        title.setWordWrap(True)
        set_kind(self._subtitle, "small", soft=True)
        self._subtitle.setWordWrap(True)
        upper, lower = QHBoxLayout(), self._lower
        upper.addWidget(title, 1)
        upper.addWidget(self._about)
        upper.addWidget(self._switch)
        upper.addWidget(self._save)
        lower.addWidget(self._subtitle, 1)
        lower.addWidget(self._tail)
        head = QVBoxLayout()
        head.setSpacing(SPACE_XS)
        head.addLayout(upper)
        head.addLayout(lower)
        return head

    def _make_switch(self) -> QPushButton:
        switch = QPushButton("As a table")
        switch.setProperty("role", "plain")
        switch.setAccessibleName(f"{self._question} As a table")
        switch.clicked.connect(self._on_switch)
        return switch

    def _make_stack(self) -> QStackedWidget:
        page = QWidget()
        page.setLayout(self.pictures)
        self._stack.addWidget(page)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._note)
        return self._stack

    def _fit(self) -> None:
        if self._height:
            height = min(self._height, _EMPTY_HEIGHT) if self._empty else self._height
            self._stack.setFixedHeight(self._theme.room(height))

    def _on_about(self) -> None:
        self._info.setVisible(not self._info.isVisible())

    def _on_switch(self) -> None:
        self.show_table(self._stack.currentIndex() == 0)
