"""Sheets of single steps: six moments of each, large enough to judge the hands, below the step's own words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.notation import spell
from desktop.domain.routine import Routine, Step
from desktop.domain.tempo import Tempo
from desktop.domain.timeline import Timeline
from desktop.ui.player.stage import Stage
from desktop.ui.theme import Theme

CELL = (700, 525)
COLUMNS = 2
LINE = 22
"""Pixels for a line of words, and for the time above a cell."""
_LANDED = 0.8
"""Seconds after its start and before its end when the hands are on the skin."""
_SHARES = ((0.25, 0.3), (0.5, -0.25), (0.5, 0.4), (0.75, 0.6))
"""Moments between start and end: the share of the step, and how far from there in a cycle, so that not every moment
shows the same phase, and both sides of the half, where the hands change."""


def moments(step: Step) -> list[float]:
    """Start, quarter, just before and just after the half, three quarters and end, in seconds of the step."""
    period = Tempo(step).period
    between = [share * step.seconds + phase * period for share, phase in _SHARES]
    return [_LANDED, *(min(t, step.seconds - _LANDED) for t in between), step.seconds - _LANDED]


def words(routine: Routine, step: Step) -> list[str]:
    """The step's words as they stand in the routine, a few lines."""
    tempo = f"{step.rate:g}/min × {step.reps}" if step.rate else ""
    held = f"{step.hold.count} × ({step.hold.hold:g} s + {step.hold.release:g} s)" if step.hold else ""
    how = f"{step.technique} · {step.hand} ({step.hand_note}) · {step.side} · {tempo}{held} · pressure {step.pressure}"
    path = f"   [{' ; '.join(map(spell, step.path.passes))}]" if step.path else ""
    return [
        f"{routine.id}.{step.number} {step.name} · {step.kind} · {step.seconds:g} s · {', '.join(step.regions)}",
        how + (f" · {step.path.hands}, {step.path.return_}" if step.path else ""),
        f"“{step.cue}”   {step.caution}",
        f"{step.path_text}{path}",
    ]


def sheet(routine: Routine, index: int, timeline: Timeline, stage: Stage) -> QImage:
    """One step. The picture is `COLUMNS` cells wide; the stage has the size of a cell."""
    step = routine.steps[index]
    lines, times = words(routine, step), moments(step)
    head, row_height = LINE * (len(lines) + 1), CELL[1] + LINE
    picture = QImage(CELL[0] * COLUMNS, head + row_height * -(-len(times) // COLUMNS), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        place = QRect(8, 4, picture.width() - 16, head)
        painter.drawText(place, Qt.TextFlag.TextWordWrap, "\n".join(lines))
        for cell, t in enumerate(times):
            row, column = divmod(cell, COLUMNS)
            left, top = column * CELL[0], head + row * row_height
            stage.show_frame(timeline.frame_at(timeline.start_of(index) + t))
            painter.drawText(QRect(left + 8, top, CELL[0], LINE), Qt.AlignmentFlag.AlignVCenter, f"{t:.1f} s")
            painter.drawPixmap(QPoint(left, top + LINE), stage.grab())
    return picture


def write(folder: Path, guide: Guide, atlas: Atlas, theme: Theme, wanted: list[str]) -> None:
    """A file for each step. `wanted` are routines (RT03) or single steps (RT03.4); all routines if empty."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in wanted or list(guide.routines):
        identity, _, number = name.partition(".")
        routine = guide.routines[identity]
        timeline, stage = Timeline(routine.steps, guide, atlas), Stage(atlas, theme)
        stage.resize(*CELL)
        for index in [int(number) - 1] if number else range(len(routine.steps)):
            file = folder / f"{identity}-{index + 1:02d}.png"
            sheet(routine, index, timeline, stage).save(str(file))
            print(file)
