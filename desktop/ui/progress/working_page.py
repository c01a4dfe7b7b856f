"""What works for me? By routine, technique and place, and one's own experiment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.domain.body import Place
from desktop.domain.guide import Guide
from desktop.domain.working import Working
from desktop.domain.working_words import REGRESSION
from desktop.ui import words
from desktop.ui.progress.change_card import ChangeCard
from desktop.ui.progress.experiment_card import ExperimentCard
from desktop.ui.progress.section_page import SectionPage
from desktop.ui.theme import Theme
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.paragraph import Paragraph


class WorkingPage(SectionPage):
    """Signals: `routine_wanted(str)` the id of the routine that was drawn for today; `experiment_wanted(str, str)` what
    is to be compared; `experiment_changed(Experiment, str)` to be kept, and what was done to it."""

    routine_wanted = Signal(str)
    experiment_wanted = Signal(str, str)
    experiment_changed = Signal(object, str)

    def __init__(self, theme: Theme, guide: Guide, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        note = Panel(theme, colour="surface_soft")
        note.column.addWidget(Paragraph(REGRESSION))
        self.column.addWidget(note)
        self._routines = ChangeCard(theme, "By routine", "routine")
        self._techniques = ChangeCard(theme, "By technique", "technique")
        self._places = ChangeCard(theme, "By place", "place")
        self._experiment = ExperimentCard(theme, guide)
        self._experiment.routine_wanted.connect(self.routine_wanted)
        self._experiment.check_in_wanted.connect(self.check_in_wanted)
        self._experiment.wanted.connect(self.experiment_wanted)
        self._experiment.changed.connect(self.experiment_changed)
        for card in (self._routines, self._techniques, self._places, self._experiment):
            self.add_card(card)
        self.column.addStretch(1)

    def present(self, found: Working) -> None:
        self._routines.present({self._routine_name(slug): tally for slug, tally in found.routines.items()}, found)
        self._techniques.present({self._technique_name(slug): tally for slug, tally in found.techniques.items()}, found)
        self._places.present({self._place_name(place): tally for place, tally in found.places.items()}, found)
        self._experiment.present(found.experiment)
        self._place_experiment()

    def _place_experiment(self) -> None:
        """At the top while it runs, as every day asks for it; else below the lists."""
        wanted = 1 if self._experiment.runs else self.column.count() - 2
        if self.column.indexOf(self._experiment) != wanted:
            self.column.removeWidget(self._experiment)
            self.column.insertWidget(wanted, self._experiment)

    def _routine_name(self, slug: str) -> str:
        """A row of routines has the ids of all of them, joined with a plus."""
        known = self._guide.routines
        return ", then ".join(known[part].short_title if part in known else part for part in slug.split("+"))

    def _technique_name(self, slug: str) -> str:
        known = self._guide.techniques
        return known[slug].name if slug in known else slug

    def _place_name(self, place: Place) -> str:
        known = self._guide.regions
        name = known[place.region].name if place.region in known else place.region
        return words.side_of(name, place.side)
