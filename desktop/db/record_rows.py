"""Between rows and the records beside sessions. Nothing outside `db` sees a row."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from desktop.db.rows import join_time, split_time
from desktop.domain.experiment import Choice, Experiment, ExperimentDay
from desktop.domain.neck_check import NeckCheck, NeckMove
from desktop.domain.records import DailyCheckIn, DayNote, Effect, GlobalChange, SideEffects, Step7
from desktop.domain.reminder import Reminder

_DAILY = ("tension", "stress", "sleep", "pain", "headache", "painkiller")


def daily_row(record: DailyCheckIn) -> dict[str, Any]:
    given = {name: getattr(record, name) for name in _DAILY}
    return {"local_day": record.day.isoformat(), **_moment(record.at), **given}


def to_daily(row: Any) -> DailyCheckIn:
    given = {name: getattr(row, name) for name in _DAILY}
    return DailyCheckIn(date.fromisoformat(row.local_day), _at(row), **given)


def day_note_row(record: DayNote) -> dict[str, Any]:
    return {
        "id": record.id,
        "local_day": record.day.isoformat(),
        "text": record.text,
        "life_event": record.life_event,
    }


def to_day_note(row: Any) -> DayNote:
    return DayNote(row.id, date.fromisoformat(row.local_day), row.text, row.life_event)


def neck_check_row(record: NeckCheck) -> dict[str, Any]:
    tries = {move.value: list(values) for move, values in record.tries.items()}
    return {**_entered(record), "tries": tries, "note": record.note}


def to_neck_check(row: Any) -> NeckCheck:
    tries = {NeckMove(move): tuple(map(float, values)) for move, values in row.tries.items()}
    return NeckCheck(row.id, _at(row), tries, row.note)


def side_effects_row(record: SideEffects) -> dict[str, Any]:
    effects = sorted(effect.value for effect in record.effects)
    return {**_entered(record), "effects": effects, "session": record.session, "note": record.note}


def to_side_effects(row: Any) -> SideEffects:
    return SideEffects(row.id, _at(row), frozenset(map(Effect, row.effects)), row.session, row.note)


def global_change_row(record: GlobalChange) -> dict[str, Any]:
    return {**_entered(record), "step": record.step.value}


def to_global_change(row: Any) -> GlobalChange:
    return GlobalChange(row.id, _at(row), Step7(row.step))


def experiment_row(record: Experiment) -> dict[str, Any]:
    return {
        "id": record.id,
        "local_day": record.first.isoformat(),
        "choice_a": record.a,
        "choice_b": record.b,
        "days": [[entry.day.isoformat(), entry.choice.value, entry.kept] for entry in record.days],
        "ended": record.ended.isoformat() if record.ended else None,
    }


def to_experiment(row: Any) -> Experiment:
    days = tuple(ExperimentDay(date.fromisoformat(day), Choice(choice), kept) for day, choice, kept in row.days)
    return Experiment(row.id, row.choice_a, row.choice_b, days, date.fromisoformat(row.ended) if row.ended else None)


def reminder_row(record: Reminder) -> dict[str, Any]:
    snoozed, offset = split_time(record.snoozed_until) if record.snoozed_until else (None, None)
    return {
        "id": record.id,
        "routine": record.routine,
        "time": record.at.isoformat("minutes"),
        "weekdays": sorted(record.days),
        "active": record.active,
        "snoozed_us": snoozed,
        "snoozed_offset": offset,
    }


def to_reminder(row: Any) -> Reminder:
    snoozed = None if row.snoozed_us is None else join_time(row.snoozed_us, row.snoozed_offset)
    return Reminder(row.id, row.routine, time.fromisoformat(row.time), frozenset(row.weekdays), row.active, snoozed)


def _entered(record: NeckCheck | SideEffects | GlobalChange) -> dict[str, Any]:
    return {"id": record.id, "local_day": record.day.isoformat(), **_moment(record.at)}


def _moment(at: datetime) -> dict[str, int]:
    moment, offset = split_time(at)
    return {"at_us": moment, "at_offset": offset}


def _at(row: Any) -> datetime:
    return join_time(row.at_us, row.at_offset)
