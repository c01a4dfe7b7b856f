"""What comes after a session: rest where it was done to its end, then how tense it is now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.body import Place, Region
from desktop.domain.session import Rating
from desktop.ui.player.rating_page import RatingPage
from desktop.ui.player.rest_page import RestPage
from desktop.ui.theme import Theme


class Afterwards(QStackedWidget):
    """Signal: `done(ratings, note)` as in RatingPage."""

    done = Signal(object, str)

    def __init__(self, theme: Theme, regions: Mapping[str, Region], aftercare: Sequence[str]) -> None:
        super().__init__()
        self._places: Sequence[Place] = ()
        self.rest = RestPage(theme, aftercare)
        self.rating = RatingPage(theme, regions, aftercare)
        self.addWidget(self.rest)
        self.addWidget(self.rating)
        self.rest.done.connect(self._on_rested)
        self.rating.done.connect(self.done)

    @property
    def answer(self) -> tuple[tuple[Rating, ...], str]:
        """Ratings and note as far as they are given; while one rests there are none."""
        return (self.rating.ratings, self.rating.note) if self.currentWidget() is self.rating else ((), "")

    def open(self, places: Sequence[Place], finished: bool) -> None:
        """`finished` is False where the session was ended early: then there is no rest to be counted."""
        self._places = places
        if finished:
            self.setCurrentWidget(self.rest)
            self.rest.open()
        else:
            self._ask(finished=False)

    def _on_rested(self) -> None:
        self._ask(finished=True)

    def _ask(self, *, finished: bool) -> None:
        self.setCurrentWidget(self.rating)
        self.rating.open(self._places, finished)
