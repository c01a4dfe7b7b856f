"""The poses that are more than one bare hand: one entry each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.atlas.hand_grip import Grip, Key
from tools.atlas.hand_grips import TIPS, four
from tools.atlas.hand_pose import Finger, HandAngles, Thumb
from tools.atlas.hand_regions import PALM
from tools.atlas.hand_surface import Surface
from tools.atlas.hold_arm import Forearm
from tools.atlas.hold_pairs import Pair
from tools.atlas.hold_props import ball, brush, roller, small_stone, stone
from tools.atlas.hold_stand import Stand
from tools.atlas.hold_tools import Over, Rolling

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tools.atlas.hand_scene import Pose

BACK_RADIUS_CM = 80.0  # of a back, as wide as two hands feel it
ALL_DOWN = dict.fromkeys((1, *TIPS), 0.0)


FLAT_BELOW = HandAngles(
    four(Finger(0, 6, 18, 9), Finger(0, 4, 18, 9), Finger(0, 5, 19, 9), Finger(0, 7, 20, 10)),
    Thumb(aside=34, down=10, nail=48, middle=12, end=10),
    cup={4: 3, 5: 6},
    wrist=(10, -8),
)
FLAT_ABOVE = HandAngles(
    FLAT_BELOW.fingers,
    Thumb(aside=40, down=16, nail=48, middle=12, end=12),
    cup={4: 4, 5: 8},
    wrist=(14, -8),
)
THUMB_BELOW = HandAngles(
    four(Finger(-9, 6, 20, 11), Finger(0, 4, 22, 11), Finger(8, 6, 22, 11), Finger(17, 7, 22, 12)),
    Thumb(aside=62, down=16, nail=20, middle=0, end=18),
    cup={4: 2, 5: 4},
    wrist=(14, 24),
    tilt=2,
)
THUMB_ABOVE = HandAngles(
    THUMB_BELOW.fingers,
    Thumb(aside=60, down=4, nail=16, middle=0, end=16),
    cup={4: 2, 5: 4},
    wrist=(14, 24),
    tilt=2,
)
OVER_STONE = HandAngles(
    four(Finger(-1, 14, 22, 12), Finger(0, 12, 24, 12), Finger(2, 13, 24, 12), Finger(5, 15, 24, 12)),
    Thumb(aside=46, down=22, nail=42, middle=14, end=14),
    cup={4: 4, 5: 8},
    wrist=(10, -4),
    tilt=2,
)
OVER_BALL = HandAngles(
    four(Finger(-6, 26, 34, 18), Finger(0, 24, 36, 18), Finger(6, 25, 36, 18), Finger(12, 28, 34, 18)),
    Thumb(aside=52, down=34, nail=46, middle=18, end=16),
    cup={4: 6, 5: 12},
    wrist=(14, -4),
)
OVER_BRUSH = HandAngles(
    four(Finger(-3, 6, 16, 8), Finger(0, 8, 18, 9), Finger(2, 22, 46, 26), Finger(5, 26, 48, 28)),
    Thumb(aside=30, down=26, nail=52, middle=14, end=10),
    cup={4: 6, 5: 12},
    wrist=(16, -6),
)
LOOSE = HandAngles(
    four(Finger(-3, 24, 30, 16), Finger(0, 28, 34, 18), Finger(2, 32, 36, 20), Finger(5, 36, 36, 20)),
    Thumb(aside=34, down=24, nail=52, middle=14, end=12),
    cup={4: 5, 5: 10},
    wrist=(-14, 4),
    roll=38,
)

HOLDS: Mapping[str, Pose] = {
    "palms_stacked": Pair(
        Grip(
            (Key(FLAT_BELOW, {**ALL_DOWN, 1: 0.05}),),
            Surface((0.0, 7.0, -1.5), BACK_RADIUS_CM),
            (PALM, *TIPS),
            ((PALM,),),
            (PALM, 0.3),
            gap=0.0,
        ),
        FLAT_ABOVE,
        below_turn=-30,
        above_turn=42,
        over=(0.3, 6.4),
        own=(0.3, 6.6),
        heights=ALL_DOWN,
        sunk=0.15,
        gap=0.0,
    ),
    "thumbs_stacked": Pair(
        Grip(
            (Key(THUMB_BELOW, {**ALL_DOWN, 1: -0.1}),),
            Surface((-9.0, 7.0, -2.2), BACK_RADIUS_CM),
            (1, *TIPS),
            ((1,),),
            presses=(1,),
        ),
        THUMB_ABOVE,
        below_turn=26,
        above_turn=-26,
        over=(-8.5, 7.2),
        own=(-9.5, 7.7),
        heights={**ALL_DOWN, 1: -0.05},
    ),
    "forearm": Forearm(LOOSE, elbow=42, sunk=0.55),
    "brush": Over(brush, Stand(-13, (-2.4, 14.4, -4.0)), OVER_BRUSH, dict.fromkeys((1, 2, 3), 0.0), 0.12),
    "stone": Over(stone, Stand(6, (-0.6, 10.2, -3.6)), OVER_STONE, ALL_DOWN, 0.12),
    "small_stone": Over(small_stone, Stand(6, (-0.8, 16.6, -2.6)), OVER_STONE, ALL_DOWN, 0.12),
    "ball_hand": Over(ball, Stand(20, (-2.0, 10.6, -6.0)), OVER_BALL, {**ALL_DOWN, 4: 0.3, 5: 1.4}, 0.05),
    "ball": Rolling(lambda share: ball(180 * share), 8, wraps=1.0),
    "roller": Rolling(roller, 8, wraps=4.6),
}
