"""The neck movement check: the first and the last of the period beside each other, and how much that can mean."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.captions import count, day_words
from desktop.domain.neck_check import TURN_BAND, NeckCheck, NeckMove
from desktop.domain.neck_series import value_of
from desktop.domain.neck_words import MOVE_NAMES, value_words
from desktop.out.report.sheet import CAPTION, LABEL, RIGHT, SMALL, Sheet

_ROW = 5.0
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
        sheet.text(x, y + 3.6, MOVE_NAMES[move])
        if len(checks) > 1:
            sheet.text(x_first, y + 3.6, value_words(move, value_of(first, move)), align=RIGHT)
        sheet.text(x_last, y + 3.6, value_words(move, value_of(last, move)), align=RIGHT)
        y += _ROW
    return sheet.paragraph(x, y + 1, _CAVEAT, width, SMALL)


def _day(check: NeckCheck) -> str:
    return f"{day_words(check.day)} {check.day.year}"
