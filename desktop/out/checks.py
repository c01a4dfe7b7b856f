"""What a file's shape cannot say: that names are known, nothing is there twice, and no day lies in the future."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from desktop.domain.dossier import Dossier
from desktop.domain.session import EventKind, SessionRecord

_FIRST_DAY = date(1970, 1, 2)
_CLOCKS_DIFFER = timedelta(days=2)
_AHEAD = timedelta(days=366)
"""How far an experiment or a snoozed reminder may reach."""
_BY_ID = ("sessions", "day_notes", "neck_checks", "side_effects", "global_changes", "experiments", "reminders")


@dataclass(frozen=True, slots=True)
class Known:
    """Slugs of the regions and techniques there are."""

    regions: frozenset[str]
    techniques: frozenset[str]


def faults(dossier: Dossier, known: Known, now: datetime) -> Iterator[str]:
    """Each with its place in the file. `now` is aware."""
    for name in _BY_ID:
        yield from _twice(f"$.{name}", "id", (entry.id for entry in getattr(dossier, name)))
    yield from _twice("$.check_ins", "day", (entry.day for entry in dossier.check_ins))
    yield from _twice("$.answers", "at", ((entry.question, entry.at) for entry in dossier.answers))
    yield from _wrong_days(dossier, now)
    for number, session in enumerate(dossier.sessions):
        yield from _faults_of(f"$.sessions[{number}]", session, known)


def _faults_of(place: str, session: SessionRecord, known: Known) -> Iterator[str]:
    for number, chosen in enumerate(session.places):
        if chosen.region not in known.regions:
            yield f"{place}.places[{number}].region: there is no place {chosen.region!r}"
    for number, rating in enumerate(session.ratings):
        if rating.place.region not in known.regions:
            yield f"{place}.ratings[{number}].place.region: there is no place {rating.place.region!r}"
    for number, step in enumerate(session.steps):
        if step.technique not in known.techniques:
            yield f"{place}.steps[{number}].technique: there is no technique {step.technique!r}"
        for unknown in sorted(set(step.regions) - known.regions):
            yield f"{place}.steps[{number}].regions: there is no place {unknown!r}"
    for number, event in enumerate(session.events):
        if event.kind is EventKind.PRESSURE and event.detail not in map(str, range(11)):
            yield f"{place}.events[{number}].detail: a pressure is 0 to 10, not {event.detail!r}"
    yield from _twice(f"{place}.ratings", "moment", ((rating.place, rating.moment) for rating in session.ratings))
    yield from _twice(f"{place}.steps", "number", (step.number for step in session.steps))


def _twice(place: str, field: str, keys: Iterable[Hashable]) -> Iterator[str]:
    first: dict[Hashable, int] = {}
    for number, key in enumerate(keys):
        if key in first:
            yield f"{place}[{number}].{field}: the same as in {place}[{first[key]}]"
        first.setdefault(key, number)


def _wrong_days(dossier: Dossier, now: datetime) -> Iterator[str]:
    latest = (now + _CLOCKS_DIFFER).date()
    for place, day in _days(dossier):
        if not _FIRST_DAY <= day <= latest:
            yield f"{place}: {day} is not a day between {_FIRST_DAY} and today"
    for place, day in _days_ahead(dossier):
        if not _FIRST_DAY <= day <= latest + _AHEAD:
            yield f"{place}: {day} is not a day between {_FIRST_DAY} and a year from now"


def _days(dossier: Dossier) -> Iterator[tuple[str, date]]:
    for number, session in enumerate(dossier.sessions):
        yield f"$.sessions[{number}].started_at", session.started_at.date()
        for count, event in enumerate(session.events):
            yield f"$.sessions[{number}].events[{count}].at", event.at.date()
    for number, check_in in enumerate(dossier.check_ins):
        yield f"$.check_ins[{number}].day", check_in.day
        yield f"$.check_ins[{number}].at", check_in.at.date()
    for number, note in enumerate(dossier.day_notes):
        yield f"$.day_notes[{number}].day", note.day
    for name in ("neck_checks", "side_effects", "global_changes", "answers"):
        for number, entry in enumerate(getattr(dossier, name)):
            yield f"$.{name}[{number}].at", entry.at.date()


def _days_ahead(dossier: Dossier) -> Iterator[tuple[str, date]]:
    for number, experiment in enumerate(dossier.experiments):
        for count, entry in enumerate(experiment.days):
            yield f"$.experiments[{number}].days[{count}].day", entry.day
    for number, reminder in enumerate(dossier.reminders):
        if reminder.snoozed_until is not None:
            yield f"$.reminders[{number}].snoozed_until", reminder.snoozed_until.date()
