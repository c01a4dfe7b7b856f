"""From day to day: the daily check-in in small runs, and days with headache."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPen, QPolygonF

from desktop.domain.captions import count
from desktop.domain.daily_run import DailyRun, Measure
from desktop.domain.feeling import Feeling
from desktop.domain.tally import Tally
from desktop.out.report.sheet import ACCENT, BODY, CAPTION, LABEL, SMALL, TINT, UNITS, Sheet

_ROW = 8.2
_RUN = (0.27, 0.66)
"""Where the runs begin and end, as shares of the width."""
_WORDS = {
    Measure.TENSION: ("Tension", "10 very tense"),
    Measure.STRESS: ("Stress", "10 very much"),
    Measure.SLEEP: ("Sleep", "10 excellent"),
    Measure.PAIN: ("Pain, last 24 hours", "10 worst"),
}


def draw_days(sheet: Sheet, feeling: Feeling, top: float) -> float:
    """A row for each measure that was answered; the line is the median of seven days."""
    top = sheet.heading(0, top, "From day to day", sheet.width)
    runs = [feeling.runs[measure] for measure in _WORDS if feeling.runs[measure].answered]
    if not runs:
        return sheet.paragraph(0, top, "No daily check-in in this period.", sheet.width, CAPTION)
    sheet.text(_RUN[0] * sheet.width, top + 2.6, "median of seven days, on a scale from 0 to 10", LABEL)
    sheet.text((_RUN[1] + 0.03) * sheet.width, top + 2.6, "median of all days; answers", LABEL)
    y = top + 4
    for run in runs:
        _draw_run(sheet, run, y)
        y += _ROW
    return _draw_headaches(sheet, feeling, y)


def _draw_run(sheet: Sheet, run: DailyRun, top: float) -> None:
    name, scale = _WORDS[run.measure]
    width = sheet.text(0, top + 4.6, name)
    sheet.text(width + 2, top + 4.6, scale, LABEL)
    left, right = (share * sheet.width for share in _RUN)
    height = _ROW - 1.6
    sheet.band(left, top, right - left, height, TINT, 0.6)
    _draw_line(sheet, run, left, top, right - left, height)
    values = Tally.of(day.value for day in run.days if day.value is not None)
    x = (_RUN[1] + 0.03) * sheet.width
    shown = sheet.text(x, top + 4.6, f"{values.median:g}", BODY)
    missing = f", {count(run.missing_days, 'day')} without" if run.missing_days else ""
    sheet.text(x + shown + 3, top + 4.6, f"{count(run.answered, 'day')}{missing}", SMALL)


def _draw_line(sheet: Sheet, run: DailyRun, left: float, top: float, width: float, height: float) -> None:
    """The medians, broken where there were too few answers; of very many days as many as can be told apart."""
    step = width / len(run.days)
    stride = max(1, round(0.25 / step))
    sheet.painter.setPen(QPen(ACCENT, 0.4 * UNITS))
    piece = QPolygonF()
    for number in range(0, len(run.days), stride):
        median = run.days[number].median
        if median is None:
            sheet.painter.drawPolyline(piece)
            piece = QPolygonF()
        else:
            y = top + 0.5 + (height - 1) * (1 - median / 10)
            piece.append(QPointF((left + step * (number + 0.5)) * UNITS, y * UNITS))
    sheet.painter.drawPolyline(piece)


def _draw_headaches(sheet: Sheet, feeling: Feeling, top: float) -> float:
    answered = sum(month.answered for month in feeling.headaches)
    if not answered:
        return top
    headache = sum(month.headache for month in feeling.headaches)
    painkiller = sum(month.painkiller for month in feeling.headaches)
    words = (
        f"Of {count(answered, 'day')} with an answer, {headache:,} with headache and {painkiller:,} with a painkiller."
    )
    return sheet.paragraph(0, top + 0.6, words, sheet.width, BODY)
