"""Contact sheets of the techniques: each over a fitting place, eight moments of two cycles with their times."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.routine import Step
from desktop.domain.tempo import Tempo
from desktop.domain.timeline import Timeline
from desktop.ui.player.stage import Stage
from desktop.ui.theme import Theme

CELL = (600, 500)
COLUMNS, MOMENTS = 4, 8
LINE = 24
"""Pixels for the time above a cell."""
_SETTLED_SECONDS, _ON_THE_WAY = 1.6, 0.12
"""After so long, and after this share of the step, the hands have come down and are under way."""

_SHOWN = {
    "effleurage": ("RT01", 2),
    "deep_effleurage": ("RT09", 5),
    "feather_stroking": ("RT10", 12),
    "circular_friction": ("RT06", 3),
    "cross_fibre_friction": ("RT11", 8),
    "two_hand_sliding": ("RT09", 8),
    "petrissage": ("RT10", 4),
    "pick_up_squeeze": ("RT02", 10),
    "wringing": ("RT09", 11),
    "skin_rolling": ("RT06", 6),
    "fingertip_tapping": ("RT06", 10),
    "hacking": ("RT09", 14),
    "cupping": ("RT10", 9),
    "loose_fist_pounding": ("RT13", 11),
    "plucking": ("RT10", 9),
    "vibration": ("RT06", 11),
    "static_compression": ("RT01", 6),
    "shiatsu_pressure": ("RT11", 3),
    "lymph_style_stretch": ("RT15", 8),
    "slow_stripping": ("RT11", 5),
    "rocking": ("RT09", 2),
    "stretch": ("RT12", 7),
    "supported_head_lift": ("RT08", 8),
    "soft_brush": ("RT07", 2),
    "warm_stone": ("RT14", 3),
    "foam_roller": ("RT17", 2),
    "massage_ball": ("RT16", 2),
    "scalp_circles": ("RT01", 3),
    "acupressure_hold": ("RT03", 7),
    "finger_walking": ("RT09", 6),
    "forearm_spread": ("RT09", 10),
    "resting_hands": ("RT01", 1),
}
"""The step each technique is shown with: routine and number."""


def shown_step(technique: str, guide: Guide) -> Step:
    """The step a technique is shown with. No routine plucks: it is shown where hands are cupped."""
    routine, number = _SHOWN[technique]
    step = guide.routines[routine].steps[number - 1]
    if step.technique == technique:
        return step
    rate = 180.0
    return replace(step, technique=technique, hand="pincer", rate=rate, reps=round(step.seconds * rate / 60))


def moments(step: Step) -> Iterator[float]:
    """Eight times over two cycles, or over a hold and its release, from when the hands have settled."""
    tempo = Tempo(step)
    settled = max(_SETTLED_SECONDS, 0 if step.hold else _ON_THE_WAY * tempo.side_seconds)
    first = next((n for n in range(tempo.cycles - 1) if n * tempo.period >= settled), 0)
    cycles = 1 if step.hold else min(2, tempo.cycles - first)
    for moment in range(MOMENTS):
        again, part = divmod(moment * cycles, MOMENTS)
        yield (first + again + (part + 0.3 + 0.5 * again) / MOMENTS) * tempo.period


def sheet(step: Step, guide: Guide, atlas: Atlas, theme: Theme) -> QImage:
    """One technique: eight cells, each with its time and nothing else."""
    timeline = Timeline((step,), guide, atlas)
    stage = Stage(atlas, theme)
    stage.resize(*CELL)
    width, height = CELL[0] * COLUMNS, (CELL[1] + LINE) * (MOMENTS // COLUMNS)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    with QPainter(picture) as painter:
        for cell, t in enumerate(moments(step)):
            row, column = divmod(cell, COLUMNS)
            left, top = column * CELL[0], row * (CELL[1] + LINE)
            place = QRect(left + 8, top, CELL[0] - 16, LINE)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, f"{t:.2f} s")
            stage.show_frame(timeline.frame_at(t))
            painter.drawPixmap(QPoint(left, top + LINE), stage.grab())
    return picture


def names(seed: int | None) -> Mapping[str, str]:
    """What the file of each technique is called: its slug, or with a seed a number that does not give it away."""
    if seed is None:
        return {slug: slug for slug in _SHOWN}
    shuffled = random.Random(seed).sample(sorted(_SHOWN), len(_SHOWN))  # noqa: S311 - an order, not a secret
    return {slug: f"{number:02d}" for number, slug in enumerate(shuffled, 1)}


def write(folder: Path, guide: Guide, atlas: Atlas, theme: Theme, seed: int | None, wanted: list[str]) -> None:
    """Writes the sheets of one theme, and with a seed the key apart from them."""
    mode = "dark" if theme.palette.dark else "light"
    folder.mkdir(parents=True, exist_ok=True)
    named = names(seed)
    for slug in wanted or _SHOWN:
        file = folder / f"{named[slug]}_{mode}.png"
        sheet(shown_step(slug, guide), guide, atlas, theme).save(str(file))
        print(file)
    if seed is not None:
        key = "".join(f"{number}\t{slug}\n" for slug, number in sorted(named.items(), key=lambda pair: pair[1]))
        (folder.parent / "key.txt").write_text(key, encoding="utf-8")
