"""The one window: a rail, and the place that is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

if TYPE_CHECKING:
    from desktop.ui.rail import Rail
    from desktop.ui.shortcut_sheet import ShortcutSheet
    from desktop.ui.theme import Theme

MAP, LIBRARY, PROGRESS, PAGES = "map", "library", "progress", "pages"
SETTINGS = "settings"
_LEAST = QSize(900, 600)


class MainWindow(QMainWindow):
    """Holds the places by key; those that are not on the rail fill the window without it.

    It can be shown empty, or with a first sight as its central widget, before `furnish` gives it rail and places.
    `place_wanted` carries the key of a place the user asks for ("map", "library" ...), `place_shown` the one that is
    shown; `check_in_wanted` comes with its key, `closing` once the window really closes. `may_close`, where given, is
    asked first."""

    place_wanted = Signal(str)
    place_shown = Signal(str)
    check_in_wanted = Signal()
    closing = Signal()

    rail: Rail

    def __init__(self, geometry: bytes = b"") -> None:
        super().__init__()
        self.may_close: Callable[[], bool] | None = None
        self._places: dict[str, QWidget] = {}
        self._without_rail: set[str] = set()
        self._sheet: ShortcutSheet | None = None
        self.setWindowTitle("Unknot")
        self.setMinimumSize(_LEAST)
        self._stack = QStackedWidget()
        if not geometry or not self.restoreGeometry(QByteArray(geometry)):
            self.resize(1280, 800)

    def furnish(self, theme: Theme) -> None:
        """Puts rail and places where the first sight was."""
        self.rail = self._make_rail(theme)
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(body)
        self._add_shortcuts()

    @property
    def shown(self) -> str:
        """The key of the place that is shown, empty before the first."""
        current = self._stack.currentWidget()
        return next((key for key, place in self._places.items() if place is current), "")

    def geometry_bytes(self) -> bytes:
        """Size and position, to be given to the next window."""
        return bytes(self.saveGeometry().data())

    def add_place(self, key: str, place: QWidget, with_rail: bool = True) -> None:
        self._places[key] = place
        self._stack.addWidget(place)
        if not with_rail:
            self._without_rail.add(key)

    def remove_place(self, key: str) -> None:
        """Gives up a place, if it is there."""
        place = self._places.pop(key, None)
        if place is not None:
            self._stack.removeWidget(place)
            place.hide()
            place.deleteLater()

    def show_place(self, key: str) -> None:
        """Raises KeyError for a place that was not added."""
        self._stack.setCurrentWidget(self._places[key])
        self.rail.setVisible(key not in self._without_rail)
        self.rail.set_place(key)
        self._places[key].setFocus()
        self.place_shown.emit(key)

    def want_map(self) -> None:
        self.place_wanted.emit(MAP)

    def want_library(self) -> None:
        """By its key: whoever has the hands on the keyboard wants to type what to look for."""
        self.place_wanted.emit(LIBRARY)
        if self.shown == LIBRARY:
            self._places[LIBRARY].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def want_progress(self) -> None:
        self.place_wanted.emit(PROGRESS)

    def want_pages(self) -> None:
        self.place_wanted.emit(PAGES)

    def want_settings(self) -> None:
        self.place_wanted.emit(SETTINGS)

    def show_keys(self) -> None:
        """The sheet of all keys."""
        if self._sheet is None:
            from desktop.ui.shortcut_sheet import ShortcutSheet

            self._sheet = ShortcutSheet(self)
        self._sheet.open()

    def toggle_full_screen(self) -> None:
        """The whole screen, or as large as the window was before."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def _make_rail(self, theme: Theme) -> Rail:
        from desktop.ui.rail import Rail

        rail = Rail(theme)
        rail.add_place(MAP, "map", "Map", "Ctrl+1")
        rail.add_place(LIBRARY, "library", "Library", "Ctrl+2")
        rail.add_place(PROGRESS, "progress", "Progress", "Ctrl+4")
        rail.add_place(PAGES, "leaf", "Good to know", "Ctrl+I", at_foot=True)
        rail.add_place(SETTINGS, "settings", "Settings", "Ctrl+,", at_foot=True)
        rail.add_button("help", "Keys", "? or F1").clicked.connect(self.show_keys)
        rail.chosen.connect(self._on_chosen)
        return rail

    def _add_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        for keys, slot in (
            ("Ctrl+1", self.want_map),
            ("Ctrl+2", self.want_library),
            ("Ctrl+4", self.want_progress),
            ("Ctrl+D", self.check_in_wanted.emit),
            ("Ctrl+I", self.want_pages),
            ("Ctrl+,", self.want_settings),
            ("F1", self.show_keys),
            ("?", self.show_keys),
            ("F11", self.toggle_full_screen),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _on_chosen(self, key: str) -> None:
        self.rail.set_place(self.shown)
        self.place_wanted.emit(key)
