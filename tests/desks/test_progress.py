"""What the pages of Progress ask for reaches the journal, can be taken back, and is shown again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.desks.progress import ProgressDesk
from desktop.domain.experiment import BLOCK, DAYS, REST, Choice, Experiment
from desktop.journal import Journal
from desktop.ui.progress.progress_place import ProgressPlace
from desktop.ui.theme import Theme


class Told:
    """The last notice with its buttons."""

    def __init__(self) -> None:
        self.text = ""
        self.actions: Sequence[tuple[str, Callable[[], None]]] = ()

    def tell(self, text: str, actions: Sequence[tuple[str, Callable[[], None]]]) -> None:
        self.text, self.actions = text, actions


@pytest.fixture
def journal(tmp_path: Path, qtbot: QtBot) -> Iterator[Journal]:
    journal = Journal(tmp_path / "unknot.sqlite3")
    yield journal
    journal.close()


@pytest.fixture
def place(qtbot: QtBot) -> Iterator[ProgressPlace]:
    window = QWidget()
    qtbot.addWidget(window)
    place = ProgressPlace(Theme("light"), load_atlas(), load_guide(), window)
    place.resize(1200, 800)
    window.resize(1200, 800)
    window.show()
    yield place
    window.close()


def kept(journal: Journal, qtbot: QtBot) -> tuple[Experiment, ...]:
    found: list[tuple[Experiment, ...]] = []
    journal.ask(lambda repository: repository.records.all(Experiment), found.append)
    qtbot.waitUntil(lambda: bool(found))
    return found[0]


def test_an_experiment_is_drawn_in_blocks_kept_and_taken_back(
    journal: Journal, place: ProgressPlace, qtbot: QtBot
) -> None:
    told = Told()
    desk = ProgressDesk(journal, load_guide(), told.tell)
    desk.attend(place)
    place.experiment_wanted.emit("RT01", REST)
    qtbot.waitUntil(lambda: bool(told.text))
    (experiment,) = kept(journal, qtbot)
    assert (experiment.a, experiment.b, len(experiment.days)) == ("RT01", REST, DAYS)
    assert experiment.first == date.today()  # noqa: DTZ011
    for start in range(0, DAYS, BLOCK):
        drawn = [day.choice for day in experiment.days[start : start + BLOCK]]
        assert drawn.count(Choice.A) == drawn.count(Choice.B) == 2
    ((name, undo),) = told.actions
    assert name == "Undo"
    with qtbot.waitSignal(journal.changed):
        undo()
    assert kept(journal, qtbot) == ()


def test_a_marked_day_is_kept_and_looked_at_again(journal: Journal, place: ProgressPlace, qtbot: QtBot) -> None:
    told = Told()
    desk = ProgressDesk(journal, load_guide(), told.tell)
    desk.attend(place)
    place.experiment_wanted.emit("RT01", "RT05")
    qtbot.waitUntil(lambda: bool(told.text))
    (experiment,) = kept(journal, qtbot)
    with qtbot.waitSignal(place.wanted):
        place.experiment_changed.emit(experiment.kept_on(experiment.first, kept=True), "Marked.")
    (marked,) = kept(journal, qtbot)
    assert marked.days[0].kept is True


def test_the_routine_that_was_drawn_is_started_with_its_places(
    journal: Journal, place: ProgressPlace, qtbot: QtBot
) -> None:
    desk = ProgressDesk(journal, load_guide(), Told().tell)
    desk.attend(place)
    with qtbot.waitSignal(desk.start_requested) as started:
        place.routine_wanted.emit("RT01")
    routines, places, ratings = started.args
    assert (routines, ratings) == (("RT01",), ())
    assert len(places) == 4
