"""From words to ways over the skin: landmarks become a smooth line whose distances are true on the surface."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from desktop.domain.body import Landmark, Side
from desktop.domain.chart import Point, ViewChart
from desktop.domain.easing import between
from desktop.domain.hand_parts import HandPart
from desktop.domain.reach import Arm
from desktop.domain.routine import Waypoint
from desktop.domain.ways import STEP_CM, Spot, Way, apart, curve, turning_softly

_STRIDE_CM, _MOST_STRIDES = 0.15, 200
_LEAST_INSET_CM = 0.3
_LEAST_APART_CM = 0.5
_AROUND = tuple((round(math.cos(i * math.pi / 4), 6), round(math.sin(i * math.pi / 4), 6)) for i in range(8))
_FLAT_TIPS_CM = 7.3
"""How far beyond its contact the fingertips of a flat hand lie."""
_ACROSS = 0.2
"""Fingers that point less than this share of their length up or down point across the body."""
_STEEPEST = 0.25
"""Foreshortening is followed down to this share; beyond it the skin is seen edge-on."""


class PathError(ValueError):
    """A path cannot be drawn in its view; the message says which landmark and why."""


class Surveyor:
    """Lays ways for one hand part on one side of a view, held as its arm can. `outward` is the way from the midline in
    the picture: -1 left, 1 right, 0 where the view is from the side. `clear` says by
    region and turn what the hand keeps from the midline (cm)."""

    def __init__(
        self, chart: ViewChart, landmarks: Mapping[str, Landmark], part: HandPart, arm: Arm, side: Side,
        clear: Callable[[str, float], float] | None = None,
    ) -> None:  # fmt: skip
        self._chart, self._landmarks, self._side = chart, landmarks, side
        self._part, self._arm, self._clear = part, arm, clear or part.clear_of_midline
        self.outward = outward(chart, side)

    def way(self, passing: Sequence[Waypoint]) -> Way:
        """The way along a pass. Raises PathError where a landmark is not in the view."""
        controls = apart([self.spot(point) for point in passing], self._chart.px_per_cm * _LEAST_APART_CM)
        if len(controls) == 1:
            return Way(controls, 0.0)
        dense = curve(controls, self._chart.px_per_cm * 2 * STEP_CM)
        line = [self._settled(spot, _LEAST_INSET_CM) for spot in dense]
        return self._evenly(line, self._ahead_of(passing[0], controls[0]))

    def spot(self, point: Waypoint) -> Spot:
        """The place a waypoint names, moved clear of the midline and of the body's edge as the hand part needs."""
        mark = self._mark(point.landmark, self._side)
        x, y = self._walk(mark[0], mark[1], point.lateral, point.up)
        region = self._landmarks[point.landmark].region
        turn = self._arm.at(point.landmark, region)
        x = self._clear_of_midline(x, self._midline(point.landmark), self._clear(region, turn))
        return self._settled(self._with_tips_on(Spot(x, y, turn, 0, 0)), self._part.inset)

    def _mark(self, name: str, side: Side) -> tuple[float, float]:
        if name not in self._landmarks:
            raise PathError(f"unknown landmark “{name}”")
        try:
            mark = self._chart.landmark(name, side)
        except KeyError:
            raise PathError(f"“{name}” is on no picture") from None
        if mark is None:
            raise PathError(f"“{name}” is outside the view {self._chart.view}")
        return mark.x, mark.y

    def _midline(self, name: str) -> float:
        marks = [self._chart.landmark(name, side) for side in (Side.LEFT, Side.RIGHT)]
        seen = [mark.x for mark in marks if mark is not None]
        return sum(seen) / 2 if len(seen) == 2 else self._chart.size[0] / 2

    def _clear_of_midline(self, x: float, midline: float, gap_cm: float) -> float:
        gap = gap_cm * self._chart.px_per_cm
        return midline + self.outward * max(self.outward * (x - midline), gap) if self.outward else x

    def _walk(self, x: float, y: float, out: float, up: float) -> tuple[float, float]:
        """Go `out` and `up` centimetres over the skin."""
        steps = math.ceil(max(abs(out), abs(up)) / STEP_CM)
        for _ in range(steps):
            across, along = self._scale(x, y)
            x += self.outward * across * out / steps
            y -= along * up / steps
        return x, y

    def _scale(self, x: float, y: float) -> tuple[float, float]:
        """Pixels a centimetre of skin takes sideways and upwards."""
        px, skin = self._chart.px_per_cm, self._chart.surface(x, y)
        if skin is None:
            return px, px
        across = skin.nz / (math.hypot(skin.nx, skin.nz) or 1)
        along = skin.nz / (math.hypot(skin.ny, skin.nz) or 1)
        return px * max(across, _STEEPEST), px * max(along, _STEEPEST)

    def _settled(self, spot: Spot, inset: float) -> Spot:
        """The spot, moved inwards until it lies `inset` cm inside the body's edge."""
        x, y = spot.x, spot.y
        clear, stride = inset * self._chart.px_per_cm, _STRIDE_CM * self._chart.px_per_cm
        for _ in range(_MOST_STRIDES):
            towards = self._inwards(x, y, clear)
            if towards is None:
                break
            x, y = x + stride * towards[0], y + stride * towards[1]
        return Spot(x, y, spot.turn, *self._scale(x, y))

    def _with_tips_on(self, spot: Spot) -> Spot:
        """The spot, drawn back up or down until the fingertips lie on the body too; where they point across the body
        they may reach round its edge."""
        if not self._part.flat:
            return spot
        px, angle, tips = self._chart.px_per_cm, math.radians(spot.turn), _FLAT_TIPS_CM
        tip_x = spot.x - self.outward * math.sin(angle) * tips * px
        y, ahead = spot.y, math.cos(angle) * tips * px
        if abs(ahead) <= _ACROSS * tips * px:
            return spot
        back = math.copysign(_STRIDE_CM * px, ahead)
        for _ in range(math.ceil(tips / _STRIDE_CM)):
            if self._chart.surface(tip_x, y - ahead) is not None:
                break
            y += back
        return Spot(spot.x, y, spot.turn, *self._scale(spot.x, y))

    def _inwards(self, x: float, y: float, clear: float) -> tuple[float, float] | None:
        """The way to more body, None where the body lies all around."""
        size = max(self._chart.size)
        while clear < size:
            on_body = [
                (dx, dy) for dx, dy in _AROUND if self._chart.surface(x + clear * dx, y + clear * dy) is not None
            ]
            if len(on_body) == len(_AROUND):
                return None
            dx, dy = sum(d[0] for d in on_body), sum(d[1] for d in on_body)
            if length := math.hypot(dx, dy):
                return dx / length, dy / length
            clear *= 2
        raise PathError(f"there is no body near {x:.0f}, {y:.0f} in the view {self._chart.view}")

    def _ahead_of(self, first: Waypoint, contact: Spot) -> list[Point]:
        """The line from a waypoint down to where the contact had to be drawn back to; empty where it was not."""
        _, y = self._walk(*self._mark(first.landmark, self._side), first.lateral, first.up)
        named = self._settled(Spot(contact.x, y, contact.turn, 0, 0), self._part.inset)
        pieces = round(math.dist(named[:2], contact[:2]) / (self._chart.px_per_cm * STEP_CM))
        if not self.outward or not self._part.flat or pieces * STEP_CM < _LEAST_APART_CM:
            return []
        shares = (i / pieces for i in range(pieces))
        return [Point(between(named.x, contact.x, u), between(named.y, contact.y, u)) for u in shares]

    def _evenly(self, line: Sequence[Spot], before: Sequence[Point]) -> Way:
        """Resampled at even distances on the skin."""
        walked = [0.0]
        for start, end in pairwise(line):
            walked.append(walked[-1] + self._distance(start, end))
        count = max(8, math.ceil(walked[-1] / STEP_CM))
        samples, index = [], 0
        for i in range(count + 1):
            goal = walked[-1] * i / count
            while index < len(line) - 2 and walked[index + 1] < goal:
                index += 1
            u = (goal - walked[index]) / ((walked[index + 1] - walked[index]) or 1)
            samples.append(Spot(*(between(a, b, u) for a, b in zip(line[index], line[index + 1], strict=True))))
        return Way(turning_softly(samples), walked[-1], before)

    def _distance(self, start: Spot, end: Spot) -> float:
        px = self._chart.px_per_cm
        flat = math.hypot(end.x - start.x, end.y - start.y) / px
        skins = self._chart.surface(start.x, start.y), self._chart.surface(end.x, end.y)
        deep = skins[1].z - skins[0].z if skins[0] and skins[1] else 0.0
        return math.hypot(flat, deep)


def outward(chart: ViewChart, side: Side) -> int:
    """Which way a side lies from the midline in the picture: -1 left, 1 right, 0 where it cannot be said."""
    here, there = chart.labels.get(side), chart.labels.get(side.other)
    if here is None or there is None or here == there:
        return 0
    return -1 if here.x < there.x else 1
