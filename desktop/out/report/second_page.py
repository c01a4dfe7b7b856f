"""The second page: what was done, how days were, the neck, what was unpleasant, and notes."""

from __future__ import annotations

from desktop.domain.captions import count, day_words, first_upper, period_words
from desktop.domain.doing import counted
from desktop.domain.feeling_words import STEPS
from desktop.domain.guide import Guide
from desktop.domain.report import Note, Report, effects_words
from desktop.out.report.days import draw_days
from desktop.out.report.done import draw_done
from desktop.out.report.neck import draw_neck
from desktop.out.report.sheet import BODY, CAPTION, LABEL, SMALL, STRONG, Sheet, Type

_GAP = 10.0
_NOTE_LINES = 3
_DAY = Type(8, STRONG)


def draw_second_page(sheet: Sheet, report: Report, guide: Guide) -> None:
    column = (sheet.width - _GAP) / 2
    period = period_words(counted(report.doing.period, report.doing.first_day))
    sheet.text(0, 3, ", ".join(filter(None, ("Self-massage record", report.name, period))), SMALL)
    top = draw_done(sheet, report, guide, 6)
    top = draw_days(sheet, report.feeling, top + 4)
    left = draw_neck(sheet, report.where.neck, 0, top + 4, column)
    right = _draw_unpleasant(sheet, report, column + _GAP, top + 4, column)
    right = _draw_compared(sheet, report, column + _GAP, right + 3, column)
    _draw_notes(sheet, report, max(left, right) + 4)


def _draw_unpleasant(sheet: Sheet, report: Report, x: float, top: float, width: float) -> float:
    top = sheet.heading(x, top, "Anything unpleasant", width)
    top = sheet.paragraph(x, top, effects_words(report.side_effects), width, BODY, most=4)
    told = [answer for answer in report.side_effects if answer.note]
    if told:
        words = f"{day_words(told[-1].day)} {told[-1].day.year}: {told[-1].note}"
        top = sheet.paragraph(x, top + 0.8, words, width, SMALL, most=2)
    return top


def _draw_compared(sheet: Sheet, report: Report, x: float, top: float, width: float) -> float:
    top = sheet.heading(x, top, "Compared with the start", width)
    answers = report.feeling.global_changes
    if not answers:
        return sheet.paragraph(x, top, "Not answered in this period.", width, CAPTION)
    last = answers[-1]
    words = f"{first_upper(STEPS[last.step])} ({day_words(last.day)} {last.day.year})."
    earlier = f" {count(len(answers) - 1, 'answer')} before." if len(answers) > 1 else ""
    return sheet.paragraph(x, top, words + earlier, width, BODY)


def _draw_notes(sheet: Sheet, report: Report, top: float) -> None:
    """The newest notes in two columns, as many as there is room for."""
    top = sheet.heading(0, top, "Notes", sheet.width)
    if not report.notes:
        sheet.paragraph(0, top, "No notes in this period.", sheet.width, CAPTION)
        return
    column = (sheet.width - _GAP) / 2
    waiting = list(report.notes)
    for x in (0.0, column + _GAP):
        y = top
        while waiting and y + _height(_NOTE_LINES) <= sheet.height - 4:
            y = _draw_note(sheet, waiting.pop(0), x, y, column)
    left_out = report.notes_there - len(report.notes) + len(waiting)
    if left_out:
        sheet.text(0, sheet.height, f"{count(left_out, 'older note')} not shown", LABEL)


def _height(lines: int) -> float:
    return _DAY.line + BODY.line * lines + 1.4


def _draw_note(sheet: Sheet, note: Note, x: float, y: float, width: float) -> float:
    day = f"{day_words(note.day)} {note.day.year}"
    shown = sheet.text(x, y + 3, day, _DAY)
    if note.life_event:
        sheet.text(x + shown + 2, y + 3, "life event", LABEL)
    return sheet.paragraph(x, y + _DAY.line, note.text, width, BODY, most=_NOTE_LINES) + 1.4
