"""Pages of which one is shown, and which are each as high as themselves."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


class CurrentStack(QWidget):
    """Asks for the room that the page which is shown needs. Qt's own stack asks for that of the highest of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def add_page(self, page: QWidget) -> None:
        """The first one is shown."""
        page.hide()
        self._column.addWidget(page)
        if self._current is None:
            self.show_page(page)

    @property
    def page(self) -> QWidget | None:
        """The one that is shown."""
        return self._current

    def show_page(self, page: QWidget) -> None:
        if page is self._current:
            return
        if self._current is not None:
            self._current.hide()
        self._current = page
        page.show()
