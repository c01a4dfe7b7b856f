"""Routines and their steps, as the content sheet writes them (part 4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """What a step asks for: the hands along a path, the body itself, rest, or a pose off the map."""

    STROKE = "stroke"
    MOVE = "move"
    REST = "rest"
    POSE = "pose"


class StepSide(StrEnum):
    """Which side a step works on; one after the other means half the time each."""

    BOTH = "both"
    LEFT_THEN_RIGHT = "left_then_right"
    RIGHT_THEN_LEFT = "right_then_left"
    ALTERNATING = "alternating"
    MIDLINE = "midline"


class Return(StrEnum):
    """How a hand gets back to the start of its path."""

    LIFTED = "lifted"
    LIGHT = "light"
    NONE = "none"


class Hands(StrEnum):
    """How the hands share a path."""

    MIRRORED = "mirrored"
    SINGLE = "single"
    TOGETHER = "together"
    OPPOSED = "opposed"


class Mood(StrEnum):
    """What a routine is for: to calm down, to fall asleep, to wake up."""

    CALM = "calm"
    SLEEP = "sleep"
    WAKING = "waking"


class Giver(StrEnum):
    """Whose hands they are and where that person is, which says where the forearms come from."""

    SELF = "self"
    BEHIND = "behind"
    """Stands behind a seated receiver."""
    HEAD_END = "head_end"
    """Sits at the head of a receiver who lies on the back."""
    HIP = "hip"
    """Stands beside the hip of a receiver who lies face down."""


class OneHand(StrEnum):
    """Which hand works where a single one does: the one of the side being worked, or the one that reaches over."""

    SAME = "same"
    OPPOSITE = "opposite"


class OtherHand(StrEnum):
    """What the other hand does where a single one works."""

    AWAY = "away"
    RESTS = "rests"
    ALTERNATES = "alternates"
    """Both hands on the same side, turn by turn."""


@dataclass(frozen=True, slots=True)
class Waypoint:
    """A landmark with an offset: `lateral` cm away from the midline, `up` cm upwards."""

    landmark: str
    lateral: float = 0.0
    up: float = 0.0


@dataclass(frozen=True, slots=True)
class StrokePath:
    """Passes over landmarks; `spots` evenly spaced stops a pass (None: continuous) with `cycles_per_spot` each.
    `views` names the view of each pass where they are not all drawn in the step's."""

    passes: tuple[tuple[Waypoint, ...], ...]
    spots: int | None
    cycles_per_spot: int | None
    cycles_per_pass: int
    return_: Return
    hands: Hands
    views: tuple[str, ...] = ()

    @property
    def rounds(self) -> int:
        """How many passes come one after the other: half of them where they run in pairs, one a hand."""
        return max(len(self.passes) // 2, 1) if self.hands is Hands.TOGETHER else len(self.passes)

    def view_of(self, turn: int, otherwise: str) -> str:
        """The view the passes of a turn (from 0) are drawn in; `otherwise` is the step's."""
        return self.views[turn * len(self.passes) // self.rounds] if self.views else otherwise


@dataclass(frozen=True, slots=True)
class Hold:
    """`count` times: `hold` seconds held, `release` seconds let go."""

    count: int
    hold: float
    release: float


class BreathPattern(StrEnum):
    """How the breathing ring runs (content sheet 7.3): at its own pace, or with the hands."""

    LONGER_OUT = "longer_out"
    EVEN = "even"
    IN_OUT_EACH_CYCLE = "in_out_each_cycle"
    OUT_ON_WORK = "out_on_work"
    IN_ON_WORK = "in_on_work"
    OUT_ON_SPOT = "out_on_spot"


@dataclass(frozen=True, slots=True)
class Breathing:
    """`breaths` is the number of out-breaths while the hands work, for patterns that go with the hands."""

    pattern: BreathPattern = BreathPattern.LONGER_OUT
    breaths: int = 1


@dataclass(frozen=True, slots=True)
class Step:
    """One step. Exactly one of `rate` (cycles per minute) and `hold` is set; `reps` and `hold` are per side
    where one side follows the other. `hand` is a hand part of content sheet 2.0; `move` the body's own movement;
    `at` where the hands lie in a step without a path; `crosses` the regions the hands come over besides `regions`."""

    number: int
    name: str
    kind: StepKind
    view: str
    seconds: float
    regions: tuple[str, ...]
    side: StepSide
    technique: str
    hand: str
    hand_note: str
    path: StrokePath | None
    path_text: str
    rate: float | None
    reps: int | None
    hold: Hold | None
    pressure: int
    breath: str
    cue: str
    caution: str
    tags: frozenset[str]
    move: str = ""
    at: Waypoint | None = None
    breathing: Breathing = Breathing()
    giver: Giver = Giver.SELF
    one_hand: OneHand = OneHand.SAME
    other_hand: OtherHand = OtherHand.AWAY
    other_at: Waypoint | None = None
    crosses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Routine:
    """`core` and `optional` are step numbers; `replacement` a routine id or `breathing`; `sources` are references."""

    id: str
    slug: str
    title: str
    mode: str
    position: str
    kit: str
    purpose: str
    caution: str
    core: frozenset[int]
    optional: frozenset[int]
    replacement: str
    steps: tuple[Step, ...]
    sources: tuple[str, ...] = ()
    mood: Mood = Mood.CALM
    every_second_day: bool = False
    """Too firm to be done on the same places two days running."""

    @property
    def short_title(self) -> str:
        return short(self.title)

    @property
    def total_seconds(self) -> float:
        return sum(step.seconds for step in self.steps)

    @property
    def regions(self) -> frozenset[str]:
        return frozenset(slug for step in self.steps for slug in step.regions)


def short(title: str) -> str:
    """A title without what stands in brackets."""
    return title.partition(" (")[0]
