"""A file as ten years would leave it: ten sessions a day with ratings and steps, a check-in on most days.

    python -m benchmarks.years FILE [--sessions 36500]

Written past the repository, which makes every session safe on the disk by itself; up to 36,500 sessions one by one,
more as copies of those in the years before."""

from __future__ import annotations

import argparse
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any

from desktop.assets.catalog import load_guide
from desktop.db.opening import open_store
from desktop.db.rows import split_time
from desktop.domain.body import Place, Side
from desktop.domain.routine import Routine
from desktop.domain.work_done import planned_work, seconds_by_place, seconds_by_technique, work_in_order

TEN_YEARS, A_DAY = 3650, 10
SESSIONS = TEN_YEARS * A_DAY
LAST = date(2026, 11, 20)
_TABLES = ("sessions", "session_places", "ratings", "session_steps", "session_work", "session_techniques")

Row = dict[str, Any]


def write_years(file: Path, sessions: int = SESSIONS) -> None:
    """Makes the file. Beyond SESSIONS their number is rounded up to a multiple of it."""
    open_store(file).dispose()
    random = Random(6)  # noqa: S311 - nothing secret is drawn
    routines = [routine for routine in load_guide().routines.values() if routine.mode == "self"]
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        for number in range(min(sessions, SESSIONS)):
            for table, rows in _session(number, random, random.choice(routines)):
                _insert(connection, table, rows)
        _insert(
            connection, "daily_check_ins", [_check_in(day, random) for day in range(TEN_YEARS) if random.random() < 0.9]
        )
        for copy in range(1, -(-sessions // SESSIONS)):
            _copy(connection, copy)


def _session(number: int, random: Random, routine: Routine) -> Iterator[tuple[str, list[Row]]]:
    name = f"0-{number}"
    started = _noon(number // A_DAY) + timedelta(minutes=40 * (number % A_DAY))
    planned = planned_work(routine.steps)
    done = routine.total_seconds if random.random() < 0.8 else random.uniform(30, routine.total_seconds)
    steps = work_in_order(planned, done)
    places = [Place(region, side) for region in sorted(routine.regions)[:2] for side in (Side.LEFT, Side.RIGHT)]
    before = {place: random.randint(2, 9) for place in places}
    after = {place: max(0, value - random.randint(-1, 4)) for place, value in before.items()}
    rated = random.random() < 0.9
    moment, offset = split_time(started)
    keys = ("number", "technique", "planned_seconds", "pressure", "seconds")
    yield (
        "sessions",
        [
            {
                "id": name,
                "profile_id": 1,
                "receiver_id": 1,
                "routine": routine.id,
                "title": routine.title,
                "started_us": moment,
                "started_offset": offset,
                "local_day": started.date().isoformat(),
                "status": "finished" if done == routine.total_seconds else "stopped",
                "done_seconds": done,
                "planned_seconds": routine.total_seconds,
                "note": "",
                "felt_before": sum(before.values()) / len(places) if rated else None,
                "felt_after": sum(after.values()) / len(places) if rated else None,
                "steps_done": sum(step.seconds > 0 for step in steps),
            }
        ],
    )
    of_place = [{"session_id": name, "region": place.region, "side": place.side.value} for place in places]
    yield "session_places", [{**row, "number": i} for i, row in enumerate(of_place)]
    given = chain(before.items(), after.items() if rated else ())
    moments = ["before"] * len(before) + ["after"] * len(after)
    yield (
        "ratings",
        [
            {"session_id": name, "region": p.region, "side": p.side.value, "moment": at, "value": value}
            for at, (p, value) in zip(moments, given, strict=False)
        ],
    )
    yield (
        "session_steps",
        [
            {
                "session_id": name,
                "regions": json.dumps(step.regions),
                "side": step.side.value,
                "skipped": 0,
                **{key: getattr(step, key) for key in keys},
            }
            for step in steps
        ],
    )
    yield (
        "session_work",
        [
            {"session_id": name, "region": place.region, "side": place.side.value, "seconds": seconds}
            for place, seconds in seconds_by_place(steps).items()
        ],
    )
    yield (
        "session_techniques",
        [
            {"session_id": name, "technique": technique, "seconds": seconds}
            for technique, seconds in seconds_by_technique(steps).items()
        ],
    )


def _check_in(day: int, random: Random) -> Row:
    at = _noon(day) + timedelta(hours=8)
    moment, offset = split_time(at)
    answers = {name: random.randint(0, 10) for name in ("tension", "stress", "sleep", "pain")}
    headache = random.random() < 0.2
    yes_no = {"headache": headache, "painkiller": headache and random.random() < 0.5}
    when = {"local_day": at.date().isoformat(), "at_us": moment, "at_offset": offset}
    return {"profile_id": 1, **when, **answers, **yes_no}


def _copy(connection: sqlite3.Connection, number: int) -> None:
    """The same ten years again, a minute later each time: the days get fuller, not more."""
    changed = {
        "id": f"'{number}-' || id",
        "session_id": f"'{number}-' || session_id",
        "started_us": f"started_us + {number * 60_000_000}",
    }
    for table in _TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        key = "id" if table == "sessions" else "session_id"
        values = ", ".join(changed.get(column, column) for column in columns)
        connection.execute(f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {key} < '1'")  # noqa: S608


def _insert(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        names = ", ".join(rows[0])
        marks = ", ".join(f":{name}" for name in rows[0])
        connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({marks})", rows)  # noqa: S608


def _noon(day: int) -> datetime:
    return datetime(LAST.year, LAST.month, LAST.day, 12, tzinfo=UTC) - timedelta(days=TEN_YEARS - 1 - day)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--sessions", type=int, default=SESSIONS)
    options = parser.parse_args()
    write_years(options.file, options.sessions)


if __name__ == "__main__":
    main()
