"""One routine on the shelf: a small picture, its name, and what one wants to know at a glance."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.domain.library import Company, Entry
from desktop.domain.routine import Mood
from desktop.ui import words
from desktop.ui.theme import RADIUS, SPACE_M, SPACE_XS, Kind, Theme

PICTURE: Final = QSize(176, 118)
"""Logical pixels of the small picture."""
_LEAST_BESIDE: Final = 168
"""Words narrower than this, at the normal text size, stand below the picture instead of beside it."""
_MOODS: Final = {Mood.CALM: "to calm down", Mood.SLEEP: "to sleep", Mood.WAKING: "to wake up"}
_WRAPPED: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_BY_HAND: Final = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason)
"""Ways to the focus that need no ring."""


class RoutineTile(QAbstractButton):
    """Checkable. `pointed` tells that pointer or keyboard came (True) or went; `entered` that Enter was pressed."""

    pointed = Signal(bool)
    entered = Signal()

    def __init__(self, entry: Entry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._theme = theme
        self._picture: QPixmap | None = None
        self._ringed = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{entry.routine.short_title}, {facts(entry)}")
        self.setAccessibleDescription(entry.routine.purpose)
        theme.changed.connect(self.updateGeometry)

    @property
    def has_picture(self) -> bool:
        return self._picture is not None

    def set_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    def picture_area(self) -> QRectF:
        """Where the small picture lies."""
        return QRectF(SPACE_M, SPACE_M, PICTURE.width(), PICTURE.height())

    def heightForWidth(self, width: int) -> int:
        words_end = max(area.bottom() for _, _, area, _ in self._lines(width))
        return round(max(words_end, self.picture_area().bottom())) + SPACE_M

    def sizeHint(self) -> QSize:
        return QSize(520, self.heightForWidth(520))

    def minimumSizeHint(self) -> QSize:
        return QSize(PICTURE.width() + 2 * SPACE_M, PICTURE.height() + 2 * SPACE_M)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = event.reason() not in _BY_HAND
        super().focusInEvent(event)
        self.pointed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.pointed.emit(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.surface_soft if self.underMouse() else palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            _paint_ring(painter, QRectF(self.rect()), palette.accent)
        if self.hasFocus() and self._ringed:
            _paint_ring(painter, QRectF(self.rect()).adjusted(3, 3, -3, -3), palette.text)
        self._paint_picture(painter)
        for kind, colour, area, text in self._lines(self.width()):
            painter.setFont(self._theme.font(kind))
            painter.setPen(colour)
            painter.drawText(area, _WRAPPED, text)

    def _paint_picture(self, painter: QPainter) -> None:
        area, rounded = self.picture_area(), QPainterPath()
        rounded.addRoundedRect(area, RADIUS - 4, RADIUS - 4)
        if self._picture is None:
            painter.fillPath(rounded, self._theme.palette.ground)
            return
        painter.save()
        painter.setClipPath(rounded)
        painter.drawPixmap(area.topLeft(), self._picture)
        painter.restore()

    def _lines(self, width: int) -> list[tuple[Kind, QColor, QRectF, str]]:
        """Size, colour, place and words of each paragraph in a tile of this width."""
        palette, picture = self._theme.palette, self.picture_area()
        beside = QRectF(picture.right() + SPACE_M, picture.top(), width - picture.right() - 2 * SPACE_M, 0)
        below = QRectF(picture.left(), picture.bottom() + SPACE_M, width - 2 * SPACE_M, 0)
        area = beside if beside.width() >= self._theme.room(_LEAST_BESIDE) else below
        told: tuple[tuple[Kind, QColor, str], ...] = (
            ("strong", palette.text, self.entry.routine.short_title),
            ("small", palette.text_soft, facts(self.entry, brief=True)),
            ("small", palette.text, self.entry.routine.purpose),
        )
        lines = []
        for kind, colour, text in told:
            room = area.adjusted(0, 0, 0, 10_000)
            height = QFontMetricsF(self._theme.font(kind)).boundingRect(room, _WRAPPED, text).height()
            lines.append((kind, colour, QRectF(area.topLeft(), area.size()).adjusted(0, 0, 0, height), text))
            area.translate(0, height + SPACE_XS)
        return lines


def facts(entry: Entry, brief: bool = False) -> str:
    """Minutes, company, tools, firmness and mood in one line, which breaks only between them; `brief` without
    the number of the firmness."""
    company = {
        frozenset({Company.ALONE}): "alone",
        frozenset({Company.PARTNER}): "with a partner",
    }.get(entry.company, "alone or with a partner")
    firm = f"up to {words.firmness(entry.firmest)}" + ("" if brief else f" ({entry.firmest} of 10)")
    parts = [words.minutes(entry.routine.total_seconds), company, *sorted(entry.tools), firm]
    whole = [part.replace(" ", "\N{NO-BREAK SPACE}") for part in [*parts, _MOODS[entry.routine.mood]]]
    return "\N{NO-BREAK SPACE}· ".join(whole)


def _paint_ring(painter: QPainter, area: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
