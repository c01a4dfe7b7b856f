"""The neck movement check: the first and the last of the period beside each other, and how much that can mean."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.captions import count, day_words
from desktop.domain.neck_check import TURN_BAND, NeckCheck, NeckMove, degrees
from desktop.out.report.sheet import CAPTION, LABEL, RIGHT, SMALL, Sheet

_ROW = 5.0
_WORDS = {
    NeckMove.TURN_LEFT: "Turn to the left",
    NeckMove.TURN_RIGHT: "Turn to the right",
    NeckMove.BEND_LEFT: "Side-bend to the left",
    NeckMove.BEND_RIGHT: "Side-bend to the right",
    NeckMove.CHIN: "Chin to chest",
    NeckMove.UP: "Look up",
}
_UP = ("straight ahead", "half-way up the wall", "edge of ceiling", "ceiling in front", "overhead")
_CAVEAT = (
    f"Middle one of three tries, without a device. Turning differs by about {TURN_BAND:g} degrees from day to day in "
    "healthy people; finger-widths are the gap that is left."
)


def draw_neck(sheet: Sheet, checks: Sequence[NeckCheck], x: float, top: float, width: float) -> float:
    top = sheet.heading(x, top, "Neck movement check", width)
    if not checks:
        return sheet.paragraph(x, top, "Not done in this period.", width, CAPTION)
    x_first, x_last = x + width * 0.68, x + width
    sheet.text(x, top + 2.6, count(len(checks), "check"), LABEL)
    y = top + 4
    done = [move for move in NeckMove if any(move in check.tries for check in checks)]
    first, last = checks[0], checks[-1]
    sheet.text(x_last, top + 2.6, _day(last), LABEL, RIGHT)
    if len(checks) > 1:
        sheet.text(x_first, top + 2.6, _day(first), LABEL, RIGHT)
    for move in done:
        sheet.text(x, y + 3.6, _WORDS[move])
        if len(checks) > 1:
            sheet.text(x_first, y + 3.6, _value(first, move), align=RIGHT)
        sheet.text(x_last, y + 3.6, _value(last, move), align=RIGHT)
        y += _ROW
    return sheet.paragraph(x, y + 1, _CAVEAT, width, SMALL)


def _day(check: NeckCheck) -> str:
    return f"{day_words(check.day)} {check.day.year}"


def _value(check: NeckCheck, move: NeckMove) -> str:
    """A movement in words; left out is told."""
    value = check.middle(move)
    if value is None:
        return "left out"
    if move.turns:
        return f"{degrees(value):.0f} degrees"
    if move is NeckMove.UP:
        return _UP[round(value)]
    return f"{value:g} fingers"
