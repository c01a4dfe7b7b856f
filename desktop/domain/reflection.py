"""A frame seen in a mirror: every place, way and turn on the other side of the picture's middle."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from desktop.domain.chart import Point
from desktop.domain.frame import Focus, Fold, Frame, HandPose, Ripple, SkinPull, SpotWay, Trace


def reflected(frame: Frame, width: float) -> Frame:
    """The frame in a picture `width` picture pixels wide that is turned left to right.

    A left hand turned over is a right hand's picture; whose `side` is worked stays what it is."""
    return replace(
        frame,
        hands=tuple(_hand(hand, width) for hand in frame.hands),
        skin=tuple(_pull(pull, width) for pull in frame.skin),
        folds=tuple(_fold(fold, width) for fold in frame.folds),
        ripples=tuple(_ripple(ripple, width) for ripple in frame.ripples),
        traces=tuple(_trace(trace, width) for trace in frame.traces),
        spot_ways=tuple(_spot_way(way, width) for way in frame.spot_ways),
        focus=_focus(frame.focus, width),
    )


def _point(point: Point, width: float) -> Point:
    return Point(width - point.x, point.y)


@lru_cache(maxsize=64)
def _points(points: tuple[Point, ...], width: float) -> tuple[Point, ...]:
    """Kept: a way is hundreds of points long and stays the same from frame to frame."""
    return tuple(_point(point, width) for point in points)


def _vector(vector: tuple[float, float]) -> tuple[float, float]:
    return -vector[0], vector[1]


def _hand(hand: HandPose, width: float) -> HandPose:
    at, echo = _point(hand.at, width), _vector(hand.echo)
    return replace(hand, side=hand.side.other, at=at, turn=-hand.turn, echo=echo)


def _pull(pull: SkinPull, width: float) -> SkinPull:
    return replace(pull, at=_point(pull.at, width), by=_vector(pull.by))


def _fold(fold: Fold, width: float) -> Fold:
    return replace(fold, at=_point(fold.at, width), turn=-fold.turn % 180)


def _ripple(ripple: Ripple, width: float) -> Ripple:
    return replace(ripple, at=_point(ripple.at, width))


def _spot_way(way: SpotWay, width: float) -> SpotWay:
    return replace(way, at=_point(way.at, width), way=tuple(map(_vector, way.way)))


def _trace(trace: Trace, width: float) -> Trace:
    return replace(trace, points=_points(trace.points, width), spots=_points(trace.spots, width))


def _focus(focus: Focus, width: float) -> Focus:
    return replace(focus, x=width - focus.x - focus.width)
