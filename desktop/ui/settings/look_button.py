"""One of several looks to choose from: a small picture over its name."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from desktop.ui.theme import RADIUS, SPACE_S, SPACE_XS, Theme


class LookButton(QAbstractButton):
    """Checkable; the checked one has a coloured rim. Shows a picture or a round patch of colour, `side` pixels wide."""

    def __init__(self, name: str, group: str, side: int, theme: Theme) -> None:
        """`group` says of what it is a choice, for screen readers."""
        super().__init__()
        self._theme, self._side = theme, side
        self._picture = QPixmap()
        self._patch: tuple[QColor, QColor] | None = None
        self.setText(name)
        self.setAccessibleName(f"{group}: {name}")
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def set_picture(self, picture: QPixmap) -> None:
        self._picture = picture
        self.update()

    def set_patch(self, light: QColor, shadow: QColor) -> None:
        self._patch = light, shadow
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._theme.font("small"))
        width = max(self._side, metrics.horizontalAdvance(self.text())) + 2 * SPACE_S
        return QSize(round(width), round(self._side + metrics.height()) + 3 * SPACE_S)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setPen(QPen(palette.accent, 2) if self.isChecked() else Qt.PenStyle.NoPen)
        lit = self.isChecked() or self.underMouse()
        painter.setBrush(palette.surface_soft if lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, RADIUS, RADIUS)
        self._paint_look(painter, QRectF((self.width() - self._side) / 2, SPACE_S, self._side, self._side))
        painter.setPen(palette.text if self.isChecked() else palette.text_soft)
        painter.setFont(self._theme.font("small"))
        words = QRectF(self.rect()).adjusted(SPACE_XS, self._side + 1.5 * SPACE_S, -SPACE_XS, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, self.text())
        if self.hasFocus():
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, RADIUS, RADIUS)

    def _paint_look(self, painter: QPainter, place: QRectF) -> None:
        if self._patch is None:
            painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
            return
        light, shadow = self._patch
        shading = QLinearGradient(place.topLeft() + QPointF(place.width() / 4, 0), place.bottomRight())
        shading.setColorAt(0, light)
        shading.setColorAt(1, shadow)
        painter.setPen(QPen(self._theme.palette.line, 1))
        painter.setBrush(shading)
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
