"""The places of a session with their ratings; more can be added from a menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from desktop.domain.body import Place
from desktop.domain.session import Rating
from desktop.ui.diary.place_ratings import PlaceRatings
from desktop.ui.theme import SPACE_L, Theme


class PlacesField(QWidget):
    """`name` says a place in full."""

    def __init__(self, theme: Theme, name: Callable[[Place], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name = theme, name
        self.rows: dict[Place, PlaceRatings] = {}
        self._choices: dict[str, Place] = {}
        self._menu = QMenu(self)
        self._menu.triggered.connect(self._on_chosen)
        self.add = QPushButton("Add a place")
        self.add.setMenu(self._menu)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_L)
        self._column.addWidget(self.add)

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(self.rows)

    @property
    def ratings(self) -> tuple[Rating, ...]:
        return tuple(rating for row in self.rows.values() for rating in row.ratings)

    def offer(self, places: Sequence[Place]) -> None:
        """What the menu lists; it leaves out what is there already."""
        self._choices = {self._name(place): place for place in places}
        self._fill_menu()

    def put(self, place: Place, given: Iterable[Rating] = ()) -> PlaceRatings:
        """Adds a place with the ratings it has."""
        row = self.rows[place] = PlaceRatings(self._theme, place, self._name(place), given)
        row.removed.connect(self.take)
        self._column.insertWidget(self._column.count() - 1, row)
        self._fill_menu()
        return row

    def take(self, place: Place) -> None:
        """Takes a place out, with its ratings."""
        row = self.rows.pop(place)
        row.hide()
        row.deleteLater()
        self._fill_menu()

    def clear(self) -> None:
        for place in self.places:
            self.take(place)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name, place in self._choices.items():
            if place not in self.rows:
                self._menu.addAction(name)
        self.add.setVisible(bool(self._menu.actions()))

    def _on_chosen(self, action: QAction) -> None:
        self.put(self._choices[action.text()])
