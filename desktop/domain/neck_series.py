"""Neck checks as they are drawn: each by itself or, where they are too many to be told apart, by month or quarter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from desktop.domain.neck_check import NeckCheck, NeckMove, degrees

MOST = 60


@dataclass(frozen=True, slots=True)
class NeckPoint:
    """What is drawn at a day: the middle of `checks` checks that began with it, turning in degrees, all else in the
    move's own unit."""

    day: date
    values: Mapping[NeckMove, float]
    checks: int = 1


def value_of(check: NeckCheck, move: NeckMove) -> float | None:
    """The middle try: degrees for turning, else the move's own unit; None where it was left out."""
    middle = check.middle(move)
    if middle is None:
        return None
    return degrees(middle) if move.turns else middle


def usual(checks: Sequence[NeckCheck], move: NeckMove) -> float | None:
    """The middle of all checks in a move, as `value_of`; None where it was always left out."""
    values = [value for check in checks if (value := value_of(check, move)) is not None]
    return median(values) if values else None


def neck_points(checks: Sequence[NeckCheck], most: int = MOST) -> tuple[NeckPoint, ...]:
    """At most so many points where months or quarters allow; the checks are the oldest first."""
    if len(checks) <= most:
        return tuple(_together([check]) for check in checks)
    months = _grouped(checks, _month)
    return months if len(months) <= most else _grouped(checks, _quarter)


def _grouped(checks: Sequence[NeckCheck], key: Callable[[NeckCheck], tuple[int, int]]) -> tuple[NeckPoint, ...]:
    return tuple(_together(list(group)) for _, group in groupby(checks, key))


def _together(checks: Sequence[NeckCheck]) -> NeckPoint:
    found = ((move, usual(checks, move)) for move in NeckMove)
    return NeckPoint(checks[0].day, {move: value for move, value in found if value is not None}, len(checks))


def _month(check: NeckCheck) -> tuple[int, int]:
    return check.day.year, check.day.month


def _quarter(check: NeckCheck) -> tuple[int, int]:
    return check.day.year, (check.day.month - 1) // 3
