"""The JSON file's format, version 1 (docs/export-format.md): every field, what it may hold, and how much of it.

The fields are those of the domain's own types, so that one becomes the other without a translation. Everything here
is strict: the file may be anybody's."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Annotated, Literal

from msgspec import Meta, Raw, Struct

from desktop.domain.body import Side
from desktop.domain.experiment import Choice
from desktop.domain.neck_check import NeckMove
from desktop.domain.records import Effect, Step7
from desktop.domain.routine import StepSide
from desktop.domain.session import EventKind, Moment, State

FORMAT: Literal["unknot"] = "unknot"
VERSION: Literal[1] = 1
_MOST_SESSIONS = 1_000_000

Id = Annotated[str, Meta(min_length=1, max_length=64)]
Word = Annotated[str, Meta(max_length=1_000)]
Text = Annotated[str, Meta(max_length=100_000)]
Slug = Annotated[str, Meta(min_length=1, max_length=100)]
Scale = Annotated[int, Meta(ge=0, le=10, description="0 to 10")]
Seconds = Annotated[float, Meta(ge=0, le=1_000_000, description="seconds of the guide")]
At = Annotated[datetime, Meta(tz=True, description="a moment with its offset from UTC, as on the clock on the wall")]
Value = bool | int | float | Word | None
Preference = (
    Value | Annotated[list[Value], Meta(max_length=1_000)] | Annotated[dict[Word, Value], Meta(max_length=1_000)]
)


class Form(Struct, forbid_unknown_fields=True):
    """What all have in common: a field nobody knows is a fault."""


class PlaceForm(Form):
    """A region and the person's own side of it."""

    region: Slug
    side: Side


class RatingForm(Form):
    """How tense a place felt, 0 loose to 10 very tense."""

    place: PlaceForm
    moment: Moment
    value: Scale


class EventForm(Form):
    """Something that happened at guide second `t`; `step` 0 is none."""

    kind: EventKind
    at: At
    t: Annotated[float, Meta(ge=-60, le=1_000_000, description="seconds of the guide, below 0 while getting ready")]
    step: Annotated[int, Meta(ge=0, le=10_000)] = 0
    detail: Word = ""


class StepForm(Form):
    """A step as planned, and the seconds really done of it."""

    number: Annotated[int, Meta(ge=0, le=10_000)]
    technique: Slug
    regions: Annotated[list[Slug], Meta(max_length=100)]
    side: StepSide
    planned_seconds: Seconds
    pressure: Scale
    seconds: Seconds = 0.0
    skipped: bool = False


class SessionForm(Form):
    """A session. `receiver` is self, guest or a number in `people`; `profile` such a number where it was somebody
    else's app, else 0."""

    id: Id
    routine: Annotated[str, Meta(min_length=1, max_length=1_000)]
    title: Word
    started_at: At
    status: State
    done_seconds: Seconds
    planned_seconds: Seconds
    places: Annotated[list[PlaceForm], Meta(max_length=200)]
    ratings: Annotated[list[RatingForm], Meta(max_length=1_000)] = []
    events: Annotated[list[EventForm], Meta(max_length=100_000)] = []
    note: Text = ""
    tags: Annotated[list[Word], Meta(max_length=1_000)] = []
    steps: Annotated[list[StepForm], Meta(max_length=10_000)] = []
    receiver: Annotated[str, Meta(pattern=r"^(self|guest|[0-9]{1,9})$")] = "self"
    profile: Annotated[int, Meta(ge=0, le=999_999_999)] = 0
    by_hand: bool = False


class CheckInForm(Form):
    """A day's check-in; null is not answered. `sleep` is of the night before, 10 excellent."""

    day: date
    at: At
    tension: Scale | None = None
    stress: Scale | None = None
    sleep: Scale | None = None
    pain: Scale | None = None
    headache: bool | None = None
    painkiller: bool | None = None


class DayNoteForm(Form):
    """A note on a day."""

    id: Id
    day: date
    text: Text
    life_event: bool = False


class NeckCheckForm(Form):
    """Three tries a movement: turning in clock marks (30 degrees), side-bend and chin in finger-widths, up in steps
    from 0 straight ahead to 4 overhead."""

    id: Id
    at: At
    tries: dict[NeckMove, Annotated[list[Annotated[float, Meta(ge=0, le=12)]], Meta(min_length=3, max_length=3)]] = {}
    note: Text = ""


class SideEffectsForm(Form):
    """What was unpleasant; none is an answer too."""

    id: Id
    at: At
    effects: frozenset[Effect] = frozenset()
    session: Annotated[str, Meta(max_length=64)] = ""
    note: Text = ""


class GlobalChangeForm(Form):
    """Compared with the start, -3 much worse to 3 much better."""

    id: Id
    at: At
    step: Step7


class ExperimentDayForm(Form):
    """What a day was drawn for, and whether it was kept to."""

    day: date
    choice: Choice
    kept: bool | None = None


class ExperimentForm(Form):
    """An own experiment; `a` and `b` are what is compared."""

    id: Id
    a: Word
    b: Word
    days: Annotated[list[ExperimentDayForm], Meta(min_length=1, max_length=1_000)]
    ended: date | None = None


class ReminderForm(Form):
    """A time on the clock on the wall, and weekdays from Monday, 0."""

    id: Id
    routine: Word
    at: time
    days: frozenset[Annotated[int, Meta(ge=0, le=6)]] = frozenset(range(7))
    active: bool = True
    snoozed_until: At | None = None


class AnswerForm(Form):
    """Options chosen for a question of the safety check."""

    question: Slug
    options: Annotated[list[Word], Meta(max_length=1_000)]
    at: At


class ProfileForm(Form):
    """Whose it is; `target_minutes` a week."""

    id: Annotated[int, Meta(ge=1, le=999_999_999)]
    name: Word = ""
    target_minutes: Annotated[int, Meta(ge=0, le=10_080)] | None = None
    preferences: Annotated[dict[Word, Preference], Meta(max_length=1_000)] = {}


class RecordsForm(Form):
    """Everything of one person but the sessions."""

    format: Literal["unknot"]
    version: Literal[1]
    written_at: At
    profile: ProfileForm
    people: Annotated[dict[Annotated[str, Meta(pattern=r"^[0-9]{1,9}$")], Word], Meta(max_length=1_000)] = {}
    check_ins: Annotated[list[CheckInForm], Meta(max_length=100_000)] = []
    day_notes: Annotated[list[DayNoteForm], Meta(max_length=100_000)] = []
    neck_checks: Annotated[list[NeckCheckForm], Meta(max_length=100_000)] = []
    side_effects: Annotated[list[SideEffectsForm], Meta(max_length=1_000_000)] = []
    global_changes: Annotated[list[GlobalChangeForm], Meta(max_length=100_000)] = []
    experiments: Annotated[list[ExperimentForm], Meta(max_length=10_000)] = []
    reminders: Annotated[list[ReminderForm], Meta(max_length=10_000)] = []
    answers: Annotated[list[AnswerForm], Meta(max_length=1_000_000)] = []


class FileForm(RecordsForm):
    """Everything of one person."""

    sessions: Annotated[list[SessionForm], Meta(max_length=_MOST_SESSIONS)] = []


class ShellForm(RecordsForm):
    """The same file with sessions that are still to be read, one by one: ten years of them at once would hold up the
    screen, whichever thread reads them."""

    sessions: Annotated[list[Raw], Meta(max_length=_MOST_SESSIONS)] = []


class Header(Struct):
    """What is looked at first."""

    format: str = ""
    version: int = 0
