"""What is said of the neck checks, and why small changes say nothing (content sheet 6.4)."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.captions import count, day_words, period_words
from desktop.domain.neck_check import TURN_BAND, NeckCheck, NeckMove
from desktop.domain.neck_series import MOST, NeckPoint, usual, value_of
from desktop.domain.progress import Period

NOISE = (
    "The same healthy neck, measured in a laboratory on six days of three weeks, turns up to about 14 degrees more or "
    "less from one day to the next. The band is that wide, about the middle of your own checks. What stays inside it, "
    "such as five degrees more after a session, says nothing; only a large change that comes again and again does. "
    "The other movements are shown without a band, as nobody knows one for finger-widths."
)
NO_CHECKS = (
    "How far your neck turns and bends, found in a few minutes with a wall and your own fingers. "
    "Once a week, warm and at about the same time, is enough."
)
MOVE_NAMES = {
    NeckMove.TURN_LEFT: "Turning left",
    NeckMove.TURN_RIGHT: "Turning right",
    NeckMove.BEND_LEFT: "Ear to left shoulder",
    NeckMove.BEND_RIGHT: "Ear to right shoulder",
    NeckMove.CHIN: "Chin to chest",
    NeckMove.UP: "Looking up",
}
_UP = ("straight ahead", "half way up the wall", "edge of the ceiling", "ceiling in front", "straight overhead")


def value_words(move: NeckMove, value: float | None) -> str:
    """A value as `neck_series.value_of` gives it, with its unit: 63 degrees, 2.5 fingers, edge of the ceiling."""
    if value is None:
        return "left out"
    if move.turns:
        return f"{value:.0f} degrees"
    if move is NeckMove.UP:
        return _UP[min(round(value), len(_UP) - 1)]
    return f"{value:g} finger" if value == 1 else f"{value:g} fingers"


def point_words(point: NeckPoint, moves: Sequence[NeckMove]) -> tuple[str, ...]:
    """When, and a line for each movement."""
    when = f"{day_words(point.day)} {point.day.year}"
    if point.checks > 1:
        when = f"From {when}, the middle of {count(point.checks, 'check')}"
    return (when, *(f"{MOVE_NAMES[move]}: {value_words(move, point.values.get(move))}" for move in moves))


def neck_caption(checks: Sequence[NeckCheck]) -> str:
    """How many checks, from when to when, and how many lie in the band."""
    when = period_words(Period(checks[0].day, checks[-1].day))
    sides = [said for move in (NeckMove.TURN_LEFT, NeckMove.TURN_RIGHT) if (said := _turn_words(checks, move))]
    return f"{count(len(checks), 'check')}, {when}. {' '.join(sides)}".strip()


def neck_subtitle(checks: Sequence[NeckCheck]) -> str:
    """What a sign stands for."""
    drawn = (
        "Each month or quarter, the middle of its checks" if len(checks) > MOST else "The middle of three easy tries"
    )
    return f"{drawn}. Grey: the ups and downs every neck has"


def neck_rows(checks: Sequence[NeckCheck]) -> list[tuple[str, ...]]:
    """Rows of a table: day, then every movement; the newest first."""
    return [
        (f"{day_words(check.day)} {check.day.year}", *(value_words(move, value_of(check, move)) for move in NeckMove))
        for check in reversed(checks)
    ]


def _turn_words(checks: Sequence[NeckCheck], move: NeckMove) -> str:
    middle = usual(checks, move)
    if middle is None:
        return ""
    values = [value for check in checks if (value := value_of(check, move)) is not None]
    inside = sum(abs(value - middle) <= TURN_BAND for value in values)
    said = "all" if inside == len(values) else f"{inside} of {len(values)}"
    return f"{MOVE_NAMES[move]}: usually {middle:.0f} degrees, {said} within {TURN_BAND:g} of that."
