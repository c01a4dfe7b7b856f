"""The first page: whose, which days, where, and what it felt like before and after."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from desktop.domain.body import Side
from desktop.domain.captions import amount_words, count, day_words, period_words
from desktop.domain.doing import counted
from desktop.domain.guide import Guide
from desktop.domain.report import STANDING_LINE, PlaceLine, Report, change_sentence, duration_words, place_lines
from desktop.out.report.body import BodyPicture, draw_bodies, draw_key
from desktop.out.report.pairs import draw_change, draw_pairs
from desktop.out.report.sheet import (
    BODY,
    CAPTION,
    HEADING,
    INK,
    LABEL,
    RIGHT,
    SMALL,
    SOFT,
    STRONG,
    TITLE,
    Sheet,
    Type,
)

_FIGURE = Type(15.5, STRONG)
_PICTURES = 58.0
_PAIRS = 42.0
_ROW = 5.0
_SIDES = {Side.LEFT: "left", Side.RIGHT: "right", Side.MIDDLE: ""}
_COLUMNS = (0.31, 0.53, 0.57, 0.775)
"""Where side begins, time ends, the line from 0 to 10 and its numbers begin, as shares of the width."""


def draw_first_page(sheet: Sheet, report: Report, guide: Guide, pictures: Sequence[BodyPicture]) -> None:
    top = _draw_head(sheet, report)
    top = _draw_figures(sheet, report, top + 4)
    top = _draw_where(sheet, report, pictures, top + 5)
    foot = sheet.height - _PAIRS - 24 if pictures or report.feeling.pairs else top + 6
    paired = frozenset(
        place.region for picture in pictures for place in picture.outlines if place.side is not Side.MIDDLE
    )
    _draw_places(sheet, report, guide, paired, top + 1, foot)
    _draw_feeling(sheet, report, foot)


def _draw_head(sheet: Sheet, report: Report) -> float:
    period = counted(report.doing.period, report.doing.first_day)
    sheet.text(0, 8, "Self-massage record", TITLE)
    sheet.text(sheet.width, 8, "Unknot", Type(11, STRONG, SOFT), RIGHT)
    whose = ", ".join(filter(None, (report.name, period_words(period))))
    sheet.text(0, 15.5, whose, HEADING)
    made = f"{day_words(report.made_on)} {report.made_on.year}"
    sheet.text(sheet.width, 15.5, f"Made on {made}", SMALL, RIGHT)
    sheet.band(0, 19.5, sheet.width, 8)
    sheet.text(3.5, 24.6, STANDING_LINE, Type(8.5, colour=INK))
    return 27.5


def _draw_figures(sheet: Sheet, report: Report, top: float) -> float:
    """Four numbers that say how much there was."""
    doing, change = report.doing, report.feeling.change
    ends, noun = doing.adherence, "session" if doing.sessions == 1 else "sessions"
    days = counted(doing.period, doing.first_day).days
    told = "too few to say" if change is None or change.low is None else amount_words(change.mean)
    figures = (
        (f"{doing.sessions:,}", f"{noun}; {ends.finished:,} to the end, {ends.stopped:,} stopped"),
        (duration_words(doing.minutes * 60), "of massage altogether"),
        (f"{days - doing.missing_days:,} of {days:,}", "days had a session"),
        (told, f"tension after sessions, on average; {count(report.feeling.differences.n, 'session')}"),
    )  # fmt: skip
    column = sheet.width / len(figures)
    for number, (figure, label) in enumerate(figures):
        sheet.text(number * column, top + 7, figure, _FIGURE)
        sheet.paragraph(number * column, top + 9, label, column - 5, LABEL, most=2)
    return top + 17


def _draw_where(sheet: Sheet, report: Report, pictures: Sequence[BodyPicture], top: float) -> float:
    top = sheet.heading(0, top, "Where", sheet.width)
    if not pictures:
        return sheet.paragraph(0, top, "No place was worked on in this period.", sheet.width, CAPTION)
    sheet.text(17, top - 2.7, "left and right are the person's own", LABEL)
    draw_key(sheet, sheet.width - 44.1, top - 2.7)
    draw_bodies(sheet, pictures, report.where.places(), QRectF(0, top, sheet.width, _PICTURES))
    return top + _PICTURES


def _draw_places(sheet: Sheet, report: Report, guide: Guide, paired: frozenset[str], top: float, foot: float) -> None:
    """A line for each side of each place, as many as there is room for."""
    lines = place_lines(report)
    if not lines:
        return
    x_side, x_time, x_line, x_told = (share * sheet.width for share in _COLUMNS)
    base = top + 4
    for x, words in ((0.0, "Place"), (x_side, "Own side"), (x_told, "Mean before and after")):
        sheet.text(x, base, words, LABEL)
    sheet.text(x_time, base, "Time", LABEL, RIGHT)
    sheet.text(x_line, base, "0", LABEL)
    sheet.text(x_told - 6, base, "10", LABEL, RIGHT)
    y = base + 1.5
    for number, (region, sides) in enumerate(lines):
        if y + _ROW * len(sides) > foot - 5:
            sheet.text(0, foot - 2, f"and {count(len(lines) - number, 'more place')}", LABEL)
            return
        sheet.rule(0, y, sheet.width)
        sheet.fitted(0, y + 3.6, guide.regions[region].name, x_side - 3)
        for line in sides:
            _draw_line(sheet, line, y + _ROW / 2, region in paired)
            y += _ROW


def _draw_line(sheet: Sheet, line: PlaceLine, middle: float, paired: bool) -> None:
    x_side, x_time, x_line, x_told = (share * sheet.width for share in _COLUMNS)
    base = middle + 1.1
    sheet.text(x_side, base, "both at once" if paired and line.side is Side.MIDDLE else _SIDES[line.side])
    sheet.text(x_time, base, duration_words(line.seconds) if line.seconds else "none", align=RIGHT)
    if line.change is None:
        sheet.text(x_told, base, "not rated", SMALL)
        return
    draw_change(sheet, line.change, x_line, middle, x_told - 6 - x_line)
    told = f"{line.change.before:.1f} to {line.change.after:.1f}"
    width = sheet.text(x_told, base, told, BODY)
    sheet.text(x_told + width + 2, base, count(line.change.n, "session"), SMALL)


def _draw_feeling(sheet: Sheet, report: Report, top: float) -> None:
    feeling = report.feeling
    top = sheet.heading(0, top, "Tension before and after sessions", sheet.width)
    below = top
    if feeling.pairs:
        draw_pairs(sheet, feeling.pairs, feeling.unit, top + 1.5, _PAIRS - 1.5)
        below += _PAIRS + 1.5
    sheet.paragraph(0, below, change_sentence(feeling), sheet.width, CAPTION, most=3)
