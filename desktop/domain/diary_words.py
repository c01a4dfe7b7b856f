"""How the diary says what was kept: a title, a line and the facts of an entry. What was not answered is not named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import singledispatch
from typing import Final

from desktop.domain.body import Place
from desktop.domain.captions import day_words, first_upper
from desktop.domain.diary import Entry, day_of
from desktop.domain.feeling_words import STEPS
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.neck_series import value_of
from desktop.domain.neck_words import MOVE_NAMES, value_words
from desktop.domain.records import DailyCheckIn, DayNote, Effect, GlobalChange, SideEffects
from desktop.domain.session import GUEST, SELF, Event, EventKind, SessionRecord, State

Fact = tuple[str, str]
"""A word for what it is, and what was kept."""
Namer = Callable[[Place], str]
"""Says a place in full."""

EFFECT_NAMES: Final[Mapping[Effect, str]] = {
    Effect.SORE: "Soreness",
    Effect.BRUISE: "A bruise",
    Effect.HEADACHE: "Headache",
    Effect.DIZZY: "Dizziness",
    Effect.SKIN: "Skin trouble",
    Effect.MORE_PAIN: "More pain than before",
    Effect.NUMB: "Numbness or tingling",
    Effect.TIRED: "Unusual tiredness",
    Effect.OTHER: "Something else",
}
NOTHING: Final = "Nothing unpleasant"
SCALES: Final = (("tension", "Tension"), ("stress", "Stress"), ("sleep", "Sleep"), ("pain", "Pain, last 24 hours"))
_STATES = {State.FINISHED: "finished", State.STOPPED: "stopped early", State.SKIPPED: "skipped"}
_EVENTS = {
    EventKind.STARTED: "Begun",
    EventKind.STEP_STARTED: "Step {step} begun",
    EventKind.STEP_DONE: "Step {step} done",
    EventKind.STEP_SKIPPED: "Step {step} skipped",
    EventKind.PAUSED: "Paused",
    EventKind.RESUMED: "Gone on",
    EventKind.SOUGHT: "Gone to another step",
    EventKind.FROZEN: "Hands off",
    EventKind.PRESSURE: "Pressure {detail} of 10",
    EventKind.ANSWERED: "Said: {detail}",
    EventKind.FELT_WRONG: "Something felt wrong",
    EventKind.STOPPED: "Stopped",
    EventKind.FINISHED: "Finished",
}


def duration_words(seconds: float) -> str:
    """Whole minutes, seconds below one: 8 min, 40 s."""
    return f"{round(seconds / 60)} min" if seconds >= 60 else f"{round(seconds)} s"


def event_words(event: Event) -> str:
    return _EVENTS[event.kind].format(step=event.step, detail=event.detail)


def state_words(session: SessionRecord) -> str:
    """How it ended, and that it was written down by hand."""
    said = _STATES.get(session.status, "not ended")
    return f"{said}, written down by hand" if session.by_hand else said


def title_of(entry: Entry) -> str:
    """What it is: a routine's title, or the kind of record."""
    return _title(entry)


def line_of(entry: Entry) -> str:
    """The most of it in one line."""
    return _line(entry)


def facts_of(entry: Entry, name: Namer) -> list[Fact]:
    """All that was kept but notes, events and ratings of a session, in words."""
    return _facts(entry, name)


@singledispatch
def _title(entry: Entry) -> str:
    raise TypeError(f"the diary knows no {type(entry).__name__}")


@singledispatch
def _line(entry: Entry) -> str:
    raise TypeError(f"the diary knows no {type(entry).__name__}")


@singledispatch
def _facts(entry: Entry, _name: Namer) -> list[Fact]:
    raise TypeError(f"the diary knows no {type(entry).__name__}")


@_title.register
def _(entry: SessionRecord) -> str:
    return entry.title.partition(" (")[0]


