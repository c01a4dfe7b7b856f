"""The sign in the stage's corner that nothing is to be heard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.ui.icons import icon_pixmap
from desktop.ui.theme import SPACE_L, SPACE_S, SPACE_XS, Theme, set_kind
from desktop.ui.widgets.panel import Panel

_ICON = 18


class MutedSign(Panel):
    """Seen while sound is off. Clicks go through it."""

    def __init__(self, theme: Theme, stage: QWidget) -> None:
        super().__init__(theme, stage, margin=SPACE_S)
        self._icon, words = QLabel(), QLabel("Muted")
        set_kind(words, "small")
        row = QHBoxLayout()
        row.setSpacing(SPACE_S)
        row.addWidget(self._icon)
        row.addWidget(words)
        self.column.addLayout(row)
        self.setAccessibleName("Sound is off. M turns it on.")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        stage.installEventFilter(self)
        theme.changed.connect(self._place)
        self._place()

    def set_muted(self, muted: bool) -> None:
        self.setVisible(muted)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """In the corner at the top, below the name of the side."""
        self._icon.setPixmap(icon_pixmap("mute", self._theme.palette.text, _ICON, self.devicePixelRatioF()))
        self.adjustSize()
        self.move(SPACE_L + SPACE_XS, round(3.2 * self._theme.points("small") * 96 / 72))
