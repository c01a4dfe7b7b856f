"""The grips: one entry a pose. Angles as in `hand_pose`, then how the hand is fitted onto the skin (`hand_fit`)."""

from __future__ import annotations

from tools.atlas.hand_grip import Grip, Key
from tools.atlas.hand_pose import Finger, HandAngles, Thumb
from tools.atlas.hand_regions import HEEL, PALM
from tools.atlas.hand_surface import Surface

HEAD_RADIUS_CM = 10.5  # flatter than the crown: the back of the head
NECK_RADIUS_CM = 6.5
TIPS = (2, 3, 4, 5)
DOWN = dict.fromkeys(TIPS, 0.0)


def four(index: Finger, middle: Finger, ring: Finger, little: Finger) -> dict[int, Finger]:
    """Fingers by number."""
    return {2: index, 3: middle, 4: ring, 5: little}


HEAD_UNDER_PALM = Surface((0.0, 7.0, -1.5), HEAD_RADIUS_CM)
HEAD_UNDER_TIPS = Surface((0.0, 13.5, -5.2), HEAD_RADIUS_CM)
NECK = Surface((0.0, 6.5, -1.6), NECK_RADIUS_CM, (False, True))

FLAT = HandAngles(
    four(Finger(0, 6, 18, 9), Finger(0, 4, 18, 9), Finger(0, 5, 19, 9), Finger(0, 7, 20, 10)),
    Thumb(aside=26, down=10, nail=48, middle=12, end=10),
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
    four(Finger(-9, 6, 20, 11), Finger(0, 4, 22, 11), Finger(8, 6, 22, 11), Finger(17, 7, 22, 12)),
    Thumb(aside=66, down=8, nail=20, middle=2, end=24),
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
    four(Finger(0, 34, 42, 18), Finger(0, 34, 44, 18), Finger(0, 35, 44, 18), Finger(0, 38, 40, 18)),
    Thumb(aside=28, down=34, nail=54, middle=16, end=18),
    cup={4: 7, 5: 13},
    wrist=(20, 0),
)

GRIPS = {
    "palm": Grip((Key(FLAT, {1: 0.05, **DOWN}),), HEAD_UNDER_PALM, (PALM, *TIPS), ((PALM,),), (PALM, 0.3), gap=0.0),
    "finger_pads": Grip((Key(FINGER_PADS, dict.fromkeys(TIPS, -0.1)),), HEAD_UNDER_TIPS, TIPS, (TIPS,), gap=0.06),
    "finger_pad": Grip((Key(FINGER_PAD, {3: -0.1, 2: 0.7, 4: 0.5, 5: 0.6}),), HEAD_UNDER_TIPS, (3,), ((3,),), gap=0.1),
    "thumb_pad": Grip((Key(THUMB_PAD, {1: -0.1, **DOWN}),), HEAD_UNDER_PALM, (1, *TIPS), ((1,),), presses=(1,)),
    "pincer": Grip(
        (Key(PINCER_OPEN), Key(PINCER_CLOSED, lift=0.6)),
        NECK,
        (HEEL, *TIPS),
        ((HEEL,), TIPS),
        (PALM, 0.2),
        gap=0.03,
        count=3,
    ),
}