@_line.register
def _(entry: SessionRecord) -> str:
    minutes = duration_words(entry.done_seconds) if entry.done_seconds else ""
    whose = "" if entry.receiver == SELF else "for somebody else"
    return first_upper(", ".join(part for part in (minutes, _STATES.get(entry.status, ""), whose) if part))


@_facts.register
def _(entry: SessionRecord, name: Namer) -> list[Fact]:
    done, planned = duration_words(entry.done_seconds), duration_words(entry.planned_seconds)
    rows = [("How", first_upper(state_words(entry))), ("Time", f"{done} of {planned}")]
    if entry.receiver != SELF:
        rows.append(("Received by", "a guest" if entry.receiver == GUEST else "another profile"))
    if entry.places:
        rows.append(("Where", ", ".join(map(name, entry.places))))
    if entry.tags:
        rows.append(("Tags", ", ".join(entry.tags)))
    return rows


@_title.register
def _(_entry: DailyCheckIn) -> str:
    return "Check-in"


@_line.register
def _(entry: DailyCheckIn) -> str:
    said = [f"{label.partition(',')[0]} {value}" for label, value in _answers(entry)]
    if entry.headache:
        said.append("headache")
    if entry.painkiller:
        said.append("painkiller")
    return first_upper(", ".join(said).lower())


@_facts.register
def _(entry: DailyCheckIn, _name: Namer) -> list[Fact]:
    rows = [(label, f"{value} of 10") for label, value in _answers(entry)]
    flags = (("Headache", entry.headache), ("Painkiller", entry.painkiller))
    return [*rows, *((label, "yes" if value else "no") for label, value in flags if value is not None)]


@_title.register
def _(entry: DayNote) -> str:
    return "Life event" if entry.life_event else "Note"


@_line.register
def _(entry: DayNote) -> str:
    return entry.text.partition("\n")[0]


@_facts.register
def _(entry: DayNote, _name: Namer) -> list[Fact]:
    return [("Note", entry.text)]


@_title.register
def _(_entry: NeckCheck) -> str:
    return "Neck check"


@_line.register
def _(entry: NeckCheck) -> str:
    return first_upper(", ".join(f"{said}: {value}" for said, value in _middles(entry)[:2]).lower())


@_facts.register
def _(entry: NeckCheck, _name: Namer) -> list[Fact]:
    rows = _middles(entry)
    return [*rows, ("Note", entry.note)] if entry.note else rows


@_title.register
def _(_entry: SideEffects) -> str:
    return "Anything unpleasant?"


@_line.register
def _(entry: SideEffects) -> str:
    return effects_words(entry)


@_facts.register
def _(entry: SideEffects, _name: Namer) -> list[Fact]:
    rows = [("Since last time", effects_words(entry))]
    return [*rows, ("Note", entry.note)] if entry.note else rows


@_title.register
def _(_entry: GlobalChange) -> str:
    return "Compared with the start"


@_line.register
def _(entry: GlobalChange) -> str:
    return first_upper(STEPS[entry.step])


@_facts.register
def _(entry: GlobalChange, _name: Namer) -> list[Fact]:
    return [("Compared with the start", STEPS[entry.step])]


def effects_words(entry: SideEffects) -> str:
    """Those that were ticked, in the list's order."""
    said = [name for effect, name in EFFECT_NAMES.items() if effect in entry.effects]
    return first_upper(", ".join(said).lower()) if said else NOTHING


def heading_of(entry: Entry) -> str:
    """A day with its weekday and year: Friday, 20 Nov 2026."""
    day = day_of(entry)
    return f"{_WEEKDAYS[day.weekday()]}, {day_words(day)} {day.year}"


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _answers(entry: DailyCheckIn) -> list[tuple[str, int]]:
    found = ((label, getattr(entry, field)) for field, label in SCALES)
    return [(label, value) for label, value in found if value is not None]


def _middles(entry: NeckCheck) -> list[Fact]:
    return [(MOVE_NAMES[move], value_words(move, value_of(entry, move))) for move in NeckMove if move in entry.tries]
