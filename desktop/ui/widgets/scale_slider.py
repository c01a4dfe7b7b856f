"""A scale from 0 to 10 that is unanswered until it is touched."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import Theme

LEAST = 0
_TRACK = 10.0
_KNOB = 13.0
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


@dataclass(frozen=True, slots=True)
class Scale:
    """What the two ends mean, and how the numbers from 0 to `most` are called where not by themselves."""

    low: str
    high: str
    most: int = 10
    names: tuple[str, ...] = ()

    def name(self, value: int) -> str:
        return self.names[value] if self.names else str(value)

    def said(self, value: int) -> str:
        """In full, for a screen reader."""
        return self.names[value] if self.names else f"{value} of {self.most}"


class ScaleSlider(QWidget):
    """An answer on a scale. `value` is None until someone answers; a number key, an arrow, a click or a drag answers
    it, Delete takes the answer back. `value_changed` carries the new value (int or None)."""

    value_changed = Signal(object)

    def __init__(self, theme: Theme, question: str, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value: int | None = None
        self._hovered: int | None = None
        self._ring = False
        self._question, self._scale = question, scale
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(
            f"{scale.name(LEAST)} is {scale.low}, {scale.name(scale.most)} is {scale.high}. "
            "Arrow keys or a number answer it."
        )
        self._describe()
        theme.changed.connect(self.updateGeometry)
        theme.changed.connect(self.update)

    @property
    def value(self) -> int | None:
        return self._value

    @property
    def _knob(self) -> float:
        """Its radius, which grows with the number on it."""
        return _KNOB * self._theme.growth

    def set_value(self, value: int | None) -> None:
        """Raises ValueError outside the scale."""
        if value is not None and not LEAST <= value <= self._scale.most:
            raise ValueError(f"it is rated {LEAST} to {self._scale.most}, not {value}")
        if value == self._value:
            return
        self._value = value
        self._describe()
        self.update()
        self.value_changed.emit(value)

    def sizeHint(self) -> QSize:
        return QSize(280, round(2 * self._knob + 8 + QFontMetricsF(self._theme.font("small")).height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.set_value(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.set_value(self._at(event.position().x()))
        self._hovered = self._at(event.position().x())
        self.update()

    def leaveEvent(self, _event: QEvent) -> None:
        self._hovered = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Never rates: the wheel belongs to the page around."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self.set_value(max(LEAST, (self._value or LEAST) - 1))
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self.set_value(LEAST if self._value is None else min(self._scale.most, self._value + 1))
        elif key == Qt.Key.Key_Home:
            self.set_value(LEAST)
        elif key == Qt.Key.Key_End:
            self.set_value(self._scale.most)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._set_number(key.value - Qt.Key.Key_0.value)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_value(None)
        else:
            super().keyPressEvent(event)

    def _set_number(self, number: int) -> None:
        """A key names a whole number; on a scale of halves that is not its place in the row. None beyond the end."""
        names = [self._scale.name(value) for value in range(LEAST, self._scale.most + 1)]
        if str(number) in names:
            self.set_value(names.index(str(number)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in _KEYBOARD
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_track(painter)
        if self._value is not None:
            self._paint_knob(painter, self._value)
        elif self._hovered is not None:
            self._paint_hint(painter, self._hovered)
        self._paint_words(painter)

    def _paint_track(self, painter: QPainter) -> None:
        palette, track = self._theme.palette, self._track()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.line)
        painter.drawRoundedRect(_ended(track), _TRACK / 2, _TRACK / 2)
        if self._value is not None:
            walked = QRectF(track)
            walked.setRight(self._x(self._value))
            painter.setBrush(palette.chosen)
            painter.drawRoundedRect(_ended(walked), _TRACK / 2, _TRACK / 2)
        for number in range(LEAST, self._scale.most + 1):
            passed = self._value is not None and number < self._value
            painter.setBrush(palette.surface if passed else palette.text_soft)
            painter.drawEllipse(QPointF(self._x(number), track.center().y()), 1.4, 1.4)

    def _paint_knob(self, painter: QPainter, value: int) -> None:
        palette, centre = self._theme.palette, QPointF(self._x(value), self._track().center().y())
        if self._ring:
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, self._knob + 2, self._knob + 2)
        painter.setPen(QPen(palette.surface, 2))
        painter.setBrush(palette.chosen_ink)
        painter.drawEllipse(centre, self._knob, self._knob)
        painter.setPen(palette.surface)
        self._paint_number(painter, centre, self._scale.name(value))

    def _paint_hint(self, painter: QPainter, value: int) -> None:
        """A ghost of the knob under the pointer: this is what a click would say."""
        palette, centre = self._theme.palette, QPointF(self._x(value), self._track().center().y())
        ghost = QColor(palette.chosen)
        ghost.setAlpha(90)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ghost)
        painter.drawEllipse(centre, self._knob, self._knob)
        painter.setPen(palette.text)
        self._paint_number(painter, centre, self._scale.name(value))

    def _paint_number(self, painter: QPainter, centre: QPointF, number: str) -> None:
        """Never larger than the knob."""
        font = self._theme.font("strong")
        room = self._knob * (1.1 if len(number) < 3 else 0.85)
        if QFontMetricsF(font).ascent() > room:
            font.setPixelSize(round(room))
        painter.setFont(font)
        painter.drawText(_around(centre, self._knob), Qt.AlignmentFlag.AlignCenter, number)

    def _paint_words(self, painter: QPainter) -> None:
        palette = self._theme.palette
        painter.setFont(self._theme.font("small"))
        painter.setPen(palette.text_soft)
        row = QRectF(0, 2 * self._knob + 8, self.width(), self.height() - 2 * self._knob - 8)
        top = Qt.AlignmentFlag.AlignTop
        painter.drawText(row, Qt.AlignmentFlag.AlignLeft | top, _low(self._scale))
        painter.drawText(row, Qt.AlignmentFlag.AlignRight | top, _high(self._scale))
        if self._value is None:
            painter.setPen(palette.accent_ink)
            painter.drawText(row, Qt.AlignmentFlag.AlignHCenter | top, "not rated")
        if self._ring and self._value is None:
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._track().adjusted(-5, -5, 5, 5), 10, 10)

    def _track(self) -> QRectF:
        return QRectF(self._knob + 2, self._knob + 2 - _TRACK / 2, self.width() - 2 * (self._knob + 2), _TRACK)

    def _x(self, value: int) -> float:
        track = self._track()
        return track.left() + track.width() * (value - LEAST) / (self._scale.most - LEAST)

    def _at(self, x: float) -> int:
        track = self._track()
        share = (x - track.left()) / max(1.0, track.width())
        return round(LEAST + min(max(share, 0.0), 1.0) * (self._scale.most - LEAST))

    def _describe(self) -> None:
        answered = self._value is not None
        said = self._scale.said(self._value) if self._value is not None else "Not rated yet"
        self.setAccessibleName(f"{self._question} {said}.")
        self.setToolTip("" if answered else "Click, drag, or press a number key")


def _ended(track: QRectF) -> QRectF:
    """With round ends around its first and last number."""
    return track.adjusted(-_TRACK / 2, 0, _TRACK / 2, 0)


def _around(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)


def _low(scale: Scale) -> str:
    return f"{scale.name(LEAST)}  {scale.low}".strip()


def _high(scale: Scale) -> str:
    return f"{scale.high}  {scale.name(scale.most)}".strip()
