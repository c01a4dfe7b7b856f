"""What carries a hand through a step: along a stroke, from stop to stop, or resting in one place."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from desktop.domain.body import Side
from desktop.domain.chart import MoveSheet, Point
from desktop.domain.easing import between, reach, smooth, stroke
from desktop.domain.frame import Trace
from desktop.domain.motion import Gesture
from desktop.domain.routine import Return, StrokePath
from desktop.domain.tempo import Beat
from desktop.domain.ways import Spot, Way

_LIFTING = 0.22
"""Share of the way back that lifting off and coming down take, each."""
_CHANGE_SECONDS = 0.5
_CHANGE_ROW_SECONDS = 0.9
_BACK_ARC_CM = 3.0
_LIGHT = 0.3


class Contact(NamedTuple):
    """Where a hand is and what it does; `turn` is towards the midline, `press` a share of the planned pressure."""

    x: float
    y: float
    turn: float
    grip: float
    lift: float
    press: float


class Carrier(Protocol):
    """Carries one hand on one side."""

    @property
    def places(self) -> Sequence[Spot]:
        """Every place it passes, for the player's zoom."""

    def contact(self, beat: Beat) -> Contact: ...
    def trace(self, beat: Beat) -> Trace | None: ...


class Stroke:
    """Strokes along a way: one pass a cycle, then back to its start, lifted or lightly over the skin."""

    def __init__(self, side: Side, outward: int, ways: Sequence[Way], path: StrokePath, work: float) -> None:
        self._side, self._outward, self._ways, self._path, self._work = side, outward, ways, path, work

    @property
    def places(self) -> Sequence[Spot]:
        return [spot for way in self._ways for spot in way.spots]

    def contact(self, beat: Beat) -> Contact:
        way = self._way(beat)
        if beat.phase < self._work or self._work >= 1:
            return self._stroking(way, beat.phase / self._work)
        back = (beat.phase - self._work) / (1 - self._work)
        if self._path.return_ is Return.LIGHT:
            spot = way.at(1 - stroke(back))
            return Contact(spot.x, spot.y, spot.turn, 0.0, 0.0, _LIGHT)
        return self._lifted(way.at(1), self._way(beat, 1).at(0), back)

    def trace(self, beat: Beat) -> Trace:
        way = self._way(beat)
        return Trace(self._side, way.points, way.drawn(stroke(beat.phase / self._work)))

    def _way(self, beat: Beat, ahead: int = 0) -> Way:
        return self._ways[(beat.cycle + ahead) // self._path.cycles_per_pass % len(self._ways)]

    def _stroking(self, way: Way, share: float) -> Contact:
        spot = way.at(stroke(share))
        press = min(smooth(share / 0.12), smooth((1 - share) / 0.12))
        return Contact(spot.x, spot.y, spot.turn, 0.0, 0.0, between(_LIGHT, 1.0, press))

    def _lifted(self, start: Spot, end: Spot, back: float) -> Contact:
        """Off the skin, round the outside and down again at the start."""
        lift = min(smooth(back / _LIFTING), smooth((1 - back) / _LIFTING))
        u = reach((back - _LIFTING) / (1 - 2 * _LIFTING))
        arc = math.sin(math.pi * u) * _BACK_ARC_CM * start.across * self._outward
        turn = between(start.turn, end.turn, u)
        return Contact(between(start.x, end.x, u) + arc, between(start.y, end.y, u), turn, 0.0, lift, 0.0)


class Stops:
    """Works stop by stop: some cycles of a gesture on each, then an eased move to the next one or to the next row."""

    def __init__(
        self, side: Side, outward: int, ways: Sequence[Way], path: StrokePath, gesture: Callable[[float], Gesture],
        period: float,
    ) -> None:  # fmt: skip
        self._side, self._outward, self._ways, self._gesture, self._period = side, outward, ways, gesture, period
        self._per_row = path.spots or 1
        self._per_stop = path.cycles_per_spot or 1
        self._rows = [way.stops(self._per_row) for way in ways]
        self._stops = [spot for row in self._rows for spot in row]
        self._points = [tuple(Point(s.x, s.y) for s in row) for row in self._rows]

    @property
    def places(self) -> Sequence[Spot]:
        return self._stops

    def contact(self, beat: Beat) -> Contact:
        stop, into = divmod(beat.cycle, self._per_stop)
        centre, change, row_change = self._centre(stop, (into + beat.phase) * self._period)
        done = self._gesture(beat.phase)
        calm = 1 - 0.6 * change
        lift = max(done.lift, change if row_change else 0.0)
        x = centre.x + self._outward * centre.across * done.out * calm
        y = centre.y - centre.along * done.up * calm
        return Contact(x, y, centre.turn, done.grip, lift, done.press * calm)

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
        start, end = self._stop(first), self._stop(first + 1)
        row_change = (first + 1) % self._per_row == 0
        half = min(_CHANGE_ROW_SECONDS if row_change else _CHANGE_SECONDS, self._period) / 2
        if near >= half or first < 0 or first + 1 >= len(self._stops):
            return self._stop(stop), 0.0, False
        u = reach((half - left if first == stop else half + seconds) / (2 * half))
        moved = Spot(*(between(a, b, u) for a, b in zip(start, end, strict=True)))
        return moved, smooth(1 - near / half), row_change

    def _stop(self, index: int) -> Spot:
        return self._stops[index % len(self._stops)]


class Travel:
    """Travels slowly along a way while doing a gesture on the spot, such as a spiral."""

    def __init__(
        self, side: Side, outward: int, ways: Sequence[Way], path: StrokePath, gesture: Callable[[float], Gesture]
    ) -> None:
        self._side, self._outward, self._ways, self._path, self._gesture = side, outward, ways, path, gesture

    @property
    def places(self) -> Sequence[Spot]:
        return [spot for way in self._ways for spot in way.spots]

    def contact(self, beat: Beat) -> Contact:
        way, share = self._on(beat)
        spot, done = way.at(share), self._gesture(beat.phase)
        ends = min(share, 1 - share) * self._path.cycles_per_pass
        lift = max(done.lift, 1 - smooth(ends / 0.4)) if len(self._ways) > 1 else done.lift
        x = spot.x + self._outward * spot.across * done.out
        return Contact(x, spot.y - spot.along * done.up, spot.turn, done.grip, lift, done.press)

    def trace(self, beat: Beat) -> Trace:
        way, share = self._on(beat)
        return Trace(self._side, way.points, share)

    def _on(self, beat: Beat) -> tuple[Way, float]:
        row, into = divmod(beat.cycle, self._path.cycles_per_pass)
        return self._ways[row % len(self._ways)], (into + beat.phase) / self._path.cycles_per_pass


class Resting:
    """Lies in one place and goes with the body where it moves."""

    def __init__(
        self,
        side: Side,
        spot: Spot,
        gesture: Callable[[float], Gesture],
        landmark: str,
        move: tuple[MoveSheet, Callable[[float], float]] | None,
    ) -> None:
        self._side, self._spot, self._gesture, self._landmark, self._move = side, spot, gesture, landmark, move

    @property
    def places(self) -> Sequence[Spot]:
        return [self._spot]

    def contact(self, beat: Beat) -> Contact:
        done = self._gesture(beat.phase)
        x, y = self._carried(beat)
        return Contact(x, y, self._spot.turn, done.grip, done.lift, done.press)

    def trace(self, _beat: Beat) -> None:
        return None

    def _carried(self, beat: Beat) -> tuple[float, float]:
        if self._move is None:
            return self._spot.x, self._spot.y
        sheet, amount = self._move
        now = sheet.landmark(self._landmark, self._side, amount(beat.phase))
        rest = sheet.landmark(self._landmark, self._side, 0.0)
        if now is None or rest is None:
            return self._spot.x, self._spot.y
        return self._spot.x + now.x - rest.x, self._spot.y + now.y - rest.y
