"""The hand parts as bodies in space: how near two of them may come, and how an arm would hold them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HandPart:
    """`gap` is how far the contact keeps from the midline so that two hands do not overlap, `inset` from the body's
    edge, `span` how far the hand reaches around its contact (all cm). `turns` says where the fingers point by region:
    degrees from straight up, towards the midline; `turn` anywhere else."""

    gap: float
    inset: float
    span: float
    turn: float
    turns: dict[str, float]


_PALM_TURNS = {"crown": 15.0, "occiput": 20.0, "skull_base": 28.0, "nape": 42.0, "shoulder_top": 118.0}
_PADS_TURNS = {
    "crown": 45.0,
    "occiput": 68.0,
    "skull_base": 72.0,
    "ear_mastoid": 55.0,
    "nape": 95.0,
    "shoulder_top": 150.0,
}
_THUMB_TURNS = {"skull_base": 20.0, "nape": 30.0, "occiput": 15.0}
_PINCER_TURNS = {"skull_base": 80.0, "nape": 88.0, "shoulder_top": 140.0}

_PARTS = {
    "palm": HandPart(4.5, 2.0, 9.0, 45.0, _PALM_TURNS),
    "finger_pads": HandPart(1.6, 0.8, 8.0, 45.0, _PADS_TURNS),
    "finger_pad": HandPart(1.0, 0.4, 8.0, 45.0, _PADS_TURNS),
    "thumb_pad": HandPart(1.8, 0.5, 9.0, 20.0, _THUMB_TURNS),
    "pincer": HandPart(0.5, 0.8, 9.0, 70.0, _PINCER_TURNS),
}

DRAWN = frozenset(_PARTS)
"""The hand parts the player has pictures of."""

_LEAST_TURN, _MOST_TURN = 5.0, 170.0
"""Beyond these the forearm would have to come from the other side of the body."""


def part(name: str) -> HandPart:
    """Raises KeyError for a hand part that is not drawn."""
    return _PARTS[name]


def turn_inwards(hand: str, region: str) -> float:
    """Where the fingers of a hand on a region point: degrees from straight up, towards the midline."""
    shape = _PARTS[hand]
    return min(max(shape.turns.get(region, shape.turn), _LEAST_TURN), _MOST_TURN)
