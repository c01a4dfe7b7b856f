"""The bare-hand poses: how each is held, and how it lies on the skin (`hand_grip`). Angles as in `hand_pose`."""

from __future__ import annotations

from tools.atlas.hand_grip import Grip, Key
from tools.atlas.hand_pose import Finger, HandAngles, Thumb
from tools.atlas.hand_regions import BACK, EDGE, FLAT, HEEL, KNUCKLES, PALM
from tools.atlas.hand_surface import Surface

TIPS = (2, 3, 4, 5)
DOWN = dict.fromkeys(TIPS, 0.0)
PRESSED = dict.fromkeys(TIPS, -0.1)


def four(index: Finger, middle: Finger, ring: Finger, little: Finger) -> dict[int, Finger]:
    """Fingers by number."""
    return {2: index, 3: middle, 4: ring, 5: little}


HEAD_UNDER_PALM = Surface((0.0, 7.0, -1.5), 10.5)  # flatter than the crown: the back of the head
HEAD_UNDER_TIPS = Surface((0.0, 13.5, -5.2), 10.5)
NECK = Surface((0.0, 6.5, -1.6), 6.5, (False, True))
BROAD_UNDER_PALM = Surface((0.0, 8.0, -1.5), 24.0)  # a back, a shoulder
BROAD_UNDER_TIPS = Surface((0.0, 13.0, -5.2), 24.0)

