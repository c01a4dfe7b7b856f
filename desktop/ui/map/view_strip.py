"""The eight views as a light list of pictures and names."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from desktop.domain.chart import Atlas
from desktop.ui import words
from desktop.ui.picture_file import read_picture
from desktop.ui.theme import RADIUS, Theme

_THUMB = 48.0


class ViewStrip(QWidget):
    """`chosen` carries the view somebody chose. The pictures come in after the first paint."""

    chosen = Signal(str)

    def __init__(self, atlas: Atlas, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._atlas, self._theme = atlas, theme
        self._tone = ""
        self._group = QButtonGroup(self)
        self._buttons: dict[str, ViewButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for number, view in enumerate(atlas.views, start=1):
            button = ViewButton(view, number, theme)
            self._buttons[view] = button
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        self._group.buttonClicked.connect(self._on_clicked)
        QTimer.singleShot(0, self, self._load_thumbs)
        theme.changed.connect(self._load_thumbs)

    @property
    def views(self) -> tuple[str, ...]:
        """In the order of their keys."""
        return tuple(self._buttons)

    def set_view(self, view: str) -> None:
        self._buttons[view].setChecked(True)

    def button(self, view: str) -> QAbstractButton:
        return self._buttons[view]

    def _load_thumbs(self) -> None:
        """Reads the pictures, once for a skin tone."""
        if self._tone != self._theme.skin_tone:
            self._tone = self._theme.skin_tone
            for view, button in self._buttons.items():
                button.set_thumb(QPixmap.fromImage(read_picture(self._atlas.thumb(view), self._tone)))

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, ViewButton):
            self.chosen.emit(button.view)


class ViewButton(QAbstractButton):
    """A picture, a name, and faintly the key that does the same."""

    def __init__(self, view: str, number: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._theme, self._number = theme, number
        self._thumb = QPixmap()
        self.setText(words.VIEW_NAMES.get(view, view.replace("_", " ").capitalize()))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setToolTip(f"{self.text()}  ({number})")
        theme.changed.connect(self.updateGeometry)

    def set_thumb(self, thumb: QPixmap) -> None:
        thumb.setDevicePixelRatio(thumb.width() / _THUMB)
        self._thumb = thumb
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(180, round(_THUMB) + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = QRectF(0, 0, width - _THUMB - 26, 1000)
        text = QFontMetricsF(self._theme.font("strong")).boundingRect(room, Qt.TextFlag.TextWordWrap, self.text())
        return round(max(_THUMB, text.height()) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        palette = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setOpacity(1.0 if self.isChecked() else 0.5)
            painter.setBrush(palette.surface)
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        painter.setOpacity(1.0 if self.isChecked() or self.underMouse() else 0.82)
        painter.drawPixmap(QRectF(6, (self.height() - _THUMB) / 2, _THUMB, _THUMB).topLeft(), self._thumb)
        painter.setOpacity(1.0)
        self._paint_words(painter, area.adjusted(_THUMB + 16, 0, -10, 0))
        if self.hasFocus():
            painter.setPen(QPen(palette.text, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    def _paint_words(self, painter: QPainter, area: QRectF) -> None:
        palette = self._theme.palette
        painter.setPen(palette.text if self.isChecked() else palette.text_soft)
        painter.setFont(self._theme.font("strong" if self.isChecked() else "body"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, self.text())
