"""The hand parts as pictures and as bodies in space: what each looks like and how near two of them may come."""

from __future__ import annotations

import math
from dataclasses import dataclass

from desktop.domain.routine import Giver, OneHand, Step


@dataclass(frozen=True, slots=True)
class HandPart:
    """A hand that touches at its contact, all in cm. `gap`: what the contact keeps from the midline at least; `inner`:
    how far the hand reaches to its thumb's side; `tips`: how far the fingertips reach beyond the contact; `inset`: what
    the contact keeps from the body's edge, the tips of a `flat` hand lying on the body too; `ahead` and `behind`: how
    much of the hand is seen before and after the contact; `width`: how far apart two hands work side by side; `beside`:
    how far to either side the hand is seen, where that is more than half of its width."""

    gap: float
    inner: float
    tips: float
    inset: float
    ahead: float
    behind: float
    width: float
    flat: bool = False
    beside: float = 0.0

    def beside_spine(self, region: str) -> float:
        """What a hand that works alone keeps from the midline: on the narrow nape no more than one of two does."""
        return min(self.gap, _ON_NAPE_CM) if self.flat and region in _NAPE else self.gap

    def clear_of_midline(self, region: str, turn: float) -> float:
        """What the contact of one of two hands keeps from the midline when the fingers point `turn` degrees inwards
        from straight up. On the nape flat hands stay beside the spine, even if their fingers cross."""
        if self.flat and region in _NAPE:
            return _ON_NAPE_CM
        angle = math.radians(turn)
        return max(self.gap, self.inner * abs(math.cos(angle)), self.tips * math.sin(angle))


_NAPE, _ON_NAPE_CM = ("nape", "skull_base"), 3.5

_PARTS = {
    "palm": HandPart(4.8, 4.2, 5.0, 0.7, 8.0, 8.0, 9.5, flat=True),
    "resting": HandPart(4.8, 4.6, 5.0, 0.7, 8.0, 8.0, 9.5, flat=True),
    "finger_pads": HandPart(1.2, 3.2, 1.8, 0.6, 2.0, 9.0, 8.0),
    "flat_fingers": HandPart(1.2, 4.6, 0.6, 0.6, 2.0, 10.0, 8.0),
    "feather": HandPart(1.2, 4.6, 1.4, 0.6, 2.0, 10.0, 8.5),
    "rain": HandPart(1.2, 4.6, 1.4, 0.6, 2.0, 10.0, 8.5),
    "finger_pad": HandPart(0.8, 1.2, 0.5, 0.4, 2.0, 9.0, 6.0),
    "thumb_pad": HandPart(1.2, 1.0, 0.8, 0.5, 8.0, 7.0, 2.5, beside=10.0),
    "thumbs_stacked": HandPart(1.2, 1.0, 0.8, 0.5, 8.0, 8.0, 12.0),
    "pincer": HandPart(1.0, 3.0, 3.0, 0.8, 4.0, 8.0, 8.0, beside=7.0),
    "pinch": HandPart(0.8, 1.6, 1.6, 0.4, 3.0, 9.0, 6.0),
    "kneading": HandPart(3.0, 4.6, 3.6, 0.8, 5.0, 8.0, 9.0),
    "heel": HandPart(3.0, 4.4, 0.0, 0.8, 8.0, 5.0, 9.5),
    "back_of_hand": HandPart(3.0, 4.2, 6.0, 0.7, 8.0, 8.0, 9.0),
    "edge": HandPart(2.0, 2.8, 4.0, 0.6, 5.0, 9.0, 6.0),
    "cupped": HandPart(3.0, 3.8, 4.6, 0.7, 6.0, 8.0, 9.0),
    "fist": HandPart(2.6, 2.8, 2.4, 0.7, 3.0, 9.0, 8.0),
    "knuckles": HandPart(2.0, 3.0, 1.4, 0.7, 2.0, 8.0, 8.0),
    "two_fingers": HandPart(2.0, 2.6, 1.0, 0.5, 2.0, 11.0, 7.0),
    "tug": HandPart(1.6, 3.8, 5.8, 0.6, 4.0, 8.0, 8.0),
    "palms_stacked": HandPart(4.8, 4.2, 5.0, 0.7, 9.0, 8.0, 14.0, flat=True),
    "forearm": HandPart(0.5, 0.0, 0.0, 1.0, 26.0, 10.0, 7.0),
    "brush": HandPart(2.2, 2.2, 0.0, 0.6, 6.5, 14.0, 0.0, beside=4.5),
    "stone": HandPart(6.6, 6.4, 5.0, 0.8, 7.0, 8.0, 9.5, flat=True),
    "small_stone": HandPart(3.6, 3.6, 3.0, 0.8, 4.0, 14.0, 8.5),
    "ball_hand": HandPart(4.0, 4.2, 4.0, 0.8, 7.0, 8.0, 9.0),
    "ball": HandPart(3.2, 0.0, 0.0, 0.8, 3.5, 3.5, 7.0),
    "roller": HandPart(0.0, 0.0, 0.0, 0.0, 8.0, 8.0, 34.0),
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
    "skin_rolling": {"pincer": "pinch"},
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
    if step.hand == "finger_pads" and step.hold and step.technique == "scalp_circles":
        return "tug"
    if step.hand == "finger_pads" and step.technique == "effleurage" and regions & _ON_SOFT_SKIN:
        return "flat_fingers"
    if step.hand == "stone" and "nape" in regions:
        return "small_stone"
    if step.hand == "ball" and step.giver is not Giver.SELF:
        return "ball_hand"
    grip = _grip(step, regions) if step.hand == "pincer" else None
    return grip or _PICTURES.get(step.technique, {}).get(step.hand, step.hand)


def _grip(step: Step, regions: set[str]) -> str | None:
    """A grip that looks different: with two fingers on a fine place, with the whole hand over one's own shoulder."""
    if regions & _FINE:
        return "pinch"
    reached_over = step.giver is Giver.SELF and step.one_hand is OneHand.OPPOSITE
    return "kneading" if reached_over else None
