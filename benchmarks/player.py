"""CPU time of the player's frames and of `frame_at` alone, technique by technique, and of the map's hit test."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from operator import itemgetter

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from benchmarks.figures import Figures, peak_mib, report, spread
from desktop.assets.atlas import load_atlas
from desktop.assets.catalog import load_guide
from desktop.domain.chart import Atlas
from desktop.domain.guide import Guide
from desktop.domain.routine import Step
from desktop.domain.screening import Plan
from desktop.domain.timeline import Timeline
from desktop.ui.map.hit_map import HitMap
from desktop.ui.player.clock import Clock
from desktop.ui.player.player_place import PlayerPlace
from desktop.ui.theme import Theme
from tools.technique_sheets import names, shown_step

SIZE = (1200, 900)
FRAME_SECONDS = 1 / 60
FRAMES_A_STEP = 120
RUNS = 3
SETTLE_SECONDS, MOST_SECONDS = 1.6, 6.0
"""Longer than any glide of the camera or change of view, and than it takes to make all pictures ready."""
GRID = 8
"""Picture pixels between the points of the hit test."""


def techniques(guide: Guide) -> dict[str, Step]:
    """One step for each technique, numbered one after the other."""
    steps = (shown_step(technique, guide) for technique in names(None))
    return {step.technique: replace(step, number=number) for number, step in enumerate(steps, 1)}


def plan_of(steps: Iterable[Step], guide: Guide) -> Plan:
    """All of them as one session, with nothing left out."""
    routine = replace(guide.routines["RT01"], steps=tuple(steps))
    return Plan(routine, dropped=(), ceiling=None, notes=())


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


def settle(application: QApplication, place: PlayerPlace) -> None:
    """Waits as long as a step has been running at its middle, when every picture it needs has been made."""
    begin, spent = time.monotonic(), 0.0
    while spent < SETTLE_SECONDS or (place.guide.stage._idle.isActive() and spent < MOST_SECONDS):  # noqa: SLF001
        application.processEvents()
        time.sleep(0.002)
        spent = time.monotonic() - begin


def run(application: QApplication, place: PlayerPlace, watch: Watch, times: Sequence[float]) -> list[float]:
    """Milliseconds of CPU for each frame of some seconds on end."""
    place.clock.seek(times[0])
    settle(application, place)
    spent = []
    for _ in times:
        watch.now += FRAME_SECONDS
        begin = time.process_time_ns()
        place.clock.tick()
        application.processEvents()
        spent.append((time.process_time_ns() - begin) / 1e6)
    return spent


def playing(application: QApplication, place: PlayerPlace, watch: Watch, timeline: Timeline) -> Figures:
    """Milliseconds of CPU for a frame of the whole player: a tick of the clock and the painting it asks for.

    Each frame is painted `RUNS` times and counts with its least: what other processes cost falls out. First over all
    techniques, then the 99th percentile of each, the worst one first."""
    frames: dict[str, list[float]] = {}
    for step, times in zip(timeline.steps, moments(timeline), strict=True):
        runs = [run(application, place, watch, times) for _ in range(RUNS)]
        frames[step.technique] = [min(spent) for spent in zip(*runs, strict=True)]
    each = {f"{name}_p99": spread("frame", spent)["frame_p99"] for name, spent in frames.items()}
    whole = spread("frame_ms", list(chain.from_iterable(frames.values())))
    return whole | dict(sorted(each.items(), key=itemgetter(1), reverse=True))


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
    plan = plan_of(techniques(guide).values(), guide)
    timeline = Timeline(plan.routine.steps, guide, atlas)
    place = PlayerPlace(atlas, theme, guide, Clock(watch.read))
    place.resize(*SIZE)
    place.show()
    place.open("bench", plan, timeline, ())
    place.clock.set_seen(False)  # its own timer hardly ticks: the ticks are ours
    figures = playing(application, place, watch, timeline) | {"peak_mib": peak_mib()}
    report(figures | computing(timeline) | hitting(atlas, guide))
    place.clock.pause()
    place.close()


if __name__ == "__main__":
    main()
