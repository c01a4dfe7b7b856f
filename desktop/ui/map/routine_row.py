"""One routine on the card: its title, length and a picture of its steps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.domain.routine import Routine
from desktop.ui import words
from desktop.ui.theme import RADIUS, Theme
from desktop.ui.widgets.step_strip import THICKNESS, paint_steps

_PADDING = 12.0
_MODES = {"self": "by yourself", "partner": "with a partner", "self_or_partner": "alone or with a partner"}


class RoutineRow(QAbstractButton):
    """Checkable; the bar below the words shows the steps as long as they last."""

    def __init__(self, routine: Routine, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.routine = routine
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(f"{routine.title}, {self._meta()}")
        self.setToolTip(routine.purpose)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        heights = (QFontMetricsF(self._theme.font(kind)).height() for kind in ("strong", "small"))
        return QSize(280, round(sum(heights) + 2 * _PADDING + THICKNESS + 10))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(palette.surface_soft)
            painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        self._paint_words(painter)
        width, top = self.width() - 2 * _PADDING, self.height() - _PADDING - THICKNESS
        paint_steps(painter, QRectF(_PADDING, top, width, THICKNESS), self.routine.steps, self._theme)

    def _paint_words(self, painter: QPainter) -> None:
        palette = self._theme.palette
        area = QRectF(self.rect()).adjusted(_PADDING, _PADDING, -_PADDING, -_PADDING)
        painter.setPen(palette.text)
        painter.setFont(self._theme.font("strong"))
        title = painter.fontMetrics().elidedText(
            self.routine.short_title, Qt.TextElideMode.ElideRight, round(area.width())
        )
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
        below = area.adjusted(0, painter.fontMetrics().height() + 2, 0, 0)
        painter.setPen(palette.text_soft)
        painter.setFont(self._theme.font("small"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self._meta())

    def _meta(self) -> str:
        minutes, steps = words.minutes(self.routine.total_seconds), len(self.routine.steps)
        return f"{minutes} · {steps} steps · {_MODES[self.routine.mode]}"
