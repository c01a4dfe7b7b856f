"""What carries a hand through a step: along a stroke, to and fro, from stop to stop, or resting in one place."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from desktop.domain.body import Side
from desktop.domain.chart import MoveSheet, Point
from desktop.domain.easing import between, reach, smooth, stroke
from desktop.domain.frame import Trace
from desktop.domain.routine import Return, StrokePath
from desktop.domain.tempo import Beat
from desktop.domain.ways import Spot, Way

_LIFTING = 0.22
"""Share of the way back that lifting off and coming down take, each."""
_CHANGE_SECONDS = 0.5
_CHANGE_ROW_SECONDS = 0.9
_BACK_ARC_CM = 3.0
_LIGHT = 0.3
PALM_CM = 12.0
"""What two palms that lie across the body keep between their middles, a fold of skin between them."""
_ENDS = 0.12
"""Share of a stroke in which its weight comes and goes, each."""


class Place(NamedTuple):
    """Where a hand has been carried. `press` is a share of the planned pressure, `calm` the share of its gesture that
    it does there, `drive` how fast it goes along its way (1 its usual speed, below 0 backwards), `tilt` how far the
    body has turned it (degrees clockwise). `middle` is where a fold stands that is not at the hand itself."""

    spot: Spot
    lift: float = 0.0
    press: float = 1.0
    calm: float = 1.0
    drive: float = 1.0
    tilt: float = 0.0
    middle: Point | None = None


class Carrier(Protocol):
    """Carries one hand on one side."""

    @property
    def places(self) -> Sequence[Spot]:
        """Every place it passes, for the player's zoom."""

    def place(self, beat: Beat) -> Place: ...
    def trace(self, beat: Beat) -> Trace | None: ...


