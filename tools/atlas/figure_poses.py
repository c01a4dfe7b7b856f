"""The drawings: what each figure does, what it sits or lies on, and from where it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tools.atlas.figure_props import ball, roller, stone, stool, wall
from tools.atlas.figure_reach import Reach, mirrored
from tools.atlas.hand_pose import X, Y, Z

if TYPE_CHECKING:
    from collections.abc import Callable

    from tools.atlas.figure_props import Prop
    from tools.atlas.figure_rig import Pose, Turn

    Reaches = dict[str, Reach]
    Posed = tuple[Pose, Reaches]


@dataclass(frozen=True)
class Shot:
    """How a figure is seen: size of the drawing, its scale, and the camera (`yaw`, `pitch` as in `views.View`).
    `near`: the picture shows only the surroundings of this point (cm), fading out."""

    size: tuple[int, int] = (760, 860)
    px_per_cm: float = 5.6
    yaw: float = 25.0
    pitch: float = 8.0
    near: tuple[float, float, float] | None = None


WHOLE = Shot()
CLOSE = Shot(px_per_cm=8.8, near=(0.0, 48.0, 14.0))
LONG = Shot((1000, 560), 5.2, yaw=78.0, pitch=14.0)


@dataclass(frozen=True)
class Drawing:
    """`pose` gives the figure at an amount; `amounts` are drawn. `breathes`: the amount is how full the breath is, and
    the pose stays. `props` stand on the floor or lie in a hand."""

    pose: Callable[[float], Posed]
    props: tuple[Prop, ...] = ()
    shot: Shot = WHOLE
    amounts: tuple[float, ...] = (0.0, 1.0)
    breathes: bool = True


EASY_ARMS = {"shoulder01*": ((Z, -9.0),)}
SEATED = {**EASY_ARMS, "upperleg01*": ((Z, 5.0), (X, -86.0)), "lowerleg01*": ((X, 86.0),)}
ON_THIGH = Reach((14.0, 16.5, 26.0), (-0.2, -0.22, 1.0), (0.0, -1.0, -0.15))
IN_LAP = Reach((9.5, 15.5, 21.0), (-0.75, -0.3, 0.6), (0.0, -1.0, 0.0))
ON_BELLY = Reach((-12.0, 25.0, 15.0), (1.0, 0.12, 0.28), (0.15, 0.0, -1.0))
ON_CHEST = Reach((-10.5, 42.0, 18.5), (0.95, 0.42, 0.1), (0.1, -0.25, -1.0))


def both(left: Reach) -> Reaches:
    return {"L": left, "R": mirrored(left)}


def sitting(_amount: float) -> Posed:
    return SEATED, both(ON_THIGH)


def belly(_amount: float) -> Posed:
    return SEATED, {"L": IN_LAP, "R": ON_BELLY}


def belly_and_chest(_amount: float) -> Posed:
    return SEATED, {"L": mirrored(ON_BELLY), "R": ON_CHEST}


def warm_palms(_amount: float) -> Posed:
    return {**SEATED, "head": ((X, 12.0),)}, both(Reach((3.4, 33.0, 31.0), (-0.1, 0.45, 1.0), (-1.0, 0.0, 0.0)))


def testing_stone(_amount: float) -> Posed:
    left = Reach((11.0, 26.0, 34.0), (-0.75, 0.1, 0.7), (0.0, 1.0, 0.0))
    right = Reach((-11.0, 31.5, 25.0), (0.85, -0.3, 0.55), (0.0, -1.0, 0.1))
    return {**SEATED, "head": ((X, 16.0), (Y, 12.0))}, {"L": left, "R": right}


def at_the_wall(_amount: float) -> Posed:
    left = Reach((26.5, 9.0, 5.0), (0.1, -1.0, 0.15), (-1.0, 0.0, 0.0))
    right = Reach((-19.0, 24.0, 27.0), (-0.1, 0.1, 1.0), (0.0, 1.0, 0.0))
    legs = {"upperleg01*": ((X, -14.0),), "lowerleg01*": ((X, 14.0),)}
    return {**EASY_ARMS, **legs}, {"L": left, "R": right}


def leaning(amount: float) -> Posed:
    bent = dict.fromkeys(("spine04", "spine03", "spine02", "spine01", "neck02"), ((Z, -6.5 * amount),))
    arm = Reach((6.0, 116.0, 3.0), (-0.15, 1.0, 0.0), (-1.0, 0.0, 0.0), (1.0, 0.8, 0.1), on="spine01")
    return {**SEATED, **bent, "shoulder01*": ((Z, 24.0),)}, both(arm)


def opening_chest(amount: float) -> Posed:
    back = dict.fromkeys(("spine03", "spine02", "spine01", "neck01", "neck03"), ((X, -4.5 * amount),))
    hand = Reach((6.0, 12.0 + 3 * amount, -21.0 - 5 * amount), (-0.5, -0.85, -0.25), (0.4, 0.0, 1.0), (1, -0.2, -1))
    return {**SEATED, **back, "shoulder01*": ((Z, -9.0), (Y, -10.0 * amount))}, both(hand)


def lying(raised: float, hips: float) -> dict[str, tuple[Turn, ...]]:
    """On the back with the knees up and the soles flat, the trunk `raised` degrees; `hips` bent so far."""
    knees, level = 106.0, 90.0 - raised
    return {
        "root": ((X, -level),),
        "upperleg01*": ((X, -hips),),
        "lowerleg01*": ((X, knees),),
        "foot*": ((X, level + hips - knees),),
    }


BEHIND_HEAD = Reach((7.5, 77.0, -7.0), (-1.0, 0.35, -0.1), (0.0, -0.1, 1.0), (1.0, 0.35, -0.1), on="head")


def lying_reach(_amount: float) -> Posed:
    arms = Reach((15.0, 109.0, -1.0), (-0.1, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.1, 0.0), on="spine01")
    return {**lying(0.0, 55.0), "shoulder01*": ((Z, 26.0),)}, both(arms)


def resting_on_roller(_amount: float) -> Posed:
    return on_roller(0.0)


def on_roller(amount: float) -> Posed:
    back = dict.fromkeys(("spine03", "spine02", "spine01"), ((X, -4.0 - 6.0 * amount),))
    neck = {"neck01": ((X, 10.0),), "neck03": ((X, 8.0),)}
    return {**lying(17.0, 71.0), **back, **neck}, both(BEHIND_HEAD)


_FIVE = tuple(i / 4 for i in range(5))
_SIDES = tuple(i / 4 for i in range(-4, 5))

DRAWINGS = {
    "sit_tall": Drawing(sitting, (stool(),)),
    "belly_breath": Drawing(belly, (stool(),)),
    "belly_and_chest": Drawing(belly_and_chest, (stool(),)),
    "warm_cream": Drawing(warm_palms, (stool(),), CLOSE),
    "stone_test": Drawing(testing_stone, (stool(), stone((2.5, 29.5, 36.0))), CLOSE),
    "stand_wall": Drawing(at_the_wall, (wall(-16.0), ball((-19.0, 28.0, 37.0))), Shot(px_per_cm=4.3, yaw=40.0)),
    "lean_side": Drawing(leaning, (stool(),), Shot(px_per_cm=4.6, yaw=0.0, pitch=4.0), _SIDES, breathes=False),
    "open_chest_seated": Drawing(opening_chest, (stool(),), Shot(yaw=62.0), _FIVE, breathes=False),
    "on_roller_rest": Drawing(resting_on_roller, (roller(-50.0),), LONG),
    "open_over_roller": Drawing(on_roller, (roller(-50.0),), LONG, _FIVE, breathes=False),
    "lie_reach": Drawing(lying_reach, (), LONG),
}
