"""A dossier as tables for a spreadsheet: one a kind, with headings that stay and say their units.

Times are those of the clock on the wall, with its offset from UTC; days are local days; empty is not answered. Left and
right are the person's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.domain.csv_text import Cell
from desktop.domain.dossier import Dossier
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.session import SessionRecord

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """`rows` gives those of one entry."""

    headings: tuple[str, ...]
    rows: Callable[[Any], Iterable[Row]]


def _session(s: SessionRecord) -> Iterator[Row]:
    yield (
        s.id, s.started_at.isoformat(), s.routine, s.title, s.status.value, s.done_seconds, s.planned_seconds,
        s.receiver, s.profile or None, s.by_hand, "; ".join(s.tags), s.note,
    )  # fmt: skip


def _places(s: SessionRecord) -> Iterator[Row]:
    return ((s.id, number, place.region, place.side.value) for number, place in enumerate(s.places, start=1))


def _ratings(s: SessionRecord) -> Iterator[Row]:
    return ((s.id, r.moment.value, r.place.region, r.place.side.value, r.value) for r in s.ratings)


def _steps(s: SessionRecord) -> Iterator[Row]:
    for step in s.steps:
        regions = "; ".join(step.regions)
        yield (
            s.id, step.number, step.technique, regions, step.side.value, step.planned_seconds, step.seconds,
            step.pressure, step.skipped,
        )  # fmt: skip


def _events(s: SessionRecord) -> Iterator[Row]:
    for number, event in enumerate(s.events, start=1):
        yield s.id, number, event.at.isoformat(), event.kind.value, event.t, event.step or None, event.detail


def _neck_tries(check: NeckCheck) -> Iterator[Row]:
    for move, values in check.tries.items():
        yield check.id, check.at.isoformat(), move.value, _UNITS.get(move, "finger-widths"), *values, check.note


_UNITS = {
    NeckMove.TURN_LEFT: "clock marks of 30 degrees",
    NeckMove.TURN_RIGHT: "clock marks of 30 degrees",
    NeckMove.UP: "0 straight ahead to 4 overhead",
}

OF_SESSIONS: Mapping[str, Table] = {
    "sessions": Table(
        (
            "session", "started_local", "routine", "title", "status", "done_seconds", "planned_seconds", "receiver",
            "done_with_profile", "written_down_later", "tags", "note",
        ),
        _session,
    ),
    "session_places": Table(("session", "number", "region", "own_side"), _places),
    "ratings": Table(("session", "moment", "region", "own_side", "tension_0_to_10"), _ratings),
    "steps": Table(
        (
            "session", "step", "technique", "regions", "sides", "planned_seconds", "done_seconds", "pressure_0_to_10",
            "skipped",
        ),
        _steps,
    ),
    "events": Table(("session", "number", "at_local", "event", "guide_seconds", "step", "detail"), _events),
}  # fmt: skip
"""Tables with rows for each session."""

OF_RECORDS: Mapping[str, tuple[str, Table]] = {
    "daily_check_ins": (
        "check_ins",
        Table(
            (
                "day", "entered_local", "tension_0_to_10", "stress_0_to_10", "sleep_0_to_10", "pain_24_h_0_to_10",
                "headache", "painkiller",
            ),
            lambda c: [
                (
                    c.day.isoformat(), c.at.isoformat(), c.tension, c.stress, c.sleep, c.pain, c.headache,
                    c.painkiller,
                )
            ],
        ),
    ),
    "day_notes": (
        "day_notes",
        Table(
            ("note", "day", "text", "life_event"), lambda n: [(n.id, n.day.isoformat(), n.text, n.life_event)]
        ),
    ),
    "neck_checks": (
        "neck_checks",
        Table(("check", "at_local", "movement", "unit", "try_1", "try_2", "try_3", "note"), _neck_tries),
    ),
    "side_effects": (
        "side_effects",
        Table(
            ("answer", "at_local", "effects", "session", "note"),
            lambda e: [(e.id, e.at.isoformat(), "; ".join(sorted(e.effects)), e.session, e.note)],
        ),
    ),
    "global_changes": (
        "global_changes",
        Table(
            ("answer", "at_local", "compared_with_start_minus_3_to_3"),
            lambda g: [(g.id, g.at.isoformat(), int(g.step))],
        ),
    ),
    "experiment_days": (
        "experiments",
        Table(
            ("experiment", "choice_a", "choice_b", "day", "drawn", "kept_to", "ended"),
            lambda x: [
                (
                    x.id, x.a, x.b, entry.day.isoformat(), entry.choice.value, entry.kept,
                    x.ended.isoformat() if x.ended else None,
                )
                for entry in x.days
            ],
        ),
    ),
    "reminders": (
        "reminders",
        Table(
            ("reminder", "routine", "at_local", "weekdays_monday_0", "active", "snoozed_until_local"),
            lambda r: [
                (
                    r.id, r.routine, r.at.isoformat("minutes"), "; ".join(map(str, sorted(r.days))), r.active,
                    r.snoozed_until.isoformat() if r.snoozed_until else None,
                )
            ],
        ),
    ),
    "safety_answers": (
        "answers",
        Table(
            ("question", "options", "at_local"), lambda a: [(a.question, "; ".join(a.options), a.at.isoformat())]
        ),
    ),
}  # fmt: skip
"""The other tables, each with the name of its entries in a dossier."""


def record_tables(dossier: Dossier) -> Iterator[tuple[str, Table, Iterator[Row]]]:
    """Name, table and rows of everything but the sessions."""
    for name, (kind, table) in OF_RECORDS.items():
        yield name, table, rows_of(table, getattr(dossier, kind))


def rows_of(table: Table, entries: Iterable[Any]) -> Iterator[Row]:
    return (row for entry in entries for row in table.rows(entry))
