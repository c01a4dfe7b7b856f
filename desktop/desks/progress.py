"""Does what the pages of Progress ask for: draws and keeps an experiment, starts its routine, shows what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from random import SystemRandom
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from desktop.domain.experiment import BLOCK, DAYS, ORDERS, Experiment, drawn_days
from desktop.domain.library import main_places
from desktop.journal import Journal, Undo

if TYPE_CHECKING:
    from desktop.db.repository import Repository
    from desktop.domain.guide import Guide
    from desktop.ui.progress.progress_place import ProgressPlace

Tell = Callable[[str, Sequence[tuple[str, Undo]]], None]
"""Says a sentence with buttons that take back what it says."""


class ProgressDesk(QObject):
    """Between Progress and the journal. Signal: `start_requested`: routine ids in order, places, ratings (tuples)."""

    start_requested = Signal(object, object, object)

    def __init__(self, journal: Journal, guide: Guide, tell: Tell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal, self._guide, self._tell = journal, guide, tell

    def attend(self, place: ProgressPlace) -> None:
        """Does from now on what the place asks for, as long as there is that place."""
        self._journal.changed.connect(place.look_again)
        place.experiment_wanted.connect(self._begin_experiment)
        place.experiment_changed.connect(self._keep_experiment)
        place.routine_wanted.connect(self._start)
        place.target_chosen.connect(self._keep_target)

    def _begin_experiment(self, a: str, b: str) -> None:
        """Draws its lots and begins today."""
        dice = SystemRandom()
        lots = [dice.randrange(len(ORDERS)) for _ in range(DAYS // BLOCK)]
        today = date.today()  # noqa: DTZ011 - an experiment runs on the user's own days
        experiment = Experiment(uuid4().hex, a, b, drawn_days(today, lots))
        self._keep_experiment(experiment, "Your experiment has begun: lots are drawn for 28 days.")

    def _keep_experiment(self, experiment: Experiment, said: str) -> None:
        self._journal.keep(experiment, partial(self._offer_undo, said))

    def _offer_undo(self, said: str, undo: Undo) -> None:
        self._tell(said, [("Undo", undo)])

    def _keep_target(self, minutes: int | None) -> None:
        self._journal.do(partial(_set_target, minutes))

    def _start(self, routine: str) -> None:
        places = main_places(self._guide, self._guide.routines[routine])
        self.start_requested.emit((routine,), places, ())


def _set_target(minutes: int | None, repository: Repository) -> None:
    repository.profiles.keep(replace(repository.profiles.mine(), target_minutes=minutes))
