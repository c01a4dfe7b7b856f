"""Contact sheets: for each routine one picture with a row for each step and six moments of it, in both themes."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.routine import Routine, Step
from desktop.domain.timeline import Timeline
from desktop.ui.player.stage import Stage
from desktop.ui.theme import Mode, Theme

FOLDER = Path(__file__).resolve().parent.parent / "build" / "sheets"
CELL = (640, 480)
MOMENTS = 6
LINE = 26
"""Pixels for a row's line of words."""


def words(step: Step) -> str:
    return f"{step.number}. {step.name}   {step.seconds} s   {step.cue}"


def moments(timeline: Timeline, index: int) -> list[float]:
    """Times spread evenly over a step, none at its edges."""
    step = timeline.steps[index]
    return [timeline.start_of(index) + step.seconds * (moment + 0.5) / MOMENTS for moment in range(MOMENTS)]


def sheet(routine: Routine, guide: Guide, atlas: Atlas, theme: Theme) -> QImage:
    """All steps of a routine, each seen at six moments."""
    timeline = Timeline(routine.steps, guide, atlas)
    stage = Stage(atlas, theme)
    stage.resize(*CELL)
    picture = QImage(CELL[0] * MOMENTS, (CELL[1] + LINE) * len(routine.steps), QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        for row, step in enumerate(routine.steps):
            top = row * (CELL[1] + LINE)
            place = QRect(8, top, picture.width() - 16, LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words(step))
            for column, t in enumerate(moments(timeline, row)):
                stage.show_frame(timeline.frame_at(t))
                painter.drawPixmap(QPoint(column * CELL[0], top + LINE), stage.grab())
    return picture


def main() -> int:
    application = QApplication(sys.argv[:1])
    guide, atlas = load_guide(), load_atlas()
    wanted = sys.argv[1:] or list(guide.routines)
    FOLDER.mkdir(parents=True, exist_ok=True)
    modes: tuple[Mode, ...] = ("light", "dark")
    for mode in modes:
        theme = Theme(mode)
        theme.apply(application)
        for name in wanted:
            file = FOLDER / f"{name}_{mode}.png"
            sheet(guide.routines[name], guide, atlas, theme).save(str(file))
            print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
