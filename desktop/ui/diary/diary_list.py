"""The list of the diary: two lines an entry, drawn only where they are seen."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.domain.diary import Entry
from desktop.domain.diary_words import line_of, title_of
from desktop.ui.diary.diary_model import ENTRY, DiaryModel, Index, icon_of, time_words
from desktop.ui.icons import paint_icon
from desktop.ui.theme import SPACE_M, SPACE_S, Theme

_NEAR_END = 600
"""Pixels before the end at which earlier days are asked for."""
_ICON = 18.0


class DiaryList(QListView):
    """Signals: `opened(Entry)` the one that is chosen; `delete_wanted(Entry)`; `edit_wanted(Entry)`; `more_wanted()`
    shortly before the end is reached."""

    opened = Signal(object)
    delete_wanted = Signal(object)
    edit_wanted = Signal(object)
    more_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DiaryModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(theme, self))
        self.setAccessibleName("Diary, newest first")
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._look_ahead)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.doubleClicked.connect(self._on_double_click)
        theme.changed.connect(self.doItemsLayout)

    @property
    def rows(self) -> DiaryModel:
        return self._model

    @property
    def current(self) -> Entry | None:
        index = self.currentIndex()
        entry: Entry | None = index.data(ENTRY) if index.isValid() else None
        return entry

    def choose(self, key: str, near: int = 0) -> None:
        """Goes to an entry; where it is not there, to one about row `near`."""
        row = self._model.row_of(key)
        if row is None:
            row = self._model.entry_row(near)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))
            self.scrollTo(self._model.index(row - 1))  # with the day it may be the first of

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, entry = event.key(), self.current
        if entry is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit(entry)
        elif entry is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit(entry)
        else:
            super().keyPressEvent(event)

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid() and (entry := index.data(ENTRY)) is not None:
            self.opened.emit(entry)

    def _on_double_click(self, index: QModelIndex) -> None:
        if (entry := index.data(ENTRY)) is not None:
            self.edit_wanted.emit(entry)

    def _look_ahead(self) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() and bar.value() >= bar.maximum() - _NEAR_END:
            self.more_wanted.emit()


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        small = QFontMetricsF(self._theme.font("small")).height()
        if index.data(ENTRY) is None:
            return QSize(120, round(small + 2 * SPACE_M))
        return QSize(120, round(QFontMetricsF(self._theme.font("strong")).height() + small + 2 * SPACE_S + 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRectF(option.rect)
        entry = index.data(ENTRY)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            self._paint_heading(painter, area, str(index.data()))
        else:
            self._paint_ground(painter, area.adjusted(0, 1, -4, -1), option.state)
            self._paint_entry(painter, area.adjusted(SPACE_M, SPACE_S, -SPACE_M - 4, -SPACE_S), entry)
        painter.restore()

    def _paint_heading(self, painter: QPainter, area: QRectF, text: str) -> None:
        painter.setFont(self._theme.font("small"))
        painter.setPen(self._theme.palette.text_soft)
        painter.drawText(area.adjusted(2, 0, 0, -4), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, text)

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        palette, chosen = self._theme.palette, bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setOpacity(1.0 if chosen else 0.5)
            painter.setBrush(palette.surface_soft if palette.dark else palette.surface)
            painter.drawRoundedRect(area, 10, 10)
            painter.setOpacity(1.0)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 10, 10)

    def _paint_entry(self, painter: QPainter, area: QRectF, entry: Entry) -> None:
        palette, size = self._theme.palette, _ICON * self._theme.growth
        paint_icon(painter, icon_of(entry), QRectF(area.left(), area.top() + 2, size, size), palette.accent_ink)
        words = area.adjusted(size + SPACE_M, 0, 0, 0)
        painter.setFont(self._theme.font("small"))
        painter.setPen(palette.text_soft)
        time = time_words(entry)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, time)
        room = words.width() - painter.fontMetrics().horizontalAdvance(time) - SPACE_S
        line = painter.fontMetrics().elidedText(line_of(entry), Qt.TextElideMode.ElideRight, round(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, line)
        painter.setFont(self._theme.font("strong"))
        painter.setPen(palette.text)
        title = painter.fontMetrics().elidedText(title_of(entry), Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
