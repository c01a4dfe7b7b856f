"""One routine on the shelf: a small picture, its name, and what one wants to know at a glance."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.domain.library import Company, Entry
from desktop.domain.routine import Mood
from desktop.ui import words
from desktop.ui.theme import RADIUS, SPACE_M, Kind, Theme

PICTURE: Final = QSize(176, 118)
"""Logical pixels of the small picture."""
_MOODS: Final = {Mood.CALM: "to calm down", Mood.SLEEP: "to sleep", Mood.WAKING: "to wake up"}


class RoutineTile(QAbstractButton):
    """Checkable. `pointed` tells that pointer or keyboard came (True) or went."""

    pointed = Signal(bool)

    def __init__(self, entry: Entry, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._theme = theme
        self._picture: QPixmap | None = None
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{entry.routine.title}, {facts(entry)}")
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

    def sizeHint(self) -> QSize:
        return QSize(520, PICTURE.height() + 2 * SPACE_M)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, self.sizeHint().height())

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed.emit(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.pointed.emit(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.surface_soft if self.underMouse() else palette.surface)
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self.isChecked() or self.hasFocus():
            painter.setPen(QPen(palette.accent if self.isChecked() else palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_picture(painter)
        self._paint_words(painter)

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

    def _paint_words(self, painter: QPainter) -> None:
        palette, routine = self._theme.palette, self.entry.routine
        left = self.picture_area().right() + SPACE_M
        area = QRectF(left, SPACE_M, self.width() - left - SPACE_M, self.height() - 2 * SPACE_M)
        lines: tuple[tuple[Kind, QColor, str], ...] = (
            ("strong", palette.text, title(self.entry)),
            ("small", palette.text_soft, facts(self.entry)),
            ("small", palette.text, routine.purpose),
        )
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        for kind, colour, text in lines:
            painter.setFont(self._theme.font(kind))
            painter.setPen(colour)
            drawn = painter.boundingRect(area, flags, text)
            painter.drawText(area, flags, text)
            area.setTop(drawn.bottom() + 4)


def title(entry: Entry) -> str:
    """The name without what stands in brackets."""
    return entry.routine.title.partition(" (")[0]


def facts(entry: Entry) -> str:
    """Minutes, company, tools, firmness and mood in one line."""
    company = {
        frozenset({Company.ALONE}): "alone",
        frozenset({Company.PARTNER}): "with a partner",
    }.get(entry.company, "alone or with a partner")
    firm = f"up to {words.firmness(entry.firmest)} ({entry.firmest} of 10)"
    parts = [words.minutes(entry.routine.total_seconds), company, *sorted(entry.tools), firm]
    return " · ".join([*parts, _MOODS[entry.routine.mood]])
