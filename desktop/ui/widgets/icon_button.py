"""A small button that is only an icon; its name is said and shown as a tip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.icons import icon, icon_size
from desktop.ui.theme import Theme


class IconButton(QPushButton):
    """Keeps its icon in the colour of the theme."""

    def __init__(
        self, theme: Theme, icon_name: str, name: str, parent: QWidget | None = None, keys: str = "", size: int = 20
    ) -> None:
        super().__init__(parent)
        self._theme, self._icon_name, self._size = theme, icon_name, size
        self.setProperty("role", "icon")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}  ({keys})" if keys else name)
        self.setIconSize(icon_size(size))
        theme.changed.connect(self._tint)
        self._tint()

    def set_icon(self, icon_name: str) -> None:
        self._icon_name = icon_name
        self._tint()

    def _tint(self) -> None:
        self.setIcon(icon(self._icon_name, self._theme.palette.text_soft, self._size))