PALM_FLAT = HandAngles(
    four(Finger(0, 6, 18, 9), Finger(0, 4, 18, 9), Finger(0, 5, 19, 9), Finger(0, 7, 20, 10)),
    Thumb(aside=26, down=10, nail=48, middle=12, end=10),
    cup={4: 3, 5: 6},
    wrist=(6, -4),
)
RESTING = HandAngles(
    four(Finger(-5, 12, 24, 12), Finger(0, 10, 24, 12), Finger(5, 11, 25, 12), Finger(11, 14, 26, 13)),
    Thumb(aside=38, down=14, nail=44, middle=14, end=14),
    cup={4: 4, 5: 8},
    wrist=(10, -6),
)
FINGERS_FLAT = HandAngles(
    four(Finger(0, 22, 4, 2), Finger(0, 22, 4, 2), Finger(0, 22, 4, 2), Finger(0, 23, 4, 2)),
    Thumb(aside=40, down=0, nail=30, middle=4, end=2),
    cup={4: 2, 5: 4},
    wrist=(4, -2),
    tilt=22,
)
FEATHER = HandAngles(
    four(Finger(-11, 24, 16, 6), Finger(-2, 24, 18, 6), Finger(8, 25, 18, 7), Finger(19, 26, 18, 7)),
    Thumb(aside=44, down=22, nail=50, middle=14, end=10),
    cup={4: 3, 5: 6},
    wrist=(-8, -2),
    tilt=22,
)
FINGER_PADS = HandAngles(
    four(Finger(0, 14, 48, 22), Finger(0, 14, 50, 22), Finger(0, 14, 48, 22), Finger(0, 16, 44, 18)),
    Thumb(aside=40, down=26, nail=56, middle=14, end=10),
    cup={4: 3, 5: 6},
    wrist=(12, -2),
    tilt=6,
)
RAIN = HandAngles(
    four(Finger(-6, 18, 42, 18), Finger(0, 18, 44, 18), Finger(6, 18, 42, 18), Finger(13, 20, 38, 16)),
    Thumb(aside=40, down=22, nail=52, middle=14, end=10),
    cup={4: 3, 5: 6},
    wrist=(4, -2),
    tilt=14,
)
FINGER_PAD = HandAngles(
    four(Finger(0, 20, 26, 12), Finger(0, 62, 92, 55), Finger(1, 66, 95, 58), Finger(3, 66, 92, 58)),
    Thumb(aside=22, down=40, nail=70, middle=28, end=34),
    cup={4: 5, 5: 9},
    wrist=(10, -2),
    tilt=12,
)
THUMB_PAD = HandAngles(
    four(Finger(-6, 6, 20, 11), Finger(0, 4, 22, 11), Finger(6, 6, 22, 11), Finger(13, 7, 22, 12)),
    Thumb(aside=48, down=8, nail=24, middle=2, end=18),
    cup={4: 2, 5: 4},
    wrist=(8, -6),
    tilt=2,
)
PINCER_OPEN = HandAngles(
    four(Finger(0, 28, 26, 12), Finger(0, 28, 28, 12), Finger(0, 29, 28, 12), Finger(0, 31, 26, 12)),
    Thumb(aside=58, down=42, nail=58, middle=4, end=6),
    cup={4: 4, 5: 8},
    tilt=20,
    roll=24,
)
PINCER_CLOSED = HandAngles(
    four(Finger(0, 54, 36, 14), Finger(0, 54, 38, 14), Finger(0, 55, 38, 14), Finger(0, 57, 34, 14)),
    Thumb(aside=16, down=50, nail=100, middle=6, end=14),
    cup={4: 8, 5: 14},
    tilt=26,
    roll=30,
)
PINCH_OPEN = HandAngles(
    four(Finger(-3, 34, 38, 14), Finger(2, 34, 40, 20), Finger(7, 28, 36, 18), Finger(14, 22, 32, 16)),
    Thumb(aside=40, down=40, nail=64, middle=6, end=8),
    cup={4: 4, 5: 8},
    wrist=(6, 0),
    tilt=18,
    roll=26,
)
PINCH_CLOSED = HandAngles(
    four(Finger(-1, 48, 46, 20), Finger(2, 38, 42, 20), Finger(7, 31, 38, 18), Finger(14, 24, 34, 16)),
    Thumb(aside=14, down=50, nail=100, middle=8, end=18),
    cup={4: 5, 5: 9},
    wrist=(6, 0),
    tilt=20,
    roll=32,
)
KNEADING_OPEN = HandAngles(
    four(Finger(-2, 10, 20, 10), Finger(0, 9, 20, 10), Finger(2, 10, 20, 10), Finger(6, 12, 22, 10)),
    Thumb(aside=60, down=16, nail=36, middle=6, end=4),
    cup={4: 3, 5: 6},
    wrist=(10, -4),
    tilt=4,
    roll=6,
)
KNEADING_CLOSED = HandAngles(
    four(Finger(0, 58, 36, 14), Finger(0, 57, 38, 14), Finger(0, 58, 38, 14), Finger(1, 60, 36, 14)),
    Thumb(aside=26, down=46, nail=90, middle=12, end=20),
    cup={4: 8, 5: 14},
    wrist=(2, -2),
    tilt=20,
    roll=18,
)
HEEL_DOWN = HandAngles(
    four(Finger(-5, 4, 14, 8), Finger(0, 3, 16, 8), Finger(5, 5, 16, 8), Finger(11, 7, 16, 8)),
    Thumb(aside=46, down=4, nail=30, middle=8, end=4),
    cup={4: 3, 5: 6},
    wrist=(66, -2),
    tilt=-32,
)
BACK_DOWN = HandAngles(
    four(Finger(-4, 10, 18, 10), Finger(0, 10, 20, 10), Finger(4, 11, 20, 10), Finger(9, 13, 20, 10)),
    Thumb(aside=40, down=16, nail=50, middle=12, end=14),
    cup={4: 4, 5: 8},
    wrist=(-4, -2),
    roll=180,
)
EDGE_DOWN = HandAngles(
    four(Finger(-2, 6, 12, 6), Finger(0, 9, 14, 7), Finger(2, 12, 16, 8), Finger(5, 16, 18, 8)),
    Thumb(aside=22, down=14, nail=50, middle=14, end=12),
    cup={4: 2, 5: 4},
    wrist=(4, 0),
    roll=74,
)
CUPPED = HandAngles(
    four(Finger(0, 50, 22, 8), Finger(0, 48, 24, 8), Finger(0, 49, 24, 8), Finger(0, 52, 24, 8)),
    Thumb(aside=15, down=18, nail=60, middle=8, end=2),
    cup={2: 2, 4: 9, 5: 17},
    wrist=(44, 0),
    tilt=-26,
)
FIST = HandAngles(
    four(Finger(-1, 70, 100, 62), Finger(0, 70, 98, 60), Finger(1, 70, 96, 58), Finger(3, 68, 92, 54)),
    Thumb(aside=14, down=46, nail=88, middle=38, end=48),
    cup={4: 5, 5: 9},
    wrist=(4, 0),
    roll=72,
)
KNUCKLES_DOWN = HandAngles(
    four(Finger(-1, 70, 102, 50), Finger(0, 70, 104, 50), Finger(1, 71, 104, 50), Finger(3, 72, 100, 50)),
    Thumb(aside=26, down=34, nail=64, middle=24, end=30),
    cup={4: 3, 5: 6},
    wrist=(14, 0),
    tilt=4,
    roll=-4,
)
LEG_AHEAD, LEG_BEHIND = (24.0, 10.0, 5.0), (40.0, 92.0, 34.0)


def walking(index: tuple[float, float, float], middle: tuple[float, float, float]) -> HandAngles:
    """Index and middle finger as legs, the others folded."""
    return HandAngles(
        four(Finger(-4, *index), Finger(3, *middle), Finger(1, 72, 98, 58), Finger(3, 72, 96, 58)),
        Thumb(aside=20, down=46, nail=74, middle=30, end=36),
        cup={4: 5, 5: 9},
        wrist=(-6, 0),
        tilt=26,
    )


