"""What happened and what can be done, at the foot of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.ui.theme import SPACE_L, SPACE_M, SPACE_S, Theme
from desktop.ui.widgets.panel import Panel

_WIDEST = 720
_FROM_BELOW = 28
_MOST_FOR_BUTTONS = 0.6
"""Share of the width; where they need more they stand below the words."""
_BESIDE, _BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class NoticeBar(Panel):
    """Lies over the foot of `host`. Every notice can be closed; some bring buttons of their own."""

    def __init__(self, host: QWidget, theme: Theme) -> None:
        super().__init__(theme, host, SPACE_M, "warn")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._row = QHBoxLayout()
        self._row.setSpacing(SPACE_S)
        self._row.addStretch()
        self._both = QBoxLayout(_BESIDE)
        self._both.setSpacing(SPACE_S)
        self._both.addWidget(self._text, 1)
        self._both.addLayout(self._row)
        self.column.addLayout(self._both)
        self._buttons: list[QPushButton] = []
        self.hide()
        self._host = host
        host.installEventFilter(self)

    @property
    def text(self) -> str:
        return self._text.text()

    def tell(self, text: str, actions: Sequence[tuple[str, Callable[[], None]]] = ()) -> None:
        """Shows a notice in place of the one before. Each action closes it."""
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(name, slot) for name, slot in actions]
        self._buttons.append(self._button("Close", None))
        self._text.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def press(self, name: str) -> None:
        """Presses the button of that name. Raises LookupError where there is none."""
        for button in self._buttons:
            if button.text() == name:
                button.click()
                return
        raise LookupError(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _button(self, name: str, slot: Callable[[], None] | None) -> QPushButton:
        button = QPushButton(name)
        if slot is not None:
            button.clicked.connect(slot)
        button.clicked.connect(self.hide)
        self._row.addWidget(button)
        return button

    def _place(self) -> None:
        host = self._host
        width = min(self._theme.room(_WIDEST), host.width() - 2 * SPACE_L)
        wide = self._row.sizeHint().width() > _MOST_FOR_BUTTONS * width
        self._both.setDirection(_BELOW if wide else _BESIDE)
        height = max(self.sizeHint().height(), self.heightForWidth(width))
        self.setGeometry((host.width() - width) // 2, host.height() - height - _FROM_BELOW, width, height)