class Stroke:
    """Strokes along a way: one pass a cycle, then back to its start, lifted or lightly over the skin."""

    def __init__(self, side: Side, outward: int, ways: Sequence[Way], path: StrokePath, work: float) -> None:
        self._side, self._outward, self._ways, self._path, self._work = side, outward, ways, path, work

    @property
    def places(self) -> Sequence[Spot]:
        return [spot for way in self._ways for spot in way.spots]

    def place(self, beat: Beat) -> Place:
        way = self._way(beat)
        if beat.phase < self._work or self._work >= 1:
            return self._stroking(way, beat.phase / self._work)
        back = (beat.phase - self._work) / (1 - self._work)
        if self._path.return_ is Return.LIGHT:
            return Place(way.at(1 - stroke(back)), press=_LIGHT, drive=0.0)
        return self._lifted(way.at(1), self._way(beat, 1).at(0), back)

    def trace(self, beat: Beat) -> Trace:
        way = self._way(beat)
        return Trace(self._side, way.points, way.drawn(stroke(beat.phase / self._work)))

    def _way(self, beat: Beat, ahead: int = 0) -> Way:
        return self._ways[(beat.cycle + ahead) // self._path.cycles_per_pass % len(self._ways)]

    def _stroking(self, way: Way, share: float) -> Place:
        done = stroke(share)
        weight = min(smooth(share / _ENDS), smooth((1 - share) / _ENDS))
        return Place(way.at(done), press=between(_LIGHT, 1.0, weight), drive=weight)

    def _lifted(self, start: Spot, end: Spot, back: float) -> Place:
        """Off the skin, round the outside and down again at the start."""
        lift = min(smooth(back / _LIFTING), smooth((1 - back) / _LIFTING))
        u = reach((back - _LIFTING) / (1 - 2 * _LIFTING))
        arc = math.sin(math.pi * u) * _BACK_ARC_CM * start.across * self._outward
        spot = _blend(start, end, u)
        return Place(spot._replace(x=spot.x + arc), lift=lift, press=0.0, drive=0.0)


class Shuttle:
    """There and back along a way in each cycle, without leaving the skin."""

    def __init__(self, side: Side, ways: Sequence[Way], path: StrokePath) -> None:
        self._side, self._ways, self._path = side, ways, path

    @property
    def places(self) -> Sequence[Spot]:
        return [spot for way in self._ways for spot in way.spots]

    def place(self, beat: Beat) -> Place:
        way, share = self._way(beat), _there_and_back(beat.phase)
        return Place(way.at(share), drive=math.sin(2 * math.pi * beat.phase))

    def trace(self, beat: Beat) -> Trace:
        return Trace(self._side, self._way(beat).points, _there_and_back(beat.phase))

    def _way(self, beat: Beat) -> Way:
        return self._ways[beat.cycle // self._path.cycles_per_pass % len(self._ways)]


class Stops:
    """Works stop by stop: some cycles of a gesture on each, then an eased move to the next one or to the next row."""

    def __init__(self, side: Side, ways: Sequence[Way], path: StrokePath, period: float) -> None:
        self._side, self._ways, self._period = side, ways, period
        self._per_row = path.spots or 1
        self._per_stop = path.cycles_per_spot or path.cycles_per_pass
        self._rows = [way.stops(self._per_row) for way in ways]
        self._stops = [spot for row in self._rows for spot in row]
        self._points = [tuple(Point(s.x, s.y) for s in row) for row in self._rows]

    @property
    def places(self) -> Sequence[Spot]:
        return self._stops

    def place(self, beat: Beat) -> Place:
        stop, into = divmod(beat.cycle, self._per_stop)
        spot, change, row_change = self._centre(stop, (into + beat.phase) * self._period)
        calm = 1 - 0.6 * change
        return Place(spot, lift=change if row_change else 0.0, press=calm, calm=calm)

    def trace(self, beat: Beat) -> Trace:
        row, spot = divmod(beat.cycle // self._per_stop % len(self._stops), self._per_row)
        share = (beat.cycle % self._per_stop + beat.phase) / self._per_stop
        walked = 1.0 if self._per_row == 1 else min((spot + max(0.0, share - 0.5)) / (self._per_row - 1), 1.0)
        return Trace(self._side, self._ways[row].points, walked, self._points[row], spot)

    def _centre(self, stop: int, seconds: float) -> tuple[Spot, float, bool]:
        """The centre being worked around, how much a change of place is going on (0 to 1), and whether it is to
        another row. A change runs evenly over the moment between two stops."""
        left = self._per_stop * self._period - seconds
        near, first = (left, stop) if left < seconds else (seconds, stop - 1)
        row_change = (first + 1) % self._per_row == 0
        half = min(_CHANGE_ROW_SECONDS if row_change else _CHANGE_SECONDS, self._period) / 2
        if near >= half or first < 0 or first + 1 >= len(self._stops):
            return self._stop(stop), 0.0, False
        u = reach((half - left if first == stop else half + seconds) / (2 * half))
        return _blend(self._stop(first), self._stop(first + 1), u), smooth(1 - near / half), row_change

    def _stop(self, index: int) -> Spot:
        return self._stops[index % len(self._stops)]


class Wringing:
    """Lies across the body at its stop, or `up_cm` above it, and goes over to the other side and back, while the other
    hand comes towards it; the fold stands between the two."""

    def __init__(self, own: Stops, other: Stops, up_cm: float) -> None:
        self._own, self._other, self._up = own, other, up_cm

    @property
    def places(self) -> Sequence[Spot]:
        return [spot._replace(y=spot.y - self._up * spot.along) for spot in self._own.places]

    def place(self, beat: Beat) -> Place:
        own, other = self._own.place(beat), self._other.place(beat)
        spot = _blend(own.spot, other.spot, _there_and_back(beat.phase))
        between_hands = (own.spot.y + other.spot.y) / 2 - PALM_CM / 2 * spot.along
        middle = Point((own.spot.x + other.spot.x) / 2, between_hands)
        shifted = spot._replace(y=spot.y - self._up * spot.along, turn=own.spot.turn)
        return own._replace(spot=shifted, middle=middle)

    def trace(self, beat: Beat) -> Trace:
        return self._own.trace(beat)


class Travel:
    """Travels slowly along a way while doing a gesture on the spot, such as a spiral."""

    def __init__(self, side: Side, ways: Sequence[Way], path: StrokePath) -> None:
        self._side, self._ways, self._path = side, ways, path

    @property
    def places(self) -> Sequence[Spot]:
        return [spot for way in self._ways for spot in way.spots]

    def place(self, beat: Beat) -> Place:
        way, share = self._on(beat)
        ends = min(share, 1 - share) * self._path.cycles_per_pass
        lift = 1 - smooth(ends / 0.4) if len(self._ways) > 1 else 0.0
        return Place(way.at(share), lift=lift)

    def trace(self, beat: Beat) -> Trace:
        way, share = self._on(beat)
        return Trace(self._side, way.points, share)

    def _on(self, beat: Beat) -> tuple[Way, float]:
        row, into = divmod(beat.cycle, self._path.cycles_per_pass)
        return self._ways[row % len(self._ways)], (into + beat.phase) / self._path.cycles_per_pass


class Resting:
    """Lies in one place and goes with the body where it moves: `move` is a sheet and how far it has gone at a beat."""

    def __init__(
        self, side: Side, spot: Spot, landmark: str, move: tuple[MoveSheet, Callable[[Beat], float]] | None
    ) -> None:
        self._side, self._spot, self._landmark, self._move = side, spot, landmark, move

    @property
    def places(self) -> Sequence[Spot]:
        return [self._spot]

    def place(self, beat: Beat) -> Place:
        if self._move is None:
            return Place(self._spot)
        sheet, amount = self._move
        gone = amount(beat)
        now = sheet.landmark(self._landmark, self._side, gone)
        rest = sheet.landmark(self._landmark, self._side, 0.0)
        if now is None or rest is None:
            return Place(self._spot)
        x, y = self._spot.x + now.x - rest.x, self._spot.y + now.y - rest.y
        return Place(self._spot._replace(x=x, y=y), tilt=sheet.turn(self._landmark, self._side, gone))

    def trace(self, _beat: Beat) -> None:
        return None


def _there_and_back(phase: float) -> float:
    return 0.5 - 0.5 * math.cos(2 * math.pi * phase)


def _blend(start: Spot, end: Spot, u: float) -> Spot:
    return Spot(*(between(a, b, u) for a, b in zip(start, end, strict=True)))
