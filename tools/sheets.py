"""Contact sheets: for each routine one picture with a row for each step and six moments of it, in both themes;
with --techniques one picture for each technique, with --steps one for each step, in light."""

from __future__ import annotations

import argparse
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
from tools import step_sheets, technique_sheets

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


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="dev.py sheets", description=__doc__)
    parser.add_argument("names", nargs="*", help="only these routines, techniques or steps (RT03.4)")
    parser.add_argument("--techniques", action="store_true", help="a sheet for each technique instead")
    parser.add_argument("--steps", action="store_true", help="a large sheet for each step instead")
    parser.add_argument("--blind", type=int, metavar="SEED", help="techniques by number in random order, the key apart")
    return parser.parse_args()


def main() -> int:
    chosen = options()
    application = QApplication(sys.argv[:1])
    guide, atlas = load_guide(), load_atlas()
    modes: tuple[Mode, ...] = ("light",) if chosen.steps else ("light", "dark")
    for mode in modes:
        theme = Theme(mode)
        theme.apply(application)
        if chosen.steps:
            step_sheets.write(FOLDER / "steps", guide, atlas, theme, chosen.names)
        elif chosen.techniques or chosen.blind is not None:
            folder = FOLDER / ("techniques" if chosen.blind is None else "blind")
            technique_sheets.write(folder, guide, atlas, theme, chosen.blind, chosen.names)
        else:
            write(guide, atlas, theme, chosen.names or list(guide.routines))
    return 0


def write(guide: Guide, atlas: Atlas, theme: Theme, wanted: list[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    mode = "dark" if theme.palette.dark else "light"
    for name in wanted:
        file = FOLDER / f"{name}_{mode}.png"
        sheet(guide.routines[name], guide, atlas, theme).save(str(file))
        print(file)


if __name__ == "__main__":
    sys.exit(main())
