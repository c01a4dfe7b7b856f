"""The shape of the guide's TOML files: strict, so that a slip of the pen is named instead of overlooked."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from desktop.domain.reference import Kind
from desktop.domain.routine import BreathPattern, Giver, Hands, Mood, OneHand, OtherHand, Return, StepKind, StepSide
from desktop.domain.screening import Asked
from desktop.domain.signs import Reaction
from desktop.domain.technique import Fit, Motion

Slug = Annotated[str, Meta(pattern=r"\A[a-z][a-z0-9_]*\Z", max_length=40)]
Id = Annotated[str, Meta(pattern=r"\A[A-Za-z0-9][A-Za-z0-9_-]*\Z", max_length=60)]
Line = Annotated[str, Meta(min_length=1, max_length=160)]
Text = Annotated[str, Meta(max_length=400)]
Words = Annotated[str, Meta(min_length=1, max_length=400)]
Pressure = Annotated[int, Meta(ge=0, le=10)]
Seconds = Annotated[float, Meta(ge=1, le=3600)]
Rate = Annotated[float, Meta(gt=0, le=600)]
Count = Annotated[int, Meta(ge=1, le=1000)]
StepNumber = Annotated[int, Meta(ge=1, le=60)]
HandPart = Literal[
    "palm", "palms_stacked", "finger_pads", "finger_pad", "thumb_pad", "pincer", "heel", "back_of_hand", "edge",
    "cupped", "fist", "knuckles", "forearm", "two_fingers", "brush", "stone", "ball", "roller", "none",
]  # fmt: skip
View = Literal[
    "head_back", "head_left", "head_right", "head_top", "face", "throat_chest", "neck_shoulders", "whole_back",
    "hand", "pose",
]  # fmt: skip


class Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table of a TOML file; a key it does not know is an error."""


class LandmarkTable(Table, frozen=True):
    """An entry of `landmarks.toml`."""

    region: Slug
    borders: list[Slug]
    definition: Line
    no_go: bool = False


class MuscleTable(Table, frozen=True):
    """An entry of `muscles.toml`."""

    name: Line
    plain: Line
    fma: list[int] = []


class TechniqueTable(Table, frozen=True):
    """`regions` lists where it may be used, or `all_regions_but` where not."""

    id: Id
    name: Line
    motion: Motion
    pressure: tuple[Pressure, Pressure]
    dose: Line
    hand_parts: Line
    form: Line
    alone: Fit
    with_partner: Fit
    classical_name: Text = ""
    rate: tuple[Rate, Rate] | None = None
    fallback: str = ""
    sources: list[Slug] = []
    most_seconds: Seconds | None = None
    longest_hold: Seconds | None = None
    regions: list[Slug] = []
    all_regions_but: list[Slug] | None = None


class BreathingTable(Table, frozen=True):
    """How the breathing ring runs."""

    pattern: BreathPattern
    breaths: Annotated[int, Meta(ge=1, le=10)] = 1


class PathTable(Table, frozen=True):
    """The way of the hands; `passes` are words (`domain.notation`)."""

    passes: Annotated[list[Words], Meta(min_length=1, max_length=20)]
    cycles_per_pass: Count
    return_: Return = msgspec.field(name="return")
    hands: Hands
    spots: Annotated[int, Meta(ge=1, le=50)] | None = None
    cycles_per_spot: Count | None = None
    views: Annotated[list[View], Meta(max_length=20)] = []


class HoldTable(Table, frozen=True):
    """Seconds held and let go, so many times."""

    count: Count
    hold: Seconds
    release: Annotated[float, Meta(ge=0, le=600)]


class StepTable(Table, frozen=True):
    """One step of a routine."""

    name: Line
    kind: StepKind
    view: View
    seconds: Seconds
    regions: Annotated[list[Slug], Meta(max_length=12)]
    side: StepSide
    technique: Slug
    hand: HandPart
    pressure: Pressure
    cue: Line
    breath: Line
    hand_note: Text = ""
    path: PathTable | None = None
    at: str = ""
    move: str = ""
    path_text: Text = ""
    rate: Rate | None = None
    reps: Count | None = None
    hold: HoldTable | None = None
    breathing: BreathingTable | None = None
    giver: Giver | None = None
    one_hand: OneHand = OneHand.SAME
    other_hand: OtherHand = OtherHand.AWAY
    other_at: str = ""
    crosses: Annotated[list[Slug], Meta(max_length=12)] = []
    caution: Text = ""
    tags: Annotated[list[Slug], Meta(max_length=12)] = []


class RoutineFile(Table, frozen=True):
    """A file of `routines/`, or of anybody."""

    id: Id
    slug: Id
    title: Line
    mode: Literal["self", "partner", "self_or_partner"]
    steps: Annotated[list[StepTable], Meta(min_length=1, max_length=60)]
    giver: Giver = Giver.SELF
    position: Text = ""
    kit: Text = ""
    purpose: Text = ""
    caution: Text = ""
    core: list[StepNumber] = []
    optional: list[StepNumber] = []
    replacement: Id = "breathing"
    sources: Annotated[list[Slug], Meta(max_length=12)] = []
    mood: Mood = Mood.CALM
    every_second_day: bool = False


class PageTable(Table, frozen=True):
    """An entry of `pages.toml`."""

    title: Line
    lines: Annotated[list[Text], Meta(min_length=1)]
    sources: list[Slug] = []


class ReferenceTable(Table, frozen=True):
    """An entry of `references.toml`."""

    what: Line
    kind: Kind
    address: Annotated[str, Meta(pattern=r"\A(https?://\S+)?\Z", max_length=200)] = ""


class ReferencesFile(Table, frozen=True):
    """`references.toml`."""

    awaiting_review: list[Line]
    references: dict[str, ReferenceTable]


class EffectsTable(Table, frozen=True):
    """`cap_regions` lists regions by their cap."""

    block_all: bool = False
    cap: Pressure | None = None
    block_regions: list[Slug] = []
    cap_regions: dict[str, list[Slug]] = {}
    remove_techniques: list[Slug] = []
    remove_tags: list[Slug] = []
    block_routines: list[Id] = []
    max_minutes: Count | None = None
    lock_tapped: bool = False
    hide_pages: list[Slug] = []
    card: str = ""
    note: Text = ""


class OptionTable(Table, frozen=True):
    """One answer to a question."""

    id: Slug
    text: Line
    effects: EffectsTable | None = None


class QuestionTable(Table, frozen=True):
    """A question of the safety check."""

    id: Id
    text: Text
    asked: Asked
    options: Annotated[list[OptionTable], Meta(min_length=2)]


class CardTable(Table, frozen=True):
    """Advice to show instead of a routine."""

    title: Line
    lines: list[Text]


class SignTable(Table, frozen=True):
    """Something felt during a session; `then` is what follows where it stays or comes back."""

    id: Slug
    words: Line
    reaction: Reaction
    title: Line
    lines: Annotated[list[Line], Meta(min_length=1, max_length=5)]
    then: SignTable | None = None


class SafetyFile(Table, frozen=True):
    """`safety.toml`."""

    standing_line: Text
    about: list[Text]
    replace_over: Annotated[float, Meta(gt=0, lt=1)]
    first_sessions: int
    first_sessions_cap: Pressure
    repeat_days: Count
    consent: Annotated[list[Line], Meta(min_length=1, max_length=10)]
    light_cue: Line
    light_breath: Line
    cards: dict[str, CardTable]
    signs: Annotated[list[SignTable], Meta(min_length=1)]
    questions: list[QuestionTable]
