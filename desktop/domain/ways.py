"""Ways: smooth lines over the skin with samples at even distances."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from desktop.domain.chart import Point
from desktop.domain.easing import between

STEP_CM = 0.25
"""How far the samples of a way lie apart."""

_WRIST_CM = 3.0
"""The wrist turns over as much of the way as this, to either side."""


class Spot(NamedTuple):
    """A point of a way: picture pixels, where the fingers point there (degrees towards the midline), the pixels
    one centimetre of skin takes sideways and upwards, and those of one centimetre ahead on the way."""

    x: float
    y: float
    turn: float
    across: float
    along: float
    ahead_x: float = 0.0
    ahead_y: float = 0.0


class Way:
    """A line over the skin, in samples of even distance. `length` is centimetres of skin; `points` is the line to
    draw: it may set off before the contact does, where the fingers reach ahead of it."""

    def __init__(self, samples: Sequence[Spot], length: float, before: Sequence[Point] = ()) -> None:
        self.spots = _with_directions(samples)
        self._last = len(samples) - 1
        self.length = length
        self.points = (*before, *(Point(s.x, s.y) for s in samples))
        self._begun = _length(self.points[: len(before) + 1]) / (_length(self.points) or 1)

    def at(self, share: float) -> Spot:
        """The spot at a share of the length, 0 to 1."""
        place = min(max(share, 0.0), 1.0) * self._last
        index = min(int(place), self._last - 1)
        if index < 0:
            return self.spots[0]
        start, end, u = self.spots[index], self.spots[index + 1], place - index
        return Spot(*(a + (b - a) * u for a, b in zip(start, end, strict=True)))

    def drawn(self, share: float) -> float:
        """The share of the drawn line that is done when the contact has done `share` of its way."""
        return self._begun + (1 - self._begun) * share

    def part(self, start: float, end: float) -> Way:
        """The piece between two shares of the length; the drawn line stays the whole one's."""
        count = max(round((end - start) * self._last), 1)
        piece = Way([self.at(start + (end - start) * i / count) for i in range(count + 1)], self.length * (end - start))
        piece.points = self.points
        return piece

    def stops(self, count: int) -> tuple[Spot, ...]:
        """`count` evenly spaced spots from the first to the last point; the middle for a single one on a line."""
        if count == 1:
            return (self.at(0.5),)
        return tuple(self.at(i / (count - 1)) for i in range(count))


def apart(controls: Sequence[Spot], least: float) -> list[Spot]:
    """Without those that came to lie on the one before; the last one always stays."""
    kept = [controls[0]]
    for spot in controls[1:]:
        if math.dist(spot[:2], kept[-1][:2]) > least:
            kept.append(spot)
    if kept[-1] is not controls[-1] and len(kept) > 1:
        kept[-1] = controls[-1]
    return kept


def turning_softly(samples: Sequence[Spot]) -> list[Spot]:
    """With the turn averaged over the skin around, so that the wrist never turns in jerks; the ends keep theirs."""
    reach = round(_WRIST_CM / STEP_CM)
    turned = []
    for i, spot in enumerate(samples):
        near = min(reach, i, len(samples) - 1 - i)
        around = samples[i - near : i + near + 1]
        turned.append(spot._replace(turn=sum(s.turn for s in around) / len(around)))
    return turned


def midway(one: Way, other: Way) -> Way:
    """The way half-way between two."""
    count = max(len(one.spots), len(other.spots)) - 1
    if count == 0:
        return Way([mean(one.spots[0], other.spots[0])], 0.0)
    between_both = [mean(one.at(i / count), other.at(i / count)) for i in range(count + 1)]
    return Way(between_both, (one.length + other.length) / 2)


def mean(one: Spot, other: Spot) -> Spot:
    """The spot half-way between two."""
    return Spot(*((a + b) / 2 for a, b in zip(one, other, strict=True)))


def _with_directions(samples: Sequence[Spot]) -> tuple[Spot, ...]:
    """With the way ahead of each sample; a single one has none, and down the body stands for it."""
    if len(samples) == 1:
        return (samples[0]._replace(ahead_x=0.0, ahead_y=samples[0].along),)
    last, spots = len(samples) - 1, []
    for i, spot in enumerate(samples):
        start, end = samples[max(i - 2, 0)], samples[min(i + 2, last)]
        dx, dy = end.x - start.x, end.y - start.y
        long = math.hypot(dx, dy) or 1.0
        cm = math.hypot(spot.across * dx, spot.along * dy) / long
        spots.append(spot._replace(ahead_x=dx / long * cm, ahead_y=dy / long * cm))
    return tuple(spots)


def _length(points: Sequence[Point]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(points))


def curve(controls: Sequence[Spot], step: float) -> list[Spot]:
    """A centripetal Catmull-Rom curve through the controls: no loops, no overshoot at sharp bends."""
    first, last = controls[0], controls[-1]
    before = Spot(*(2 * a - b for a, b in zip(first, controls[1], strict=True)))
    after = Spot(*(2 * a - b for a, b in zip(last, controls[-2], strict=True)))
    padded = [before, *controls, after]
    line = [first]
    for four in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        pieces = max(2, math.ceil(math.dist(four[1][:2], four[2][:2]) / step))
        line += [_between_controls(four, i / pieces) for i in range(1, pieces + 1)]
    return line


def _between_controls(four: tuple[Spot, Spot, Spot, Spot], u: float) -> Spot:
    knots = [0.0]
    for start, end in pairwise(four):
        knots.append(knots[-1] + math.sqrt(max(math.dist(start[:2], end[:2]), 1e-6)))
    t = between(knots[1], knots[2], u)
    xy = [_barry_goldman([p[axis] for p in four], knots, t) for axis in (0, 1)]
    return Spot(xy[0], xy[1], between(four[1].turn, four[2].turn, u), 0, 0)


def _barry_goldman(values: Sequence[float], knots: Sequence[float], t: float) -> float:
    """The pyramid of linear blends a Catmull-Rom segment is made of."""
    level = list(values)
    for width in (1, 2):
        level = [
            between(level[i], level[i + 1], (t - knots[i]) / (knots[i + width] - knots[i]))
            for i in range(len(level) - 1)
        ]
    return between(level[0], level[1], (t - knots[1]) / (knots[2] - knots[1]))
