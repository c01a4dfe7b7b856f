"""The hand parts as bodies in space: how near two of them may come, and how an arm would hold them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class HandPart:
    """`gap` is how far the contact keeps from the midline so that two hands do not overlap, `inset` from the body's
    edge, `tips` how far beyond the contact the fingertips reach that stay on the body too, `ahead` and `behind` how far
    the hand is seen before and after its contact (all cm). `turns` says where the fingers point by landmark or by
    region, degrees from straight up towards the midline; `turn` anywhere else. `gaps` are narrower gaps by region: on
    the nape the palms stay beside the spine, off the side of the neck, even if their fingers cross."""

    gap: float
    inset: float
    tips: float
    ahead: float
    behind: float
    turn: float
    turns: dict[str, float]
    gaps: dict[str, float] = field(default_factory=dict)


_PALM_TURNS = {
    "crown": 20.0,
    "occiput": 20.0,
    "skull_base": 20.0,
    "nape": 22.0,
    "paraspinal_c7": 42.0,
    "shoulder_top": 106.0,
    "shoulder_tip": 126.0,
}
_PADS_TURNS = {
    "crown": 40.0,
    "occiput": 56.0,
    "skull_base": 58.0,
    "ear_mastoid": 50.0,
    "nape": 85.0,
    "shoulder_top": 130.0,
}
_THUMB_TURNS = {"skull_base": 38.0, "nape": 34.0, "occiput": 30.0}
_PINCER_TURNS = {"skull_base": 80.0, "nape": 85.0, "shoulder_top": 130.0}

_PARTS = {
    "palm": HandPart(4.8, 0.7, 7.3, 8.0, 8.0, 45.0, _PALM_TURNS, {"nape": 3.5}),
    "finger_pads": HandPart(1.6, 0.6, 0.0, 2.0, 9.0, 45.0, _PADS_TURNS),
    "finger_pad": HandPart(1.0, 0.4, 0.0, 2.0, 9.0, 45.0, _PADS_TURNS),
    "thumb_pad": HandPart(1.8, 0.5, 0.0, 10.0, 5.0, 20.0, _THUMB_TURNS),
    "pincer": HandPart(0.5, 0.8, 0.0, 5.0, 8.0, 70.0, _PINCER_TURNS),
}

DRAWN = frozenset(_PARTS)
"""The hand parts the player has pictures of."""

_LEAST_TURN, _MOST_TURN = 5.0, 170.0
"""Beyond these the forearm would have to come from the other side of the body."""


def part(name: str) -> HandPart:
    """Raises KeyError for a hand part that is not drawn."""
    return _PARTS[name]


def turn_inwards(hand: str, landmark: str, region: str) -> float:
    """Where the fingers of a hand on a landmark point: degrees from straight up, towards the midline."""
    shape = _PARTS[hand]
    turn = shape.turns.get(landmark, shape.turns.get(region, shape.turn))
    return min(max(turn, _LEAST_TURN), _MOST_TURN)
