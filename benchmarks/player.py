"""CPU time of the player's frames, of `frame_at` alone, and of the map's hit test, over the whole of RT01."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figures, report, spread
from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.screen import screen
from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.ui.map.hit_map import HitMap
from desktop.ui.player.clock import Clock
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Theme

SIZE = (1200, 900)
FRAME_SECONDS = 1 / 60
FRAMES_A_STEP = 120
SETTLE_SECONDS = 1.6
"""Longer than any glide of the camera or change of view."""
GRID = 8
"""Picture pixels between the points of the hit test."""


def moments(timeline: Timeline) -> Iterator[tuple[float, ...]]:
    """Two seconds of every step as the screen would ask for them, from its middle on."""
    for index, step in enumerate(timeline.steps):
        begin = timeline.start_of(index) + step.seconds / 2
        yield tuple(begin + frame * FRAME_SECONDS for frame in range(FRAMES_A_STEP))


class Watch:
    """A clock's source that goes on only when told."""

    def __init__(self) -> None:
        self.now = 0.0

    def read(self) -> float:
        return self.now


def settle(application: QApplication) -> None:
    end = time.monotonic() + SETTLE_SECONDS
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)


def playing(application: QApplication, place: PlayerPlace, watch: Watch, timeline: Timeline) -> Figures:
    """Milliseconds of CPU for a frame of the whole player: a tick of the clock and the painting it asks for."""
    frames: list[float] = []
    for step in moments(timeline):
        place.clock.seek(step[0])
        settle(application)
        for _ in step:
            watch.now += FRAME_SECONDS
            begin = time.process_time_ns()
            place.clock.tick()
            application.processEvents()
            frames.append((time.process_time_ns() - begin) / 1e6)
    return spread("frame_ms", frames)


def computing(timeline: Timeline) -> Figures:
    """Microseconds for `frame_at`, once a step's ways are laid."""
    spent: list[float] = []
    for step in moments(timeline):
        for t in step:
            begin = time.perf_counter_ns()
            timeline.frame_at(t)
            spent.append((time.perf_counter_ns() - begin) / 1e3)
    return spread("frame_at_us", spent)


def hitting(atlas: Atlas, guide: Guide) -> Figures:
    """Microseconds for a hit test, over a grid on every view."""
    spent: list[float] = []
    for view in atlas.views:
        chart = atlas.chart(view)
        spots = HitMap(chart, guide)
        for x in range(0, chart.size[0], GRID):
            for y in range(0, chart.size[1], GRID):
                begin = time.perf_counter_ns()
                spots.at(QPointF(x, y), 5.0)
                spent.append((time.perf_counter_ns() - begin) / 1e3)
    return spread("hit_us", spent)


def main() -> None:
    application = QApplication([])
    guide, atlas, theme, watch = load_guide(), load_atlas(), Theme("light"), Watch()
    theme.apply(application)
    routine = guide.routines["RT01"]
    timeline = Timeline(routine.steps, guide, atlas)
    plan = screen(guide, routine, {}, guide.safety.first_sessions)
    if not isinstance(plan, Plan):
        raise TypeError("RT01 is refused without any answer")
    place = PlayerPlace(atlas, theme, guide.regions, Clock(watch.read))
    place.resize(*SIZE)
    place.show()
    place.open("bench", plan, timeline, ())
    place.clock.set_seen(False)  # its own timer hardly ticks: the ticks are ours
    report(playing(application, place, watch, timeline) | computing(timeline) | hitting(atlas, guide))
    place.clock.pause()
    place.close()


if __name__ == "__main__":
    main()
