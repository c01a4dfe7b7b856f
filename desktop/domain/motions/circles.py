"""Circles on the spot and travelling spirals: pads and thumbs move the skin, palms on the back slide over it."""

from __future__ import annotations

import math
from collections.abc import Callable

from desktop.domain.motions.gesture import Action, Gesture

MOST_PULL_CM = 0.6
_PAD_CM = 1.1
_RADII = {"thumb_pad": 1.0, "thumbs_stacked": 1.0, "finger_pad": 0.9, "pinch": 0.7, "knuckles": 1.4, "brush": 1.9,
          "stone": 2.2, "palm": 2.4}  # fmt: skip
_BACK_CM = (3.4, 5.6)
"""A palm's round on the back, half across and half along: ten to twenty centimetres, and clear of the spine."""
_LEAST_SHOWN_CM, _POINTS = 1.4, 32
_PALMS = ("palm", "palms_stacked")


def circle(picture: str, view: str) -> Action:
    """One round a cycle, outwards over the top."""
    if picture in _PALMS and view == "whole_back":
        return Action(_sliding(*_BACK_CM), reach=6.0, room=_BACK_CM[0], shown_way=_round(*_BACK_CM))
    radius = _RADII.get(picture, _PAD_CM)
    shown = _round(*(2 * [max(radius, _LEAST_SHOWN_CM)]))
    return Action(_with_the_skin(radius), reach=max(2.6, 2 * radius), room=0.4 * radius, shown_way=shown)


def _round(across: float, along: float) -> tuple[tuple[float, float], ...]:
    """A closed round in the hand's own sense, outwards over the top."""
    angles = [2 * math.pi * i / _POINTS for i in range(_POINTS)]
    points = [(across * math.sin(angle), along * math.cos(angle)) for angle in angles]
    return (*points, points[0])


def _with_the_skin(radius: float) -> Callable[[float], Gesture]:
    carried = min(MOST_PULL_CM, 0.6 * radius)

    def round_the_spot(count: float) -> Gesture:
        angle = 2 * math.pi * count
        out, up = math.sin(angle), math.cos(angle)
        return Gesture(radius * out, radius * up, press=0.9 + 0.1 * up, pull=(carried * out, carried * up))

    return round_the_spot


def _sliding(across: float, along: float) -> Callable[[float], Gesture]:
    """The skin is only pushed a little ahead of the palm."""

    def round_the_back(count: float) -> Gesture:
        angle = 2 * math.pi * count
        out, up = math.sin(angle), math.cos(angle)
        pull = (MOST_PULL_CM * up, -MOST_PULL_CM * out)
        return Gesture(across * out, along * up, press=0.85 + 0.15 * up, pull=pull)

    return round_the_back
