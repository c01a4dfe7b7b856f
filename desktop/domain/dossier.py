"""All that is kept of one person, as it goes out into a file and comes back in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from desktop.domain.experiment import Experiment
from desktop.domain.neck_check import NeckCheck
from desktop.domain.profile import Profile
from desktop.domain.records import DailyCheckIn, DayNote, GlobalChange, SideEffects
from desktop.domain.reminder import Reminder
from desktop.domain.session import SessionRecord

NAMES = {
    "sessions": ("session", "sessions"),
    "check_ins": ("check-in", "check-ins"),
    "day_notes": ("note", "notes"),
    "neck_checks": ("neck check", "neck checks"),
    "side_effects": ("answer about side effects", "answers about side effects"),
    "global_changes": ("comparison with the start", "comparisons with the start"),
    "experiments": ("experiment", "experiments"),
    "reminders": ("reminder", "reminders"),
    "answers": ("safety answer", "safety answers"),
}
"""Every kind of entry in a dossier and what one and many of it are called."""


@dataclass(frozen=True, slots=True)
class SafetyAnswer:
    """The options chosen for a question of the safety check; `at` is aware."""

    question: str
    options: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """`people` names the other profiles that sessions speak of, by their number."""

    profile: Profile
    people: Mapping[str, str] = field(default_factory=dict)
    check_ins: tuple[DailyCheckIn, ...] = ()
    day_notes: tuple[DayNote, ...] = ()
    neck_checks: tuple[NeckCheck, ...] = ()
    side_effects: tuple[SideEffects, ...] = ()
    global_changes: tuple[GlobalChange, ...] = ()
    experiments: tuple[Experiment, ...] = ()
    reminders: tuple[Reminder, ...] = ()
    answers: tuple[SafetyAnswer, ...] = ()
    sessions: tuple[SessionRecord, ...] = ()

    @property
    def counts(self) -> Counts:
        return {name: len(getattr(self, name)) for name in NAMES}


Counts = Mapping[str, int]
"""How many there are of each kind."""


def counts_words(counts: Counts) -> str:
    """What there is, in words: 12 sessions, 1 neck check and 3 notes; "nothing" where all are 0."""
    told = [f"{counts[name]:,} {words[counts[name] != 1]}" for name, words in NAMES.items() if counts[name]]
    if not told:
        return "nothing"
    return " and ".join((", ".join(told[:-1]), told[-1])) if len(told) > 1 else told[0]
