"""A frame: everything that can be seen of a routine at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.body import Side
from desktop.domain.chart import Point


class Phase(StrEnum):
    """Where in the routine a moment lies."""

    GET_READY = "get_ready"
    CHANGE_OVER = "change_over"
    """A pause before the next step, whose hands wait over their first places already."""
    STEP = "step"
    DONE = "done"

    @property
    def waits(self) -> bool:
        """Whether a step is about to begin."""
        return self in (Phase.GET_READY, Phase.CHANGE_OVER)


@dataclass(frozen=True, slots=True)
class HandPose:
    """One hand. `at` is where its contact point touches (picture pixels); `turn` the way the fingers point,
    degrees clockwise from up; `grip` runs through a pose's frames, 0 open to 1 closed; `lift` 0 on the skin to 1 away;
    `pressure` 0 to 10 as felt at this moment; `echo` how far a trembling hand swings to either side, picture pixels;
    `away` 0 at work to 1 not yet come, or gone; one that comes `from_front` reaches over the shoulder from before the
    body, which hides its arm in a view from behind."""

    side: Side
    pose: str
    at: Point
    turn: float
    grip: float
    lift: float
    pressure: float
    echo: tuple[float, float] = (0.0, 0.0)
    away: float = 0.0
    from_front: bool = False


@dataclass(frozen=True, slots=True)
class SkinPull:
    """Skin that is carried along: what lies at `at` at rest is now `by` further (picture pixels), and all within
    `reach` pixels around it less and less."""

    at: Point
    by: tuple[float, float]
    reach: float


@dataclass(frozen=True, slots=True)
class Fold:
    """A fold of skin raised between the hands or in the fingers: the middle of its ridge, the ridge's direction
    (degrees clockwise from up), its length and width in picture pixels, `height` 0 flat to 1 as high as it gets."""

    at: Point
    turn: float
    length: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Ripple:
    """The mark of a touch that fades: `age` 0 as it lands to 1 gone, `pressure` 0 to 10 as felt when it landed."""

    at: Point
    age: float
    pressure: float


@dataclass(frozen=True, slots=True)
class SpotWay:
    """What a hand does on the spot `at`: `way` are points of one cycle, picture pixels from there; a closed one is a
    round, an open one goes to its end, or `to_and_fro`. `phase` is the share of the cycle done."""

    at: Point
    way: tuple[tuple[float, float], ...]
    phase: float
    to_and_fro: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """A hand's way over the body: `points` from start to end, `walked` the share done in this cycle,
    `spots` the stops on the way (empty for a continuous stroke), `spot` the one being worked on or -1."""

    side: Side
    points: tuple[Point, ...]
    walked: float
    spots: tuple[Point, ...] = ()
    spot: int = -1


@dataclass(frozen=True, slots=True)
class Breath:
    """The breathing ring: `fill` 0 empty to 1 full."""

    inhale: bool
    fill: float


@dataclass(frozen=True, slots=True)
class Move:
    """The body's own movement, or in the view `pose` a figure's: `amount` 0 at rest to 1 at its end; a move that can go
    to either side goes to -1 on the person's left and to 1 on the right. A figure that breathes is at 1 when full."""

    name: str
    amount: float


@dataclass(frozen=True, slots=True)
class Focus:
    """The part of the view the player zooms onto, in picture pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Frame:
    """What to draw at guide time `t` (seconds; the lead-in is below 0).

    `step` is the index into the plan's steps; `elapsed` and `remaining` are seconds within it or the wait before it;
    `cycle` the number of the stroke, circle, squeeze or hold being done (from 1) of `cycles`; `done` how many of them
    are over, on both sides and in earlier rounds; `side` the side being worked on, None for both; `held` how much of a
    hold has passed, 0 to 1, falling back to 0 in the release; an `untimed` step goes round until somebody ends it. The
    last of `hands` is on top. Two frames of the same plan, time and round are equal, whatever was asked before."""

    t: float
    phase: Phase
    step: int
    view: str
    elapsed: float
    remaining: float
    progress: float
    side: Side | None
    cycle: int
    cycles: int
    holding: bool
    hands: tuple[HandPose, ...]
    skin: tuple[SkinPull, ...]
    folds: tuple[Fold, ...]
    ripples: tuple[Ripple, ...]
    traces: tuple[Trace, ...]
    spot_ways: tuple[SpotWay, ...]
    breath: Breath
    move: Move | None
    focus: Focus
    pressure: float
    held: float = 0.0
    done: int = 0
    untimed: bool = False
