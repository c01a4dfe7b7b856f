"""The searchable list of regions beside the map: the same choice by keyboard and screen reader."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.domain.guide import Guide
from desktop.ui.map.region_model import CHOSEN, NOTE, SLUG, RegionModel, found_regions
from desktop.ui.map.selection import Selection
from desktop.ui.theme import SPACE_S, Theme, set_kind


class RegionList(QWidget):
    """`chosen` carries a region and whether it is added; `pointed` the region the keyboard or pointer is on, or ""."""

    chosen = Signal(str, bool)
    pointed = Signal(str)

    def __init__(self, guide: Guide, theme: Theme, selection: Selection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._selection = selection
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search: neck, clenching ...")
        self.search.setAccessibleName("Search places")
        self.search.setClearButtonEnabled(True)
        self._model = RegionModel(guide, selection, self)
        self._found = found_regions(self._model, self)
        self.list = RegionListView(theme)
        self.list.setModel(self._found)
        self._nothing = QLabel("Nothing by that name. Try a muscle or how it feels.")
        self._nothing.setWordWrap(True)
        set_kind(self._nothing, "small", soft=True)
        self._nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_S)
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)
        self.search.textChanged.connect(self._on_sought)
        self.search.returnPressed.connect(self._on_return)
        self.list.picked.connect(self._on_picked)
        self.list.entered.connect(self._on_entered)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        selection.changed.connect(self._follow)

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    @property
    def says_nothing_found(self) -> bool:
        return not self._nothing.isHidden()

    def holds_focus(self) -> bool:
        return self.search.hasFocus() or self.list.hasFocus()

    def drop_focus(self) -> None:
        """Before it is hidden, so that the focus does not jump to whatever comes next."""
        self.search.clearFocus()
        self.list.clearFocus()

    def leaveEvent(self, _event: QEvent) -> None:
        self.pointed.emit("")

    def _follow(self) -> None:
        """Brings the region chosen last into sight."""
        refused = self._selection.refused
        slug = refused.region if refused is not None else next(reversed(self._selection.regions), "")
        if not slug:
            return
        index = self._found.mapFromSource(self._model.index(self._model.row(slug)))
        if index.isValid():
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)

    def _on_sought(self, text: str) -> None:
        self._found.setFilterFixedString(text)
        self._nothing.setVisible(self._found.rowCount() == 0)

    def _on_return(self) -> None:
        if self._found.rowCount():
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.setCurrentIndex(self._found.index(0, 0))
            self._on_picked(self._found.index(0, 0), False)

    def _on_picked(self, index: QModelIndex, add: bool) -> None:
        self.chosen.emit(index.data(SLUG), add)

    def _on_current(self, index: QModelIndex) -> None:
        """Lights up what the arrow keys are on; the list that only follows the map points at nothing."""
        if self.list.hasFocus():
            self._on_entered(index)

    def _on_entered(self, index: QModelIndex) -> None:
        self.pointed.emit(index.data(SLUG) if index.isValid() else "")


class RegionListView(QListView):
    """Click or Enter picks a row, with Ctrl it is added; `picked` carries the row and whether it is added."""

    picked = Signal(QModelIndex, bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Places of the body")
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(RegionDelegate(theme, self))
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.picked.emit(self.currentIndex(), _with_control(event.modifiers()))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index, _with_control(QApplication.keyboardModifiers()))


class RegionDelegate(QStyledItemDelegate):
    """A name and, at the right, the side that is chosen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(120, round(QFontMetricsF(self._theme.font("body")).height() + 14))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        palette, state = self._theme.palette, option.state
        area = QRectF(option.rect).adjusted(0, 1, -2, -1)
        chosen = bool(index.data(CHOSEN))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setOpacity(1.0 if chosen else 0.5)
            painter.setBrush(palette.surface)
            painter.drawRoundedRect(area, 8, 8)
            painter.setOpacity(1.0)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        self._paint_words(painter, area.adjusted(10, 0, -10, 0), index)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        palette, chosen, note = self._theme.palette, bool(index.data(CHOSEN)), str(index.data(NOTE))
        painter.setFont(self._theme.font("small"))
        painter.setPen(palette.chosen_ink if chosen else palette.text_soft)
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, note)
        room = area.width() - painter.fontMetrics().horizontalAdvance(note) - 8
        painter.setFont(self._theme.font("strong" if chosen else "body"))
        painter.setPen(palette.text_soft if note == "not pressed" else palette.text)
        name = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)


def _with_control(modifiers: Qt.KeyboardModifier) -> bool:
    return bool(modifiers & Qt.KeyboardModifier.ControlModifier)
