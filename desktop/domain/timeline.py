"""A routine over time: `frame_at(t)` says everything that can be seen at a moment."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from desktop.domain.chart import Atlas
from desktop.domain.easing import smooth
from desktop.domain.frame import Breath, Frame, Phase
from desktop.domain.guide import Guide
from desktop.domain.routine import Step
from desktop.domain.score import Score
from desktop.domain.staging import Staging

LEAD_IN = 5.0
"""Seconds to get ready before the first step, t from -5 to 0."""
HOVER = 0.5
"""How far away the hands wait before the first step."""


class Timeline:
    """The steps of a plan over time, in seconds from the start of the first step.

    Frames depend on nothing but `t`. A step's ways are laid when it is first shown; `prepare` lays them beforehand.
    Showing a step raises `paths.PathError` where its path cannot be drawn; `checker` finds that out before."""

    lead_in = LEAD_IN

    def __init__(self, steps: Sequence[Step], guide: Guide, atlas: Atlas) -> None:
        if not steps:
            raise ValueError("a timeline needs at least one step")
        self._steps = tuple(steps)
        self._starts = tuple(accumulate((step.seconds for step in steps), initial=0.0))
        self._guide, self._atlas = guide, atlas
        self._scores = tuple(Score(step, guide.techniques[step.technique]) for step in steps)
        self._fills = (0.0, *(score.fill_at_end() for score in self._scores))
        self._ready: dict[int, Staging] = {}

    @property
    def steps(self) -> tuple[Step, ...]:
        return self._steps

    @property
    def scores(self) -> tuple[Score, ...]:
        return self._scores

    @property
    def duration(self) -> float:
        return self._starts[-1]

    def start_of(self, index: int) -> float:
        """When a step begins."""
        return self._starts[index]

    def step_at(self, t: float) -> int:
        """The index of the step being done at `t`; the first before the start, the last after the end."""
        return min(max(bisect_right(self._starts, t) - 1, 0), len(self._steps) - 1)

    def prepare(self, index: int) -> None:
        """Lay a step's ways now, so that its first frame is as quick as the others."""
        self._staging(index)

    def frame_at(self, t: float) -> Frame:
        """What is seen at `t`; before -5 as at -5, after the end as at the end."""
        if t < 0:
            return self._getting_ready(max(t, -LEAD_IN))
        if t >= self.duration:
            return self._done()
        return self._in_step(t)

    def _staging(self, index: int) -> Staging:
        if index not in self._ready:
            atlas = self._atlas.moving if self._steps[index].move else self._atlas
            self._ready[index] = Staging(self._scores[index], self._guide, atlas)
        return self._ready[index]

    def _in_step(self, t: float) -> Frame:
        index = self.step_at(t)
        elapsed = t - self._starts[index]
        return self._frame(t, Phase.STEP, index, elapsed, self._steps[index].seconds - elapsed)

    def _getting_ready(self, t: float) -> Frame:
        """The hands wait over their first places."""
        first = self._frame(0.0, Phase.GET_READY, 0, 0.0, 0.0)
        ring = Breath(t + LEAD_IN < 2, smooth(min(t + LEAD_IN, 2.0) / 2) - smooth((t + LEAD_IN - 2) / 3))
        return replace(first, t=t, elapsed=t + LEAD_IN, remaining=-t, breath=ring)

    def _done(self) -> Frame:
        last = len(self._steps) - 1
        frame = self._frame(self.duration, Phase.DONE, last, self._steps[last].seconds, 0.0)
        return replace(frame, hands=(), skin=(), folds=(), ripples=(), traces=(), spot_ways=())

    def _frame(self, t: float, phase: Phase, index: int, elapsed: float, remaining: float) -> Frame:
        score, staging = self._scores[index], self._staging(index)
        beat = score.tempo.beat(elapsed)
        ring = score.ring(beat, elapsed, self._fills[index])
        view, showing = staging.show(beat)
        waiting = HOVER if index == 0 and elapsed < score.tempo.side_seconds else 1.0
        scene = showing.scene(beat, ring.fill, staging.away(beat, waiting))
        return Frame(
            t=t,
            phase=phase,
            step=index,
            view=view,
            elapsed=elapsed,
            remaining=remaining,
            progress=t / self.duration,
            side=beat.side,
            cycle=beat.cycle + 1,
            cycles=score.tempo.cycles,
            holding=score.holding(beat),
            hands=scene.hands,
            skin=scene.skin,
            folds=scene.folds,
            ripples=scene.ripples,
            traces=scene.traces,
            spot_ways=scene.spot_ways,
            breath=ring,
            move=showing.move(beat, ring.fill),
            focus=showing.focus,
            pressure=max((hand.pressure for hand in scene.hands), default=0.0),
            held=score.held(beat),
        )
