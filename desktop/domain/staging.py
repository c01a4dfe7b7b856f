"""A step on stage: in which view it is shown at a moment, and what is seen there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from desktop.domain.body import Side
from desktop.domain.chart import Atlas, Point
from desktop.domain.choreography import Choreography, Scene
from desktop.domain.easing import smooth
from desktop.domain.frame import Focus, Move
from desktop.domain.guide import Guide
from desktop.domain.paths import PathError
from desktop.domain.routine import StepKind
from desktop.domain.score import Score
from desktop.domain.tempo import Beat

_LANDING_SECONDS = 0.7
"""The hands come down at the start of a step or a view and let go at its end."""

POSE = "pose"
"""The view of a step that shows a figure instead of a place on the body."""

EMPTY = Scene((), (), (), (), (), ())


class Showing(Protocol):
    """A step in one view."""

    @property
    def focus(self) -> Focus: ...
    @property
    def contacts(self) -> Sequence[Point]: ...
    def scene(self, beat: Beat, fill: float, away: float, /) -> Scene: ...
    def move(self, beat: Beat, fill: float, /) -> Move | None: ...


class Posing:
    """A step with no place on the body: a figure that breathes with the ring, or moves as the step's move does."""

    contacts: tuple[Point, ...] = ()

    def __init__(self, score: Score, atlas: Atlas) -> None:
        self._score, self._name = score, score.step.move
        figure = atlas.figure(self._name)
        if figure is None:
            raise PathError(f"the figure “{self._name}” is not drawn")
        self.focus = Focus(0, 0, *figure.size)
        self._sided = figure.amounts[0] < 0

    def scene(self, _beat: Beat, _fill: float, _away: float) -> Scene:
        return EMPTY

    def move(self, beat: Beat, fill: float) -> Move:
        if self._score.step.kind is StepKind.POSE:
            return Move(self._name, fill)
        amount = self._score.amount(beat.phase)
        return Move(self._name, -amount if self._sided and beat.side is Side.LEFT else amount)


class _Stretch(NamedTuple):
    """Passes drawn in one view one after the other: from one count of the step to another."""

    view: str
    start: float
    end: float


class Staging:
    """A step ready to be shown. Raises PathError where it cannot be drawn."""

    def __init__(self, score: Score, guide: Guide, atlas: Atlas) -> None:
        self._period = score.tempo.period
        self._stretches = _stretches(score)
        self._showings: dict[str, Showing] = {
            view: Posing(score, atlas) if view == POSE else Choreography(score, guide, atlas, view)
            for view in dict.fromkeys(stretch.view for stretch in self._stretches)
        }

    def show(self, beat: Beat) -> tuple[str, Showing]:
        """The view of a beat and the step in it."""
        view = self._stretch(beat).view
        return view, self._showings[view]

    def contacts(self) -> Iterator[tuple[str, Point]]:
        """Every place a working hand touches, with the view it is drawn in."""
        for view, showing in self._showings.items():
            for point in showing.contacts:
                yield view, point

    def away(self, beat: Beat, from_before: float) -> float:
        """How far the hands are kept off the skin; `from_before` is where they were before the step."""
        stretch, count = self._stretch(beat), beat.cycle + beat.phase
        since, left = (count - stretch.start) * self._period, (stretch.end - count) * self._period
        begun = from_before if stretch.start == 0 else 1.0
        coming = begun * (1 - smooth(min(since, beat.since) / _LANDING_SECONDS))
        return max(coming, 1 - smooth(min(left, beat.left) / _LANDING_SECONDS))

    def _stretch(self, beat: Beat) -> _Stretch:
        return _at(self._stretches, beat)


def view_at(score: Score, beat: Beat) -> str:
    """The view a beat is shown in; the step need not be ready to be shown."""
    return _at(_stretches(score), beat).view


def _at(stretches: Sequence[_Stretch], beat: Beat) -> _Stretch:
    return next((stretch for stretch in stretches if beat.cycle < stretch.end), stretches[-1])


def _stretches(score: Score) -> tuple[_Stretch, ...]:
    step, path, cycles = score.step, score.step.path, score.tempo.cycles
    if path is None or not path.views:
        return (_Stretch(step.view, 0, cycles),)
    found: list[_Stretch] = []
    for row in range(max(cycles // path.cycles_per_pass, 1)):
        view, end = path.view_of(row % path.rounds, step.view), (row + 1) * path.cycles_per_pass
        if found and found[-1].view == view:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(_Stretch(view, row * path.cycles_per_pass, end))
    return tuple(found)
