"""What was done: minutes by technique as bars, and the routines."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.domain.captions import count
from desktop.domain.guide import Guide
from desktop.domain.report import Report, duration_words
from desktop.domain.routine import short
from desktop.out.report.sheet import ACCENT, CAPTION, LABEL, RIGHT, SMALL, TINT, Sheet

_MOST = 7
"""Lines of each list."""
_ROW = 5.2
_GAP = 10.0


def draw_done(sheet: Sheet, report: Report, guide: Guide, top: float) -> float:
    top = sheet.heading(0, top, "What was done", sheet.width)
    column = (sheet.width - _GAP) / 2
    if not report.routines:
        return sheet.paragraph(0, top, "Nothing was done in this period.", sheet.width, CAPTION)
    names = [(_technique(guide, slug), seconds) for slug, seconds in report.techniques.items()]
    left = _draw_bars(sheet, names, 0, top, column)
    right = _draw_routines(sheet, report, column + _GAP, top, column)
    return max(left, right)


def _technique(guide: Guide, slug: str) -> str:
    """A technique's name; one the guide does not know any more keeps its slug."""
    known = guide.techniques.get(slug)
    return known.name if known else slug


def _draw_bars(sheet: Sheet, techniques: Sequence[tuple[str, float]], x: float, top: float, width: float) -> float:
    sheet.text(x, top + 2.6, "By technique", LABEL)
    sheet.text(x + width, top + 2.6, "Time", LABEL, RIGHT)
    most = max((seconds for _, seconds in techniques), default=0.0)
    bars, room = x + width * 0.5, width * 0.28
    y = top + 4
    for name, seconds in techniques[:_MOST]:
        sheet.fitted(x, y + 3.6, name, bars - x - 2)
        sheet.band(bars, y + 1.0, room, 3.0, TINT, 0.5)
        sheet.band(bars, y + 1.0, max(room * seconds / most, 0.6), 3.0, ACCENT, 0.5)
        sheet.text(x + width, y + 3.6, duration_words(seconds), align=RIGHT)
        y += _ROW
    return _draw_rest(sheet, len(techniques), "technique", x, y)


def _draw_routines(sheet: Sheet, report: Report, x: float, top: float, width: float) -> float:
    sheet.text(x, top + 2.6, "By routine", LABEL)
    sheet.text(x + width * 0.74, top + 2.6, "Sessions", LABEL, RIGHT)
    sheet.text(x + width, top + 2.6, "Time", LABEL, RIGHT)
    y = top + 4
    for routine in report.routines[:_MOST]:
        sheet.fitted(x, y + 3.6, short(routine.title), width * 0.58)
        sheet.text(x + width * 0.74, y + 3.6, f"{routine.times:,}", align=RIGHT)
        sheet.text(x + width, y + 3.6, duration_words(routine.seconds), align=RIGHT)
        y += _ROW
    return _draw_rest(sheet, len(report.routines), "routine", x, y)


def _draw_rest(sheet: Sheet, there: int, noun: str, x: float, y: float) -> float:
    """How many more there are than the list shows."""
    if there <= _MOST:
        return y
    sheet.text(x, y + 3.4, f"and {count(there - _MOST, f'more {noun}')}", SMALL)
    return y + _ROW
