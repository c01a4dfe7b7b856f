"""Groups of places and moves that several rules speak of (content sheet 2.4, 2.7 and 5.4)."""

from __future__ import annotations

from desktop.domain.routine import Step

NECK = frozenset({"skull_base", "nape", "neck_side"})
TRUNK = frozenset(
    {"between_blades", "shoulder_blade", "long_back", "mid_back", "trunk_side", "kidney_zone", "lower_back", "sacrum",
     "hip_rim"}
)  # fmt: skip
NECK_MOVES = frozenset({"nod", "chin_to_chest", "chin_glide", "turn", "ear_to_shoulder", "nose_to_armpit", "head_lift"})
TURNS = frozenset({"turn", "nose_to_armpit"})


def trunk(step: Step) -> bool:
    """Whether a step works on the back below the shoulders."""
    return bool(TRUNK & set(step.regions))