TUG_OPEN = HandAngles(
    four(Finger(-8, 8, 20, 10), Finger(-1, 7, 20, 10), Finger(7, 8, 20, 10), Finger(15, 10, 22, 10)),
    Thumb(aside=44, down=14, nail=40, middle=8, end=6),
    cup={4: 3, 5: 6},
    wrist=(8, -4),
    tilt=4,
)
TUG_CLOSED = HandAngles(
    four(Finger(-1, 40, 96, 52), Finger(0, 40, 98, 54), Finger(1, 41, 98, 54), Finger(3, 43, 94, 54)),
    Thumb(aside=26, down=30, nail=60, middle=24, end=26),
    cup={4: 6, 5: 10},
    wrist=(8, -2),
    tilt=8,
)


def one_down(finger: int) -> Key:
    """A frame of the rain: one finger taps, the others are up."""
    return Key(RAIN, {other: -0.1 if other == finger else 1.1 for other in TIPS})


GRIPS = {
    "palm": Grip(
        (Key(PALM_FLAT, {1: 0.05, **DOWN}),), HEAD_UNDER_PALM, (PALM, *TIPS), ((PALM,),), (PALM, 0.3), gap=0.0
    ),
    "resting": Grip((Key(RESTING, DOWN),), HEAD_UNDER_PALM, (PALM, *TIPS), ((PALM,),), (PALM, 0.3)),
    "flat_fingers": Grip((Key(FINGERS_FLAT),), BROAD_UNDER_TIPS, (FLAT,), ((FLAT,),), (3, 0.15), gap=0.02),
    "finger_pads": Grip((Key(FINGER_PADS, PRESSED),), HEAD_UNDER_TIPS, TIPS, (TIPS,), (3, 0.15), gap=0.15),
    "feather": Grip((Key(FEATHER, {2: 0.0, 3: 0.0, 4: 0.0, 5: 0.7}),), BROAD_UNDER_TIPS, TIPS, (TIPS,), (2, 0.1)),
    "rain": Grip(tuple(one_down(f) for f in TIPS), BROAD_UNDER_TIPS, TIPS, (TIPS,), (2, 0.1), count=4),
    "finger_pad": Grip((Key(FINGER_PAD),), HEAD_UNDER_TIPS, (2,), ((2,),), (2, 0.15)),
    "thumb_pad": Grip((Key(THUMB_PAD, {1: -0.1, **DOWN}),), HEAD_UNDER_PALM, (1, *TIPS), ((1,),), presses=(1,)),
    "pincer": Grip(
        (Key(PINCER_OPEN), Key(PINCER_CLOSED)),
        BROAD_UNDER_TIPS,
        (1, 2, 3),
        ((1,), (2, 3)),
        (FLAT, 0.1),
        gap=0.03,
        count=4,
    ),
    "pinch": Grip((Key(PINCH_OPEN), Key(PINCH_CLOSED)), BROAD_UNDER_TIPS, (1, 2), ((1,), (2,)), (FLAT, 0.1), count=3),
    "kneading": Grip(
        (Key(KNEADING_OPEN), Key(KNEADING_CLOSED, lift=0.4)),
        BROAD_UNDER_PALM,
        (PALM, 1, *TIPS),
        ((1,), TIPS),
        (PALM, 0.3),
        gap=0.05,
        count=4,
    ),
    "heel": Grip((Key(HEEL_DOWN),), BROAD_UNDER_PALM, (HEEL,), ((HEEL,),), (HEEL, 0.4)),
    "back_of_hand": Grip((Key(BACK_DOWN),), BROAD_UNDER_PALM, (BACK,), ((BACK,),), (BACK, 0.2)),
    "edge": Grip((Key(EDGE_DOWN),), BROAD_UNDER_PALM, (EDGE,), ((EDGE,),), (EDGE, 0.3)),
    "cupped": Grip((Key(CUPPED, DOWN),), BROAD_UNDER_PALM, (HEEL, *TIPS), ((HEEL,), TIPS), (HEEL, 0.4), gap=-0.35),
    "fist": Grip((Key(FIST),), BROAD_UNDER_PALM, (EDGE,), ((EDGE,),), (EDGE, 0.3)),
    "knuckles": Grip((Key(KNUCKLES_DOWN),), BROAD_UNDER_PALM, (KNUCKLES,), ((KNUCKLES,),), (KNUCKLES, 0.4)),
    "two_fingers": Grip(
        (
            Key(walking(LEG_AHEAD, LEG_BEHIND), {2: -0.1, 3: -0.1}),
            Key(walking(LEG_BEHIND, LEG_AHEAD), {2: -0.1, 3: -0.1}),
        ),
        BROAD_UNDER_TIPS,
        (2, 3),
        ((2,), (3,)),
        (2, 0.15),
        count=3,
    ),
    "tug": Grip(
        (Key(TUG_OPEN), Key(TUG_CLOSED, lift=0.3)),
        HEAD_UNDER_PALM,
        (PALM, *TIPS),
        ((PALM,), TIPS),
        (PALM, 0.3),
        count=3,
    ),
}
