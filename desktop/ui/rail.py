"""The narrow rail that leads to the places."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from desktop.ui.icons import paint_icon
from desktop.ui.measures import RAIL_WIDTH
from desktop.ui.theme import RADIUS, SPACE_M, SPACE_S, Theme

_ICON = 24.0


class Rail(QWidget):
    """`chosen` carries the key of a place."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._buttons: list[RailButton] = []
        self._fit_width()
        theme.changed.connect(self._fit_width)
        self.setAccessibleName("Places of Unknot")
        self._group = QButtonGroup(self)
        self._places: dict[str, RailButton] = {}
        self._top, self._foot = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_S, SPACE_M, SPACE_S, SPACE_M)
        column.addLayout(self._top)
        column.addStretch(1)
        column.addLayout(self._foot)
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self.update)

    def add_place(self, key: str, icon_name: str, text: str, keys: str, at_foot: bool = False) -> None:
        button = RailButton(key, icon_name, text, keys, self._theme)
        button.setCheckable(True)
        self._places[key] = button
        self._group.addButton(button)
        (self._foot if at_foot else self._top).addWidget(button)
        self._keep(button)

    def add_button(self, icon_name: str, text: str, keys: str) -> QAbstractButton:
        """A button at the foot that leads to no place."""
        button = RailButton("", icon_name, text, keys, self._theme)
        self._foot.addWidget(button)
        self._keep(button)
        return button

    def set_place(self, key: str) -> None:
        """Marks the place that is shown; one that is not on the rail marks none."""
        self._group.setExclusive(False)
        for name, button in self._places.items():
            button.setChecked(name == key)
        self._group.setExclusive(True)

    def button(self, key: str) -> QAbstractButton:
        return self._places[key]

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.palette.surface)

    def _keep(self, button: RailButton) -> None:
        self._buttons.append(button)
        self._fit_width()

    def _fit_width(self) -> None:
        metrics = QFontMetricsF(self._theme.font("small"))
        widest = max((metrics.horizontalAdvance(button.text()) for button in self._buttons), default=0.0)
        self.setFixedWidth(max(RAIL_WIDTH, round(widest) + 2 * SPACE_S + SPACE_M))

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RailButton):
            self.chosen.emit(button.key)


class RailButton(QAbstractButton):
    """An icon over a word."""

    def __init__(self, key: str, icon_name: str, text: str, keys: str, theme: Theme) -> None:
        super().__init__()
        self.key = key
        self._icon_name, self._theme = icon_name, theme
        self.setText(text)
        self.setToolTip(f"{text}  ({keys})" if keys else text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(
            RAIL_WIDTH - 2 * SPACE_S,
            round(_ICON + QFontMetricsF(self._theme.font("small")).height() + 20),
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette, area = self._theme.palette, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(palette.surface_soft)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        colour = palette.accent_ink if self.isChecked() else palette.text_soft
        paint_icon(painter, self._icon_name, QRectF((self.width() - _ICON) / 2, 8, _ICON, _ICON), colour)
        painter.setPen(colour)
        painter.setFont(self._theme.font("small"))
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 4)
        painter.drawText(area.adjusted(0, _ICON + 10, 0, -6), Qt.AlignmentFlag.AlignCenter, text)
        if self.hasFocus():
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
