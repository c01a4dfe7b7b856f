"""A small sign in an upper corner of the stage: that sound is off, or which still position is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.icons import icon_pixmap
from desktop.ui.theme import SPACE_L, SPACE_S, SPACE_XL, SPACE_XS, Theme, set_kind
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.resize_watch import ResizeWatch

_ICON = 18


class CornerSign(Panel):
    """Hidden while it has nothing to say. Clicks go through it."""

    def __init__(self, theme: Theme, stage: QWidget, icon: str = "", at_right: bool = False) -> None:
        super().__init__(theme, stage, margin=SPACE_S)
        self._icon_name, self._at_right = icon, at_right
        self._icon, self._words = QLabel(), QLabel()
        set_kind(self._words, "strong")
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self._icon)
        row.addWidget(self._words)
        self.column.addLayout(row)
        self._icon.setVisible(bool(icon))  # once it has a parent: before, it would be a window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        ResizeWatch(self, stage).resized.connect(self._place)
        theme.changed.connect(self._place)

    @property
    def text(self) -> str:
        return self._words.text()

    def say(self, words: str) -> None:
        if words != self.text:
            self._words.setText(words)
            self.setAccessibleName(words)
            self.setVisible(bool(words))
            self._place()

    def _place(self) -> None:
        """Below the name of the side that is in the corner."""
        stage = self.parentWidget()
        if stage is None or not self.text:
            return
        if self._icon_name:
            self._icon.setPixmap(
                icon_pixmap(self._icon_name, self._theme.palette.text, _ICON, self.devicePixelRatioF())
            )
        self.adjustSize()
        from_side = SPACE_L + SPACE_XS
        left = stage.width() - self.width() - from_side if self._at_right else from_side
        self.move(left, round(SPACE_XL + QFontMetricsF(self._theme.font("small")).height()))
