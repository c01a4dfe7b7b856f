"""Where an arm comes from: which way the fingers can point for where the giver is (content sheet 2.6).

A turn is told in degrees from straight up towards the body's midline, below 0 away from it; in a view from the side
towards the back of the head. The forearm leaves the opposite way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from desktop.domain.body import Side
from desktop.domain.routine import Giver


class Arm(NamedTuple):
    """`turn` anywhere, `turns` by landmark or region where that is different."""

    turn: float
    turns: Mapping[str, float] = {}

    def at(self, landmark: str, region: str) -> float:
        return self.turns.get(landmark, self.turns.get(region, self.turn))


_BACK, _FRONT, _SIDE, _TOP, _HAND = "back", "front", "side", "top", "hand"
_FACES = {
    "head_back": _BACK,
    "neck_shoulders": _BACK,
    "whole_back": _BACK,
    "face": _FRONT,
    "throat_chest": _FRONT,
    "head_left": _SIDE,
    "head_right": _SIDE,
    "head_top": _TOP,
    "hand": _HAND,
}

_PALM = Arm(
    45.0,
    {
        "crown": 34.0,
        "occiput": 44.0,
        "skull_base": 54.0,
        "nape": 66.0,
        "neck_side": 66.0,
        "paraspinal_c7": 84.0,
        "shoulder_top": 106.0,
        "shoulder_tip": 126.0,
    },
)
_PADS = Arm(
    45.0,
    {
        "crown": 40.0,
        "occiput": 56.0,
        "skull_base": 58.0,
        "ear_mastoid": 50.0,
        "nape": 85.0,
        "neck_side": 84.0,
        "shoulder_top": 130.0,
    },
)
_THUMB = Arm(20.0, {"skull_base": 50.0, "nape": 34.0, "occiput": 30.0})
_PINCER = Arm(70.0, {"skull_base": 80.0, "nape": 85.0, "shoulder_top": 130.0})
_OWN_BACK = {
    "palm": _PALM,
    "resting": _PALM,
    "stone": _PALM,
    "palms_stacked": _PALM,
    "heel": _PALM,
    "back_of_hand": _PALM,
    "cupped": _PALM,
    "thumb_pad": _THUMB,
    "thumbs_stacked": _THUMB,
    "pincer": _PINCER,
    "pinch": _PINCER,
    "kneading": _PINCER,
    "ball": Arm(0.0),
    "roller": Arm(0.0),
}
"""One's own head, neck and shoulders from behind: elbows out to the sides, and up beyond the neck."""

_ACROSS_THE_CHEST = Arm(
    158.0,
    {
        "nape": 98.0,
        "neck_side": 92.0,
        "sternomastoid": 112.0,
        "shoulder_base": 140.0,
        "shoulder_mid": 156.0,
        "shoulder_tip": 172.0,
    },
)
"""The opposite hand comes over the shoulder from in front: fingers down the back, round the side on the neck."""

