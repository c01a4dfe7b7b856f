"""Words the places of the interface share."""

from __future__ import annotations

from desktop.domain.body import Reach, Side

VIEW_NAMES = {
    "head_back": "Head, back",
    "head_left": "Head, left",
    "head_right": "Head, right",
    "head_top": "Top of the head",
    "face": "Face",
    "throat_chest": "Throat and chest",
    "neck_shoulders": "Neck and shoulders",
    "whole_back": "Whole back",
}
SIDE_NAMES = {Side.LEFT: "left", Side.RIGHT: "right", Side.MIDDLE: ""}
ZONE_NAMES = {"eyeball": "Eyeball", "ear_lobe_hollow": "Hollow under the ear lobe"}
_FIRMNESS = ("never", "a feather", "light", "light", "easy", "medium", "firm", "firm", "strong", "strong", "too much")
REACH = {
    frozenset({Reach.SELF}): "Within your own reach",
    frozenset({Reach.PARTNER}): "Needs a second pair of hands",
    frozenset({Reach.SELF, Reach.PARTNER}): "By yourself or by a partner",
    frozenset({Reach.TOOL, Reach.PARTNER}): "With a ball or roller, or by a partner",
    frozenset({Reach.SELF, Reach.TOOL, Reach.PARTNER}): "By yourself, with a ball, or by a partner",
}


def side_of(name: str, side: Side) -> str:
    """A place said in full: "Nape, left"; without the side where there is none."""
    said = SIDE_NAMES[side]
    return f"{name}, {said}" if said else name


def firmness(pressure: int) -> str:
    """A word for a pressure of 0 to 10."""
    return _FIRMNESS[pressure]


def minutes(seconds: float) -> str:
    return f"{max(1, round(seconds / 60))} min"
