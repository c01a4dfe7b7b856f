"""The hand parts as pictures and as bodies in space: what each looks like and how near two of them may come."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.domain.chart import HandSheet
from desktop.domain.routine import Giver, Step


@dataclass(frozen=True, slots=True)
class HandPart:
    """`gap` is how far the contact keeps from the midline so that two hands do not overlap, `inset` from the body's
    edge, `tips` how far beyond the contact the fingertips reach that stay on the body too, `ahead` and `behind` how far
    the hand is seen before and after its contact, `width` how far apart two hands work side by side (all cm). `gaps`
    are narrower gaps by region: on the nape the palms stay beside the spine, even if their fingers cross."""

    gap: float
    inset: float
    tips: float
    ahead: float
    behind: float
    width: float
    gaps: dict[str, float] = field(default_factory=dict)


_NAPE = {"nape": 3.5, "skull_base": 3.5}

_PARTS = {
    "palm": HandPart(4.8, 0.7, 7.3, 8.0, 8.0, 10.0, _NAPE),
    "resting": HandPart(4.8, 0.7, 7.3, 8.0, 8.0, 10.0, _NAPE),
    "finger_pads": HandPart(1.6, 0.6, 0.0, 2.0, 9.0, 6.5),
    "flat_fingers": HandPart(2.2, 0.6, 0.0, 4.0, 10.0, 7.0),
    "feather": HandPart(2.4, 0.6, 0.0, 2.0, 10.0, 7.0),
    "rain": HandPart(2.4, 0.6, 0.0, 2.0, 10.0, 7.0),
    "finger_pad": HandPart(1.0, 0.4, 0.0, 2.0, 9.0, 3.0),
    "thumb_pad": HandPart(1.8, 0.5, 0.0, 10.0, 5.0, 3.5),
    "thumbs_stacked": HandPart(1.8, 0.5, 0.0, 8.0, 8.0, 0.0),
    "pincer": HandPart(0.5, 0.8, 0.0, 5.0, 8.0, 9.0),
    "pinch": HandPart(0.8, 0.4, 0.0, 2.0, 9.0, 4.0),
    "kneading": HandPart(3.0, 0.8, 0.0, 6.0, 8.0, 9.5, _NAPE),
    "heel": HandPart(3.2, 0.8, 0.0, 10.0, 7.0, 9.0),
    "back_of_hand": HandPart(4.5, 0.7, 0.0, 8.0, 8.0, 9.0, _NAPE),
    "edge": HandPart(2.4, 0.6, 0.0, 7.0, 8.0, 6.0),
    "cupped": HandPart(4.6, 0.7, 0.0, 6.0, 8.0, 9.5),
    "fist": HandPart(3.8, 0.7, 0.0, 4.0, 8.0, 8.5),
    "knuckles": HandPart(3.6, 0.7, 0.0, 4.0, 8.0, 8.5),
    "two_fingers": HandPart(2.0, 0.5, 0.0, 2.0, 11.0, 7.0),
    "tug": HandPart(3.4, 0.6, 0.0, 5.0, 8.0, 8.0),
    "palms_stacked": HandPart(4.8, 0.7, 6.0, 9.0, 8.0, 0.0),
    "forearm": HandPart(0.5, 1.0, 0.0, 10.0, 14.0, 7.0),
    "brush": HandPart(2.2, 0.6, 0.0, 3.0, 14.0, 0.0),
    "stone": HandPart(4.2, 0.8, 0.0, 7.0, 8.0, 10.0, _NAPE),
    "ball_hand": HandPart(4.0, 0.8, 0.0, 7.0, 8.0, 0.0),
    "ball": HandPart(3.2, 0.8, 0.0, 3.5, 3.5, 0.0),
    "roller": HandPart(0.0, 0.0, 0.0, 8.0, 8.0, 0.0),
}

PICTURES = frozenset(_PARTS)
"""Every picture a step can need."""
RESTING = "resting"
"""The picture of a hand that only lies there."""
ONE_PICTURE = frozenset({"palms_stacked", "thumbs_stacked", "roller"})
"""Two hands, or none, in a single picture."""

_ON_SOFT_SKIN = frozenset({"forehead", "cheek_nose", "jaw", "chin", "under_jaw", "upper_chest", "sternomastoid"})
_FINE = frozenset({"brow_rim", "ear_mastoid"})

_PICTURES: dict[str, dict[str, str]] = {
    "effleurage": {"pincer": "finger_pads", "heel": "palm", "thumb_pad": "finger_pads"},
    "feather_stroking": {"finger_pads": "feather", "palm": "feather"},
    "petrissage": {"palm": "kneading"},
    "fingertip_tapping": {"finger_pads": "rain"},
    "plucking": {"pincer": "pinch", "finger_pads": "pinch"},
    "lymph_style_stretch": {"finger_pads": "flat_fingers"},
    "slow_stripping": {"thumb_pad": "thumbs_stacked"},
    "stretch": {"palm": "resting"},
    "supported_head_lift": {"palm": "resting"},
    "resting_hands": {"palm": "resting"},
}


def part(picture: str) -> HandPart:
    """Raises KeyError for a picture no step can need."""
    return _PARTS[picture]


def picture_of(step: Step) -> str:
    """The picture of the hand a step is done with: its hand part as the technique holds it (content sheet 2.0)."""
    regions = set(step.regions)
    if step.hand == "pincer" and regions & _FINE:
        return "pinch"
    if step.hand == "finger_pads" and step.hold and step.technique == "scalp_circles":
        return "tug"
    if step.hand == "finger_pads" and step.technique == "effleurage" and regions & _ON_SOFT_SKIN:
        return "flat_fingers"
    if step.hand == "ball" and step.giver is not Giver.SELF:
        return "ball_hand"
    return _PICTURES.get(step.technique, {}).get(step.hand, step.hand)


_STAND_INS = {
    "resting": "palm", "flat_fingers": "finger_pads", "feather": "finger_pads", "rain": "finger_pads",
    "kneading": "pincer", "pinch": "pincer", "tug": "finger_pads", "two_fingers": "finger_pad", "heel": "palm",
    "back_of_hand": "palm", "edge": "palm", "cupped": "palm", "fist": "palm", "knuckles": "palm", "forearm": "palm",
    "palms_stacked": "palm", "thumbs_stacked": "thumb_pad", "brush": "finger_pads", "stone": "palm",
    "ball_hand": "palm", "ball": "palm", "roller": "palm",
}  # fmt: skip


def drawn(picture: str, sheet: HandSheet) -> str:
    """The picture, or the one that stands in while it is not drawn yet."""
    have = {name for name, _ in sheet.sprites}
    return picture if picture in have or not have else _STAND_INS.get(picture, picture)