_PLACES: dict[tuple[Giver, str], Arm] = {
    (Giver.SELF, _FRONT): Arm(
        30.0,
        {"forehead": 86.0, "brow_rim": 98.0, "cheek_nose": 48.0, "temple": 46.0, "side_scalp": 46.0, "crown": 82.0,
         "jaw": 12.0, "chin": 24.0, "under_jaw": 24.0, "upper_chest": 48.0, "collarbone_hollow": 22.0,
         "shoulder_top": 40.0},
    ),
    (Giver.SELF, _SIDE): Arm(
        14.0,
        {"occiput": 26.0, "crown": 24.0, "forehead": -6.0, "nape": 12.0, "chin": 56.0, "jaw_edge_mid": 26.0,
         "temple": -12.0, "ear_front": 26.0},
    ),
    (Giver.SELF, _TOP): Arm(70.0, {"forehead": 55.0, "occiput": 62.0}),
    (Giver.BEHIND, _BACK): Arm(
        24.0, {"shoulder_top": 32.0, "shoulder_tip": 20.0, "shoulder_cap": 20.0, "nape": 30.0, "skull_base": 32.0}
    ),
    (Giver.BEHIND, _FRONT): Arm(
        140.0, {"forehead": 116.0, "temple": 128.0, "upper_chest": 158.0, "shoulder_top": 158.0}
    ),
    (Giver.BEHIND, _SIDE): Arm(-48.0),
    (Giver.BEHIND, _TOP): Arm(22.0),
    (Giver.HEAD_END, _BACK): Arm(152.0, {"occiput": 172.0, "skull_base": 166.0, "nape": 162.0}),
    (Giver.HEAD_END, _FRONT): Arm(156.0, {"forehead": 140.0, "upper_chest": 164.0}),
    (Giver.HEAD_END, _SIDE): Arm(168.0),
    (Giver.HEAD_END, _TOP): Arm(22.0),
    (Giver.HIP, _FRONT): Arm(20.0),
    (Giver.HIP, _SIDE): Arm(-48.0),
    (Giver.HIP, _TOP): Arm(22.0),
}  # fmt: skip
_OWN_FACE = {
    "palm": Arm(10.0, {"cheek_nose": 14.0, "jaw": -14.0, "upper_chest": 52.0, "shoulder_top": 4.0}),
    "resting": Arm(10.0, {"cheek_nose": 8.0, "jaw": -14.0, "upper_chest": 52.0, "shoulder_top": 4.0}),
    "pinch": Arm(30.0, {"brow_rim": 108.0}),
}
"""Where a part of the hand needs another arm than the rest: flat palms lie with the fingers up; who pinches an
eyebrow lifts the elbow, so that the hand does not cover the nose."""

_NEAR_HIP, _FAR_FROM_HIP = 20.0, -8.0
_ACROSS = 84.0
_OVER_THE_SHOULDER = Arm(-40.0)
"""A forearm lies over the top of the shoulder, its hand in front of it and clear of the head."""
OVER_THE_HEAD = Arm(104.0)
"""One's own hand comes over the head as it tilts or turns, the elbow out and up: its weight lies on the high side."""
_GRASPING_THE_NAPE = Arm(52.0)
"""The giver stands beside the neck: thumb and fingers lie to its two sides, the hand behind it."""
_PINCHING_THE_EAR = Arm(-30.0)
"""The hand hangs below the ear, clear of the eye."""
_OVER_THE_HAND = Arm(-146.0)
"""The giver sits opposite: fingers towards the receiver, the forearm from between the hands."""
_REACHED_OVER_FRONT = Arm(-46.0, {"upper_chest": -56.0, "collarbone_hollow": -16.0})


def arm(giver: Giver, view: str, picture: str, opposite: bool, near: bool, across: bool) -> Arm:
    """How the fingers point. `opposite`: the hand of the other side reaches over; `near`: the place lies on the side
    the giver stands on; `across`: the hands lie across the body, as for wringing."""
    seen = _FACES[view]
    if seen == _HAND:
        return _OVER_THE_HAND
    if across:
        return Arm(_ACROSS if near else -_ACROSS)
    if picture == "forearm" and seen == _BACK:
        return _OVER_THE_SHOULDER
    if giver is Giver.BEHIND and seen == _BACK and picture == "pincer" and opposite:
        return _GRASPING_THE_NAPE
    if giver is Giver.HIP and seen == _BACK:
        return Arm(_NEAR_HIP if near else _FAR_FROM_HIP)
    return _own(seen, picture, opposite) if giver is Giver.SELF else _PLACES[giver, seen]


def _own(seen: str, picture: str, opposite: bool) -> Arm:
    """One's own arm."""
    if opposite:
        return _ACROSS_THE_CHEST if seen == _BACK else _REACHED_OVER_FRONT
    if seen == _BACK:
        return _OWN_BACK.get(picture, _PADS)
    if seen == _SIDE and picture == "pinch":
        return _PINCHING_THE_EAR
    everywhere = _PLACES[Giver.SELF, seen]
    return _OWN_FACE.get(picture, everywhere) if seen == _FRONT else everywhere


def reaches_over(giver: Giver, view: str) -> bool:
    """Whether the hand of the other side comes over the shoulder from in front of what a view shows."""
    return giver is Giver.SELF and _FACES[view] == _BACK


def stands_at(worked: Side | None, across: bool) -> Side:
    """The side of the receiver a giver at the hip stands on: that of the work, or the other one where the hands
    reach across; the right one while both sides are worked."""
    if worked is None:
        return Side.RIGHT
    return worked.other if across else worked
