"""Words the places of the interface share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from desktop.domain.body import Muscle, Reach, Region, Side

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


def muscle_lines(region: Region, muscles: Mapping[str, Muscle]) -> list[str]:
    """A line for each muscle of a region, by its anatomical name and in plain words; those beneath come last."""
    deep = _named(region.deep_muscles, muscles)
    return _named(region.muscles, muscles) + (["Beneath:", *deep] if deep else [])


def muscles_said(region: Region, muscles: Mapping[str, Muscle]) -> str:
    """The same in a sentence or two for a screen reader; empty where no muscle is known."""
    parts = (("Muscles", region.muscles), ("Beneath", region.deep_muscles))
    return " ".join(f"{head}: {'; '.join(_named(slugs, muscles))}." for head, slugs in parts if slugs)


def _named(slugs: Sequence[str], muscles: Mapping[str, Muscle]) -> list[str]:
    return [f"{muscles[slug].name}, {muscles[slug].plain}" for slug in slugs]


def firmness(pressure: int) -> str:
    """A word for a pressure of 0 to 10."""
    return _FIRMNESS[pressure]


def minutes(seconds: float) -> str:
    return f"{max(1, round(seconds / 60))} min"
