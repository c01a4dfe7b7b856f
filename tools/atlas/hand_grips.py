"""The grips: one entry a pose. Angles as in `hand_pose`, then how the hand is fitted onto the skin (`hand_fit`)."""

from __future__ import annotations

from dataclasses import dataclass, field

from tools.atlas.hand_pose import Finger, HandAngles, Thumb
from tools.atlas.hand_surface import Surface

HEAD_RADIUS_CM = 9.5
NECK_RADIUS_CM = 6.5


@dataclass(frozen=True)
class Grip:
    """A pose of one or several frames.

    `gap`: space in cm between neighbouring fingers, None leaves the splay as it is. `heights`: finger to height of its pad
    above the skin, cm. `rest`: share of the palm's underside that sinks into the skin, None when the palm does not
    lie on it. `pads`: what touches, as fingers 1-5 and 0 for the palm or its heel; `contact` the ones whose middle follows the path.
    """

    frames: tuple[HandAngles, ...]
    surface: Surface
    heights: dict[int, float]
    pads: tuple[int, ...]
    contact: tuple[int, ...]
    gap: float | None = None


def four(index: Finger, middle: Finger, ring: Finger, little: Finger) -> dict[int, Finger]:
    """Fingers by number."""
    return {2: index, 3: middle, 4: ring, 5: little}


HEAD_UNDER_PALM = Surface((0.0, 7.0, -1.5), HEAD_RADIUS_CM)
HEAD_UNDER_TIPS = Surface((0.0, 13.5, -5.2), HEAD_RADIUS_CM)
NECK = Surface((0.0, 6.5, -1.6), NECK_RADIUS_CM, (False, True))

PALM = HandAngles(
    four(Finger(0, 10, 14, 8), Finger(0, 8, 14, 8), Finger(0, 9, 15, 9), Finger(0, 11, 16, 10)),
    Thumb(aside=26, down=10, nail=48, middle=12, end=6),
    cup={4: 3, 5: 6},
    wrist=(6, -4),
)
FINGER_PADS = HandAngles(
    four(Finger(0, 14, 44, 18), Finger(0, 14, 46, 18), Finger(0, 14, 44, 18), Finger(0, 16, 38, 16)),
    Thumb(aside=34, down=26, nail=56, middle=14, end=10),
    cup={4: 3, 5: 6},
    wrist=(12, -2),
    tilt=4,
)
FINGER_PAD = HandAngles(
    four(Finger(-2, 2, 26, 12), Finger(0, 20, 40, 12), Finger(2, 10, 40, 18), Finger(6, 14, 42, 20)),
    Thumb(aside=32, down=26, nail=56, middle=16, end=12),
    cup={4: 4, 5: 8},
    wrist=(12, -2),
    tilt=4,
)
THUMB_PAD = HandAngles(
    four(Finger(-9, 14, 16, 8), Finger(0, 12, 18, 9), Finger(8, 14, 18, 9), Finger(17, 16, 18, 10)),
    Thumb(aside=64, down=14, nail=22, middle=4, end=-6),
    cup={4: 2, 5: 4},
    wrist=(8, -6),
    tilt=2,
)
PINCER_OPEN = HandAngles(
    four(Finger(0, 22, 26, 12), Finger(0, 22, 28, 12), Finger(0, 23, 28, 12), Finger(0, 25, 26, 12)),
    Thumb(aside=32, down=24, nail=50, middle=10, end=10),
    cup={4: 4, 5: 8},
    wrist=(12, 0),
)
PINCER_CLOSED = HandAngles(
    four(Finger(0, 40, 46, 20), Finger(0, 40, 48, 20), Finger(0, 41, 48, 20), Finger(0, 44, 44, 20)),
    Thumb(aside=28, down=34, nail=54, middle=16, end=18),
    cup={4: 7, 5: 13},
    wrist=(20, 0),
)

TIPS = (2, 3, 4, 5)
GRIPS = {
    "palm": Grip(
        (PALM,), HEAD_UNDER_PALM, {1: 0.0, 2: 0.0, 3: 0.0, 4: 0.0, 5: 0.0}, (0, *TIPS), (0,), gap=0.0
    ),
    "finger_pads": Grip((FINGER_PADS,), HEAD_UNDER_TIPS, dict.fromkeys(TIPS, -0.1), TIPS, TIPS, gap=0.06),
    "finger_pad": Grip(
        (FINGER_PAD,), HEAD_UNDER_TIPS, {3: -0.1, 2: 0.7, 4: 0.5, 5: 0.6}, (3,), (3,), gap=0.1
    ),
    "thumb_pad": Grip(
        (THUMB_PAD,), HEAD_UNDER_PALM, {1: -0.1, 2: 0.0, 3: 0.0, 4: 0.0, 5: 0.0}, (1, *TIPS), (1,)
    ),
    "pincer": Grip((PINCER_OPEN, PINCER_CLOSED), NECK, {}, (0, *TIPS), (0, *TIPS), gap=0.03),
}
